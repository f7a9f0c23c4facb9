#include "exchange/misp/table.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <stdexcept>

namespace ccop::exchange::misp {
namespace {

[[noreturn]] void wrong(std::string_view what) {
  throw std::logic_error{"MISP's table: " + std::string{what}};
}

/// A line's words; what stands between ' and ' belongs to its word, spaces and all.
std::vector<std::string> words_of(std::string_view line) {
  std::vector<std::string> words;
  bool quoted = false;
  bool within = false;
  for (const char c : line) {
    if (c == '\'') quoted = !quoted;
    if (c == ' ' && !quoted) {
      within = false;
      continue;
    }
    if (!within) words.emplace_back();
    within = true;
    words.back() += c;
  }
  return words;
}

Element element_of(std::string_view sign) {
  if (sign == "n") return Element::of_relation;
  if (sign == "+") return Element::of_attribute;
  if (sign == "o") return Element::of_object;
  if (sign == "*") return Element::any;
  wrong(sign);
}

std::vector<Step> steps_of(std::string_view path) {
  std::vector<Step> steps;
  for (const auto& piece : pieces_of(path, '.')) {
    Step step{piece, Element::none, ""};
    if (const auto arrow = step.property.find("->"); arrow != std::string::npos) {
      step.refers_to = step.property.substr(arrow + 2);
      step.property.resize(arrow);
    }
    if (const auto open = step.property.find('['); open != std::string::npos) {
      step.element = element_of(std::string_view{step.property}.substr(open + 1, 1));
      step.property.resize(open);
    }
    steps.push_back(std::move(step));
  }
  return steps;
}

Place place_of(std::string_view text) {
  Place place;
  const char sign = text.front();
  place.is_in_pattern = sign != '!' && sign != '&' && sign != '/';
  place.is_observed = sign != '~';
  place.in_small_letters = sign == '^';
  if (sign == '&') place.joined = Joined::by_space;
  if (sign == '/') place.joined = Joined::by_slash;
  if (std::string_view{"!~^&/"}.find(sign) != std::string_view::npos) text.remove_prefix(1);
  if (const auto equals = text.find('='); equals != std::string_view::npos) {
    const auto content = text.substr(equals + 1);
    if (content == "$1")
      place.content = Content::first_part;
    else if (content == "$2")
      place.content = Content::second_part;
    else if (content == "$data")
      place.content = Content::data;
    else if (content.size() > 1 && content.front() == '\'' && content.back() == '\'')
      place.content = Content::words;
    else
      wrong(text);
    if (place.content == Content::words) place.words = content.substr(1, content.size() - 2);
    text = text.substr(0, equals);
  }
  if (const auto colon = text.find(':'); colon != std::string_view::npos) {
    place.root = text.substr(0, colon);
    text.remove_prefix(colon + 1);
  }
  place.steps = steps_of(text);
  return place;
}

void take_line(Thing& thing, bool is_attribute, const std::vector<std::string>& words) {
  if (words.size() == 2 && words[0] == "=") {
    thing.always.push_back(place_of(words[1]));
  } else if (words.size() == 2 && words[0] == "+") {
    thing.always.push_back(place_of(words[1]));
    thing.always.back().is_in_pattern = false;
  } else if (words.size() == 2 && words[0] == "?") {
    thing.otherwise.push_back(place_of(words[1]));
  } else if (words.size() == 2 && words[0] == "*") {
    thing.rest = steps_of(words[1]);
  } else if (is_attribute) {
    for (const auto& word : words) thing.places[""].push_back(place_of(word));
  } else {
    if (words.size() < 2) wrong(words[0]);
    std::vector<Place> places;
    for (std::size_t i = 1; i < words.size(); ++i) places.push_back(place_of(words[i]));
    for (const auto& relation : pieces_of(words[0], ',')) thing.places[relation] = places;
  }
}

const Thing* find(const std::map<std::string, Thing, std::less<>>& things, std::string_view name) {
  const auto found = things.find(name);
  return found == things.end() ? nullptr : &found->second;
}

}  // namespace

Table::Table(std::string_view text) {
  std::map<std::string, Thing, std::less<>>* things = nullptr;
  std::vector<std::string> names;
  for (const auto& line : pieces_of(text, '\n')) {
    const auto words = words_of(line);
    if (words.empty() || line.starts_with('#')) continue;
    if (line.starts_with(' ')) {
      if (names.empty()) wrong(line);
      for (const auto& name : names) take_line(things->at(name), things == &attributes_, words);
      continue;
    }
    if (words.size() == 3 && words[0] == "category") {
      for (const auto& type : pieces_of(words[2], ',')) categories_[type] = words[1].substr(1, words[1].size() - 2);
      continue;
    }
    if (words.size() != 3 && (words.size() != 5 || words[3] != "of")) wrong(line);
    things = words[0] == "attribute" ? &attributes_ : &objects_;
    names = pieces_of(words[1], ',');
    for (const auto& name : names) {
      Thing& thing = (*things)[name];
      thing.root = words[2];
      if (words.size() == 5) thing.part_of = pieces_of(words[4], ',');
    }
  }
}

const Table& Table::built_in() {
  static const Table table{mapping_text};
  return table;
}

const Thing* Table::attribute(std::string_view type) const {
  return find(attributes_, type);
}

std::string Table::category(std::string_view type) const {
  const auto found = categories_.find(type);
  return found == categories_.end() ? "Other" : found->second;
}

const Thing* Table::object(std::string_view name) const {
  return find(objects_, name);
}

}  // namespace ccop::exchange::misp
