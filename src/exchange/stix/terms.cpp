#include "exchange/stix/terms.hpp"

#include "base/sorted.hpp"
#include "base/text.hpp"
#include "exchange/stix/pattern.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace ccop::exchange {
namespace {

namespace dom = simdjson::dom;

constexpr std::size_t longest_text = std::size_t{32} * 1024;  ///< what lies behind is not searched
constexpr std::size_t most_terms = 4000;

constexpr std::array<bool, 256> table_of(std::string_view characters) {
  std::array<bool, 256> all{};
  for (const char c : characters) all[static_cast<unsigned char>(c)] = true;
  return all;
}
/// What belongs to addresses, paths and names within them, and is punctuation at the end of a word.
constexpr auto end_marks = table_of(".-:/@#+%&=~!$?");
/// Characters that may stand within a term: those of addresses, names, paths and hashes.
constexpr std::array<bool, 256> belonging = [] {
  auto all = table_of(".-:/@_#+%&=~!$?abcdefghijklmnopqrstuvwxyz0123456789");
  for (unsigned c = 0x80; c <= 0xFF; ++c) all[c] = true;
  return all;
}();
bool belongs(unsigned char c) {
  return belonging[c];
}

bool is_end_mark(char c) {
  return end_marks[static_cast<unsigned char>(c)];
}

/// Small letters of Latin, Greek and Cyrillic; other scripts of the six languages have one case only.
char32_t lower(char32_t c) {
  if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  if (c >= 0x100 && c <= 0x17F && c % 2 == 0 && c != 0x130 && c != 0x138) return c + 1;
  return c;
}

char32_t next_character(std::string_view text, std::size_t& at) {
  const auto first = static_cast<unsigned char>(text[at++]);
  if (first < 0x80) return first;
  const unsigned more = first >= 0xF0 ? 3 : first >= 0xE0 ? 2 : 1;
  char32_t c = first & (0x3Fu >> more);
  for (unsigned i = 0; i < more && at < text.size(); ++i) c = c << 6 | (static_cast<unsigned char>(text[at++]) & 0x3Fu);
  return c;
}

bool is_chinese(char32_t c) {
  return (c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF);
}
/// White space and punctuation beyond ASCII.
bool separates(char32_t c) {
  return c == 0xA0 || c == 0xAB || c == 0xBB || c == 0x60C || c == 0x61B || c == 0x61F ||
         (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F);
}

void add(std::vector<std::string>& terms, std::string_view term) {
  while (!term.empty() && is_end_mark(term.front())) term.remove_prefix(1);
  while (!term.empty() && is_end_mark(term.back())) term.remove_suffix(1);
  if (!term.empty()) terms.emplace_back(shortened(term, longest_term));
}

/// The shortest form of an IPv6 address; empty when it is none.
std::string shortest_ipv6(std::string_view text) {
  in6_addr address{};
  if (text.find(':') == std::string_view::npos || inet_pton(AF_INET6, std::string{text}.c_str(), &address) != 1)
    return {};
  std::array<char, INET6_ADDRSTRLEN> out{};
  return inet_ntop(AF_INET6, &address, out.data(), out.size());
}

/// The networks that an address, or a narrower network, lies in.
void append_networks(std::vector<std::string>& terms, std::string_view address, int family, int longest) {
  std::array<std::uint8_t, 16> bytes{};
  if (inet_pton(family, std::string{address}.c_str(), bytes.data()) != 1) return;
  for (int length = longest; length >= 1; --length) {
    if (length < (family == AF_INET ? 32 : 128)) {
      auto& byte = bytes[static_cast<std::size_t>(length / 8)];
      byte = static_cast<std::uint8_t>(byte & (0xFF00u >> (length % 8)));
    }
    std::array<char, INET6_ADDRSTRLEN> text{};
    terms.push_back(std::string{inet_ntop(family, bytes.data(), text.data(), text.size())} + "/" +
                    std::to_string(length));
  }
}

void append_patterns_terms(std::vector<std::string>& terms, std::string_view text) {
  const auto parsed = parse_pattern(text);
  if (const auto* pattern = std::get_if<Pattern>(&parsed))
    for (const auto& value : pattern->values) append_value_terms(terms, value.value);
}

/// Properties whose strings say nothing that one would look for, or that are found in another way.
bool is_silent(std::string_view name) {
  return name == "type" || name == "id" || name == "spec_version" || name == "created" || name == "modified" ||
         name == "created_by_ref" || name == "object_marking_refs" || name == "payload_bin" || name == "lang" ||
         name == "pattern_type" || name == "pattern_version" || name == "valid_from" || name == "valid_until";
}

/// Properties that are values, not prose.
bool is_value(std::string_view name) {
  return name == "value" || name == "x_misp_value" || name == "path" || name == "key" || name == "cpe" ||
         name == "serial_number";
}

class Collector {
 public:
  explicit Collector(StixObject& object) : object_(object) {}

