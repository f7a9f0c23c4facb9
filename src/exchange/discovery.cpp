#include "exchange/discovery.hpp"

#include "base/text.hpp"
#include "exchange/json.hpp"
#include "exchange/text/letters.hpp"

#include <algorithm>
#include <vector>

namespace ccop::exchange {
namespace {

constexpr std::string_view where_discovery_is = "/taxii2/";
constexpr std::size_t longest_id = 100;

/// Scheme, host and port.
std::string origin_of(const std::string& url) {
  const auto host = url.find("://") + 3;
  return in_small_letters(url.substr(0, url.find('/', host)));
}

bool is_collection(const std::string& url) {
  const auto parts = pieces_of(url, '/');
  return parts.size() >= 2 && parts[parts.size() - 2] == "collections";
}

/// The address of an API root, which discovery may give by its path alone; empty where it is on another host.
std::string root_at(const std::string& discovery, const std::string& said) {
  const std::string root = with_slash(said);
  if (root.starts_with("//")) return {};
  if (root.find("://") == std::string::npos) return (root.starts_with('/') ? origin_of(discovery) : discovery) + root;
  return origin_of(root) == origin_of(discovery) ? root : std::string{};
}

/// The default one; where there is none, the first.
std::string root_of(const std::string& discovery, const Json& body) {
  std::vector<std::string> said;
  if (const auto usual = body.find("default"); usual != body.end() && usual->is_string())
    said.push_back(usual->get<std::string>());
  for (const auto& root : body.at("api_roots"))
    if (root.is_string()) said.push_back(root.get<std::string>());
  for (const auto& one : said)
    if (auto root = root_at(discovery, one); !root.empty()) return root;
  return {};
}

bool is_plain(const std::string& id) {
  const auto is_usual = [](char c) { return free_text::is_alphanumeric(c) || c == '-' || c == '_' || c == '.'; };
  return !id.empty() && id.size() <= longest_id && id.front() != '.' && std::ranges::all_of(id, is_usual);
}

std::vector<std::string> ids_of_readable(const Json& body) {
  std::vector<std::string> ids;
  for (const auto& one : list_in(body, "collections")) {
    if (!one.is_object() || !one.value("can_read", Json{}).is_boolean() || !one.at("can_read").get<bool>()) continue;
    const Json id = one.value("id", Json{});
    if (id.is_string() && is_plain(id.get<std::string>())) ids.push_back(id.get<std::string>());
  }
  return ids;
}

Json object_at(const std::string& url, const AskTaxii& ask) {
  Json body = Json::parse(ask(url), nullptr, false);
  return body.is_object() ? body : Json::object();
}

}  // namespace

std::string with_slash(const std::string& url) {
  return url.ends_with('/') ? url : url + "/";
}

Discovered discover_collection(const std::string& url, const AskTaxii& ask) {
  if (is_collection(url)) return {with_slash(url), ""};
  const std::string origin = origin_of(url);
  const bool is_host = with_slash(url).size() == origin.size() + 1;
  const std::string begin = is_host ? origin + std::string{where_discovery_is} : with_slash(url);
  const Json first = object_at(begin, ask);
  std::string root = begin;
  if (const auto roots = first.find("api_roots"); roots != first.end() && roots->is_array())
    root = root_of(begin, first);
  else if (!first.contains("versions"))
    return {"", "neither a discovery nor an API root of TAXII 2.1 is there"};
  if (root.empty()) return {"", "its discovery names no API root of its own host"};

  const auto ids = ids_of_readable(object_at(root + "collections/", ask));
  if (ids.empty()) return {"", "it has no collection that may be read"};
  const std::string collection = root + "collections/" + ids.front() + "/";
  if (ids.size() == 1) return {collection, ""};
  return {"", "it has " + std::to_string(ids.size()) +
                  " collections that may be read: give the address of one, such as " + collection};
}

}  // namespace ccop::exchange
