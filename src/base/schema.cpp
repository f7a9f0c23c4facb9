#include "base/schema.hpp"

#include <stdexcept>

namespace ccop::schema {
namespace {

std::string address_of(const std::string& component) {
  return "\"#/components/schemas/" + component + "\"";
}

}  // namespace

std::string Components::reference(const std::string& name) {
  return R"({"$ref":)" + address_of(name) + "}";
}

bool Components::begin(const std::string& name, const std::type_info& type) {
  const auto [known, is_new] = types_.emplace(name, &type);
  if (*known->second != type)
    throw std::logic_error("the component " + name + " stands for two types: " + known->second->name() + " and " +
                           type.name());
  return is_new;
}

void Components::finish(const std::string& name, std::string schema) {
  all_.emplace(name, std::move(schema));
}

std::string or_null(std::string_view schema) {
  return R"({"anyOf":[{"type":"null"},)" + std::string{schema} + "]}";
}

std::string array_of(std::string_view items) {
  return R"({"type":"array","items":)" + std::string{items} + "}";
}

std::string enumeration(const std::vector<std::string>& names) {
  std::string list;
  for (const auto& name : names) {
    if (!list.empty()) list += ',';
    append_json_string(list, name);
  }
  return R"({"type":"string","enum":[)" + list + "]}";
}

std::string time(Components& components) {
  return components.refer("Time", typeid(Time), [] {
    return R"({"type":"string","pattern":"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z$"})";
  });
}

std::string base64url(Components& components) {
  return components.refer("Base64url", typeid(Bytes),
                          [] { return R"({"type":"string","pattern":"^[A-Za-z0-9_-]*$"})"; });
}

std::string base64url_of(std::size_t bytes) {
  const std::size_t characters = (bytes * 8 + 5) / 6;
  return R"({"type":"string","pattern":"^[A-Za-z0-9_-]{)" + std::to_string(characters) + "}$\"}";
}

void ObjectSchema::add(std::string_view name, std::string_view schema, bool required) {
  if (!properties_.empty()) properties_ += ',';
  append_json_string(properties_, name);
  (properties_ += ':').append(schema);
  if (!required) return;
  if (!required_.empty()) required_ += ',';
  append_json_string(required_, name);
}

std::string ObjectSchema::text(bool is_open) const {
  std::string text = R"({"type":"object")";
  if (!required_.empty()) text += ",\"required\":[" + required_ + "]";
  if (!is_open) text += ",\"additionalProperties\":false";
  return text + ",\"properties\":{" + properties_ + "}}";
}

void OneOf::add(std::string_view type, const std::string& component, const std::string& reference) {
  const char* separator = references_.empty() ? "" : ",";
  references_ += separator + reference;
  mapping_ += separator + ("\"" + std::string{type} + "\":" + address_of(component));
}

std::string OneOf::text() const {
  return "{\"oneOf\":[" + references_ + "],\"discriminator\":{\"propertyName\":\"type\",\"mapping\":{" + mapping_ +
         "}}}";
}

}  // namespace ccop::schema
