// Every route is asked here: with a request that is what the document says, and its answer is what the document says.
// A route that is added without a line in `requests` fails.
#include "server/routes.hpp"

#include "community/matchers.hpp"
#include "demo_site.hpp"
#include "schema_check.hpp"
#include "server/document.hpp"
#include "server/kernel/problem_view.hpp"
#include "server/rooms.hpp"
#include "simulation/threats.hpp"
#include "store/sealed_settings.hpp"

namespace ccop::server {
namespace {

using Json = nlohmann::json;

constexpr auto statuses_of_a_refusal = {401u, 403u, 404u, 422u};

class EveryRoute : public DemoSite {
 protected:
  void SetUp() override {
    DemoSite::SetUp();
    site().live().read([&](const community::Community& state) {
      simulation::share_examples(site().rooms().exchange->objects(), slug, state, clock_now());
    });
  }
  using DemoSite::ask;
  /// Asks for `route`, and compares request and answer with the document; gives the answer.
  Json ask(const Route& route, const std::string& path, const Json& body);
};

Json EveryRoute::ask(const Route& route, const std::string& path, const Json& body) {
  schema::Components components;
  const auto described = route.describe(components);
  const SchemaCheck check{components};
  if (!described.request.empty()) {
    EXPECT_EQ(check.mistake(body, Json::parse(described.request)), "") << path;
  }
  const Headers headers = route.takes_bytes ? Headers{{"content-type", "application/octet-stream"}} : Headers{};
  const Response response = ask(route.method, path, body.is_string() ? body.get<std::string>() : body.dump(), headers);
  if (std::ranges::find(statuses_of_a_refusal, response.status) != statuses_of_a_refusal.end()) {
    schema::Components problems;
    const std::string problem = schema::of<ProblemView>(problems);
    EXPECT_EQ(SchemaCheck{problems}.mistake(Json::parse(*response.body), Json::parse(problem)), "") << path;
    return Json::parse(*response.body);
  }
  EXPECT_EQ(response.status, 200u) << path << " " << (response.body ? *response.body : "");
  if (response.status != 200 || described.answer.empty()) return {};
  const Json answer = Json::parse(*response.body);
  EXPECT_EQ(check.mistake(answer, Json::parse(described.answer)), "") << path;
  return answer;
}

/// What is asked of each route: where, with what, and by which key of a problem it is refused; empty where it is not.
struct Asked {
  std::string path;
  Json body = Json::object();
  std::string refused_for{};
};

using Requests = std::map<std::string, Asked>;

/// Of the record and all that it tells.
Requests requests_of_readers() {
  const store::Content profile{std::string(16, 's'), R"({"name":"Ada"})"};
  const std::string registering = community::encode(community::Request{
      "ccop", community::PersonId{0}, {}, {}, community::RegisterPerson{store::content_hash(profile)}});
  const Json wish{{"type", "register-person"}, {"profile", to_base64url(Hash{})}};
  return {
      {"GET /api/community", {"/api/community"}},
      {"GET /api/charter", {"/api/charter"}},
      {"GET /api/record", {"/api/record"}},
      {"GET /api/record/{id}", {"/api/record/3"}},
      {"GET /api/record/contents", {"/api/record/contents"}},
      {"GET /api/record/sessions/{id}", {"/api/record/sessions/0"}},
      {"GET /api/record/elections/{id}", {"/api/record/elections/0"}},
      {"GET /api/record/enrolments", {"/api/record/enrolments?people=0"}},
      {"POST /api/acts/barred", {"/api/acts/barred", {{"commands", Json::array({wish})}}}},
      {"POST /api/acts/prepare", {"/api/acts/prepare", {{"command", wish}}}},
      {"POST /api/acts",
       {"/api/acts",
        {{"request", registering},
         {"contents", {{{"salt", to_base64url(bytes_of(profile.salt))}, {"text", profile.text}}}},
         {"signature", Json::object()}},
        "signature-does-not-hold"}},
      {"GET /api/events", {"/api/events"}},
      {"GET /api/people", {"/api/people"}},
      {"GET /api/organizations", {"/api/organizations"}},
      {"GET /api/organizations/{id}", {"/api/organizations/1"}},
      {"GET /api/observers", {"/api/observers"}},
      {"GET /api/bodies", {"/api/bodies"}},
      {"GET /api/meetings", {"/api/meetings"}},
      {"GET /api/meetings/{id}", {"/api/meetings/0"}},
      {"GET /api/meetings/{id}/coming", {"/api/meetings/0/coming"}},
      {"GET /api/sessions/{id}/floor", {"/api/sessions/0/floor"}},
      {"GET /api/sessions/{id}/speakers", {"/api/sessions/0/speakers", {}, "session-not-live"}},
      {"GET /api/motions", {"/api/motions"}},
      {"GET /api/motions/{id}", {"/api/motions/0"}},
      {"GET /api/elections", {"/api/elections"}},
      {"GET /api/priorities", {"/api/priorities"}},
      {"GET /api/priorities/{id}", {"/api/priorities/0"}},
      {"GET /api/items", {"/api/items"}},
      {"GET /api/risks", {"/api/risks"}},
      {"GET /api/risks/{id}", {"/api/risks/0"}},
      {"GET /api/groups", {"/api/groups"}},
      {"GET /api/groups/{id}", {"/api/groups/0"}},
      {"GET /api/elections/{id}", {"/api/elections/0"}},
      {"GET /api/elections/{id}/archive", {"/api/elections/0/archive", {}, "no-such-page"}},  // not open yet
      {"GET /api/elections/{id}/proofs", {"/api/elections/0/proofs", {}, "no-such-page"}},
      {"GET /api/keybox", {"/api/keybox"}},
      {"GET /api/desk", {"/api/desk"}},
      {"GET /api/duties", {"/api/duties"}},
      {"GET /log/checkpoint", {"/log/checkpoint"}},
      {"GET /api/log/head", {"/api/log/head?from=1"}},
      {"GET /log/witnessed", {"/log/witnessed", {}, "not-witnessed-yet"}},
      {"GET /api/log/to-cosign", {"/api/log/to-cosign?from=1"}},
      {"POST /api/log/cosignatures",
       {"/api/log/cosignatures", {{"checkpoint", "no note"}}, "cosignature-does-not-hold"}},
      {"GET /api/log/witnesses", {"/api/log/witnesses"}},
      {"POST /api/log/seen", {"/api/log/seen", {{"checkpoint", "no note"}}}},
      {"GET /log/tile/*", {"/log/tile/0/000"}},
  };
}

/// Of rounds of exposure: none is there yet, and whoever asks holds no seat.
Requests requests_for_exposure() {
  return {{"GET /api/exposure", {"/api/exposure"}},
          {"GET /api/exposure/sets/{id}", {"/api/exposure/sets/0", {}, "no-such-page"}},
          {"GET /api/exposure/rounds/{id}", {"/api/exposure/rounds/0", {}, "no-such-page"}},
          {"GET /api/exposure/shipped", {"/api/exposure/shipped"}},
          {"GET /api/exposure/own", {"/api/exposure/own"}},
          {"POST /api/exposure/own/keep", {"/api/exposure/own/keep", {{"sealed", "c2VhbGVk"}}, "only-seats-answer"}}};
}

/// Of a host that sends no mail.
Requests requests_for_mail() {
  return {
      {"GET /api/mail", {"/api/mail"}},
      {"GET /api/mail/people", {"/api/mail/people"}},
      {"POST /api/mail/preference",
       {"/api/mail/preference", {{"rhythm", "daily"}, {"hour", 8}, {"weekday", 1}, {"zone", ""}}, "no-mail-here"}},
      {"POST /api/mail/looked", {"/api/mail/looked"}},
      {"POST /api/mail/preview",
       {"/api/mail/preview",
        {{"command", {{"type", "open-status-round"}, {"answers_by", to_rfc3339(clock_now() + days{20})}}}}}},
      {"POST /api/mail/retry", {"/api/mail/retry", {{"person", 1}}, "no-mail-here"}},
      {"POST /api/mail/unsubscribe/*", {"/api/mail/unsubscribe/0.0", Json::object(), "link-not-valid"}},
  };
}

/// Of whoever comes in, and of their own door.
Requests requests_at_the_door() {
  const std::string hash = to_base64url(Hash{});
  const Json assertion{{"credential", ""}, {"authenticator_data", ""}, {"client_data", ""}, {"signature", ""}};
  const Json ending{{"statement", {{"id", "x"}, {"nonce", hash}, {"person", 0}}}, {"passkey", assertion}};
  const Json statement{{"algorithm", -8},
                       {"end", "2026-01-01T00:00:00.000Z"},
                       {"head", {{"size", 1}, {"root", hash}}},
                       {"nonce", hash},
                       {"public_key", hash}};
  const std::string enrolling = community::encode(
      community::Request{"ccop", community::PersonId{0}, {}, {}, community::EnrolPasskey{{0}, {}, 0, {}, "", {}}});
  return {
      {"POST /api/challenge", {"/api/challenge"}},
      {"POST /api/sign-in",
       {"/api/sign-in", {{"statement", statement}, {"passkey", assertion}}, "passkey-not-accepted"}},
      {"POST /api/sign-out", {"/api/sign-out"}},
      {"POST /api/enrolment/look", {"/api/enrolment/look", {{"link_key", hash}}, "link-not-valid"}},
      {"POST /api/enrolment",
       {"/api/enrolment",
        {{"request", enrolling},
         {"contents", Json::array()},
         {"signature", {{"link", {{"key", hash}, {"signature", ""}}}}}},
        "signature-does-not-hold"}},
      {"POST /api/recovery", {"/api/recovery", {{"email", "nobody@example.org"}, {"link_key", hash}}}},
      {"GET /api/me", {"/api/me"}},
      {"GET /api/me/security-events", {"/api/me/security-events"}},
      {"GET /api/security-events", {"/api/security-events"}},
      {"GET /api/quotas", {"/api/quotas"}},
      {"POST /api/me/sign-ins/end", {"/api/me/sign-ins/end", ending, "passkey-not-accepted"}},
      {"POST /api/me/tokens",
       {"/api/me/tokens",
        {{"statement",
          {{"ceiling", "green"}, {"days", 90}, {"label", "SIEM"}, {"nonce", hash}, {"person", 0}, {"use", "read"}}},
         {"passkey", assertion}},
        "passkey-not-accepted"}},
      {"POST /api/me/tokens/end", {"/api/me/tokens/end", ending, "passkey-not-accepted"}},
      {"POST /api/me/calendars",
       {"/api/me/calendars",
        {{"statement", {{"label", "phone"}, {"nonce", hash}, {"person", 0}, {"scope", "titles"}}},
         {"passkey", assertion}},
        "passkey-not-accepted"}},
      {"POST /api/me/calendars/end", {"/api/me/calendars/end", ending, "passkey-not-accepted"}},
      {"GET /calendar/*", {"/calendar/nobodys.ics", {}, "no-such-page"}},
  };
}

/// Of the Secretary, who keeps the hooks.
Requests requests_for_hooks() {
  const std::string hash = to_base64url(Hash{});
  const Json assertion{{"credential", ""}, {"authenticator_data", ""}, {"client_data", ""}, {"signature", ""}};
  const Json hook{{"form", "json"}, {"kinds", {"vote-opened"}}, {"nonce", hash},
                  {"person", 0},    {"title", "Duty"},          {"url", "https://hooks.example.org/"}};
  const Json no_hook{{"id", "x"}};
  return {
      {"GET /api/hooks", {"/api/hooks"}},
      {"POST /api/hooks", {"/api/hooks", {{"statement", hook}, {"passkey", assertion}}, "passkey-not-accepted"}},
      {"POST /api/hooks/secret",
       {"/api/hooks/secret",
        {{"statement", {{"hook", "x"}, {"nonce", hash}, {"person", 0}}}, {"passkey", assertion}},
        "passkey-not-accepted"}},
      {"POST /api/hooks/change", {"/api/hooks/change", {{"id", "x"}, {"kinds", {"vote-opened"}}}, "no-such-hook"}},
      {"POST /api/hooks/end", {"/api/hooks/end", no_hook, "no-such-hook"}},
      {"POST /api/hooks/test", {"/api/hooks/test", no_hook, "no-such-hook"}},
      {"POST /api/hooks/resume", {"/api/hooks/resume", no_hook, "no-such-hook"}},
  };
}

/// `made`: the ids of what the requests before began, by their routes.
Requests requests_at_the_exchange(const std::map<std::string, std::string>& made) {
  const auto id_of = [&](const std::string& route) {
    const auto found = made.find(route);
    return found == made.end() ? std::string{"none"} : found->second;
  };
  const std::string incident = simulation::example_to_release();
  const Json object{{"id", incident}};
  const std::string subscription = id_of("POST /api/exchange/subscriptions");
  return {
      {"GET /taxii2/*", {"/taxii2/"}},
      {"POST /api/exchange/search", {"/api/exchange/search", {{"q", "a.example"}}}},
      {"GET /api/exchange/object", {"/api/exchange/object?id=" + incident}},
      {"GET /api/exchange/graph", {"/api/exchange/graph?id=" + incident}},
      {"GET /api/exchange/matrix", {"/api/exchange/matrix"}},
      {"POST /api/exchange/recognise", {"/api/exchange/recognise", {{"text", "198.51.100.7"}}}},
      {"POST /api/exchange/incidents",
       {"/api/exchange/incidents",
        {{"name", "n"}, {"description", "d"}, {"marking", "amber"}, {"as_community", true}}}},
      {"POST /api/exchange/sightings", {"/api/exchange/sightings", object}},
      {"POST /api/exchange/sightings/end", {"/api/exchange/sightings/end", object}},
      {"POST /api/exchange/changes", {"/api/exchange/changes", {{"id", incident}, {"helped", "Patience"}}}},
      {"GET /api/exchange/indicators", {"/api/exchange/indicators?id=" + incident}},
      {"GET /api/exchange/values", {"/api/exchange/values"}},
      {"GET /api/exchange/watch", {"/api/exchange/watch"}},
      {"POST /api/exchange/watch/keep", {"/api/exchange/watch/keep", {{"sealed", "c2VhbGVk"}}, "only-seats-watch"}},
      {"GET /api/exchange/file", {"/api/exchange/file?format=stix&id=" + incident}},
      {"GET /api/exchange/file/left-out", {"/api/exchange/file/left-out?format=misp&id=" + incident}},
      {"POST /api/exchange/comments", {"/api/exchange/comments", {{"id", incident}, {"text", "Said so."}}}},
      {"POST /api/exchange/releases", {"/api/exchange/releases", object}},
      {"GET /api/exchange/collections", {"/api/exchange/collections"}},
      {"POST /api/exchange/collections",
       {"/api/exchange/collections",
        {{"title", "t"}, {"description", ""}, {"types", {"indicator"}}, {"labels", Json::array()}}}},
      {"POST /api/exchange/collections/end",
       {"/api/exchange/collections/end", {{"id", id_of("POST /api/exchange/collections")}}}},
      {"POST /api/exchange/uploads",
       {"/api/exchange/uploads", {{"name", "f"}, {"format", "text"}, {"marking", "green"}}}},
      {"POST /api/exchange/uploads/piece",
       {"/api/exchange/uploads/piece?last=yes&id=" + id_of("POST /api/exchange/uploads"), "a.example"}},
      {"GET /api/exchange/subscriptions", {"/api/exchange/subscriptions"}},
      {"POST /api/exchange/subscriptions",
       {"/api/exchange/subscriptions",
        {{"title", "t"},
         {"kind", "taxii"},
         {"url", "https://x.example/"},
         {"marking", "green"},
         {"every_minutes", 5}}}},
      {"POST /api/exchange/subscriptions/pull", {"/api/exchange/subscriptions/pull", {{"id", subscription}}}},
      {"POST /api/exchange/subscriptions/end", {"/api/exchange/subscriptions/end", {{"id", subscription}}}},
  };
}

Requests requests_beside_the_record() {
  return {
      {"POST /api/coming", {"/api/coming", {{"meeting", 0}, {"coming", "yes"}}, "meeting-is-over"}},
      {"POST /api/floor", {"/api/floor", {{"session", 0}}, "session-not-live"}},
      {"POST /api/speakers/ask", {"/api/speakers/ask", {{"session", 0}}, "session-not-live"}},
      {"POST /api/speakers/withdraw", {"/api/speakers/withdraw", {{"session", 0}}, "session-not-live"}},
      {"POST /api/speakers/give", {"/api/speakers/give", {{"session", 0}, {"person", 1}}, "session-not-live"}},
      {"POST /api/speakers/end", {"/api/speakers/end", {{"session", 0}}, "session-not-live"}},
      {"POST /api/speakers/move",
       {"/api/speakers/move", {{"session", 0}, {"person", 1}, {"place", 0}}, "session-not-live"}},
      {"POST /api/speakers/list", {"/api/speakers/list", {{"session", 0}, {"closed", true}}, "session-not-live"}},
      {"GET /api/adoptions", {"/api/adoptions"}},
      {"POST /api/adoptions/say",
       {"/api/adoptions/say", {{"decision", 100'000}, {"state", "adopted"}, {"text", ""}}, "only-members-convey"}},
  };
}

Requests requests(const std::map<std::string, std::string>& made) {
  Requests all = requests_of_readers();
  all.merge(requests_for_exposure());
  all.merge(requests_for_mail());
  all.merge(requests_beside_the_record());
  all.merge(requests_at_the_door());
  all.merge(requests_for_hooks());
  all.merge(requests_at_the_exchange(made));
  return all;
}

TEST_F(EveryRoute, TakesAndAnswersWhatTheDocumentSays) {
  std::map<std::string, std::string> made;
  const auto is_an_end = [](const Route& route) {
    return route.path == "/api/exchange/subscriptions/end" || route.path == "/api/sign-out";
  };
  Routes ordered = all_routes();
  std::ranges::stable_partition(ordered, [&](const Route& route) { return !is_an_end(route); });
  for (const Route& route : ordered) {
    const std::string name = std::string{route.method} + " " + std::string{route.path};
    const auto all = requests(made);
    const auto asked = all.find(name);
    if (asked == all.end()) {
      ADD_FAILURE() << "no test asks " << name;
      continue;
    }
    if (route.speaks_otherwise) continue;  // TAXII has tests of its own, in its own words
    const Json answer = ask(route, asked->second.path, asked->second.body);
    const std::string refused_for = answer.contains("detail") ? answer.value("key", "") : "";
    EXPECT_EQ(refused_for, asked->second.refused_for) << name;
    if (!refused_for.empty()) community::testing::sentences_met().emplace(refused_for);  // it is compared
    if (answer.contains("id") && answer["id"].is_string()) made[name] = answer["id"];
  }
}

TEST_F(EveryRoute, IsForThoseAloneWhomItSays) {
  for (const Route& route : all_routes()) {
    if (route.speaks_otherwise || route.who == Who::everybody || route.who == Who::strangers) continue;
    std::string path{route.path};
    if (const auto number = path.find("{id}"); number != std::string::npos) path.replace(number, 4, "0");
    const Response response = ask(route.method, path, "{}", {{"cookie", ""}});
    EXPECT_EQ(response.status, 401u) << path;
    EXPECT_THAT(response, problem("sign-in-first")) << path;
  }
}

TEST(TheDocument, HasWhatTheProgramSaysOfItself) {
  EXPECT_EQ(community::testing::charter_text("api/generated.yaml"), generated_components())
      << "write it anew: build/release/bin/ccop api > api/generated.yaml";
}

}  // namespace
}  // namespace ccop::server
