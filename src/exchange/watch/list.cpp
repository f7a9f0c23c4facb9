#include "exchange/watch/list.hpp"

#include "base/bad_input.hpp"
#include "base/text.hpp"
#include "exchange/stix/terms.hpp"
#include "exchange/text/endings.hpp"

#include <algorithm>

namespace ccop::exchange {
namespace {

/// Names that mean the same host are the same: small letters, Unicode in its canonical form, no dot at the end. Empty
/// where it is no name.
std::string canonical_host(std::string_view name) {
  if (name.ends_with('.')) name.remove_suffix(1);
  if (name.empty() || name.find_first_of(" \t\r\n/@:%?#\\[]<>^|") != std::string_view::npos) return {};
  return free_text::canonical_name(in_small_letters(name));
}

/// `Financial Services` and `financial-services` are one.
std::string canonical_sector(std::string text) {
  std::ranges::replace_if(
      text, [](char c) { return c == '-' || c == '_' || c == '/'; }, ' ');
  std::vector<std::string> words;
  append_terms(words, text);
  std::string all;
  for (const auto& word : words) all += (all.empty() ? "" : " ") + word;
  return all;
}

/// Of a URL, without user, port and brackets.
std::string_view host_of_url(std::string_view url) {
  url.remove_prefix(url.find("://") + 3);
  url = url.substr(0, url.find_first_of("/?#\\"));
  if (const auto user = url.rfind('@'); user != std::string_view::npos) url.remove_prefix(user + 1);
  if (url.starts_with('[')) return url.substr(1, url.find(']') - 1);
  return url.substr(0, url.find(':'));
}

/// Whether some address lies in both: then the narrower lies in the wider.
bool meet(const Network& one, const Network& other) {
  const unsigned common = std::min(one.length, other.length);
  for (unsigned bit = 0; bit < common; bit += 8) {
    const unsigned bits = std::min(8u, common - bit);
    const auto mask = static_cast<std::uint8_t>(0xFF00u >> bits);
    if (((one.begin.at(bit / 8) ^ other.begin.at(bit / 8)) & mask) != 0) return false;
  }
  return true;
}

template <class Add>
void read_entries(const Json& json, const char* kind, const Add& add) {
  const auto found = json.find(kind);
  if (found == json.end()) return;
  if (!found->is_array()) throw BadInput{kind, "a list"};
  for (std::size_t at = 0; at < found->size(); ++at) try {
      const Json& entry = found->at(at);
      if (!entry.is_string()) throw BadInput{"", "a text"};
      add(entry.get<std::string>());
    } catch (const BadInput& bad) {
      throw BadInput{std::string{kind} + "[" + std::to_string(at) + "]", bad.expected};
    }
}

}  // namespace

WatchList WatchList::read(std::string_view file) {
  const Json json = Json::parse(file, nullptr, false);
  if (!json.is_object()) throw BadInput{"", "a watch list, as the page saves it"};
  WatchList list;
  read_entries(json, "networks", [&](const std::string& text) { list.add_network(text); });
  read_entries(json, "domains", [&](const std::string& text) { add_name(list.domains_, text); });
  read_entries(json, "mail", [&](const std::string& text) { add_name(list.mail_, text); });
  read_entries(json, "sectors", [&](const std::string& text) { list.add_sector(text); });
  if (list.size() == 0) throw BadInput{"", "something to watch for"};
  return list;
}

std::size_t WatchList::size() const {
  return networks_.size() + domains_.size() + mail_.size() + sectors_.size();
}

void WatchList::add_network(const std::string& text) {
  const auto network = parse_network(text);
  if (!network) throw BadInput{"", "an address or a network such as 198.51.100.0/24"};
  networks_.emplace_back(*network, text);
}

void WatchList::add_name(Names& names, const std::string& text) {
  const auto name = canonical_host(text);
  if (name.find('.') == std::string::npos || parse_ip(name)) throw BadInput{"", "a domain such as example.org"};
  names.try_emplace(name, text);
}

void WatchList::add_sector(const std::string& text) {
  const auto sector = canonical_sector(text);
  if (sector.empty()) throw BadInput{"", "the name of a sector"};
  sectors_.try_emplace(sector, text);
}

std::vector<std::string> WatchList::met_by(const Value& value) const {
  std::vector<std::string> met;
  switch (value.kind) {
    case ValueKind::address:
      if (const auto network = parse_network(value.value)) meet_network(*network, met);
      break;
    case ValueKind::domain:
      meet_host(value.value, met);
      break;
    case ValueKind::url:
      if (value.value.find("://") != std::string::npos) meet_host(host_of_url(value.value), met);
      break;
    case ValueKind::email:
      meet_names(mail_, std::string_view{value.value}.substr(value.value.rfind('@') + 1), met);
      break;
    case ValueKind::sector:
      if (const auto found = sectors_.find(canonical_sector(value.value)); found != sectors_.end())
        met.push_back(found->second);
      break;
  }
  return met;
}

void WatchList::meet_host(std::string_view host, std::vector<std::string>& met) const {
  if (const auto network = parse_network(host))
    meet_network(*network, met);
  else
    meet_names(domains_, host, met);
}

void WatchList::meet_network(const Network& other, std::vector<std::string>& met) const {
  for (const auto& [network, text] : networks_)
    if (meet(network, other)) met.push_back(text);
}

void WatchList::meet_names(const Names& names, std::string_view name, std::vector<std::string>& met) {
  const std::string canonical = canonical_host(name);
  for (std::string_view rest = canonical; !rest.empty();) {
    if (const auto found = names.find(rest); found != names.end()) met.push_back(found->second);
    const auto dot = rest.find('.');
    rest = dot == std::string_view::npos ? std::string_view{} : rest.substr(dot + 1);
  }
}

}  // namespace ccop::exchange
