// Which command each kind of task leads to: what somebody is told to do must stand open to them.
#pragma once

#include "community/scenario.hpp"

#include <map>

namespace ccop::community::testing {

using Barred = std::optional<Refusal> (*)(const Community& now, const Task& task, const Asking& asking);

template <class C, auto Id>
[[nodiscard]] std::optional<Refusal> barred_by_id(const Community& now, const Task& task, const Asking& asking) {
  return barred<C>(now, typename C::About{(task.*Id).value()}, asking);
}

/// Who lost the seat can't accept any more, and may still decline.
[[nodiscard]] inline std::optional<Refusal> barred_from_answering(const Community& now, const Task& task,
                                                                  const Asking& asking) {
  if (!barred<StandForElection>(now, {task.election.value()}, asking)) return std::nullopt;
  return barred<StandDown>(now, {task.election.value()}, asking);
}

/// One of two steps, whichever is next.
[[nodiscard]] inline std::optional<Refusal> barred_from_lots(const Community& now, const Task& task,
                                                             const Asking& asking) {
  if (!barred<CommitLot>(now, {task.election.value()}, asking)) return std::nullopt;
  return barred<RevealLot>(now, {task.election.value()}, asking);
}

/// A task to clear tells whom and for which meeting; the invitation is found by both.
[[nodiscard]] inline std::optional<Refusal> barred_from_clearing(const Community& now, const Task& task,
                                                                 const Asking& asking) {
  std::optional<Refusal> last = Refusal{"", "no invitation for this task", {}};
  for (const InvitationId id : meetings(now).invitations.ids()) {
    const Invitation& invitation = meetings(now).invitations[id];
    if (invitation.person != task.person || invitation.meeting != task.meeting) continue;
    last = barred<ClearInvitation>(now, {id}, asking);
    if (!last) return last;
  }
  return last;
}

/// A task to attest tells the meeting: of one of its sessions it stands open.
[[nodiscard]] inline std::optional<Refusal> barred_from_attesting(const Community& now, const Task& task,
                                                                  const Asking& asking) {
  std::optional<Refusal> last = Refusal{"", "no session for this task", {}};
  for (const SessionId id : meetings(now).all[task.meeting.value()].sessions) {
    last = barred<AttestSession>(now, {id}, asking);
    if (!last) return last;
  }
  return last;
}

/// Whoever is asked says that they read it; who became a Member later can object alone.
[[nodiscard]] inline std::optional<Refusal> barred_from_silence(const Community& now, const Task& task,
                                                                const Asking& asking) {
  if (!barred<SeeMotion>(now, {task.motion.value()}, asking)) return std::nullopt;
  return barred<ObjectToMotion>(now, {task.motion.value()}, asking);
}

/// A task to reach seats tells the motion: one of its seats may be told by another way.
[[nodiscard]] inline std::optional<Refusal> barred_from_reaching(const Community& now, const Task& task,
                                                                 const Asking& asking) {
  std::optional<Refusal> last = Refusal{"", "no seat for this task", {}};
  for (const OrganizationId id : membership(now).roll(asking.at)) {
    last = barred<AttestDelivery>(now, {task.motion.value(), id}, asking);
    if (!last) return last;
  }
  return last;
}

/// The keys are the seat's, whatever election they are for.
[[nodiscard]] inline std::optional<Refusal> barred_from_registering(const Community& now, const Task&,
                                                                    const Asking& asking) {
  const MandateId mandate = membership(now).seat_of(asking.person, asking.at).value();
  return barred<RegisterVotingKey>(now, {membership(now).mandates[mandate].organization}, asking);
}

[[nodiscard]] inline std::optional<Refusal> barred_from_preparing(const Community& now, const Task& task,
                                                                  const Asking& asking) {
  const Election& ballot = elections(now).all[task.election.value()];
  return barred<PrepareRound>(now, {ballot.round.value().round}, asking);
}

[[nodiscard]] inline const std::map<std::string_view, Barred>& kinds_of_tasks() {
  static const std::map<std::string_view, Barred> kinds{
      {"confirm-recovery", &barred_by_id<ConfirmRecovery, &Task::person>},
      {"seat-co-chair", &barred_by_id<SeatFoundingCoChair, &Task::position>},
      {"vacant-seat", &barred_by_id<AppointRepresentative, &Task::organization>},
      {"confirm-seat-change", &barred_by_id<ConfirmSeatChange, &Task::change>},
      {"decide-observer", &barred_by_id<DecideOnObserver, &Task::proposal>},
      {"comment-observer", &barred_by_id<CommentOnObserver, &Task::proposal>},
      {"clear", &barred_from_clearing},
      {"attest", &barred_from_attesting},
      {"vote", &barred_by_id<CastVote, &Task::motion>},
      {"silence", &barred_from_silence},
      {"reach-seats", &barred_from_reaching},
      {"open-silence", &barred_by_id<OpenMotion, &Task::motion>},
      {"nominated", &barred_from_answering},
      {"make-key", &barred_by_id<PostKeyMessage, &Task::election>},
      {"register-voting-key", &barred_from_registering},
      {"cast-ballot", &barred_by_id<CastBallot, &Task::election>},
      {"decrypt-totals", &barred_by_id<PostDecryption, &Task::election>},
      {"name-trustees", &barred_by_id<NameElectionOfficers, &Task::election>},
      {"prepare-round", &barred_from_preparing},
      {"answer-round", &barred_by_id<CastBallot, &Task::election>},
      {"declare-round", &barred_by_id<DeclareResult, &Task::election>},
      {"draw-lot", &barred_from_lots},
      {"review-priority", &barred_by_id<ReviewPriority, &Task::priority>},
      {"take-stance", &barred_by_id<TakeStance, &Task::priority>},
      {"found-group", &barred_by_id<FoundGroup, &Task::group>},
      {"hold-kickoff", &barred_by_id<HoldKickoff, &Task::group>},
      {"file-plan", &barred_by_id<FilePlan, &Task::group>},
      {"report-status", &barred_by_id<ReportStatus, &Task::group>},
      {"appoint-lead", &barred_by_id<AppointLead, &Task::group>},
      {"volunteer-as-lead", &barred_by_id<VolunteerAsLead, &Task::group>},
      {"narrow-group", &barred_by_id<ReviseGroup, &Task::group>},
      {"end-group", &barred_by_id<EndGroup, &Task::group>},
      {"finish-item", &barred_by_id<FinishItem, &Task::item>},
      {"hand-over-item", &barred_by_id<HandOverItem, &Task::item>},
      {"answer-risk", &barred_by_id<TakeUpRisk, &Task::risk>},
      {"review-risk", &barred_by_id<ReviewRisk, &Task::risk>},
      {"hand-over-risk", &barred_by_id<HandOverRisk, &Task::risk>},
      {"submit-elected", &barred_by_id<SubmitElected, &Task::election>},
  };
  return kinds;
}

}  // namespace ccop::community::testing
