#include "community/decisions/acts.hpp"
#include "community/decisions/chapter.hpp"
#include "community/decisions/sentences.hpp"
#include "community/decisions/voters.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"

namespace ccop::community {

std::variant<OrganizationId, Refusal> voter(const Community& now, const Motion& motion, const Asking& asking) {
  const auto organization = voting_organization(now, asking.person, asking.at);
  if (!organization) {
    const auto seat = membership(now).seat_of(asking.person, asking.at);
    if (!seat) return refuse(clause::voting, sentence::only_members_vote);
    const Mandate& mandate = membership(now).mandates[*seat];
    if (membership(now).organizations[mandate.organization].status == Status::observer)
      return refuse(clause::observers_do_not_vote, sentence::observers_do_not_vote);
    return refuse(clause::main_representative, mandate.kind == MandateKind::main ? sentence::alternate_votes_now
                                                                                 : sentence::main_representative_votes);
  }
  if (!motion.session) return *organization;
  const Session& room = meetings(now).sessions[*motion.session];
  if (!room.unseen && !room.is_present(asking.person, *organization))
    return refuse(clause::voting, sentence::vote_in_the_session);
  return *organization;
}

std::variant<const Motion*, Refusal> open_motion(const Community& now, MotionId id) {
  const Motion* motion = decisions(now).find(id);
  if (motion == nullptr) return refuse(clause::the_record, sentence::no_such_motion);
  if (motion->state != MotionState::open) return refuse(clause::voting, sentence::motion_not_open);
  return motion;
}

namespace {

/// What an organization voted, if it did.
using Voted = std::optional<std::uint32_t>;

bool is_sealed_and_unseen(const Community& now, const Motion& motion) {
  return motion.session && !motion.recorded && meetings(now).sessions[*motion.session].unseen;
}

/// In a room that wasn't seen, an audit knows of no vote but the reader's own: what a change tells of the one before is
/// counted by those who were there.
Voted voted(const Community& now, const Motion& motion, OrganizationId organization, const Asking& asking) {
  if (is_sealed_and_unseen(now, motion))
    if (const auto* told = recorded<VoteChanged>(asking); told != nullptr && told->before <= motion.choices())
      return told->before;
  const Vote* vote = motion.vote_of(organization);
  return vote == nullptr ? Voted{} : vote->choice;
}

/// What the organization of whoever asks voted on a motion on which it may vote now.
std::variant<Voted, Refusal> own_vote(const Community& now, MotionId id, const Asking& asking) {
  const auto found = open_motion(now, id);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Motion& motion = *std::get<const Motion*>(found);
  if (motion.method != Method::vote) return refuse(clause::voting, sentence::motion_is_not_voted_on);
  const auto organization = voter(now, motion, asking);
  if (const auto* refusal = std::get_if<Refusal>(&organization)) return *refusal;
  return voted(now, motion, std::get<OrganizationId>(organization), asking);
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const CastVote::About& about, const Asking& asking) {
  const auto vote = own_vote(now, about.motion, asking);
  if (const auto* refusal = std::get_if<Refusal>(&vote)) return *refusal;
  if (std::get<Voted>(vote)) return refuse(clause::voting, sentence::one_organization_one_vote);
  return std::nullopt;
}

Ruling decide(const Community& now, const CastVote& asked, const Asking& asking) {
  const Motion& motion = decisions(now).motions[asked.motion];
  if (asked.choice > motion.choices()) return refuse(clause::voting, sentence::no_such_choice, motion.choices());
  const OrganizationId organization = voting_organization(now, asking.person, asking.at).value();
  return accept(VoteCast{asked.motion, organization, asking.person, asked.choice});
}

std::optional<Refusal> bars(const Community& now, const ChangeVote::About& about, const Asking& asking) {
  const auto vote = own_vote(now, about.motion, asking);
  if (const auto* refusal = std::get_if<Refusal>(&vote)) return *refusal;
  if (!std::get<Voted>(vote)) return refuse(clause::voting, sentence::no_vote_to_change);
  return std::nullopt;
}

Ruling decide(const Community& now, const ChangeVote& asked, const Asking& asking) {
  const Motion& motion = decisions(now).motions[asked.motion];
  if (asked.choice > motion.choices()) return refuse(clause::voting, sentence::no_such_choice, motion.choices());
  const OrganizationId organization = voting_organization(now, asking.person, asking.at).value();
  const std::uint32_t before = voted(now, motion, organization, asking).value();
  if (before == asked.choice) return refuse(clause::voting, sentence::voted_so_already);
  return accept(VoteChanged{asked.motion, organization, asking.person, before, asked.choice});
}

std::optional<Refusal> bars(const Community& now, const RequestRecordedVote& about, const Asking& asking) {
  const Motion* motion = decisions(now).find(about.motion);
  if (motion == nullptr) return refuse(clause::the_record, sentence::no_such_motion);
  if (motion->state == MotionState::balloted) return refuse(clause::voting, sentence::motion_is_balloted);
  if (motion->state != MotionState::proposed && motion->state != MotionState::open)
    return refuse(clause::voting, sentence::motion_is_over);
  if (motion->method == Method::silence) return refuse(clause::voting, sentence::motion_is_not_voted_on);
  if (motion->recorded) return refuse(clause::voting, sentence::vote_is_recorded_already);
  // Whoever voted trusting that only the count is shown must not be named afterwards.
  if (!motion->votes.empty()) return refuse(clause::voting, sentence::voting_has_begun);
  const auto organization = voter(now, *motion, asking);
  if (const auto* refusal = std::get_if<Refusal>(&organization)) return *refusal;
  return std::nullopt;
}

Ruling decide(const Community& now, const RequestRecordedVote& asked, const Asking& asking) {
  return accept(RecordedVoteRequested{asked.motion, voting_organization(now, asking.person, asking.at).value()});
}

void DecisionsChapter::note(Community& now, const VoteCast& act, const Noting& noting) {
  const Motion& motion = decisions(now).motions[act.motion];
  if (!motion.session || motion.recorded) return;
  Meetings& all = of<Meetings>(now);
  seal(all, {noting.entry, *motion.session, act.person});
  count_vote(all.sessions[*motion.session], act.motion, act.choice, motion.choices() + 1);
}

void DecisionsChapter::note(Community& now, const VoteChanged& act, const Noting& noting) {
  const Motion& motion = decisions(now).motions[act.motion];
  if (!motion.session || motion.recorded) return;
  Meetings& all = of<Meetings>(now);
  seal(all, {noting.entry, *motion.session, act.person});
  recount_vote(all.sessions[*motion.session], act.motion, act.before, act.choice);
}

}  // namespace ccop::community
