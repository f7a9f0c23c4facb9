#include "community/people/state.hpp"

#include "community/people/acts.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

constexpr auto recovery_lasts = hours{72};
constexpr auto recovery_link_lasts = hours{72};

}  // namespace

const Passkey* Person::passkey(const Bytes& credential) const {
  const auto found = std::ranges::find(passkeys, credential, &Passkey::credential);
  return found == passkeys.end() ? nullptr : &*found;
}

const SessionKey* Person::session_key(const Hash& key) const {
  const auto found = std::ranges::find(session_keys, key, &SessionKey::key);
  return found == session_keys.end() ? nullptr : &*found;
}

const Recovery* Person::pending_recovery(Time at) const {
  return recovery && recovery->until > at ? &*recovery : nullptr;
}

Wording wording_of(const Community& now, PersonId person) {
  const Person* found = people(now).find(person);
  return found == nullptr ? Wording{} : Wording{{found->profile}, {}};
}

void apply(People& people, const PersonRegistered& act, Time at) {
  Person person;
  person.profile = act.profile;
  person.registered_at = at;
  people.all.add(std::move(person));
}

void apply(People& people, const PersonCorrected& act) {
  people.all[act.person].profile = act.profile;
}

void apply(People& people, const EnrolmentOffered& act, Time at) {
  people.all[act.person].offer = EnrolmentOffer{act.link_key, act.until, false, at};
}

void apply(People& people, const PasskeyEnrolled& act, Time at) {
  Person& person = people.all[act.person];
  if (person.offer && person.offer->replaces_passkeys) {
    person.passkeys.clear();
    person.session_keys.clear();
  }
  person.offer.reset();
  person.passkeys.push_back({act.credential, act.algorithm, act.public_key, act.relying_party, act.label, at});
}

void apply(People& people, const PasskeyRemoved& act) {
  Person& person = people.all[act.person];
  std::erase_if(person.passkeys, [&](const Passkey& key) { return key.credential == act.credential; });
  std::erase_if(person.session_keys, [&](const SessionKey& key) { return key.credential == act.credential; });
}

void apply(People& people, const RecoveryConfirmed& act, Time at) {
  Person& person = people.all[act.person];
  if (person.pending_recovery(at) == nullptr) person.recovery = Recovery{act.link_key, at + recovery_lasts, {}, {}, at};
  Recovery& recovery = person.recovery.value();
  (act.as_secretary ? recovery.secretary : recovery.co_chair) = act.confirmed_by;
  if (!recovery.secretary || !recovery.co_chair) return;
  person.offer = EnrolmentOffer{recovery.link_key, at + recovery_link_lasts, true, at};
  person.recovery.reset();
}

void apply(People& people, const SessionKeyBegun& act, Time at) {
  Person& person = people.all[act.person];
  std::erase_if(person.session_keys, [&](const SessionKey& key) { return key.until <= at; });
  person.session_keys.push_back({act.key, act.algorithm, act.public_key, act.credential, act.until, act.seat, false});
}

void apply(People& people, const SessionKeyEnded& act) {
  for (SessionKey& key : people.all[act.person].session_keys)
    if (key.key == act.key) key.is_over = true;
}

}  // namespace ccop::community
