#include "server/kernel/shapes.hpp"

namespace ccop::server {

void Values::write_json(std::string& out) const {
  char separator = '{';
  for (const auto& [name, value] : all) {
    out += std::exchange(separator, ',');
    append_json_string(out, name);
    out += ':';
    append_json_string(out, value);
  }
  out += separator == '{' ? "{}" : "}";
}

std::string Values::schema(schema::Components&) {
  return R"({"type":"object","additionalProperties":{"type":"string"}})";
}

std::string AnyObject::schema(schema::Components&) {
  return R"({"type":"object","additionalProperties":true})";
}

}  // namespace ccop::server
