#include "server/identity/enrolment.hpp"

#include "base/text.hpp"
#include "community/people/commands.hpp"
#include "community/people/state.hpp"
#include "server/identity/acts.hpp"
#include "server/identity/doors_changed.hpp"
#include "server/identity/emails.hpp"
#include "server/people/views.hpp"
#include "server/rooms.hpp"

namespace ccop::server {
namespace {

using namespace community;

struct EnrolmentOfferView {
  PersonId person{};
  FieldsOrNone<Profile> profile;
};
BOOST_DESCRIBE_STRUCT(EnrolmentOfferView, (), (person, profile))

struct LinkRef {
  Hash link_key{};
};
BOOST_DESCRIBE_STRUCT(LinkRef, (), (link_key))

struct RecoveryWish {
  static constexpr std::string_view component = "RecoveryRequest";
  std::string email;
  Hash link_key{};
};
BOOST_DESCRIBE_STRUCT(RecoveryWish, (), (email, link_key))

/// For whom the one-time link was made out that has this key; throws the Problem of a link that is none.
PersonId offered_to(const Call& call, const Hash& link_key) {
  const auto found = call.site.live.read([&](const Community& state) -> std::optional<PersonId> {
    for (const auto i : people(state).all.ids()) {
      const auto& offer = people(state).all[i].offer;
      if (offer && offer->until > call.now && equal_in_constant_time(offer->link_key, link_key)) return i;
    }
    return std::nullopt;
  });
  if (!found) throw nothing_there("link-not-valid");
  return *found;
}

EnrolmentOfferView look_at_enrolment(const Call& call, const LinkRef& asked) {
  const PersonId person = offered_to(call, asked.link_key);
  return read_view(call, [&](const Reading& here) {
    return EnrolmentOfferView{person, FieldsOrNone<Profile>{people(here.state).all[person].profile}};
  });
}

/// A passkey, signed by the key of the link: that makes it this person's, whoever carries it here.
void enrol(const Call& call, const SentAct& sent, const Reply& reply) {
  if (!sent.signature.link) throw BadInput{"signature.link", "the signature of a one-time link's key"};
  host::Submission submission = submission_of(call, sent, {});
  const PersonId person = offered_to(call, sent.signature.link->key);
  call.site.live.submit(std::move(submission),
                        [&site = call.site, reply, person, now = call.now,
                         caller = caller_of(call.request.address)](const host::Outcome& outcome) {
                          // Whoever lost the passkeys before may have lost a signed-in device or a machine's token too.
                          if (const auto* receipt = std::get_if<host::Receipt>(&outcome)) {
                            site.admission.sign_ins().end_all_of(person);
                            site.admission.tokens().end_all_of(person);
                            site.admission.calendars().end_all_of(person);
                            site.rooms.door.recoveries.settle(person);
                            site.events.look_again();
                            note_doors(site, receipt->acts, {person, caller, now});
                          }
                          reply(answer_of(site, outcome));
                        });
}

/// Everybody gets the same answer, and the record learns nothing: whoever asks is a stranger until somebody vouches.
Nothing ask_recovery(const Call& call, const RecoveryWish& asked) {
  RecoveryRequests& recoveries = call.site.rooms.door.recoveries;
  const auto person = owner_of_email(call.site.live, in_small_letters(asked.email));
  if (!person) {
    recoveries.ask_nobody(asked.link_key, call.now);
    return {};
  }
  const bool may_be_asked = call.site.live.read([&](const Community& state) {
    const Person& whose = people(state).all[*person];
    return !whose.passkeys.empty() && whose.pending_recovery(call.now) == nullptr;
  });
  if (!may_be_asked || !recoveries.ask(*person, asked.link_key, call.now))
    recoveries.ask_nobody(asked.link_key, call.now);
  call.site.security.note({call.now, SecurityKind::recovery_asked, person, caller_of(call.request.address), {}});
  return {};
}

}  // namespace

Routes enrolment_routes() {
  return {routes::take<&look_at_enrolment>("/api/enrolment/look", Who::strangers),
          routes::take_and_wait<&enrol, ReceiptView>("/api/enrolment", Who::strangers),
          routes::take<&ask_recovery>("/api/recovery", Who::strangers)};
}

}  // namespace ccop::server
