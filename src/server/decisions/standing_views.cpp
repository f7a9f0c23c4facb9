#include "server/decisions/standing_views.hpp"

#include "community/decisions/commands.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/state.hpp"
#include "server/membership/views.hpp"

namespace ccop::server {

using namespace community;

namespace {

/// Of the Members who are here to vote, in the order in which they came.
std::vector<OrganizationId> voters_in(const Reading& here, SessionId session) {
  std::vector<OrganizationId> voters;
  for (const Attendance& one : meetings(here.state).sessions[session].present)
    if (one.organization && voting_organization(here.state, one.person, here.now) == one.organization)
      voters.push_back(*one.organization);
  return voters;
}

}  // namespace

std::vector<ObjectionView> objections_view(const Reading& here, const Motion& motion) {
  const auto own = speaking_member(here.state, here.person, here.now);
  if (!own && motion.mover != here.person && !is_committee(here.state, here.person, here.now)) return {};
  std::vector<ObjectionView> view;
  view.reserve(motion.objections.size());
  for (const Objection& objection : motion.objections)
    view.push_back({key_of(here, objection.organization), Words::of(objection.reason), own == objection.organization});
  return view;
}

std::optional<RunningVoteView> running_vote(const Reading& here, MotionId id) {
  const Motion& motion = decisions(here.state).motions[id];
  if (motion.state != MotionState::open || motion.method != Method::vote || !motion.session) return std::nullopt;
  const auto voters = voters_in(here, *motion.session);
  const auto& voting = charter(here.state).voting;
  RunningVoteView view{
      voters.size(), {voting.majority.numerator, voting.majority.denominator}, voting.abstentions_count, std::nullopt};
  if (!here.offers<CloseMotion>(id)) return view;
  view.missing.emplace();
  for (const OrganizationId voter : voters)
    if (motion.vote_of(voter) == nullptr) view.missing->push_back(key_of(here, voter));
  return view;
}

}  // namespace ccop::server
