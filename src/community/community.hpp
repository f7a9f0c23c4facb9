// The state of a community: a fold of its acts, and nothing else. `decide` asks the rules, `apply` records what they
// allowed.
#pragma once

#include "community/bodies/rules.hpp"
#include "community/bodies/state.hpp"
#include "community/charter/charter.hpp"
#include "community/decisions/rules.hpp"
#include "community/decisions/state.hpp"
#include "community/elections/rules.hpp"
#include "community/elections/state.hpp"
#include "community/meetings/rules.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/rules.hpp"
#include "community/membership/state.hpp"
#include "community/people/rules.hpp"
#include "community/people/state.hpp"
#include "community/record/rules.hpp"
#include "community/record/state.hpp"

#include <memory>

namespace ccop::community {

/// Everything that can be asked for.
using Command = std::variant<
    Found, SettleDue, EraseContent, ProposeAmendment, RegisterPerson, CorrectPerson, OfferEnrolment, EnrolPasskey,
    RemovePasskey, AskRecovery, ConfirmRecovery, AppointRepresentative, SucceedRepresentative, EndMandate,
    NameAlternate, DeclareAbsence, EndAbsence, InviteRepresentative, ClearInvitation, RefuseInvitation,
    WithdrawInvitation, ProposeObserver, CommentOnObserver, DecideOnObserver, ProposeObserverEnd, LeaveAsObserver,
    AppointSecretary, SeatFoundingCoChair, ResignCoChair, AppointSymposiumCommittee, PlanMeeting, ChangeMeeting,
    PublishMeeting, CancelMeeting, AddSession, RemoveSession, AddAgendaItem, RemoveAgendaItem, OpenSession,
    CloseSession, AcceptDiscretion, EnterSession, LeaveSession, AdmitGuest, ProposeMotion, WithdrawMotion, OpenMotion,
    CastVote, RequestRecordedVote, ObjectToMotion, PutMotionToVote, CloseMotion, CallCandidacies, CallSecretBallot,
    NominateCandidate, StandForElection, StandDown, CloseCandidacies, NameElectionOfficers, ReplaceTrustee,
    PostKeyMessage, IssueCredentials, OpenElection, CastBallot, CloseElection, PostDecryption, DeclareResult,
    CancelElection, CallRunOff, CommitLot, RevealLot, ForfeitLot, SubmitElected, RecordConfirmation, RecordReturn>;

/// How many of the Members are in the room, by whoever casts their vote, and how many must be (clause 6.5).
struct Quorum {
  std::size_t present{};
  std::size_t needed{};
  std::size_t members{};
  bool stands{};
};

struct Community {
  Record record;
  People people;
  Membership membership;
  Bodies bodies;
  Meetings meetings;
  Decisions decisions;
  Elections elections;
  Time last_at{};  ///< the time of the last act: the record's clock never runs backwards

  [[nodiscard]] bool is_founded() const { return charter_ != nullptr; }
  /// The charter in force. Only after the founding.
  [[nodiscard]] const Charter& charter() const { return *charter_; }
  /// Reads the charter in force from the record again; for whoever restored a state from a snapshot.
  void read_charter_in_force();

  [[nodiscard]] bool is_secretary(PersonId person, Time at) const;
  /// Serves a co-Chair's term, and still holds the Member's seat that it rests on (clause 3.2).
  [[nodiscard]] bool is_co_chair(PersonId person, Time at) const;
  /// Of the Management Committee: a co-Chair or the Secretary (clause 3.1).
  [[nodiscard]] bool is_committee(PersonId person, Time at) const;
  [[nodiscard]] std::size_t committee_size(Time at) const;
  /// The Member for which this person casts the vote at that time, if any (clauses 4.3, 6.5).
  [[nodiscard]] std::optional<OrganizationId> voting_organization(PersonId person, Time at) const;
  /// Additional representatives and guests with a place at the meeting; never more than its capacity.
  [[nodiscard]] std::size_t confirmed(MeetingId meeting) const;
  [[nodiscard]] Quorum quorum(SessionId session, Time at) const;
  /// Whether a deadline has passed that the host must settle before anything else is decided.
  [[nodiscard]] bool has_due(Time at) const;

 private:
  std::shared_ptr<const Charter> charter_;
};
BOOST_DESCRIBE_STRUCT(Community, (), (record, people, membership, bodies, meetings, decisions, elections, last_at))

/// Whether a command must carry the actor's passkey signature.
[[nodiscard]] bool is_formal(const Command& command);

/// Asks the rules: the acts that follow, or a refusal with its clause. Pure.
[[nodiscard]] Ruling decide(const Community& now, const Command& command, const Actor& actor);

/// The refusal that this person would meet by asking for `command` at that time, signing it where it must be signed;
/// empty when the rules would allow it.
[[nodiscard]] std::optional<Refusal> would_refuse(const Community& now, const Command& command, PersonId person,
                                                  Time at);

/// Records what `decide` allowed. `actor` and `at` are those under which it was decided. Can't fail but by a bug.
void apply(Community& community, const std::vector<Act>& acts, const Actor& actor);

}  // namespace ccop::community
