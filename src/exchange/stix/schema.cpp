#include "exchange/stix/schema.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace ccop::exchange {
namespace {

const std::map<std::string, Kind, std::less<>>& kinds() {
  static const std::map<std::string, Kind, std::less<>> names{{"domain", Kind::domain},
                                                              {"relationship", Kind::relationship},
                                                              {"observable", Kind::observable},
                                                              {"meta", Kind::meta}};
  return names;
}

const std::map<std::string, ValueType, std::less<>>& value_types() {
  static const std::map<std::string, ValueType, std::less<>> names{{"string", ValueType::string},
                                                                   {"integer", ValueType::integer},
                                                                   {"size", ValueType::size},
                                                                   {"port", ValueType::port},
                                                                   {"percentage", ValueType::percentage},
                                                                   {"float", ValueType::floating},
                                                                   {"boolean", ValueType::boolean},
                                                                   {"timestamp", ValueType::timestamp},
                                                                   {"ipv4", ValueType::ipv4},
                                                                   {"ipv6", ValueType::ipv6},
                                                                   {"mac", ValueType::mac},
                                                                   {"email", ValueType::email},
                                                                   {"url", ValueType::url},
                                                                   {"registry-key", ValueType::registry_key},
                                                                   {"language", ValueType::language},
                                                                   {"cpe", ValueType::cpe},
                                                                   {"character-set", ValueType::character_set},
                                                                   {"binary", ValueType::binary},
                                                                   {"hex", ValueType::hex},
                                                                   {"hashes", ValueType::hashes},
                                                                   {"dictionary", ValueType::dictionary},
                                                                   {"extensions", ValueType::extensions},
                                                                   {"observables", ValueType::observables},
                                                                   {"identifier", ValueType::identifier},
                                                                   {"id", ValueType::reference},
                                                                   {"enum", ValueType::closed_word},
                                                                   {"open", ValueType::open_word},
                                                                   {"part", ValueType::part}};
  return names;
}

}  // namespace

const Schema& Schema::stix21() {
  static const Schema schema{stix_types, stix_vocabularies};
  return schema;
}

Schema::Schema(std::string_view types, std::string_view vocabularies) {
  for (const auto& line : pieces_of(vocabularies, '\n')) {
    std::istringstream words{line};
    std::string name;
    if (line.starts_with('#') || !(words >> name)) continue;
    for (std::string word; words >> word;) vocabularies_[name].insert(word);
  }

  Group* group = nullptr;
  for (const auto& line : pieces_of(types, '\n')) {
    std::istringstream words{line};
    std::string first;
    std::string second;
    std::string need;
    if (line.starts_with('#') || !(words >> first >> second)) continue;
    words >> need;
    if (line.starts_with(' ')) {
      const bool was_required = std::ranges::find(group->required, first) != group->required.end();
      const auto& [place, rule] = *group->properties.insert_or_assign(first, rule_of(second, need)).first;
      if (rule.required && !was_required) group->required.push_back(place);
    } else if (first == "common") {
      group = &common_[kinds().at(second)];
      *group = {second, kinds().at(second), {}, {}};
    } else if (first == "part") {
      group = &parts_[second];
      group->name = second;
    } else if (first == "older") {
      const auto known = types_.find(second);
      group = &(older_[second] = known != types_.end() ? known->second : parts_.at(second));
    } else {
      group = &types_[second];
      *group = common_.at(kinds().at(first));
      group->name = second;
    }
  }
  // Parts may stand after what uses them, so they are found last.
  const auto connect = [&](Group& user) {
    for (auto& [name, rule] : user.properties)
      if (rule.type == ValueType::part) rule.part = &parts_.at(rule.argument);
  };
  for (auto* all : {&types_, &parts_, &older_})
    for (auto& [name, user] : *all) connect(user);
  for (auto& [kind, user] : common_) connect(user);
}

PropertyRule Schema::rule_of(std::string_view type, std::string_view need) {
  PropertyRule rule;
  if (type.ends_with("[]")) {
    rule.is_list = true;
    type.remove_suffix(2);
  }
  if (const auto open = type.find('('); open != std::string_view::npos) {
    rule.argument = type.substr(open + 1, type.size() - open - 2);
    type = type.substr(0, open);
  }
  const auto known = value_types().find(type);
  if (known == value_types().end()) throw std::logic_error{"STIX tables: no type " + std::string{type}};
  rule.type = known->second;
  rule.required = need.starts_with('!');
  rule.only_since_21 = need == "!2.1";
  if (rule.type == ValueType::closed_word || rule.type == ValueType::open_word)
    rule.words = &vocabularies_.at(rule.argument);
  if (rule.type == ValueType::character_set) rule.words = &vocabularies_.at("character-sets");
  if (rule.type == ValueType::reference) rule.targets = pieces_of(rule.argument, '|');
  return rule;
}

const Group* Schema::type(std::string_view name) const {
  const auto found = types_.find(name);
  return found == types_.end() ? nullptr : &found->second;
}

const Group* Schema::part(std::string_view name) const {
  const auto found = parts_.find(name);
  return found == parts_.end() ? nullptr : &found->second;
}

const Group* Schema::older(std::string_view name) const {
  if (const auto found = older_.find(name); found != older_.end()) return &found->second;
  const Group* as_today = type(name);
  return as_today != nullptr ? as_today : part(name);
}

const std::set<std::string, std::less<>>& Schema::reserved_names(bool older) const {
  return vocabularies_.find(older ? "reserved-names-2.0" : "reserved-names")->second;
}

bool Schema::is_extension_type(std::string_view word) const {
  return vocabularies_.find("extension-type-enum")->second.contains(word);
}

const Group& Schema::common(Kind kind) const {
  return common_.at(kind);
}

bool may_refer_to(std::string_view type, const std::vector<std::string>& targets) {
  // A bundle is no object, and nothing refers to one (section 8).
  if (type == "bundle") return false;
  const Group* known = Schema::stix21().type(type);
  return std::ranges::any_of(targets, [&](const std::string& target) {
    if (target == "any" || target == type) return true;
    const auto kind = kinds().find(target);
    // A custom type may be of any kind.
    return kind != kinds().end() && (known == nullptr || known->kind == kind->second);
  });
}

}  // namespace ccop::exchange
