#include "community/people/state.hpp"

namespace ccop::community {
namespace {
constexpr auto recovery_link_lasts = hours{72};
}

void apply(People& people, const PersonRegistered& act) {
  Person person;
  person.profile = act.profile;
  people.all.add(std::move(person));
}

void apply(People& people, const PersonCorrected& act) {
  people.all[act.person].profile = act.profile;
}

void apply(People& people, const EnrolmentOffered& act) {
  people.all[act.person].offer = EnrolmentOffer{act.token_hash, act.until, false};
}

void apply(People& people, const PasskeyEnrolled& act, Time at) {
  Person& person = people.all[act.person];
  if (person.offer && person.offer->replaces_passkeys) person.passkeys.clear();
  person.offer.reset();
  person.passkeys.push_back({act.credential, act.algorithm, act.public_key, act.relying_party, act.label, at});
}

void apply(People& people, const PasskeyRemoved& act) {
  std::erase_if(people.all[act.person].passkeys, [&](const Passkey& key) { return key.credential == act.credential; });
}

void apply(People& people, const RecoveryAsked& act, Time at) {
  people.all[act.person].recovery = Recovery{act.token_hash, at, {}, {}};
}

void apply(People& people, const RecoveryConfirmed& act, Time at) {
  Person& person = people.all[act.person];
  Recovery& recovery = person.recovery.value();
  (act.as_secretary ? recovery.secretary : recovery.co_chair) = act.confirmed_by;
  if (!recovery.secretary || !recovery.co_chair) return;
  person.offer = EnrolmentOffer{recovery.token_hash, at + recovery_link_lasts, true};
  person.recovery.reset();
}

}  // namespace ccop::community
