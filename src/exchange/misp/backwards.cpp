#include "exchange/misp/backwards.hpp"

#include "base/text.hpp"
#include "exchange/misp/translation.hpp"
#include "exchange/misp/values.hpp"

#include <algorithm>
#include <array>

namespace ccop::exchange::misp {
namespace {

/// A path of a pattern, however its names are quoted and its algorithms are written.
std::string plain(std::string_view path) {
  std::string out;
  for (const char c : path)
    if (c != '\'') out += c;
  const auto hashes = out.find("hashes.");
  if (hashes == std::string::npos) return out;
  std::string algorithm = in_small_letters(out.substr(hashes));
  std::erase_if(algorithm, [](char c) { return c == '-' || c == '_'; });
  return out.substr(0, hashes) + algorithm;
}

std::string path_of(const Thing& thing, const Place& place) {
  std::string path = (place.root.empty() ? thing.root : place.root) + ":";
  for (const Step& step : place.steps) {
    path += step.property;
    if (step.element != Element::none) path += step.element == Element::any ? "[*]" : "[0]";
    if (&step != &place.steps.back()) path += ".";
  }
  return plain(path);
}

/// What of an attribute's value its pattern asks for where.
struct Asked {
  std::string path;
  Content content{};
};
struct Form {
  std::string type;
  std::vector<Asked> asked;
};
/// By the paths that are asked for, and what is constant there: the attributes that ask for just these.
using Forms = std::map<std::vector<std::string>, std::vector<Form>>;

/// Of several that ask for the same, one that says no more than that comes first.
bool says_more(std::string_view type) {
  constexpr std::array<std::string_view, 7> special{"attachment", "malware-sample", "link",         "uri",
                                                    "hostname",   "email-reply-to", "onion-address"};
  return std::ranges::find(special, type) != special.end();
}

Forms forms_of(const Table& table) {
  Forms forms;
  for (const auto& [type, thing] : table.attributes()) {
    const auto places = thing.places.find("");
    if (places == thing.places.end() || thing.root == "indicator") continue;
    Form form{type, {}};
    std::vector<std::string> key;
    for (const Place& place : places->second) {
      if (!place.is_in_pattern) continue;
      form.asked.push_back({path_of(thing, place), place.content});
      key.push_back(form.asked.back().path);
    }
    for (const Place& place : thing.always)
      if (place.is_in_pattern) key.push_back(path_of(thing, place) + "=" + place.words);
    std::ranges::sort(key);
    auto& same = forms[key];
    same.insert(says_more(type) ? same.end() : same.begin(), std::move(form));
  }
  return forms;
}

const Forms& forms() {
  static const Forms all = forms_of(Table::built_in());
  return all;
}

/// A comparison as an attribute would ask for it.
struct Said {
  std::string path;
  std::string value;
};

/// What some paths are to MISP, which knows an address only as one end of traffic, and one sender.
std::string as_attributes_ask(const std::string& path, const std::string& value) {
  if (path == "ipv4-addr:value" || path == "ipv6-addr:value") return "network-traffic:dst_ref.value";
  if (path == "email-message:sender_ref.value") return "email-message:from_ref.value";
  const bool is_end = path == "network-traffic:dst_ref.value" || path == "network-traffic:src_ref.value";
  return is_end && kind_of_address(value).empty() ? "domain-name:value" : path;
}

/// Empty where a comparison is of another kind than attributes are.
std::optional<Said> said_by(const PatternValue& comparison) {
  if (comparison.negated) return std::nullopt;
  Said said{plain(comparison.object_type + ":" + comparison.path), comparison.value};
  const bool is_address = said.path.ends_with("value") && !kind_of_address(said.value).empty();
  const bool is_network = comparison.test == Test::subset && is_address;
  if (comparison.test != Test::equal && !is_network) return std::nullopt;
  return said;
}

/// `X_ref.type = 'ipv4-addr'` says nothing beside an address of that kind; false where it contradicts it.
bool drop_kinds(std::vector<Said>& all) {
  bool is_well = true;
  std::erase_if(all, [&](const Said& one) {
    if (!one.path.ends_with("_ref.type")) return false;
    const std::string value_path = one.path.substr(0, one.path.size() - 4) + "value";
    const auto found = std::ranges::find(all, value_path, &Said::path);
    if (found == all.end()) return false;
    const std::string kind = kind_of_address(found->value);
    is_well = is_well && one.value == (kind.empty() ? "domain-name" : kind);
    return true;
  });
  return is_well;
}

std::optional<Attribute> filled(const Form& form, const std::vector<Said>& all) {
  std::string first;
  std::optional<std::string> second;
  for (const Asked& asked : form.asked) {
    const auto found = std::ranges::find(all, asked.path, &Said::path);
    if (found == all.end()) return std::nullopt;
    if (asked.content == Content::second_part)
      second = found->value;
    else
      first = found->value;
  }
  return Attribute{form.type, second ? first + "|" + *second : first};
}

const Json* step_into(const Json& from, const Step& step, const FindObject& find) {
  const auto next = from.find(step.property);
  if (next == from.end()) return nullptr;
  const Json* at = &*next;
  if (at->is_array()) {
    if (at->empty()) return nullptr;
    at = &at->front();
  }
  if (step.refers_to.empty()) return at;
  return at->is_string() ? find(at->get<std::string>()) : nullptr;
}

/// What stands at a place; empty where nothing does.
std::string text_at(const Place& place, const Json& root, const FindObject& find) {
  const Json* at = &root;
  for (const Step& step : place.steps) {
    if (!at->is_object()) return {};
    at = step_into(*at, step, find);
    if (at == nullptr) return {};
  }
  if (at->is_string()) return *at;
  return at->is_primitive() ? at->dump() : std::string{};
}

}  // namespace

std::optional<Attribute> attribute_of(const Conjunction& conjunction, std::string_view wanted) {
  std::vector<Said> all;
  for (const auto& comparison : conjunction) {
    auto said = said_by(comparison);
    if (!said) return std::nullopt;
    all.push_back(*std::move(said));
  }
  if (!drop_kinds(all)) return std::nullopt;
  std::vector<std::string> key;
  for (Said& one : all) {
    one.path = as_attributes_ask(one.path, one.value);
    key.push_back(one.path == "user-account:account_type" ? one.path + "=" + one.value : one.path);
  }
  std::ranges::sort(key);
  if (std::ranges::adjacent_find(key) != key.end()) return std::nullopt;
  const auto found = forms().find(key);
  if (found == forms().end()) return std::nullopt;
  const auto& same = found->second;
  const auto form = std::ranges::find(same, wanted, &Form::type);
  const bool is_end = std::ranges::any_of(conjunction, [](const PatternValue& one) {
    return one.object_type == "network-traffic" && one.path.ends_with("_ref.value");
  });
  // A name at the end of traffic is a host's.
  const auto host = std::ranges::find(same, "hostname", &Form::type);
  const Form& best = form != same.end() ? *form : is_end && host != same.end() ? *host : same.front();
  return filled(best, all);
}

std::string pattern_of_attribute(const std::string& type, const std::string& value) {
  const Thing* thing = Table::built_in().attribute(type);
  if (thing == nullptr) return {};
  Translation translation{*thing, {{"type", thing->root}}};
  Told told;
  told.value = value;
  told.detects = true;
  translation.take(*thing, told);
  translation.finish();
  return translation.is_whole() ? translation.pattern() : std::string{};
}

std::optional<std::string> value_observed(const Thing& thing, const Json& root, const FindObject& find) {
  const auto places = thing.places.find("");
  if (places == thing.places.end()) return std::nullopt;
  std::string first;
  std::optional<std::string> second;
  for (const Place& place : places->second) {
    if (!place.is_observed || !place.root.empty()) continue;
    if (place.content == Content::second_part)
      second = text_at(place, root, find);
    else if (place.content == Content::value || place.content == Content::first_part)
      first = text_at(place, root, find);
  }
  if (first.empty() || (second && second->empty())) return std::nullopt;
  return second ? first + "|" + *second : first;
}

}  // namespace ccop::exchange::misp
