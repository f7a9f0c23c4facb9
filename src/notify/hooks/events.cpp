#include "notify/hooks/events.hpp"

#include "community/decisions/acts.hpp"
#include "community/decisions/state.hpp"
#include "community/elections/acts.hpp"
#include "community/groups/acts.hpp"
#include "community/meetings/acts.hpp"
#include "community/meetings/state.hpp"

#include <algorithm>

namespace ccop::notify {
namespace {

using namespace community;

struct Heard {
  HookKind kind{};
  std::string path;
};

std::string page_of(std::string_view place, std::uint32_t id) {
  return std::string{place} + "/" + std::to_string(id);
}

/// A meeting that was only planned is known to those who plan it.
std::optional<Heard> heard_of_meeting(const Community& now, MeetingId id, HookKind kind, Time at) {
  const auto& published = meetings(now).all[id].published_at;
  if (!published || *published > at) return std::nullopt;
  return Heard{kind, page_of("/meetings", id.value)};
}

std::optional<Heard> heard(const Community& now, const MeetingPublished& act, Time at) {
  return heard_of_meeting(now, act.meeting, HookKind::meeting_published, at);
}
std::optional<Heard> heard(const Community& now, const MeetingChanged& act, Time at) {
  return heard_of_meeting(now, act.meeting, HookKind::meeting_changed, at);
}
std::optional<Heard> heard(const Community& now, const MeetingCancelled& act, Time at) {
  return heard_of_meeting(now, act.meeting, HookKind::meeting_cancelled, at);
}
std::optional<Heard> heard(const Community& now, const MotionOpened& act, Time) {
  switch (decisions(now).motions[act.motion].method) {
    case Method::silence:
      return Heard{HookKind::silence_opened, "/decisions"};
    case Method::vote:
      return Heard{HookKind::vote_opened, "/decisions"};
    case Method::consensus:
      break;
  }
  return std::nullopt;
}
std::optional<Heard> heard(const Community&, const MotionPutToVote&, Time) {
  return Heard{HookKind::vote_opened, "/decisions"};
}
std::optional<Heard> heard(const Community&, const DecisionRegistered&, Time) {
  return Heard{HookKind::decision_registered, "/decisions"};
}
std::optional<Heard> heard(const Community&, const CandidaciesCalled& act, Time) {
  return Heard{HookKind::candidacies_called, page_of("/elections", act.election.value)};
}
std::optional<Heard> heard(const Community&, const ElectionOpened& act, Time) {
  return Heard{HookKind::ballot_opened, page_of("/elections", act.election.value)};
}
std::optional<Heard> heard(const Community&, const ElectionDecided& act, Time) {
  return Heard{HookKind::election_decided, page_of("/elections", act.election.value)};
}
std::optional<Heard> heard(const Community&, const GroupFounded& act, Time) {
  return Heard{HookKind::group_founded, page_of("/groups", act.group.value)};
}
std::optional<Heard> heard(const Community&, const StatusRoundOpened&, Time) {
  return Heard{HookKind::status_round_opened, "/work-plan"};
}

/// All others are told to nobody: who comes and goes, who votes, who stands, who has which seat.
using Told = List<MeetingPublished, MeetingChanged, MeetingCancelled, MotionOpened, MotionPutToVote, DecisionRegistered,
                  CandidaciesCalled, ElectionOpened, ElectionDecided, GroupFounded, StatusRoundOpened>;

}  // namespace

std::vector<HookEvent> events_of(const Community& now, std::uint64_t entry, const Outline& outline) {
  std::vector<HookEvent> events;
  if (std::ranges::binary_search(meetings(now).sealed, entry, {}, &SealedAct::entry)) return events;
  for (const Act& act : outline.acts)
    for_each_type(Told{}, [&]<class A>(std::type_identity<A>) {
      const A* one = act.as<A>();
      const auto found = one == nullptr ? std::nullopt : heard(now, *one, outline.asking.at);
      if (found && std::ranges::find(events, found->kind, &HookEvent::kind) == events.end())
        events.push_back({entry, found->kind, found->path, outline.asking.at});
    });
  return events;
}

}  // namespace ccop::notify
