#include "server/identity/me.hpp"

#include "community/bodies/state.hpp"
#include "community/membership/state.hpp"
#include "community/people/state.hpp"
#include "identity/signed_message.hpp"
#include "server/people/views.hpp"
#include "server/signed_wish.hpp"

namespace ccop::server {
namespace {

using namespace community;

enum class Role { secretary, co_chair, representative, alternate };
BOOST_DESCRIBE_ENUM(Role, secretary, co_chair, representative, alternate)

struct OwnOrganization {
  OrganizationId id{};
  std::string key;
  std::string name;
  Status status{};
};
BOOST_DESCRIBE_STRUCT(OwnOrganization, (), (id, key, name, status))

struct OwnPasskey {
  Bytes credential;
  Time since{};
  SureWords label;
};
BOOST_DESCRIBE_STRUCT(OwnPasskey, (), (credential, since, label))

/// A browser that is signed in, or a machine's token.
struct SignInView {
  std::string id;
  std::string label;
  Time since{};
  Time last_seen{};
  Time until{};
  TokenUse use{};
  std::string ceiling;
  bool current{};
  std::optional<Hash> key;  ///< of a browser, where it has signed an act
};
BOOST_DESCRIBE_STRUCT(SignInView, (), (id, label, since, last_seen, until, use, ceiling, current, key))

/// A device that follows one's calendar.
struct OwnCalendar {
  std::string id;
  std::string label;
  Time since{};
  Time last_seen{};
  CalendarScope scope{};
};
BOOST_DESCRIBE_STRUCT(OwnCalendar, (), (id, label, since, last_seen, scope))

/// Whom somebody without a seat asks.
struct SecretaryToAsk {
  Words name;
  std::optional<SureWords> email;
};
BOOST_DESCRIBE_STRUCT(SecretaryToAsk, (), (name, email))

struct MeView {
  PersonId person{};
  bool has_seat{};
  bool is_guest{};
  std::optional<bool> absent;
  bool votes{};
  OrNull<OwnOrganization> organization;
  std::vector<Role> roles;
  std::optional<SecretaryToAsk> secretary;  ///< for whoever has enrolled, and holds no seat
  FieldsOrNone<Profile> profile;
  std::vector<OwnPasskey> passkeys;
  std::vector<SignInView> sign_ins;
  std::vector<SignInView> tokens;
  std::vector<OwnCalendar> calendars;
};
BOOST_DESCRIBE_STRUCT(MeView, (),
                      (person, has_seat, is_guest, absent, votes, organization, roles, secretary, profile, passkeys,
                       sign_ins, tokens, calendars))

void add_seat(const Reading& here, MeView& me) {
  const auto seat = membership(here.state).seat_of(here.person, here.now);
  if (!seat) return;
  const Mandate& mandate = membership(here.state).mandates[*seat];
  const Organization& organization = membership(here.state).organizations[mandate.organization];
  me.roles.push_back(mandate.kind == MandateKind::main ? Role::representative : Role::alternate);
  me.organization = OwnOrganization{mandate.organization, organization.key, organization.name, organization.status};
  me.absent = membership(here.state).is_absent(mandate.organization, here.now);
}

std::optional<SecretaryToAsk> secretary_to_ask(const Reading& here) {
  const auto secretary = bodies(here.state).secretary(here.now);
  if (!secretary) return std::nullopt;
  const ContentHash profile = people(here.state).all[*secretary].profile;
  return SecretaryToAsk{name_of(here, *secretary), Words::member_or_empty(profile, "email")};
}

/// The key of a sign-in that has signed an act: it ends by another one.
std::optional<Hash> key_on_record(const Call& call, const SignIn& sign_in) {
  if (!sign_in.grant) return std::nullopt;
  const Hash key = sign_in.grant->statement.key();
  const bool is_there = call.site.live.read([&](const Community& state) {
    const SessionKey* found = people(state).all[sign_in.person].session_key(key);
    return found != nullptr && !found->is_over;
  });
  return is_there ? std::optional{key} : std::nullopt;
}

std::vector<SignInView> own(const Call& call, const SignIns& sign_ins) {
  const std::string current = SignIns::id_of(call.site.admission.secret_in(call.request));
  std::vector<SignInView> all;
  for (const auto& [id, s] : sign_ins.of(call.reader.person, call.now))
    all.push_back(
        {id, s.label, s.since, s.last_seen, s.until, s.use, s.ceiling, id == current, key_on_record(call, s)});
  return all;
}

MeView me_view(const Reading& here) {
  const Person& person = people(here.state).all[here.person];
  MeView me;
  me.person = here.person;
  me.has_seat = here.who.has_seat;
  me.is_guest = here.who.is_guest;
  if (is_secretary(here.state, here.person, here.now)) me.roles.push_back(Role::secretary);
  if (is_co_chair(here.state, here.person, here.now)) me.roles.push_back(Role::co_chair);
  add_seat(here, me);
  me.votes = voting_organization(here.state, here.person, here.now).has_value();
  if (!here.who.has_seat && !here.who.is_guest) me.secretary = secretary_to_ask(here);
  me.profile = FieldsOrNone<Profile>{person.profile};
  for (const Passkey& key : person.passkeys)
    me.passkeys.push_back({key.credential, key.since, Words::of_or_empty(key.label)});
  return me;
}

MeView me(const Call& call) {
  MeView view = read_view(call, me_view);
  view.sign_ins = own(call, call.site.admission.sign_ins());
  view.tokens = own(call, call.site.admission.tokens());
  for (const auto& [id, calendar] : call.site.admission.calendars().of(call.reader.person, call.now))
    view.calendars.push_back({id, calendar.label, calendar.since, calendar.last_seen, calendar.scope});
  return view;
}

Nothing end_sign_in(const Call& call, const EndingRequest& asked) {
  return end_own(call, asked, call.site.admission.sign_ins(), SecurityKind::session_ended);
}

}  // namespace

Nothing end_own(const Call& call, const EndingRequest& asked, SignIns& those, SecurityKind kind) {
  const EndingStatement& wished = asked.statement;
  require_passkey(call, identity::purpose::ending, {wished.person, wished.nonce, to_json(wished)}, asked.passkey);
  if (!those.end_by_id(call.reader.person, wished.id)) throw nothing_there("nothing-such-of-yours");
  call.site.events.look_again();
  call.note(kind);
  return {};
}

Routes me_routes() {
  return {routes::get<&me>("/api/me", Who::person), routes::take<&end_sign_in>("/api/me/sign-ins/end", Who::person)};
}

}  // namespace ccop::server