  void field(std::string_view name, dom::element value) {
    if (is_silent(name)) return;
    if (name.ends_with("_ref") || name.ends_with("_refs")) return references(value);
    if (name == "hashes") return hashes(value);
    if (name == "external_references") return external(value);
    if (name == "kill_chain_phases") return kill_chain(value);
    if (name == "labels" || name.ends_with("_types")) return labels(value);
    if (name == "objects" || name.starts_with("x_misp_")) within(value, 0);
    std::string_view text;
    dom::array list;
    if (value.get(text) == simdjson::SUCCESS) return string(name, text);
    if (value.get(list) == simdjson::SUCCESS)
      for (const dom::element item : list)
        if (item.get(text) == simdjson::SUCCESS) string(name, text);
    if (std::int64_t number = 0;
        (name == "number" || name.ends_with("_port")) && value.get(number) == simdjson::SUCCESS)
      object_.terms.push_back(std::to_string(number));
  }

 private:
  /// What an observation holds within it, and what an object of MISP's does: their values are values.
  void within(dom::element value, unsigned depth) {
    constexpr unsigned deepest = 4;
    dom::object object;
    dom::array list;
    std::string_view text;
    if (depth > deepest || object_.terms.size() > most_terms) return;
    if (value.get(list) == simdjson::SUCCESS)
      for (const dom::element item : list) within(item, depth + 1);
    if (value.get(object) != simdjson::SUCCESS) return;
    for (const auto& item : object) {
      if (item.key == "data" || item.key == "payload_bin" || is_silent(item.key)) continue;
      if (item.key == "hashes")
        hashes(item.value);
      else if (item.value.get(text) == simdjson::SUCCESS)
        string(item.key, text);
      else
        within(item.value, depth + 1);
    }
  }
  void string(std::string_view name, std::string_view text) {
    if (name == "pattern") return append_patterns_terms(object_.terms, text);
    if (is_value(name)) return append_value_terms(object_.terms, text);
    append_terms(object_.terms, text.substr(0, longest_text));
  }
  void references(dom::element value) {
    std::string_view id;
    dom::array list;
    if (value.get(id) == simdjson::SUCCESS) object_.refs.emplace_back(id);
    if (value.get(list) == simdjson::SUCCESS)
      for (const dom::element item : list)
        if (item.get(id) == simdjson::SUCCESS) object_.refs.emplace_back(id);
  }
  void hashes(dom::element value) {
    dom::object all;
    std::string_view hash;
    if (value.get(all) == simdjson::SUCCESS)
      for (const auto& item : all)
        if (item.value.get(hash) == simdjson::SUCCESS) append_value_terms(object_.terms, hash);
  }
  void external(dom::element value) {
    dom::array list;
    std::string_view id;
    if (value.get(list) != simdjson::SUCCESS) return;
    for (const dom::element item : list)
      if (item["external_id"].get(id) == simdjson::SUCCESS) append_value_terms(object_.terms, id);
  }
  void kill_chain(dom::element value) {
    dom::array list;
    std::string_view phase;
    if (value.get(list) != simdjson::SUCCESS) return;
    for (const dom::element item : list)
      if (item["phase_name"].get(phase) == simdjson::SUCCESS) append_terms(object_.terms, phase);
  }
  void labels(dom::element value) {
    dom::array list;
    std::string_view label;
    if (value.get(list) != simdjson::SUCCESS) return;
    for (const dom::element item : list) {
      if (item.get(label) != simdjson::SUCCESS) continue;
      append_terms(object_.terms, label);
      object_.terms.push_back(label_term(label));
    }
  }

