#include "server/identity/enrolment.hpp"

#include "base/json_reading.hpp"
#include "base/text.hpp"
#include "community/people/commands.hpp"
#include "community/people/state.hpp"
#include "server/identity/acts.hpp"
#include "server/identity/passkeys.hpp"
#include "server/people/views.hpp"
#include "server/rooms.hpp"

namespace ccop::server {
namespace {

using namespace community;

struct EnrolmentOfferView {
  PersonId person{};
  FieldsOrNone<Profile> profile;
  Hash challenge{};
};
BOOST_DESCRIBE_STRUCT(EnrolmentOfferView, (), (person, profile, challenge))

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

struct PasskeyKey {
  Bytes credential;
  std::int32_t algorithm{};
  Bytes public_key;
  std::string relying_party;
};
BOOST_DESCRIBE_STRUCT(PasskeyKey, (), (credential, algorithm, public_key, relying_party))

struct RecoveryRequest {
  std::string email;
  Hash token_hash;
};
BOOST_DESCRIBE_STRUCT(RecoveryRequest, (), (email, token_hash))

constexpr std::size_t longest_label = 100;

/// For whom the one-time link was made out that has this secret; throws the Problem of a link that is none.
PersonId offered_to(const Call& call, const Hash& token_hash) {
  const auto found = call.site.live.read([&](const Community& state) -> std::optional<PersonId> {
    for (const auto i : people(state).all.ids()) {
      const auto& offer = people(state).all[i].offer;
      if (offer && offer->until > call.now && equal_in_constant_time(offer->token_hash, token_hash)) return i;
    }
    return std::nullopt;
  });
  if (!found) throw nothing_there("link-not-valid");
  return *found;
}

EnrolmentOfferView look_at_enrolment(const Call& call, const LinkSecret& asked) {
  const PersonId person = offered_to(call, sha256(bytes_of(asked.token)));
  return read_view(call, [&](const Reading& here) {
    return EnrolmentOfferView{person, FieldsOrNone<Profile>{people(here.state).all[person].profile},
                              call.site.rooms.door.challenges.make(call.now)};
  });
}

void enrol(const Call& call, const Enrolment& asked, const Reply& reply) {
  if (asked.label.empty() || asked.label.size() > longest_label) throw BadInput{"label", "1 to 100 characters"};
  const Hash token_hash = sha256(bytes_of(asked.token));
  const PersonId person = offered_to(call, token_hash);
  const auto passkey = registered_passkey(call, asked.challenge, asked.registration);

  Hash salt{};
  fill_random(salt);
  const store::Content label{std::string{text_of(salt)}, asked.label};
  host::Submission submission;
  submission.request = {call.site.slug,
                        {},
                        {},
                        EnrolPasskey{person, passkey.credential, passkey.key.algorithm, passkey.key.bytes,
                                     call.site.options.party.id, store::content_hash(label)}};
  submission.token_hash = token_hash;
  submission.contents = {label};
  const std::string agent{call.request.header("user-agent")};
  call.site.live.submit(std::move(submission), [&site = call.site, reply, agent, person](const host::Outcome& outcome) {
    Response response = answer_of(site, outcome);
    if (response.status == 200) {
      // Whoever lost the passkeys before may have lost a signed-in device too.
      site.admission.sign_ins().end_all_of(person);
      response.headers.push_back(signed_in(site, person, agent));
    }
    reply(std::move(response));
  });
}

PasskeyKey read_passkey(const Call& call, const NewKey& asked) {
  const auto passkey = registered_passkey(call, asked.challenge, asked.registration);
  return {passkey.credential, passkey.key.algorithm, passkey.key.bytes, call.site.options.party.id};
}

std::string email_in(const std::string& profile) {
  std::string_view email;
  try {
    if (parse_json(profile)["email"].get(email) != simdjson::SUCCESS) return {};
  } catch (const BadInput&) {  // a plain text
    return {};
  }
  return in_small_letters(email);
}

void ask_recovery(const Call& call, const RecoveryRequest& asked, const Reply& reply) {
  std::vector<ContentHash> profiles;
  call.site.live.read([&](const Community& state) {
    for (const Person& person : people(state).all) profiles.push_back(person.profile);
  });
  // Everybody gets the same answer at once; what follows is for the Secretary to see.
  reply(response_of(Nothing{}));
  const std::string email = in_small_letters(asked.email);
  for (std::uint32_t i = 0; i < profiles.size() && !email.empty(); ++i) {
    const auto profile = call.site.live.text(profiles[i]);
    if (!profile || email_in(*profile) != email) continue;
    if (!call.site.rooms.door.tries_by_account.take("recovery " + std::to_string(i), call.now)) return;
    host::Submission submission;
    submission.request = {call.site.slug, {}, {}, AskRecovery{{i}}};
    submission.token_hash = asked.token_hash;
    call.site.live.submit(std::move(submission), [](const host::Outcome&) {});
    return;
  }
}

}  // namespace

Routes enrolment_routes() {
  return {routes::take<&look_at_enrolment>("/api/enrolment/look", Who::strangers),
          routes::take_and_wait<&enrol, ReceiptView>("/api/enrolment", Who::strangers),
          routes::take<&read_passkey>("/api/passkeys/read", Who::signed_in),
          routes::take_and_wait<&ask_recovery, Nothing>("/api/recovery", Who::strangers)};
}

}  // namespace ccop::server
