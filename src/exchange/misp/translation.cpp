#include "exchange/misp/translation.hpp"

#include "base/text.hpp"
#include "exchange/misp/values.hpp"
#include "exchange/stix/pattern.hpp"

#include <algorithm>

namespace ccop::exchange::misp {
namespace {

bool is_plain(char c) {
  const char small = in_small_letters(c);
  return (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

/// Empty where the value has no such part.
std::optional<std::string> content_of(const Place& place, const Told& told) {
  const auto bar = told.value.find('|');
  switch (place.content) {
    case Content::value:
      return told.value;
    case Content::first_part:
      return told.value.substr(0, bar);
    case Content::second_part:
      if (bar == std::string::npos) return std::nullopt;
      return told.value.substr(bar + 1);
    case Content::data:
      return told.data;
    case Content::words:
      break;
  }
  std::string text = place.words;
  if (const auto at = text.find('$'); at != std::string::npos) text.replace(at, 1, told.value);
  return text;
}

/// An artifact is nothing without its contents.
bool is_of_missing_contents(const Place& place, const Told& told) {
  const auto is_artifact = [](const Step& step) { return step.refers_to == "artifact"; };
  return told.data.empty() && (place.content == Content::data || std::ranges::any_of(place.steps, is_artifact));
}

std::string in_pattern(const std::string& property) {
  return std::ranges::all_of(property, is_plain) ? property : "'" + property + "'";
}

std::string own_name(std::string_view relation) {
  std::string name = "x_misp_" + in_small_letters(relation);
  std::ranges::replace_if(
      name, [](char c) { return !is_plain(c); }, '_');
  return name;
}

/// Empty where the value doesn't tell it.
std::string type_referred_to(const Step& step, std::string_view text) {
  return step.refers_to == "ip" ? kind_of_address(text) : step.refers_to;
}

/// Both ends of traffic may be addresses or names, so a pattern says which is meant.
bool must_name_type(const PropertyRule* rule) {
  constexpr std::size_t most_that_speak_for_themselves = 2;
  return rule != nullptr && !rule->is_list && rule->targets.size() > most_that_speak_for_themselves;
}

}  // namespace

Translation::Translation(const Thing& thing, Json root) : thing_(thing) {
  objects_.push_back(std::move(root));
}

void Translation::take(const Thing& of, const Told& told) {
  turn_ = relations_[told.relation]++;
  const auto places = of.places.find(told.relation);
  if (places == of.places.end()) return keep_apart(of, told);
  bool is_all_there = true;
  bool is_term_elsewhere = false;
  for (const Place& place : places->second) {
    if (is_of_missing_contents(place, told)) continue;
    const auto text = content_of(place, told);
    const bool is_there = text && (!place.is_observed || put(place, *text, told));
    is_observed_ = is_observed_ || (is_there && place.is_observed);
    is_all_there = is_all_there && is_there;
    if (!text || !told.detects || !place.is_in_pattern) continue;
    // A second value of a property is asked for under the name that it gets instead. A second end of traffic isn't:
    // the pattern may ask for an address and a name alike.
    const bool is_asked_here = is_there || !place.steps.front().refers_to.empty();
    if (!is_asked_here || !add_term(place, *text, told)) is_term_elsewhere = true;
  }
  if (told.relation.empty()) is_whole_ = is_whole_ && is_all_there && !is_term_elsewhere;
  if ((is_all_there && !is_term_elsewhere) || told.relation.empty()) return;
  Told apart = told;
  apart.detects = is_term_elsewhere;
  keep_apart(of, apart);
}

/// False, and nothing changed, where the value is none for the property, or another one stands there.
bool Translation::put(const Place& place, const std::string& text, const Told& told) {
  const PropertyRule* rule = rule_at_end(thing_.root, place.steps);
  const std::string& root = place.root.empty() ? thing_.root : place.root;
  auto value =
      value_of(rule, as_stix_writes(root, place.steps, place.in_small_letters ? in_small_letters(text) : text));
  if (!value) return false;
  Json* at = &objects_.front();
  std::string way;
  for (std::size_t i = 0; i + 1 < place.steps.size(); ++i) {
    way += way_of(place.steps[i], told);
    at = enter(*at, place.steps[i], way, text, told);
    if (at == nullptr) return false;
  }
  const std::string& property = place.steps.back().property;
  if (rule != nullptr && rule->is_list) {
    (*at)[property].push_back(std::move(*value));
  } else if (!at->contains(property)) {
    (*at)[property] = std::move(*value);
  } else if (place.joined == Joined::not_at_all) {
    return (*at)[property] == *value;
  } else {
    const std::string before = (*at)[property];
    const std::string more = *value;
    // A full name may stand there already.
    if (before.find(more) == std::string::npos)
      (*at)[property] = before + (place.joined == Joined::by_space ? " " : " / ") + more;
  }
  return true;
}

/// One step of a way, told from others' where lists are gone through.
std::string Translation::way_of(const Step& step, const Told& told) const {
  std::string way = "." + step.property;
  switch (step.element) {
    case Element::none:
      break;
    case Element::of_relation:
      way += "#" + std::to_string(turn_);
      break;
    case Element::of_attribute:
    case Element::any:
      way += "#" + to_text(told.uuid);
      break;
    case Element::of_object:
      way += "#" + to_text(told.object);
      break;
  }
  return step.refers_to.empty() ? way : way + "->" + step.refers_to;
}

/// Goes one step on: into a group of properties, a list's element or the object that is referred to. Null where there
/// is no way on.
Json* Translation::enter(Json& from, const Step& step, const std::string& way, const std::string& text,
                         const Told& told) {
  const bool is_list = step.element != Element::none;
  if (step.refers_to.empty()) {
    Json& next = from[step.property];
    if (!is_list) return &next;
    const auto [element, is_new] = elements_.emplace(way, next.size());
    if (is_new) next.push_back(Json::object());
    return &next[element->second];
  }
  if (const auto known = referred_.find(way); known != referred_.end()) return &objects_[known->second];
  const std::string type = type_referred_to(step, text);
  if (type.empty() || (!is_list && from.contains(step.property))) return nullptr;
  const std::string id = identifier(type, told.uuid);
  if (is_list) {
    elements_[way] = from[step.property].size();
    from[step.property].push_back(id);
  } else {
    from[step.property] = id;
  }
  referred_[way] = objects_.size();
  return &objects_.emplace_back(Json{{"type", type}, {"spec_version", "2.1"}, {"id", id}});
}

void Translation::keep_apart(const Thing& of, const Told& told) {
  Place place;
  place.steps = of.rest;
  place.steps.push_back({own_name(told.relation), Element::none, ""});
  Json* at = &objects_.front();
  std::string way;
  for (const Step& step : of.rest) {
    way += way_of(step, told);
    at = enter(*at, step, way, told.value, told);
    if (at == nullptr) return;
  }
  Json value = told.data.empty() ? Json(told.value) : Json{{"value", told.value}, {"data", told.data}};
  Json& kept = (*at)[place.steps.back().property];
  if (kept.is_null())
    kept = std::move(value);
  else if (kept.is_array())
    kept.push_back(std::move(value));
  else
    kept = Json::array({kept, std::move(value)});
  is_observed_ = true;
  if (told.detects) static_cast<void>(add_term(place, told.value, told));
}

bool Translation::add_term(const Place& place, const std::string& text, const Told& told) {
  const std::string& root = place.root.empty() ? thing_.root : place.root;
  const std::string said = as_stix_writes(root, place.steps, place.in_small_letters ? in_small_letters(text) : text);
  const auto literal = literal_of(rule_at_end(root, place.steps), said);
  if (text.empty() || !literal) return false;
  std::string path = root + ":";
  bool is_address = false;
  std::string way;
  for (std::size_t i = 0; i < place.steps.size(); ++i) {
    const Step& step = place.steps[i];
    way += way_of(step, told);
    path += in_pattern(step.property);
    if (step.element == Element::any) {
      path += "[*]";
    } else if (step.element != Element::none) {
      const auto element = elements_.find(way);
      path += "[" + std::to_string(element == elements_.end() ? 0 : element->second) + "]";
    }
    if (const std::string type = type_referred_to(step, text); !type.empty()) {
      is_address = step.refers_to == "ip";
      const std::vector<Step> so_far{place.steps.begin(), place.steps.begin() + static_cast<std::ptrdiff_t>(i) + 1};
      if (must_name_type(rule_at_end(thing_.root, so_far))) add_term(path + ".type = '" + type + "'");
    }
    if (i + 1 < place.steps.size()) path += ".";
  }
  // A network is met by the addresses in it.
  const bool is_network = is_address && text.find('/') != std::string::npos;
  add_term(path + (is_network ? " ISSUBSET " : " = ") + *literal);
  return true;
}

void Translation::add_term(std::string term) {
  if (known_terms_.insert(term).second) terms_.push_back(std::move(term));
}

void Translation::finish() {
  const Told nobody;
  auto told_terms = std::exchange(terms_, {});
  known_terms_.clear();
  for (const Place& place : thing_.always) {
    if (!put(place, place.words, nobody)) continue;
    if (place.is_in_pattern && !told_terms.empty()) static_cast<void>(add_term(place, place.words, nobody));
  }
  for (auto& term : told_terms) add_term(std::move(term));
  for (const Place& place : thing_.otherwise)
    if (!objects_.front().contains(place.steps.front().property)) static_cast<void>(put(place, place.words, nobody));
  if (Json& root = objects_.front(); root["type"] == "email-message")
    root["is_multipart"] = root.contains("body_multipart");
  loosen_extensions();
}

/// An extension that lacks what STIX requires of it is none: what it says stands beside it then.
void Translation::loosen_extensions() {
  for (Json& object : objects_) {
    const auto extensions = object.find("extensions");
    if (extensions == object.end()) continue;
    Json complete = Json::object();
    Json loose = Json::object();
    for (const auto& [name, extension] : extensions->items()) {
      const Group* group = Schema::stix21().part(name);
      if (group == nullptr || is_complete(*group, extension)) {
        complete[name] = extension;
        continue;
      }
      for (const auto& [property, value] : extension.items())
        loose[property.starts_with("x_misp_") ? property : own_name(property)] = value;
    }
    if (complete.empty())
      object.erase("extensions");
    else
      object["extensions"] = std::move(complete);
    for (const auto& [property, value] : loose.items())
      if (!object.contains(property)) object[property] = value;
  }
}

std::string Translation::pattern() const {
  if (terms_.empty()) return {};
  std::string pattern;
  for (const auto& term : terms_) pattern += (pattern.empty() ? "[" : " AND ") + term;
  return pattern + "]";
}

}  // namespace ccop::exchange::misp
