// Whether a JSON value is what a schema of the document says, as far as the document uses JSON Schema.
#pragma once

#include "base/schema.hpp"

#include <nlohmann/json.hpp>

#include <regex>

namespace ccop::server {

class SchemaCheck {
 public:
  using Json = nlohmann::json;

  explicit SchemaCheck(const schema::Components& components) {
    for (const auto& [name, text] : components.all()) components_[name] = Json::parse(text);
  }

  /// Where the value is not what it should be; empty when all is.
  [[nodiscard]] std::string mistake(const Json& value, const Json& schema, const std::string& path = "$") const {
    if (schema.contains("$ref")) {
      const std::string ref = schema["$ref"];
      return mistake(value, components_.at(ref.substr(ref.rfind('/') + 1)), path);
    }
    for (const auto* choice : {"anyOf", "oneOf"})
      if (schema.contains(choice)) return mistake_of_choice(value, schema[choice], path);
    if (schema.contains("const") && value != schema["const"]) return path + " is not " + schema["const"].dump();
    if (schema.contains("enum") && std::ranges::find(schema["enum"], value) == schema["enum"].end())
      return path + " is none of " + schema["enum"].dump() + ": " + value.dump();
    if (schema.contains("type") && !is_of_type(value, schema["type"]))
      return path + " is no " + schema["type"].dump() + ": " + value.dump();
    if (value.is_object()) return mistake_of_object(value, schema, path);
    if (value.is_array()) return mistake_of_array(value, schema, path);
    if (value.is_string() && schema.contains("pattern") &&
        !std::regex_search(value.get<std::string>(), std::regex{schema["pattern"].get<std::string>()}))
      return path + " does not look like " + schema["pattern"].dump() + ": " + value.dump();
    if (value.is_number() && schema.contains("minimum") && value < schema["minimum"]) return path + " is too small";
    return {};
  }

 private:
  [[nodiscard]] static bool is_of_type(const Json& value, const Json& type) {
    if (type.is_array()) return std::ranges::any_of(type, [&](const Json& one) { return is_of_type(value, one); });
    return type == "null" ? value.is_null() : type == "integer" ? value.is_number_integer() : type == value.type_name();
  }
  [[nodiscard]] std::string mistake_of_choice(const Json& value, const Json& choices, const std::string& path) const {
    std::string mistakes;
    for (const auto& choice : choices) {
      const std::string found = mistake(value, choice, path);
      if (found.empty()) return {};
      mistakes += "\n  " + found;
    }
    return path + " is none of its alternatives:" + mistakes;
  }
  [[nodiscard]] std::string mistake_of_array(const Json& value, const Json& schema, const std::string& path) const {
    for (std::size_t i = 0; i < value.size(); ++i)
      if (auto found = mistake(value[i], schema["items"], path + "[" + std::to_string(i) + "]"); !found.empty())
        return found;
    return {};
  }
  [[nodiscard]] std::string mistake_of_object(const Json& value, const Json& schema, const std::string& path) const {
    for (const auto& name : schema.value("required", Json::array()))
      if (!value.contains(name.get<std::string>())) return path + " lacks " + name.get<std::string>();
    const Json properties = schema.value("properties", Json::object());
    const Json others = schema.value("additionalProperties", Json(true));
    for (const auto& [name, item] : value.items()) {
      if (!properties.contains(name) && others == false) return path + " has " + name + " too much";
      const Json& one = properties.contains(name) ? properties[name] : others;
      if (one.is_boolean()) continue;
      if (auto found = mistake(item, one, path + "." + name); !found.empty()) return found;
    }
    return {};
  }

  std::map<std::string, Json> components_;
};

}  // namespace ccop::server