  StixObject& object_;
};

}  // namespace

void append_terms(std::vector<std::string>& terms, std::string_view text) {
  std::string term;
  const auto end_term = [&] {
    add(terms, term);
    term.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      const char small = in_small_letters(text[at]);
      ++at;
      if (belongs(static_cast<unsigned char>(small)))
        term += small;
      else
        end_term();
      continue;
    }
    const char32_t c = lower(next_character(text, at));
    if (is_chinese(c)) {
      end_term();
      append_utf8(term, c);
      end_term();
    } else if (separates(c)) {
      end_term();
    } else {
      append_utf8(term, c);
    }
  }
  end_term();
}

std::string reference_term(std::string_view id) {
  return "@" + in_small_letters(id);
}

std::string label_term(std::string_view label) {
  std::string term = "#" + in_small_letters(label);
  std::ranges::replace_if(
      term, [](char c) { return !belongs(static_cast<unsigned char>(c)); }, '_');
  return std::string{shortened(term, longest_term)};
}

std::string type_term(std::string_view type) {
  return "#type:" + std::string{type};
}

std::string seen_term(std::string_view by) {
  return "@seen:" + std::string{by};
}

std::vector<std::string> shared_values(std::string_view json) {
  thread_local dom::parser parser;
  dom::object object;
  if (parser.parse(json.data(), json.size()).get(object) != simdjson::SUCCESS) return {};
  StixObject found;
  Collector collector{found};
  for (const auto& field : object)
    if (field.key == "pattern" || field.key == "value" || field.key == "hashes" || field.key == "external_references" ||
        field.key == "key" || field.key == "serial_number")
      collector.field(field.key, field.value);
  sort_each_once(found.terms);
  // True, 443 and the like are shared by all and say nothing.
  std::erase_if(found.terms, [](const std::string& term) {
    return term.size() < 4 || term.find_first_of(".:-@0123456789") == std::string::npos;
  });
  return std::move(found.terms);
}

void append_value_terms(std::vector<std::string>& terms, std::string_view value) {
  if (const std::string address = shortest_ipv6(value); !address.empty()) {
    terms.push_back(address);
    return;
  }
  append_terms(terms, value);
  const auto scheme = value.find("://");
  if (scheme != std::string_view::npos) {
    const auto rest = value.substr(scheme + 3);
    auto host = rest.substr(0, rest.find_first_of("/?#"));
    if (const auto at = host.rfind('@'); at != std::string_view::npos) host.remove_prefix(at + 1);
    append_terms(terms, host.substr(0, host.find(':')));
  } else if (const auto at = value.find('@'); at != std::string_view::npos) {
    append_terms(terms, value.substr(at + 1));
  }
}

std::vector<std::string> wider_terms(std::string_view value) {
  std::vector<std::string> terms;
  const auto slash = value.find('/');
  const std::string_view address = value.substr(0, slash);
  const bool is_v6 = address.find(':') != std::string_view::npos;
  int length = is_v6 ? 129 : 33;
  if (slash != std::string_view::npos) {
    const auto digits = value.substr(slash + 1);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
    if (error != std::errc{} || end != digits.data() + digits.size() || length < 1 || length > (is_v6 ? 128 : 32))
      return terms;
  }
  append_networks(terms, address, is_v6 ? AF_INET6 : AF_INET, length - 1);
  if (!terms.empty() || slash != std::string_view::npos) return terms;
  const std::string name = in_small_letters(value);
  for (auto dot = name.find('.'); dot != std::string::npos; dot = name.find('.', dot + 1))
    if (const auto parent = name.substr(dot + 1); parent.find('.') != std::string::npos) terms.push_back(parent);
  return terms;
}

void collect_terms(StixObject& object, dom::object json) {
  Collector collector{object};
  for (const auto& field : json) {
    collector.field(field.key, field.value);
    if (object.terms.size() > most_terms) break;
  }
  for (const auto& ref : object.refs) object.terms.push_back(reference_term(ref));
  object.terms.push_back(type_term(object.type));
  sort_each_once(object.terms);
}

}  // namespace ccop::exchange
