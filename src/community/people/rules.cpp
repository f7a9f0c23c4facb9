#include "community/people/rules.hpp"

#include "community/clause.hpp"
#include "community/community.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

constexpr std::size_t most_passkeys = 10;
constexpr auto longest_offer = days{30};

bool has_passkey(const Person& person, const Bytes& credential) {
  return std::ranges::find(person.passkeys, credential, &Passkey::credential) != person.passkeys.end();
}

}  // namespace

Ruling decide(const Community& now, const RegisterPerson& asked, const Actor& actor) {
  const bool for_own_seat = now.membership.seat_of(actor.person, actor.at).has_value();
  if (!now.is_committee(actor.person, actor.at) && !for_own_seat)
    return refuse(clause::management, "only-committee-or-representatives-register");
  return accept(PersonRegistered{now.people.next(), asked.profile});
}

Ruling decide(const Community& now, const CorrectPerson& asked, const Actor& actor) {
  if (now.people.find(asked.person) == nullptr) return refuse(clause::the_record, "no-such-person");
  if (asked.person != actor.person && !now.is_committee(actor.person, actor.at))
    return refuse(clause::management, "only-committee-or-self-corrects");
  return accept(PersonCorrected{asked.person, asked.profile});
}

Ruling decide(const Community& now, const OfferEnrolment& asked, const Actor& actor) {
  const Person* person = now.people.find(asked.person);
  if (person == nullptr || person->is_guest) return refuse(clause::the_record, "no-such-person");
  if (!now.is_secretary(actor.person, actor.at) && !now.is_co_chair(actor.person, actor.at))
    return refuse(clause::management, "only-committee-enrols");
  if (!person->passkeys.empty()) return refuse(clause::the_record, "already-enrolled");
  if (asked.until <= actor.at || asked.until > actor.at + longest_offer)
    return refuse(clause::the_record, "link-lasts-at-most", {{"days", std::to_string(longest_offer.count())}});
  return accept(EnrolmentOffered{asked.person, asked.token_hash, asked.until});
}

Ruling decide(const Community& now, const EnrolPasskey& asked, const Actor& actor) {
  const Person* person = now.people.find(asked.person);
  if (person == nullptr) return refuse(clause::the_record, "link-not-valid");
  if (actor.kind == Actor::Kind::bearer) {
    if (!person->offer || person->offer->until < actor.at ||
        !equal_in_constant_time(person->offer->token_hash, actor.token_hash))
      return refuse(clause::the_record, "link-not-valid");
  } else if (asked.person != actor.person || !actor.has_signed) {
    return refuse(clause::the_record, "only-own-passkeys");
  }
  if (person->passkeys.size() >= most_passkeys) return refuse(clause::the_record, "too-many-passkeys");
  if (asked.credential.empty() || asked.credential.size() > 1023 || asked.public_key.empty() ||
      asked.public_key.size() > 600)
    return refuse(clause::the_record, "passkey-not-usable");
  if (std::ranges::any_of(now.people.all, [&](const Person& other) { return has_passkey(other, asked.credential); }))
    return refuse(clause::the_record, "passkey-already-enrolled");
  return accept(PasskeyEnrolled{asked.person, asked.credential, asked.algorithm, asked.public_key, asked.relying_party,
                                asked.label});
}

Ruling decide(const Community& now, const RemovePasskey& asked, const Actor& actor) {
  const Person& person = now.people.all.at(actor.person.value);
  if (!has_passkey(person, asked.credential)) return refuse(clause::the_record, "no-such-passkey");
  if (person.passkeys.size() == 1) return refuse(clause::the_record, "last-passkey");
  return accept(PasskeyRemoved{actor.person, asked.credential});
}

Ruling decide(const Community& now, const AskRecovery& asked, const Actor& actor) {
  const Person* person = now.people.find(asked.person);
  if (actor.kind != Actor::Kind::bearer || person == nullptr || person->passkeys.empty())
    return refuse(clause::the_record, "nothing-to-recover");
  if (person->recovery && person->recovery->asked_at + hours{1} > actor.at)
    return refuse(clause::the_record, "recovery-just-asked");
  return accept(RecoveryAsked{asked.person, actor.token_hash});
}

Ruling decide(const Community& now, const ConfirmRecovery& asked, const Actor& actor) {
  const Person* person = now.people.find(asked.person);
  if (person == nullptr || !person->recovery) return refuse(clause::the_record, "no-recovery-asked");
  if (asked.person == actor.person) return refuse(clause::management, "not-for-oneself");
  const Recovery& recovery = *person->recovery;
  if (now.is_secretary(actor.person, actor.at)) {
    if (recovery.secretary) return refuse(clause::management, "already-confirmed");
    return accept(RecoveryConfirmed{asked.person, actor.person, true});
  }
  if (!now.is_co_chair(actor.person, actor.at)) return refuse(clause::management, "secretary-and-co-chair-confirm");
  if (recovery.co_chair == actor.person) return refuse(clause::management, "already-confirmed");
  // A Secretary can't confirm the Secretary: the second co-Chair stands in.
  if (recovery.co_chair && now.is_secretary(asked.person, actor.at) && !recovery.secretary)
    return accept(RecoveryConfirmed{asked.person, actor.person, true});
  if (recovery.co_chair) return refuse(clause::management, "already-confirmed");
  return accept(RecoveryConfirmed{asked.person, actor.person, false});
}

}  // namespace ccop::community
