// Signing in, enrolling, recovering, one's own sessions and tokens.
#include "base/text.hpp"
#include "community/clause.hpp"
#include "server/json.hpp"
#include "server/site.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;

struct SignIn {
  PersonId person;
  Bytes challenge;
  Signature assertion;
};
BOOST_DESCRIBE_STRUCT(SignIn, (), (person, challenge, assertion))

struct LinkSecret {
  std::string token;
};
BOOST_DESCRIBE_STRUCT(LinkSecret, (), (token))

struct Registration {
  Bytes authenticator_data;
  Bytes client_data;
};
BOOST_DESCRIBE_STRUCT(Registration, (), (authenticator_data, client_data))

struct Enrolment {
  std::string token;
  Bytes challenge;
  Registration registration;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(Enrolment, (), (token, challenge, registration, label))

struct NewKey {
  Bytes challenge;
  Registration registration;
};
BOOST_DESCRIBE_STRUCT(NewKey, (), (challenge, registration))

struct RecoveryRequest {
  std::string email;
  Hash token_hash;
};
BOOST_DESCRIBE_STRUCT(RecoveryRequest, (), (email, token_hash))

struct SessionRef {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(SessionRef, (), (id))

struct TokenRequest {
  std::string label;
  std::optional<TokenUse> use;
  std::optional<std::string> ceiling;  ///< a word of TLP: the strictest marking that the token reaches
  std::optional<std::uint32_t> days;   ///< that it lasts
};
BOOST_DESCRIBE_STRUCT(TokenRequest, (), (label, use, ceiling, days))

constexpr std::size_t longest_label = 100;
constexpr std::uint32_t longest_token_days = 366;

/// The name of the first mark that the user agent's text holds.
std::string_view named(std::string_view agent,
                       std::initializer_list<std::pair<std::string_view, std::string_view>> marks) {
  for (const auto& [mark, name] : marks)
    if (agent.find(mark) != std::string_view::npos) return name;
  return {};
}

/// A browser's kind, coarse on purpose: enough to know one's own sessions apart.
std::string label_of(std::string_view agent) {
  const auto browser = named(
      agent, {{"Firefox", "Firefox"}, {"Edg/", "Edge"}, {"Chrome", "Chrome"}, {"Safari", "Safari"}, {"", "Browser"}});
  const auto system = named(agent, {{"Android", "Android"},
                                    {"iPhone", "iOS"},
                                    {"iPad", "iOS"},
                                    {"Windows", "Windows"},
                                    {"Mac OS", "macOS"},
                                    {"Linux", "Linux"}});
  return std::string{browser} + (system.empty() ? "" : ", " + std::string{system});
}

}  // namespace

Response Site::get_community(const Request&) {
  return live_.read([&](const Community& state) {
    const Charter& charter = state.charter();
    return json_response({{"slug", charter.slug},
                          {"name", charter.name},
                          {"short_name", charter.short_name},
                          {"time_zone", charter.time_zone},
                          {"log_key", state.record.log_key},
                          {"relying_party", options_.party.id}});
  });
}

Response Site::make_challenge(const Request& request) {
  if (!tries_by_address_.take(caller_of(request.address), live_.now()))
    throw Problem{429, "too-many-tries", {}, {}, {}};
  return json_response({{"challenge", to_base64url(challenges_.make(live_.now()))}});
}

Response Site::sign_in(const Request& request) {
  const Time now = live_.now();
  if (!tries_by_address_.take(caller_of(request.address), now)) throw Problem{429, "too-many-tries", {}, {}, {}};
  const auto asked = from_json<SignIn>(request.body);
  if (!tries_by_account_.take(std::to_string(asked.person.value), now))
    throw Problem{429, "too-many-tries", {}, {}, {}};
  const bool fresh = challenges_.take(asked.challenge, now);
  const bool holds = live_.read([&](const Community& state) {
    const Person* person = state.people.find(asked.person);
    if (person == nullptr) return false;
    const auto key = std::ranges::find(person->passkeys, asked.assertion.credential, &Passkey::credential);
    if (key == person->passkeys.end()) return false;
    const auto& a = asked.assertion;
    return identity::check_assertion({a.credential, a.authenticator_data, a.client_data, a.signature},
                                     {key->algorithm, key->public_key}, asked.challenge, key->relying_party,
                                     options_.party.origins);
  });
  // One answer for every failure: whether the account, the key or the signature was wrong is nobody's business.
  if (!fresh || !holds) throw Problem{401, "passkey-not-accepted", {}, {}, {}};
  return with_session(json_response({{"person", asked.person.value}}), asked.person, request);
}

Response Site::sign_out(const Request& request) {
  sessions_.end(request.cookie("ccop_" + slug_));
  Response response = json_response(Json::object());
  response.headers.emplace_back("Set-Cookie",
                                "ccop_" + slug_ + "=; Path=/c/" + slug_ + "; Max-Age=0; HttpOnly; SameSite=Strict");
  return response;
}

Response Site::with_session(Response response, PersonId person, const Request& request) {
  const std::string secret = sessions_.begin(person, label_of(request.header("user-agent")), live_.now());
  response.headers.emplace_back("Set-Cookie", "ccop_" + slug_ + "=" + secret + "; Path=/c/" + slug_ +
                                                  "; HttpOnly; SameSite=Strict" +
                                                  (options_.secure_cookies ? "; Secure" : ""));
  return response;
}

std::optional<PersonId> Site::offered_to(const Hash& token_hash) const {
  return live_.read([&](const Community& state) -> std::optional<PersonId> {
    for (std::uint32_t i = 0; i < state.people.all.size(); ++i) {
      const auto& offer = state.people.all[i].offer;
      if (offer && offer->until > live_.now() && equal_in_constant_time(offer->token_hash, token_hash))
        return PersonId{i};
    }
    return std::nullopt;
  });
}

Response Site::look_at_enrolment(const Request& request) {
  if (!tries_by_address_.take(caller_of(request.address), live_.now()))
    throw Problem{429, "too-many-tries", {}, {}, {}};
  const auto asked = from_json<LinkSecret>(request.body);
  const auto person = offered_to(sha256(bytes_of(asked.token)));
  if (!person) throw Problem{404, "link-not-valid", {}, {}, {}};
  const auto profile = live_.read([&](const Community& state) { return state.people.all[person->value].profile; });
  return json_response({{"person", person->value},
                        {"profile", Json::parse(live_.text(profile).value_or("{}"))},
                        {"challenge", to_base64url(challenges_.make(live_.now()))}});
}

void Site::enrol(const Request& request, const Reply& reply) {
  const Time now = live_.now();
  if (!tries_by_address_.take(caller_of(request.address), now)) throw Problem{429, "too-many-tries", {}, {}, {}};
  const auto asked = from_json<Enrolment>(request.body);
  if (asked.label.empty() || asked.label.size() > longest_label) throw BadInput{"label", "1 to 100 characters"};
  const Hash token_hash = sha256(bytes_of(asked.token));
  const auto person = offered_to(token_hash);
  if (!person) throw Problem{404, "link-not-valid", {}, {}, {}};
  if (!challenges_.take(asked.challenge, now)) throw Problem{401, "passkey-not-accepted", {}, {}, {}};
  const auto passkey = identity::check_registration(asked.registration.authenticator_data,
                                                    asked.registration.client_data, asked.challenge, options_.party);
  if (!passkey) throw Problem{401, "passkey-not-accepted", {}, {}, {}};

  Hash salt{};
  fill_random(salt);
  const store::Content label{std::string{text_of(salt)}, asked.label};
  host::Submission submission;
  submission.request = {slug_,
                        {},
                        {},
                        EnrolPasskey{*person, passkey->credential, passkey->key.algorithm, passkey->key.bytes,
                                     options_.party.id, store::content_hash(label)}};
  submission.token_hash = token_hash;
  submission.contents = {label};
  live_.submit(std::move(submission), [this, reply, request, who = *person](const host::Outcome& outcome) {
    Response response = answer_of(outcome);
    if (response.status == 200) {
      sessions_.end_all_of(who);  // whoever lost the passkeys before may have lost a signed-in device too
      response = with_session(std::move(response), who, request);
    }
    reply(std::move(response));
  });
}

Response Site::read_passkey(const Request& request) {
  static_cast<void>(require_reader(request));
  const auto asked = from_json<NewKey>(request.body);
  if (!challenges_.take(asked.challenge, live_.now())) throw Problem{401, "passkey-not-accepted", {}, {}, {}};
  const auto passkey = identity::check_registration(asked.registration.authenticator_data,
                                                    asked.registration.client_data, asked.challenge, options_.party);
  if (!passkey) throw Problem{401, "passkey-not-accepted", {}, {}, {}};
  return json_response({{"credential", to_base64url(passkey->credential)},
                        {"algorithm", passkey->key.algorithm},
                        {"public_key", to_base64url(passkey->key.bytes)},
                        {"relying_party", options_.party.id}});
}

void Site::ask_recovery(const Request& request, const Reply& reply) {
  const Time now = live_.now();
  if (!tries_by_address_.take(caller_of(request.address), now)) throw Problem{429, "too-many-tries", {}, {}, {}};
  const auto asked = from_json<RecoveryRequest>(request.body);
  const std::string email = in_small_letters(asked.email);
  std::vector<std::pair<PersonId, Hash>> profiles;
  live_.read([&](const Community& state) {
    for (std::uint32_t i = 0; i < state.people.all.size(); ++i)
      profiles.emplace_back(PersonId{i}, state.people.all[i].profile);
  });
  // Everybody gets the same answer at once; what follows is for the Secretary to see.
  reply(json_response(Json::object()));
  for (const auto& [person, profile] : profiles) {
    const auto text = live_.text(profile);
    if (!text || in_small_letters(Json::parse(*text).value("email", "")) != email || email.empty()) continue;
    if (!tries_by_account_.take("recovery " + std::to_string(person.value), now)) return;
    host::Submission submission;
    submission.request = {slug_, {}, {}, AskRecovery{person}};
    submission.token_hash = asked.token_hash;
    live_.submit(std::move(submission), [](const host::Outcome&) {});
    return;
  }
}

Response Site::enter_as_guest(const Request& request) {
  if (!tries_by_address_.take(caller_of(request.address), live_.now()))
    throw Problem{429, "too-many-tries", {}, {}, {}};
  const Hash token_hash = sha256(bytes_of(from_json<LinkSecret>(request.body).token));
  const auto found = live_.read([&](const Community& state) -> std::optional<std::pair<PersonId, std::uint32_t>> {
    for (std::uint32_t i = 0; i < state.meetings.all.size(); ++i)
      for (const Guest& guest : state.meetings.all[i].guests)
        if (guest.until > live_.now() && equal_in_constant_time(guest.token_hash, token_hash))
          return std::pair{guest.person, i};
    return std::nullopt;
  });
  if (!found) throw Problem{404, "link-not-valid", {}, {}, {}};
  return with_session(json_response({{"meeting", found->second}}), found->first, request);
}

Response Site::get_me(const Request& request) {
  const Reader who = require_reader(request);
  const Time now = live_.now();
  Json me{{"person", who.person.value}, {"has_seat", who.has_seat}, {"is_guest", who.is_guest}};
  Hash profile{};
  std::vector<std::pair<Json, Hash>> keys;
  live_.read([&](const Community& state) {
    const Person& person = state.people.all[who.person.value];
    profile = person.profile;
    Json roles = Json::array();
    if (state.is_secretary(who.person, now)) roles.push_back("secretary");
    if (state.is_co_chair(who.person, now)) roles.push_back("co-chair");
    me["organization"] = nullptr;
    if (const auto seat = state.membership.seat_of(who.person, now)) {
      const Mandate& mandate = state.membership.mandates[seat->value];
      const Organization& organization = state.membership.organizations[mandate.organization.value];
      roles.push_back(mandate.kind == MandateKind::main ? "representative" : "alternate");
      me["organization"] = {{"id", mandate.organization.value},
                            {"key", organization.key},
                            {"name", organization.name},
                            {"status", json_of(organization.status)}};
      me["absent"] = state.membership.is_absent(mandate.organization, now);
    }
    me["votes"] = state.voting_organization(who.person, now).has_value();
    me["roles"] = roles;
    for (const Passkey& key : person.passkeys)
      keys.emplace_back(Json{{"credential", to_base64url(key.credential)}, {"since", json_of(key.since)}}, key.label);
  });
  me["profile"] = Json::parse(live_.text(profile).value_or("{}"));
  me["passkeys"] = Json::array();
  for (auto& [key, label] : keys) {
    key["label"] = live_.text(label).value_or("");
    me["passkeys"].push_back(std::move(key));
  }
  const std::string current = Sessions::id_of(request.cookie("ccop_" + slug_));
  const auto list = [&](const Sessions& sessions) {
    Json all = Json::array();
    for (const auto& [id, session] : sessions.of(who.person, now))
      all.push_back({{"id", id},
                     {"label", session.label},
                     {"since", json_of(session.since)},
                     {"last_seen", json_of(session.last_seen)},
                     {"until", json_of(session.until)},
                     {"use", json_of(session.use)},
                     {"ceiling", session.ceiling},
                     {"current", id == current}});
    return all;
  };
  me["sessions"] = list(sessions_);
  me["tokens"] = list(tokens_);
  return json_response(me);
}

Response Site::end_session(const Request& request) {
  const Reader who = require_reader(request);
  if (!sessions_.end_by_id(who.person, from_json<SessionRef>(request.body).id))
    throw Problem{404, "no-such-session-of-yours", {}, {}, {}};
  return json_response(Json::object());
}

Response Site::make_token(const Request& request) {
  const Reader who = require_seat(request);
  if (who.by_token) throw Problem{403, "tokens-only-read", {}, {}, {}};
  const auto asked = from_json<TokenRequest>(request.body);
  if (asked.label.empty() || asked.label.size() > longest_label) throw BadInput{"label", "1 to 100 characters"};
  if (asked.ceiling && !exchange::parse_level(*asked.ceiling)) throw BadInput{"ceiling", "a word of TLP"};
  if (asked.days && (*asked.days == 0 || *asked.days > longest_token_days)) throw BadInput{"days", "1 to 366"};
  const Time now = live_.now();
  const TokenUse use = asked.use.value_or(TokenUse::read);
  const Sharer holder = live_.read([&](const Community& state) { return sharer(state, who.person, now); });
  if (use == TokenUse::share)
    if (const auto refusal = objection_to_sharing(holder)) throw problem_of(*refusal);
  if (use == TokenUse::liaison && !holder.is_committee)
    throw problem_of(refuse(clause::release, "only-committee-opens-to-liaisons"));
  const Time until = now + days{asked.days.value_or(longest_token_days)};
  return json_response(
      {{"token",
        tokens_.begin(WebSession{who.person, {}, {}, until, asked.label, use, asked.ceiling.value_or("")}, now)},
       {"until", json_of(until)}});
}

Response Site::end_token(const Request& request) {
  const Reader who = require_reader(request);
  if (!tokens_.end_by_id(who.person, from_json<SessionRef>(request.body).id))
    throw Problem{404, "no-such-session-of-yours", {}, {}, {}};
  return json_response(Json::object());
}

}  // namespace ccop::server
