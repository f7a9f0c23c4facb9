#include "server/decisions/views.hpp"

#include "community/elections/state.hpp"
#include "community/meetings/state.hpp"
#include "server/decisions/offers.hpp"

namespace ccop::server {

using namespace community;

namespace {

template <class Map, class Id>
auto found_in(const Map& map, Id id) {
  const auto found = map.find(id);
  return found == map.end() ? std::nullopt : std::optional{found->second};
}

const std::string& zone_of(const Reading& here, const Motion& motion) {
  if (!motion.session) return charter(here.state).time_zone;
  const MeetingId meeting = meetings(here.state).sessions[*motion.session].meeting;
  return meetings(here.state).all[meeting].time_zone;
}

/// What is said of a motion's votes: how many; one's own; and all of a recorded vote, once the result stands.
void add_votes(const Reading& here, const Motion& motion, MotionView& view) {
  const auto own = voting_organization(here.state, here.person, here.now);
  for (const Vote& vote : motion.votes) {
    if (own == vote.organization) view.my_vote = OwnVoteView{vote.choice, vote.at, zone_of(here, motion)};
    if (motion.recorded && motion.state == MotionState::closed)
      view.votes.push_back({key_of(here, vote.organization), vote.choice});
  }
}

/// What followed from it: its number in the register, an amendment, a secret ballot.
void add_consequences(const Reading& here, MotionId id, MotionView& view) {
  const auto& index = here.once<MotionIndex>();
  view.decision = index.decision_on(id);
  if (const Amendment* amendment = index.amendment_of(id))
    view.amendment = AmendmentView{amendment->charter, amendment->in_force_from, amendment->in_force_since};
  view.ballot = index.ballot_on(id);
}

}  // namespace

MotionView motion_view(const Reading& here, MotionId id) {
  const Motion& m = decisions(here.state).motions[id];
  MotionView view;
  view.id = id;
  view.session = m.session;
  if (m.session) view.meeting = meetings(here.state).sessions[*m.session].meeting;
  view.purpose = m.purpose;
  view.method = m.method;
  view.recorded = m.recorded;
  view.state = m.state;
  view.content = Fields<MotionContent>{m.text};
  view.wording = ShownView::of(m.wording());
  for (const auto& option : m.options) view.options.push_back(Words::of(option));
  view.mover = person_view(here, m.mover);
  if (m.source) view.source = organization_view(here, *m.source);
  view.proposed_at = m.proposed_at;
  view.opened_at = m.opened_at;
  view.deadline = m.deadline;
  view.time_zone = m.time_zone;
  view.closed_at = m.closed_at;
  view.outcome = m.outcome;
  view.counts = m.counts;
  view.winner = m.winner;
  view.votes_cast = m.votes.size();
  view.objections = m.objections.size();
  view.objected = objections_view(here, m);
  view.voting = running_vote(here, id);
  view.delivery = delivery_view(here, id);
  add_votes(here, m, view);
  add_consequences(here, id, view);
  view.may = offers_on_motion(here, id);
  return view;
}

MotionIndex::MotionIndex(const Community& state) {
  for (const MotionId id : decisions(state).motions.ids())
    if (const auto session = decisions(state).motions[id].session) by_session_[*session].push_back(id);
  for (const DecisionId id : decisions(state).registered.ids())
    decisions_.insert_or_assign(decisions(state).registered[id].motion, id.value + 1);
  for (const Amendment& amendment : amendments(state).all) amendments_.insert_or_assign(amendment.motion, &amendment);
  for (const ElectionId id : elections(state).all.ids())
    if (const auto motion = elections(state).all[id].motion) ballots_.insert_or_assign(*motion, id);
}

const std::vector<MotionId>& MotionIndex::of(SessionId session) const {
  static const std::vector<MotionId> none;
  const auto found = by_session_.find(session);
  return found == by_session_.end() ? none : found->second;
}

std::optional<std::uint32_t> MotionIndex::decision_on(MotionId motion) const {
  return found_in(decisions_, motion);
}
const Amendment* MotionIndex::amendment_of(MotionId motion) const {
  return found_in(amendments_, motion).value_or(nullptr);
}
std::optional<ElectionId> MotionIndex::ballot_on(MotionId motion) const {
  return found_in(ballots_, motion);
}

}  // namespace ccop::server
