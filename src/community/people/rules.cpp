#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/people/chapter.hpp"
#include "community/people/commands.hpp"
#include "community/people/sentences.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

constexpr std::size_t most_passkeys = 10;
constexpr auto longest_offer = days{30};

}  // namespace

std::optional<Refusal> bars(const Community& now, const RegisterPerson::About&, const Asking& asking) {
  if (is_committee(now, asking.person, asking.at) || holds_seat(now, asking.person, asking.at)) return std::nullopt;
  return refuse(clause::management, sentence::only_committee_or_representatives_register);
}

Ruling decide(const Community& now, const RegisterPerson& asked, const Asking&) {
  return accept(PersonRegistered{people(now).all.next(), asked.profile});
}

std::optional<Refusal> bars(const Community& now, const CorrectPerson::About& about, const Asking& asking) {
  if (people(now).all.find(about.person) == nullptr) return refuse(clause::the_record, sentence::no_such_person);
  if (about.person == asking.person || is_committee(now, asking.person, asking.at)) return std::nullopt;
  return refuse(clause::management, sentence::only_committee_or_self_corrects);
}

Ruling decide(const Community&, const CorrectPerson& asked, const Asking&) {
  return accept(PersonCorrected{asked.person, asked.profile});
}

std::optional<Refusal> bars(const Community& now, const OfferEnrolment::About& about, const Asking& asking) {
  const Person* person = people(now).all.find(about.person);
  if (person == nullptr || person->is_guest) return refuse(clause::the_record, sentence::no_such_person);
  if (!is_committee(now, asking.person, asking.at)) return refuse(clause::management, sentence::only_committee_enrols);
  if (!person->passkeys.empty()) return refuse(clause::the_record, sentence::already_enrolled);
  return std::nullopt;
}

Wording shown(const Community& now, const OfferEnrolment& asked) {
  return wording_of(now, asked.person);
}

Ruling decide(const Community&, const OfferEnrolment& asked, const Asking& asking) {
  if (asked.until <= asking.at || asked.until > asking.at + longest_offer)
    return refuse(clause::the_record, sentence::link_lasts_at_most, longest_offer.count());
  return accept(EnrolmentOffered{asked.person, asked.link_key, asked.until});
}

std::optional<Refusal> bars(const Community& now, const EnrolPasskey::About& about, const Asking& asking) {
  const Person* person = people(now).all.find(about.person);
  if (person == nullptr) return refuse(clause::the_record, sentence::link_not_valid);
  if (asking.kind == Asking::Kind::link) {
    if (!person->offer || person->offer->until < asking.at ||
        !equal_in_constant_time(person->offer->link_key, asking.key))
      return refuse(clause::the_record, sentence::link_not_valid);
  } else if (about.person != asking.person || asking.signed_by != SignedBy::passkey) {
    return refuse(clause::the_record, sentence::only_own_passkeys);
  }
  if (person->passkeys.size() >= most_passkeys) return refuse(clause::the_record, sentence::too_many_passkeys);
  return std::nullopt;
}

Ruling decide(const Community& now, const EnrolPasskey& asked, const Asking&) {
  if (asked.credential.empty() || asked.credential.size() > 1023 || asked.public_key.empty() ||
      asked.public_key.size() > 600)
    return refuse(clause::the_record, sentence::passkey_not_usable);
  if (std::ranges::any_of(people(now).all,
                          [&](const Person& other) { return other.passkey(asked.credential) != nullptr; }))
    return refuse(clause::the_record, sentence::passkey_already_enrolled);
  return accept(PasskeyEnrolled{asked.person, asked.credential, asked.algorithm, asked.public_key, asked.relying_party,
                                asked.label});
}

std::optional<Refusal> bars(const Community& now, const RemovePasskey::About&, const Asking& asking) {
  const Person& person = people(now).all[asking.person];
  if (person.passkeys.empty()) return refuse(clause::the_record, sentence::no_such_passkey);
  if (person.passkeys.size() == 1) return refuse(clause::the_record, sentence::last_passkey);
  return std::nullopt;
}

Ruling decide(const Community& now, const RemovePasskey& asked, const Asking& asking) {
  if (people(now).all[asking.person].passkey(asked.credential) == nullptr)
    return refuse(clause::the_record, sentence::no_such_passkey);
  return accept(PasskeyRemoved{asking.person, asked.credential});
}

std::optional<Refusal> bars(const Community& now, const ConfirmRecovery::About& about, const Asking& asking) {
  const Person* person = people(now).all.find(about.person);
  if (person == nullptr || person->passkeys.empty()) return refuse(clause::the_record, sentence::nothing_to_recover);
  if (about.person == asking.person) return refuse(clause::management, sentence::not_for_oneself);
  const Recovery* pending = person->pending_recovery(asking.at);
  const Recovery recovery = pending != nullptr ? *pending : Recovery{};
  if (is_secretary(now, asking.person, asking.at)) {
    if (recovery.secretary) return refuse(clause::management, sentence::already_confirmed);
    return std::nullopt;
  }
  if (!is_co_chair(now, asking.person, asking.at))
    return refuse(clause::management, sentence::secretary_and_co_chair_confirm);
  const bool stands_in = is_secretary(now, about.person, asking.at) && !recovery.secretary;
  if (recovery.co_chair == asking.person || (recovery.co_chair && !stands_in))
    return refuse(clause::management, sentence::already_confirmed);
  return std::nullopt;
}

Wording shown(const Community& now, const ConfirmRecovery& asked) {
  return wording_of(now, asked.person);
}

Ruling decide(const Community& now, const ConfirmRecovery& asked, const Asking& asking) {
  const Recovery* pending = people(now).all[asked.person].pending_recovery(asking.at);
  if (pending != nullptr && !equal_in_constant_time(pending->link_key, asked.link_key))
    return refuse(clause::management, sentence::another_recovery_is_pending);
  // A Secretary can't confirm the Secretary: the second co-Chair stands in.
  const bool as_secretary =
      is_secretary(now, asking.person, asking.at) || (pending != nullptr && pending->co_chair.has_value());
  return accept(RecoveryConfirmed{asked.person, asked.link_key, asking.person, as_secretary});
}

std::optional<Refusal> bars(const Community& now, const EndSessionKey::About& about, const Asking& asking) {
  const SessionKey* key = people(now).all[asking.person].session_key(about.key);
  if (key == nullptr || key->is_over) return refuse(clause::the_record, sentence::no_such_session_key);
  return std::nullopt;
}

Ruling decide(const Community&, const EndSessionKey& asked, const Asking& asking) {
  return accept(SessionKeyEnded{asking.person, asked.key});
}

void PeopleChapter::note(Community& now, const PasskeyEnrolled& act, const Noting& noting) {
  of<People>(now).all[act.person].enrolments.push_back({act.credential, noting.entry});
}

std::vector<Act> PeopleChapter::due(const Community&, Time) {
  return {};
}

std::vector<Task> PeopleChapter::tasks(const Community& now, PersonId person, Time at) {
  std::vector<Task> found;
  const Asking asking = asked_by(person, at);
  for (const PersonId other : people(now).all.ids())
    if (people(now).all[other].pending_recovery(at) != nullptr && !bars(now, ConfirmRecovery::About{other}, asking))
      found.push_back({.kind = "confirm-recovery", .by = {}, .person = other});
  return found;
}

}  // namespace ccop::community
