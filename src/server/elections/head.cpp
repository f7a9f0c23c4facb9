#include "community/elections/commands.hpp"
#include "community/meetings/state.hpp"
#include "server/elections/views.hpp"

namespace ccop::server {

using namespace community;

Words meeting_title_of(const Reading& here, const Election& election) {
  if (!election.session) return {};
  const MeetingId meeting = meetings(here.state).sessions[*election.session].meeting;
  return Words::member(meetings(here.state).all[meeting].details, "title");
}

namespace {

OrNull<BallotedMotion> balloted_motion(const Reading& here, const Election& election) {
  if (!election.motion) return std::nullopt;
  const Motion& m = decisions(here.state).motions[*election.motion];
  BallotedMotion view{*election.motion, Words::member(m.text, "title"), {}};
  for (const auto& option : m.options) view.options.push_back(Words::of(option));
  return view;
}

}  // namespace

ElectionHeadView election_head(const Reading& here, ElectionId id) {
  const Election& e = elections(here.state).all[id];
  ElectionHeadView head;
  head.id = id;
  head.motion = balloted_motion(here, e);
  head.position = e.position;
  if (e.round) head.round = e.round->round;
  if (!e.motion && !e.round) head.term_ends = e.term_ends;
  head.stage = e.stage;
  head.outcome = e.outcome;
  head.confirmation = e.confirmation;
  head.winner = person_view(here, e.winner);
  head.session = e.session;
  if (e.session) head.meeting = meetings(here.state).sessions[*e.session].meeting;
  head.meeting_title = meeting_title_of(here, e);
  head.starts = voting_begins(here.state, e);
  head.run_off_of = e.run_off_of;
  return head;
}

}  // namespace ccop::server
