// Each kind of thing that may happen at the doors is told to the security log by a running server, and none of it holds
// a word of anybody's.
#include "base/codec.hpp"
#include "server/at_the_door.hpp"

namespace ccop::server {
namespace {

using namespace community;

class WhatHappensAtTheDoors : public AtTheDoor {
 protected:
  struct Provocation {
    SecurityKind kind{};
    std::function<void()> happens;
  };

  void end_first(const std::string& which, const std::string& path) {
    const Json id = json(ask("GET", "/api/me", {{"cookie", cookie}}))[which][0]["id"];
    post("/api/me/" + path + "/end", wish(secretary, identity::purpose::ending, {{"id", id}}), cookie);
  }
  void end(const std::string& what) { end_first(what, what); }
  std::string hook() { return json(ask("GET", "/api/hooks", {{"cookie", cookie}}))["hooks"][0]["id"]; }
  static Json email(const std::string& address, const Device& link) {
    return {{"email", address}, {"link_key", to_base64url(link.link_key())}};
  }

  std::vector<Provocation> of_sign_ins() {
    return {
        {SecurityKind::signed_in, [&] { cookie = sign_in(secretary); }},
        {SecurityKind::sign_in_failed, [&] { try_sign_in(Device{"stranger"}.passkey()); }},
        {SecurityKind::signed_out, [&] { post("/api/sign-out", Json::object(), sign_in(secretary)); }},
        {SecurityKind::session_ended,
         [&] {
           end_first("sign_ins", "sign-ins");
           cookie = sign_in(secretary);
         }},
        {SecurityKind::refused,
         [&] {
           get("/api/security-events", {{"cookie", sign_in(member)}});
         }},
        {SecurityKind::quota_reached,
         [&] {
           std::vector<Response> held;
           for (int i = 0; i < 49; ++i) held.push_back(ask("GET", "/api/events", {{"cookie", cookie}}));
           EXPECT_THAT(held.back(), problem("too-many-streams"));
         }},
        {SecurityKind::exported,
         [&] {
           get("/api/exchange/file?format=stix", {{"cookie", cookie}});
         }},
    };
  }
  std::vector<Provocation> of_programs() {
    const auto channel = [&] {
      return wish(secretary, identity::purpose::hook,
                  {{"form", "json"},
                   {"kinds", {"vote-opened"}},
                   {"title", "Planted channel"},
                   {"url", "https://hooks.example.org/planted"}});
    };
    const auto calendar = [&] {
      return wish(secretary, identity::purpose::calendar, {{"label", "Planted phone"}, {"scope", "titles"}});
    };
    return {
        {SecurityKind::token_made, [&] { make_token(secretary, cookie, "record"); }},
        {SecurityKind::token_ended, [&] { end("tokens"); }},
        {SecurityKind::calendar_made, [=, this] { post("/api/me/calendars", calendar(), cookie); }},
        {SecurityKind::calendar_ended, [&] { end("calendars"); }},
        {SecurityKind::hook_made, [=, this] { post("/api/hooks", channel(), cookie); }},
        {SecurityKind::hook_changed,
         [&] {
           post("/api/hooks/change", {{"id", hook()}, {"kinds", {"vote-opened"}}}, cookie);
         }},
        {SecurityKind::hook_ended,
         [&] {
           post("/api/hooks/end", {{"id", hook()}}, cookie);
         }},
    };
  }
  std::vector<Provocation> of_keys() {
    const auto profile = content(R"({"email":"planted@example.net","name":"Planted person"})");
    const auto label = content("Planted key");
    return {
        {SecurityKind::link_offered,
         [=, this] {
           act(secretary, cookie, RegisterPerson{store::content_hash(profile)}, {profile});
           act(secretary, cookie, OfferEnrolment{fresh.person(), fresh.link_key(), now() + days{1}});
         }},
        {SecurityKind::passkey_enrolled, [&] { post("/api/enrolment", sent(fresh.enrols(live()))); }},
        {SecurityKind::passkey_enrolled,
         [=, this] { act(secretary, cookie, second.enrolment(secretary, store::content_hash(label)), {label}); }},
        {SecurityKind::passkey_removed, [&] { act(secretary, cookie, RemovePasskey{second.credential()}); }},
        {SecurityKind::recovery_asked,
         [&] { post("/api/recovery", email("colleague@example.net", Device{"a new link"})); }},
        {SecurityKind::recovery_confirmed,
         [&] {
           act(secretary, cookie, ConfirmRecovery{colleague, Device{"a new link"}.link_key()});
         }},
    };
  }
  std::vector<Provocation> of_seats() {
    return {
        {SecurityKind::seat_given,
         [&] {
           act(member, sign_in(member), NameAlternate{colleague, now(), now() + days{9}});
         }},
        {SecurityKind::seat_ended, [&] { act(member, sign_in(member), EndMandate{seat_of(colleague)}); }},
        {SecurityKind::office_ended, [&] { act(chair, sign_in(chair), ResignCoChair{}); }},
        {SecurityKind::office_given,
         [&] {
           act(secretary, cookie, AppointSecretary{fresh.person(), now()});
         }},
        {SecurityKind::tried_too_often,
         [&] {
           for (int i = 0; i < 40; ++i) post("/api/enrolment/look", {{"link_key", to_base64url(Hash{})}});
         }},
    };
  }
  [[nodiscard]] MandateId seat_of(PersonId person) const {
    return live().read([&](const Community& state) {
      const auto& mandates = membership(state).mandates;
      for (const MandateId id : mandates.ids())
        if (mandates[id].person == person && mandates[id].holds(now())) return id;
      throw std::logic_error("nobody's seat");
    });
  }
  [[nodiscard]] std::ptrdiff_t times_told(SecurityKind kind) const {
    const auto lines = told();
    return std::ranges::count_if(lines,
                                 [&](const std::string& line) { return from_json<SecurityEvent>(line).kind == kind; });
  }

