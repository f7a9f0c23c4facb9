// Members of a demonstration at its exchange, at the page and by machine.
#pragma once

#include "exchange/compose.hpp"
#include "server/demo_site.hpp"
#include "server/exchange/room.hpp"

#include <algorithm>

namespace ccop::server {

using community::PersonId;
using Json = nlohmann::json;

/// Somebody with a seat: at the page, and by a machine.
struct Seat {
  PersonId person{};
  std::string cookie;
  std::string token;
  community::OrganizationId organization{};
};

class AMemberAtTheExchange : public DemoSite {
 protected:
  void SetUp() override {
    DemoSite::SetUp();
    const Time now = site().live().now();
    for (std::uint32_t i = 0; i < people; ++i) {
      const auto sharer = site().live().read(
          [&](const community::Community& state) { return community::sharer(state, PersonId{i}, now); });
      const bool is_member = sharer.standing == community::Standing::member && !sharer.is_committee;
      if (!sharer.organization || !(is_member || sharer.standing == community::Standing::observer)) continue;
      const bool is_new = std::ranges::find(members_, *sharer.organization, &Seat::organization) == members_.end();
      if (is_member && is_new && members_.size() < 3)
        members_.push_back({PersonId{i}, cookie_of(PersonId{i}), shares_by_machine(PersonId{i}), *sharer.organization});
      if (!is_member && observer_.cookie.empty())
        observer_ = {PersonId{i}, cookie_of(PersonId{i}), "", *sharer.organization};
    }
    ASSERT_EQ(members_.size(), 3u);
    ASSERT_FALSE(observer_.cookie.empty());
  }
  std::string shares_by_machine(PersonId person) { return token_of(person, TokenUse::share); }

  Json shares(const Seat& seat, Json more) {
    Json body{{"name", "An incident"}, {"description", "d"}, {"marking", "amber"}, {"as_community", true}};
    body.update(more);
    const auto answer = ask("POST", "/api/exchange/incidents", body.dump(), {{"cookie", seat.cookie}});
    EXPECT_EQ(answer.status, 200u) << *answer.body;
    return Json::parse(*answer.body);
  }
  Response page(const Seat& seat, const std::string& id) {
    return ask("GET", "/api/exchange/object?id=" + id, "", {{"cookie", seat.cookie}});
  }
  Json shown(const Seat& seat, const std::string& id) { return Json::parse(*page(seat, id).body); }
  Response taxii(const Seat& seat, const std::string& method, const std::string& path, const Json& objects = nullptr,
                 Headers headers = {}) {
    headers.insert({{"authorization", "Bearer " + seat.token}, {"content-type", std::string{taxii_type}}});
    return ask(method, "/taxii2/" + path, objects.is_null() ? "" : Json{{"objects", objects}}.dump(),
               std::move(headers));
  }
  static Json failures(const Response& answer) { return Json::parse(*answer.body).value("failures", Json::array()); }
  /// A version of what somebody else shared, newer than any.
  static Json newer(const Json& object, const Json& more) {
    Json version = object;
    version["modified"] = "2099-01-01T00:00:00.000Z";
    version.update(more);
    return version;
  }
  static Json tool() {
    return {{"type", "tool"},
            {"spec_version", "2.1"},
            {"id", "tool--00000000-0000-4000-8000-000000000001"},
            {"created", "2026-01-01T00:00:00Z"},
            {"modified", "2026-01-01T00:00:00Z"},
            {"name", "n"}};
  }
  std::string all_notes() {
    std::string all;
    site().rooms().exchange->objects().store().each_note(
        "", [&](std::string_view name, std::string_view value) { all.append(name).append(value); });
    return all;
  }

  std::vector<Seat> members_;
  Seat observer_;
};

}  // namespace ccop::server
