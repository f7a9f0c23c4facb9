#include "exchange/stix/observable_id.hpp"

#include "base/canonical_json.hpp"

#include <map>
#include <vector>

namespace ccop::exchange {
namespace {

/// "ID Contributing Properties" of each type (STIX 2.1, section 6).
const std::map<std::string_view, std::vector<std::string_view>>& contributing() {
  static const std::map<std::string_view, std::vector<std::string_view>> properties{
      {"artifact", {"hashes", "payload_bin"}},
      {"autonomous-system", {"number"}},
      {"directory", {"path"}},
      {"domain-name", {"value"}},
      {"email-addr", {"value"}},
      {"email-message", {"from_ref", "subject", "body"}},
      {"file", {"hashes", "name", "extensions", "parent_directory_ref"}},
      {"ipv4-addr", {"value"}},
      {"ipv6-addr", {"value"}},
      {"mac-addr", {"value"}},
      {"mutex", {"name"}},
      {"network-traffic", {"start", "end", "src_ref", "dst_ref", "src_port", "dst_port", "protocols", "extensions"}},
      {"software", {"name", "cpe", "swid", "vendor", "version"}},
      {"url", {"value"}},
      {"user-account", {"account_type", "user_id", "account_login"}},
      {"windows-registry-key", {"key", "values"}},
      {"x509-certificate", {"hashes", "serial_number"}}};
  return properties;
}

/// Of several hashes one alone contributes, the first of these that is there; else the first by name.
std::string one_hash(simdjson::dom::element hashes) {
  simdjson::dom::object all;
  if (hashes.get(all) != simdjson::SUCCESS) return simdjson::minify(hashes);
  std::map<std::string_view, simdjson::dom::element> by_name;
  for (const auto& field : all) by_name.emplace(field.key, field.value);
  for (const std::string_view preferred : {"MD5", "SHA-1", "SHA-256", "SHA-512"})
    if (const auto found = by_name.find(preferred); found != by_name.end()) {
      by_name = {*found};
      break;
    }
  std::string out = "{";
  if (!by_name.empty()) {
    append_json_string(out, by_name.begin()->first);
    out += ":" + simdjson::minify(by_name.begin()->second);
  }
  return out + "}";
}

}  // namespace

std::optional<Uuid> deterministic_uuid(std::string_view type, simdjson::dom::object object) {
  const auto found = contributing().find(type);
  if (found == contributing().end()) return std::nullopt;
  std::string json;
  for (const auto name : found->second) {
    simdjson::dom::element value;
    if (object[name].get(value) != simdjson::SUCCESS) continue;
    json += json.empty() ? "{" : ",";
    append_json_string(json, name);
    json += ":";
    json += name == "hashes" ? one_hash(value) : simdjson::minify(value);
  }
  if (json.empty()) return std::nullopt;
  return name_based_uuid(observables_namespace(), canonicalize(json + "}"));
}

}  // namespace ccop::exchange
