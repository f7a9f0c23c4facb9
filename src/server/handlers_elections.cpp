// What pages read about elections, and what anyone with a seat may take away to verify them elsewhere.
#include "ballot/archive.hpp"
#include "ballot/verify.hpp"
#include "server/election_view.hpp"
#include "server/site.hpp"

#include <sstream>

namespace ccop::server {
namespace {

using namespace community;

constexpr std::size_t most_checked = 100;

/// The election whose number stands before `suffix` in the path.
ElectionId election_in_path(const Community& state, std::string_view path, std::string_view suffix = "") {
  const ElectionId id{id_at_end(path.substr(0, path.size() - suffix.size()))};
  if (state.elections.find(id) == nullptr) throw Problem{404, "no-such-page", {}, {}, {}};
  return id;
}

}  // namespace

Response Site::get_elections(const Request& request) {
  const Reader who = require_seat(request);
  return live_.read([&](const Community& state) {
    const ElectionView view{live_, state, who.person, live_.now()};
    Json rows = Json::array();
    for (std::uint32_t i = 0; i < state.elections.all.size(); ++i) rows.push_back(view.head({i}));
    Json may = Json::array();
    if (state.is_committee(who.person, live_.now())) may.push_back("call-candidacies");
    return json_response({{"elections", rows}, {"positions", state.charter().bodies.co_chairs}, {"may", may}});
  });
}

Response Site::get_election(const Request& request) {
  const Reader who = require_seat(request);
  return live_.read([&](const Community& state) {
    return json_response(
        ElectionView{live_, state, who.person, live_.now()}.page(election_in_path(state, request.path)));
  });
}

std::string Site::election_archive(const Request& request, std::string_view suffix, std::string* uuid) {
  return live_.read([&](const Community& state) {
    const host::ElectionRecord record{state, election_in_path(state, request.path, suffix),
                                      [this](const Hash& hash) { return live_.text(hash); }};
    std::string archive = record.archive();
    if (archive.empty()) throw Problem{404, "no-such-page", {}, {}, {}};
    if (uuid != nullptr) *uuid = record.uuid();
    return archive;
  });
}

Response Site::get_election_archive(const Request& request) {
  static_cast<void>(require_seat(request));
  std::string uuid;
  Response response;
  response.body = std::make_shared<const std::string>(election_archive(request, "/archive", &uuid));
  response.content_type = "application/octet-stream";
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + uuid + ".bel\"");
  return response;
}

Response Site::get_election_checks(const Request& request) {
  static_cast<void>(require_seat(request));
  const std::string bytes = election_archive(request, "/checks", nullptr);
  const std::string name = to_hex(sha256(bytes_of(bytes)));
  {
    const std::scoped_lock lock{cache_mutex_};
    if (const auto known = archive_checks_.find(name); known != archive_checks_.end())
      return json_response(Json::parse(known->second));
  }
  // Outside all locks: with many ballots this takes a while.
  std::istringstream archive{bytes};
  Json checks = Json::array();
  Json wrong = nullptr;
  try {
    const auto verified = ballot::verify_election(archive, {1, {}});
    for (const auto check : verified.checks) checks.push_back(json_of(check));
  } catch (const ballot::ArchiveError& error) {
    wrong = error.what();
  }
  const Json found{{"checks", checks}, {"wrong", wrong}};
  const std::scoped_lock lock{cache_mutex_};
  if (archive_checks_.size() >= most_checked) archive_checks_.clear();
  archive_checks_.emplace(name, found.dump());
  return json_response(found);
}

}  // namespace ccop::server