  std::string cookie;
  Device fresh{"fresh"};
  const simulation::SoftwarePasskey second{sha256(bytes_of("second")), "localhost", "http://localhost:8080"};
};

TEST_F(WhatHappensAtTheDoors, IsToldOfEachKindAndHoldsNoWordOfAnybodys) {
  fresh = Device{"fresh", live().read([](const Community& state) { return people(state).next(); })};
  std::set<SecurityKind> met;
  for (const auto& some : {of_sign_ins(), of_programs(), of_keys(), of_seats()})
    for (const Provocation& one : some) {
      const auto before = times_told(one.kind);
      one.happens();
      EXPECT_GT(times_told(one.kind), before) << to_json(one.kind);
      met.insert(one.kind);
    }
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<SecurityKind>>(
      [&](auto kind) { EXPECT_TRUE(met.contains(kind.value)) << kind.name << " is told of nothing"; });
  for (const std::string& line : told())
    for (const char* word : {"lanted", "@", "http"}) EXPECT_EQ(line.find(word), std::string::npos) << line;
}

/// Whoever was given a seat reads who gave it, and not from where; the Secretary reads both.
TEST_F(WhatHappensAtTheDoors, IsToldToThemWithWhoDidIt) {
  cookie = sign_in(secretary);
  act(member, sign_in(member), NameAlternate{colleague, now(), now() + days{9}});
  const auto newest = [&](const std::string& path, const std::string& as) {
    const Json events = json(ask("GET", path, {{"cookie", as}}))["events"];
    const auto found = std::ranges::find_if(events, [](const Json& one) { return one["kind"] == "seat-given"; });
    return found == events.end() ? Json{} : *found;
  };
  const Json own = newest("/api/me/security-events", sign_in(colleague));
  EXPECT_EQ(own["person"], "Colleague");
  EXPECT_EQ(own["by"], "Member");
  EXPECT_EQ(own["caller"], "");
  const Json all = newest("/api/security-events", cookie);
  EXPECT_EQ(all["by"], "Member");
  EXPECT_EQ(all["caller"], "127.0.0.1");
  EXPECT_EQ(newest("/api/me/security-events", sign_in(member)), Json{}) << "it was not theirs";
}

}  // namespace
}  // namespace ccop::server
