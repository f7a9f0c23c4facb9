// Every act that can happen, in one variant; and what a rule answers. Acts are what the ledger keeps: their names and
// members are the format of the record (docs/record.md), so none is renamed or removed, and a new member is optional.
#pragma once

#include "community/bodies/acts.hpp"
#include "community/decisions/acts.hpp"
#include "community/elections/acts.hpp"
#include "community/meetings/acts.hpp"
#include "community/membership/acts.hpp"
#include "community/people/acts.hpp"
#include "community/record/acts.hpp"
#include "community/ruling.hpp"

#include <variant>
#include <vector>

namespace ccop::community {

using Act = std::variant<
    // the record
    CommunityFounded, AmendmentProposed, AmendmentAdopted, AmendmentTookForce, ContentErased,
    // people
    PersonRegistered, PersonCorrected, EnrolmentOffered, PasskeyEnrolled, PasskeyRemoved, RecoveryAsked,
    RecoveryConfirmed,
    // membership
    RepresentativeAppointed, AlternateNamed, MandateEnded, AbsenceDeclared, AbsenceEnded, InvitationAsked,
    InvitationEndorsed, InvitationCleared, InvitationWaitlisted, InvitationRefused, InvitationWithdrawn,
    ObserverProposed, ObserverCommented, ObserverOpinionGiven, ObserverAdmitted, ObserverDeclined, ObserverEndProposed,
    ObserverEnded, ObserverKept,
    // bodies
    SecretaryAppointed, CoChairSeated, CoChairVacated, SymposiumCommitteeAppointed,
    // meetings
    MeetingPlanned, MeetingChanged, MeetingPublished, MeetingCancelled, SessionAdded, SessionRemoved, AgendaItemAdded,
    AgendaItemRemoved, SessionOpened, SessionClosed, DiscretionAccepted, SessionEntered, SessionLeft, GuestAdmitted,
    // decisions
    MotionProposed, MotionWithdrawn, MotionOpened, VoteCast, RecordedVoteRequested, ObjectionRaised, MotionPutToVote,
    MotionClosed, DecisionRegistered,
    // elections
    CandidaciesCalled, SecretBallotCalled, SecretBallotEnded, CandidateNominated, CandidacyAccepted, CandidacyEnded,
    CandidaciesClosed, ElectionOfficersNamed, TrusteeReplaced, KeyMessagePosted, CredentialsIssued, ElectionOpened,
    BallotCast, ElectionClosed, DecryptionPosted, ElectionDecided, ElectionCancelled, RunOffCalled, LotCommitted,
    LotRevealed, LotForfeited, LotDrawn, ElectedSubmitted, ElectedConfirmed, ElectedReturned>;

/// What a rule answers: the acts that follow, at least one; or why not.
using Ruling = std::variant<std::vector<Act>, Refusal>;

template <class A>
[[nodiscard]] Ruling accept(A act) {
  std::vector<Act> acts;
  acts.emplace_back(std::move(act));
  return acts;
}

}  // namespace ccop::community
