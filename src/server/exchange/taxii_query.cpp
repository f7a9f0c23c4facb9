// What a TAXII request filters by, and the tokens by which pages follow one another.
#include "base/codec.hpp"
#include "base/text.hpp"
#include "server/exchange/taxii.hpp"

#include <sodium.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace ccop::server {
namespace {

using exchange::Microseconds;

constexpr std::size_t default_limit = 100;
constexpr std::size_t most_in_a_filter = 200;
constexpr Microseconds token_lasts = Microseconds{24} * 3600 * 1'000'000;
constexpr std::size_t mac_length = 16;

[[noreturn]] void bad(std::string description) {
  throw TaxiiProblem{400, "Bad request", std::move(description)};
}

std::vector<std::string> split(std::string_view text) {
  auto all = pieces_of(text, ',');
  if (all.empty() || all.size() > most_in_a_filter) bad("A filter takes 1 to 200 values, with commas between them.");
  return all;
}

Microseconds time_of(const std::string& text, std::string_view name) {
  const auto time = exchange::parse_timestamp(text);
  if (!time) bad(std::string{name} + " takes a timestamp such as 2026-01-31T12:00:00.000000Z.");
  return *time;
}

void take_versions(TaxiiFilter& filter, const std::string& value) {
  bool first = false;
  bool last = false;
  for (const auto& word : split(value)) {
    if (word == "all") {
      filter.versions = store::Versions::all;
      filter.at_versions.clear();
      return;
    }
    first = first || word == "first";
    last = last || word == "last";
    if (word != "first" && word != "last") filter.at_versions.push_back(time_of(word, "match[version]"));
  }
  if ((first && last) || !filter.at_versions.empty()) {
    filter.versions = store::Versions::all;
    filter.first_too = first;
    filter.last_too = last;
  } else if (first) {
    filter.versions = store::Versions::first;
  }
}

void append_int64(std::string& out, std::int64_t value) {
  for (int shift = 56; shift >= 0; shift -= 8) out += static_cast<char>(static_cast<std::uint64_t>(value) >> shift);
}
std::int64_t read_int64(ByteView bytes) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) value = value << 8 | bytes[i];
  return static_cast<std::int64_t>(value);
}

std::string mac_of(const Hash& key, std::string_view place_and_time, const TaxiiFilter& filter,
                   const TaxiiCollection& collection) {
  const std::string message = std::string{place_and_time} + "\n" + collection.id + "\n" + filter.text;
  std::array<unsigned char, mac_length> mac{};
  crypto_generichash(mac.data(), mac.size(), bytes_of(message).data(), message.size(), key.data(), key.size());
  return std::string{text_of(mac)};
}

}  // namespace

TaxiiFilter TaxiiRoot::filter_of(const Request& request) const {
  TaxiiFilter filter;
  filter.limit = default_limit;
  for (const auto& [name, value] : request.query) {
    if (name == "next") continue;
    if (name == "limit") {
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), filter.limit);
      if (error != std::errc{} || end != value.data() + value.size()) bad("limit takes a whole number above 0.");
      // OASIS's own client asks for 0 where it counted a page of versions.
      filter.limit = filter.limit == 0 ? default_limit : std::min(filter.limit, most_per_page);
      continue;
    }
    filter.text += name + "=" + value + "\n";
    if (name == "added_after") {
      filter.after = time_of(value, name);
    } else if (name == "match[id]") {
      filter.ids = split(value);
    } else if (name == "match[type]") {
      filter.types = split(value);
    } else if (name == "match[version]") {
      take_versions(filter, value);
    } else if (name == "match[spec_version]") {
      filter.spec_versions = split(value);
    } else if (name == "match[tlp]") {
      for (const auto& word : split(value)) {
        const auto level = exchange::parse_level(word);
        if (!level) bad("match[tlp] takes clear, green, amber, amber+strict and red.");
        filter.levels.push_back(*level);
      }
    } else if (name.starts_with("match[") && name.ends_with("]")) {
      const std::string property = name.substr(6, name.size() - 7);
      const bool is_name = !property.empty() && std::ranges::all_of(property, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
      });
      if (!is_name) bad("match[...] takes the name of a property.");
      filter.properties.emplace(property, split(value));
    }
  }
  return filter;
}

std::string TaxiiRoot::next_token(const TaxiiFilter& filter, const TaxiiCollection& collection,
                                  std::int64_t last) const {
  std::string token;
  append_int64(token, last);
  append_int64(token, exchange::microseconds_now());
  token += mac_of(paging_key_, token, filter, collection);
  return to_base64url(bytes_of(token));
}

std::int64_t TaxiiRoot::place_of(std::string_view token, const TaxiiFilter& filter,
                                 const TaxiiCollection& collection) const {
  const auto bytes = from_base64url(token);
  if (!bytes || bytes->size() != 16 + mac_length) bad("`next` is not a token that this server gave out.");
  const std::string_view text = text_of(*bytes);
  const std::string mac = mac_of(paging_key_, text.substr(0, 16), filter, collection);
  if (!equal_in_constant_time(bytes_of(mac), bytes_of(text.substr(16))))
    bad("`next` is not a token that this server gave out for this request.");
  if (exchange::microseconds_now() - read_int64(ByteView{*bytes}.subspan(8)) > token_lasts)
    bad("`next` is older than a day; begin again, with added_after where you stopped.");
  return read_int64(*bytes);
}

}  // namespace ccop::server
