#include "exchange/misp/tags.hpp"

#include "base/text.hpp"
#include "exchange/marking.hpp"
#include "exchange/misp/fields.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace ccop::exchange::misp {
namespace {

constexpr std::array<std::string_view, 9> own_names{
    "type", "category", "to_ids", "name", "meta-category", "data-layer", "date", "threat_level_id", "analysis"};

/// A quote would end the tag's value, and a bar one of its parts.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '%')
      out += "%25";
    else if (c == '"')
      out += "%22";
    else if (c == '|')
      out += "%7C";
    else
      out += c;
  }
  return out;
}

std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const auto code = text.substr(at, 3);
    const char c = code == "%25" ? '%' : code == "%22" ? '"' : code == "%7C" ? '|' : '\0';
    out += c == '\0' ? text[at] : c;
    if (c != '\0') at += 2;
  }
  return out;
}

struct Machine {
  std::string name;
  std::vector<std::string> values;  ///< what stands between bars
};

/// A tag such as `stix:reference="source|id|url"`; empty for another.
std::optional<Machine> machine_of(std::string_view tag) {
  constexpr std::string_view begin = "stix:";
  const auto equals = tag.find("=\"");
  if (!tag.starts_with(begin) || equals == std::string_view::npos || !tag.ends_with('"') || equals + 3 > tag.size())
    return std::nullopt;
  Machine machine{std::string{tag.substr(begin.size(), equals - begin.size())}, {}};
  auto rest = tag.substr(equals + 2, tag.size() - equals - 3);
  while (true) {
    const auto bar = rest.find('|');
    machine.values.push_back(unescaped(rest.substr(0, bar)));
    if (bar == std::string_view::npos) return machine;
    rest.remove_prefix(bar + 1);
  }
}

std::string tag_of(std::string_view name, std::initializer_list<std::string_view> values) {
  std::string tag = "stix:" + std::string{name} + "=\"";
  for (const auto& value : values) tag += (&value == values.begin() ? "" : "|") + escaped(value);
  return tag + "\"";
}

bool take_machine(Json& json, const Machine& machine) {
  const auto& values = machine.values;
  if (machine.name == "confidence" && values.size() == 1) {
    int number = -1;
    std::from_chars(values[0].data(), values[0].data() + values[0].size(), number);
    if (number < 0 || number > 100) return false;
    json["confidence"] = number;
  } else if (machine.name == "indicator-type" && values.size() == 1 && json["type"] == "indicator") {
    json["indicator_types"].push_back(values[0]);
  } else if (machine.name == "phase" && values.size() == 2 && json["type"] == "indicator") {
    json["kill_chain_phases"].push_back({{"kill_chain_name", values[0]}, {"phase_name", values[1]}});
  } else if (machine.name == "name" && values.size() == 1 && json["type"] == "indicator") {
    json["name"] = values[0];
  } else if (machine.name == "created" && values.size() == 1) {
    // MISP tells seconds alone: what was made within the second of its last change comes back as of that second.
    const auto created = parse_timestamp(values[0]);
    const auto modified = parse_timestamp(json.value("modified", ""));
    if (!created || !modified || *created > *modified) return created.has_value();
    json["created"] = values[0];
  } else if (machine.name == "lang" && values.size() == 1) {
    json["lang"] = values[0];
  } else if (machine.name == "reference" && values.size() == 4) {
    Json reference{{"source_name", values[0]}};
    constexpr std::array names{"external_id", "url", "description"};
    for (std::size_t i = 0; i < names.size(); ++i)
      if (!values[i + 1].empty()) reference[names.at(i)] = values[i + 1];
    json["external_references"].push_back(reference);
  } else {
    return false;
  }
  return true;
}

bool is_own(const std::string& label) {
  return std::ranges::any_of(
      own_names, [&](std::string_view name) { return label.starts_with("misp:" + std::string{name} + "=\""); });
}

void add_references(std::vector<std::string>& tags, const Json& object) {
  for (const auto& one : list_in(object, "external_references"))
    if (one.is_object())
      tags.push_back(tag_of("reference", {text_of(one, "source_name"), text_of(one, "external_id"), text_of(one, "url"),
                                          text_of(one, "description")}));
  for (const auto& phase : list_in(object, "kill_chain_phases"))
    if (phase.is_object() && text_of(phase, "kill_chain_name") != "misp-category")
      tags.push_back(tag_of("phase", {text_of(phase, "kill_chain_name"), text_of(phase, "phase_name")}));
}

}  // namespace

std::string own_label(std::string_view name, std::string_view value) {
  return "misp:" + std::string{name} + "=\"" + std::string{value} + "\"";
}

std::string labelled(const Json& object, std::string_view name) {
  const std::string begin = "misp:" + std::string{name} + "=\"";
  for (const auto& one : list_in(object, "labels"))
    if (one.is_string())
      if (const std::string label = one; label.starts_with(begin) && label.size() > begin.size())
        return label.substr(begin.size(), label.size() - begin.size() - 1);
  return {};
}

void take_tags(Json& json, const Json& holder) {
  for (const auto& tag : list_in(holder, "Tag")) {
    const std::string name = text_of(tag, "name");
    if (name.empty()) continue;
    const auto machine = machine_of(name);
    if (!machine || !take_machine(json, *machine)) json["labels"].push_back(name);
  }
}

std::string name_tag(std::string_view name) {
  return tag_of("name", {name});
}

Json tags_of(const Json& object) {
  std::vector<std::string> tags;
  std::vector<std::string> markings;
  for (const auto& one : list_in(object, "object_marking_refs"))
    if (one.is_string()) markings.push_back(one);
  const auto level = strictest(markings);
  for (const auto& one : list_in(object, "labels"))
    // How far it may go the markings say, whatever the labels said when it came.
    if (one.is_string() && !is_own(one) && !parse_level(one.get<std::string>())) tags.push_back(one);
  if (level) tags.push_back("tlp:" + std::string{word_of(*level)});
  if (object.contains("confidence") && object["confidence"].is_number_integer())
    tags.push_back(tag_of("confidence", {object["confidence"].dump()}));
  for (const auto& one : list_in(object, "indicator_types"))
    if (one.is_string()) tags.push_back(tag_of("indicator-type", {one.get<std::string>()}));
  if (const auto lang = text_of(object, "lang"); !lang.empty()) tags.push_back(tag_of("lang", {lang}));
  if (const auto created = text_of(object, "created"); !created.empty() && created != text_of(object, "modified"))
    tags.push_back(tag_of("created", {created}));
  add_references(tags, object);
  Json json = Json::array();
  for (const auto& tag : tags) json.push_back({{"name", tag}});
  return json;
}

}  // namespace ccop::exchange::misp
