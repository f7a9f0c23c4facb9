#include "exchange/misp/converter.hpp"
#include "exchange/stix/bundle_reader.hpp"

#include <simdjson.h>

#include <algorithm>

namespace ccop::exchange {
namespace {

/// Goes through whatever MISP answers with: events, one or many; attributes or objects that were looked for.
class Answer {
 public:
  explicit Answer(misp::Converter& converter) : converter_(converter) {}

  void take(const Json& json) {
    if (json.is_array()) return take_each(json);
    if (!json.is_object()) return refuse();
    if (const Json* inner = within(json, {"response"})) return take(*inner);
    bool is_something = false;
    if (const Json* event = within(json, {"Event"}); event != nullptr && !is_attribute(json)) {
      event->is_array() ? take_each(*event) : converter_.event(*event);
      return;
    }
    if (json.contains("uuid") && json.contains("info")) return converter_.event(json);
    for (const char* name : {"Attribute", "attributes"})
      if (const Json* inner = within(json, {name}); inner != nullptr && !json.contains("meta-category")) {
        is_something = true;
        take_attributes(*inner);
      }
    for (const char* name : {"Object", "objects"})
      if (const Json* inner = within(json, {name})) {
        is_something = true;
        converter_.lone_objects(inner->is_array() ? *inner : Json::array({*inner}));
      }
    if (is_something) return;
    if (is_attribute(json)) return converter_.lone_attribute(json);
    if (json.contains("meta-category")) return converter_.lone_objects(Json::array({json}));
    refuse();
  }

 private:
  static const Json* within(const Json& json, std::initializer_list<const char*> names) {
    for (const char* name : names)
      if (const auto found = json.find(name); found != json.end() && found->is_structured()) return &*found;
    return nullptr;
  }
  static bool is_attribute(const Json& json) {
    return json.contains("type") && json.contains("value") && json.contains("uuid");
  }

  void take_each(const Json& list) {
    // Objects that stand together refer to each other.
    const auto is_object = [](const Json& one) { return one.is_object() && one.contains("meta-category"); };
    if (!list.empty() && std::ranges::all_of(list, is_object)) return converter_.lone_objects(list);
    for (const auto& one : list) take(one);
  }
  void take_attributes(const Json& inner) {
    if (inner.is_object()) return converter_.lone_attribute(inner);
    for (const auto& one : inner)
      if (one.is_object())
        converter_.lone_attribute(one);
      else
        refuse();
  }
  void refuse() { converter_.refuse("expected an event of MISP, or attributes or objects of one"); }

  misp::Converter& converter_;
};

}  // namespace

FromMisp from_misp(std::string_view text, const Making& making) {
  // simdjson first: it refuses broken text, wrong UTF-8 and deep nesting before a tree is made of it.
  simdjson::dom::parser parser;
  if (parser.allocate(text.size(), 64) != simdjson::SUCCESS) throw BundleMistake{0, "a file that fits into memory"};
  if (const auto error = parser.parse(text.data(), text.size()).error())
    throw BundleMistake{0, std::string{"JSON: "} + simdjson::error_message(error)};
  misp::Converter converter{making};
  Answer{converter}.take(Json::parse(text));
  return std::move(converter).made();
}

}  // namespace ccop::exchange
