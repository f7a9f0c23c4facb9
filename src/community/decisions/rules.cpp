#include "community/decisions/acts.hpp"
#include "community/decisions/chapter.hpp"
#include "community/decisions/delivery.hpp"
#include "community/decisions/sentences.hpp"
#include "community/decisions/voters.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

constexpr std::size_t most_options = 20;
constexpr auto longest_silence = days{120};

/// Working days after the day of `from` up to and including the day of `to`, on a calendar `offset` away from UTC.
std::uint32_t working_days(Time from, Time to, minutes offset, const std::vector<std::uint32_t>& rest_days) {
  std::uint32_t count = 0;
  auto day = std::chrono::floor<days>(from + offset);
  const auto last = std::chrono::floor<days>(to + offset);
  while (day < last) {
    day += days{1};
    const auto weekday = std::chrono::weekday{day}.iso_encoding();
    if (std::ranges::find(rest_days, weekday) == rest_days.end()) ++count;
  }
  return count;
}

std::optional<Refusal> objection_to_text(const Community& now, const ProposeMotion& asked) {
  if (asked.options.size() == 1 || asked.options.size() > most_options)
    return refuse(clause::voting, sentence::options_from_two, most_options);
  auto sorted = asked.options;
  std::ranges::sort(sorted);
  if (std::ranges::adjacent_find(sorted) != sorted.end()) return refuse(clause::voting, sentence::options_differ);
  if (!asked.options.empty() && asked.method != Method::vote)
    return refuse(clause::voting, sentence::options_are_voted_on);
  if ((asked.purpose == Purpose::release) != asked.source.has_value())
    return refuse(clause::release, sentence::release_names_its_source);
  if (asked.source && membership(now).find(*asked.source) == nullptr)
    return refuse(clause::the_record, sentence::no_such_organization);
  return std::nullopt;
}

bool may_propose(const Community& now, const Asking& asking) {
  return is_committee(now, asking.person, asking.at) || voting_organization(now, asking.person, asking.at).has_value();
}

/// The result in a room that wasn't seen: of the votes that the record tells, or for want of the quorum, as it tells.
MotionClosed result_as_recorded(const Community& now, MotionId id, const MotionClosed& told) {
  const Motion& motion = decisions(now).motions[id];
  if (told.outcome == Outcome::no_quorum) return result_of(id, motion, charter(now), false);
  const bool is_sealed = motion.method == Method::vote && !motion.recorded;
  if (!is_sealed || told.counts.size() != motion.choices() + 1) return result_of(id, motion, charter(now), true);
  return result_of_counts(id, motion, charter(now), told.counts);
}

/// The acts that end a motion now: its result, and its number in the register.
std::vector<Act> closing_acts(const Community& now, MotionId id, const Asking& asking) {
  const Motion& motion = decisions(now).motions[id];
  const DecisionRegistered registered{decisions(now).registered.next(), id};
  if (motion.session && meetings(now).sessions[*motion.session].unseen)
    if (const auto* told = recorded<MotionClosed>(asking)) return {result_as_recorded(now, id, *told), registered};
  const bool quorate = !motion.session || quorum(now, *motion.session, asking.at).stands;
  return {result_of(id, motion, charter(now), quorate), registered};
}

/// Who conducts this motion: a co-Chair in a session; for a silence procedure any of the Management Committee.
std::optional<Refusal> objection_to_chair(const Community& now, const Motion& motion, const Asking& asking) {
  if (motion.session ? is_co_chair(now, asking.person, asking.at) : is_committee(now, asking.person, asking.at))
    return std::nullopt;
  return refuse(clause::voting,
                motion.session ? sentence::only_co_chairs_preside : sentence::only_committee_runs_silence);
}

/// What is to be done about a silence procedure that runs: to read it, and to have it reach the others.
void add_silence(const Community& now, MotionId id, const Asking& asking, std::vector<Task>& found) {
  const Motion& motion = decisions(now).motions[id];
  const auto own = speaking_member(now, asking.person, asking.at);
  for (const SilentSeat& seat : silent_seats(now, motion, asking.at)) {
    if (seat.organization != own) continue;
    if (seat.is_asked ? !bars(now, SeeMotion::About{id}, asking) : !bars(now, ObjectToMotion::About{id}, asking))
      found.push_back({.kind = "silence", .by = seat.by, .motion = id});
  }
  if (is_secretary(now, asking.person, asking.at) && reaching_since(now, motion, asking.at))
    found.push_back({.kind = "reach-seats", .by = motion.deadline, .motion = id});
}

std::optional<Refusal> objection_to_deadline(const Community& now, const Motion& motion, const OpenMotion& asked,
                                             Time at) {
  // A release is agreed by its own clause; anything else in the way in which members decide.
  const std::string_view topic = motion.purpose == Purpose::release ? clause::release : clause::voting;
  if (!asked.deadline || !asked.time_zone || !asked.utc_offset_minutes || asked.time_zone->empty() ||
      asked.time_zone->size() > 60 || *asked.utc_offset_minutes < -14 * 60 || *asked.utc_offset_minutes > 14 * 60)
    return refuse(topic, sentence::silence_needs_deadline);
  if (*asked.deadline <= at || *asked.deadline > at + longest_silence)
    return refuse(topic, sentence::silence_lasts_at_most, longest_silence.count());
  const auto& voting = charter(now).voting;
  const auto needed = motion.purpose == Purpose::release ? voting.release_working_days : voting.silence_working_days;
  if (working_days(at, *asked.deadline, minutes{*asked.utc_offset_minutes}, voting.rest_days) < needed)
    return refuse(topic, sentence::silence_lasts_at_least, needed);
  return std::nullopt;
}

/// Whether the organization of whoever asks objects, of a motion to which it can.
std::variant<bool, Refusal> objects_already(const Community& now, MotionId id, const Asking& asking) {
  const auto found = open_motion(now, id);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Motion& motion = *std::get<const Motion*>(found);
  if (motion.method == Method::vote) return refuse(clause::voting, sentence::motion_is_voted_on);
  const auto organization = voter(now, motion, asking);
  if (const auto* refusal = std::get_if<Refusal>(&organization)) return *refusal;
  return motion.has_objected(std::get<OrganizationId>(organization));
}

}  // namespace

std::optional<Refusal> bars(const Community& now, const ProposeMotion::About& about, const Asking& asking) {
  if (!may_propose(now, asking)) return refuse(clause::voting, sentence::only_members_propose);
  if (!about.session) return std::nullopt;
  const Session* session = meetings(now).find(*about.session);
  if (session == nullptr) return refuse(clause::the_record, sentence::no_such_session);
  if (session->kind != SessionKind::executive) return refuse(clause::bodies, sentence::executive_session_decides);
  if (session->closed_at) return refuse(clause::management, sentence::session_is_closed);
  return std::nullopt;
}

Ruling decide(const Community& now, const ProposeMotion& asked, const Asking& asking) {
  if (asked.purpose == Purpose::amendment)
    return refuse(clause::plenary_review, sentence::amendments_carry_their_charter);
  if (auto objection = objection_to_text(now, asked)) return *objection;
  if (asked.session && asked.method == Method::silence)
    return refuse(clause::voting, sentence::silence_is_outside_sessions);
  if (!asked.session && asked.method != Method::silence)
    return refuse(clause::bodies, sentence::executive_session_decides);
  return accept(MotionProposed{decisions(now).motions.next(),
                               asked.session,
                               asking.person,
                               asked.purpose,
                               asked.text,
                               {asked.options.begin(), asked.options.end()},
                               asked.method,
                               asked.recorded,
                               asked.source});
}

std::optional<Refusal> bars(const Community& now, const WithdrawMotion::About& about, const Asking& asking) {
  const Motion* motion = decisions(now).find(about.motion);
  if (motion == nullptr) return refuse(clause::the_record, sentence::no_such_motion);
  if (motion->mover != asking.person) return refuse(clause::voting, sentence::only_mover_withdraws);
  if (motion->state != MotionState::proposed) return refuse(clause::voting, sentence::motion_was_opened);
  return std::nullopt;
}

Ruling decide(const Community&, const WithdrawMotion& asked, const Asking&) {
  return accept(MotionWithdrawn{asked.motion});
}

std::optional<Refusal> bars(const Community& now, const OpenMotion::About& about, const Asking& asking) {
  const Motion* motion = decisions(now).find(about.motion);
  if (motion == nullptr) return refuse(clause::the_record, sentence::no_such_motion);
  if (auto objection = objection_to_chair(now, *motion, asking)) return objection;
  if (motion->state != MotionState::proposed) return refuse(clause::voting, sentence::motion_was_opened);
  if (!motion->session) return std::nullopt;
  if (!meetings(now).sessions[*motion->session].is_live())
    return refuse(clause::management, sentence::session_not_live);
  if (meetings(now).sessions[*motion->session].closing)
    return refuse(clause::chatham_house, sentence::session_is_being_closed);
  if (decisions(now).has_open_motion(*motion->session)) return refuse(clause::voting, sentence::a_motion_is_open);
  const Quorum quorum = community::quorum(now, *motion->session, asking.at);
  if (!quorum.stands) return refuse(clause::voting, sentence::no_quorum, quorum.present, quorum.needed);
  return std::nullopt;
}

Ruling decide(const Community& now, const OpenMotion& asked, const Asking& asking) {
  const Motion& motion = decisions(now).motions[asked.motion];
  if (motion.session && (asked.deadline || asked.time_zone || asked.utc_offset_minutes))
    return refuse(clause::voting, sentence::deadlines_are_for_silence);
  if (!motion.session)
    if (auto objection = objection_to_deadline(now, motion, asked, asking.at)) return *objection;
  std::vector<Act> acts{MotionOpened{asked.motion, asked.deadline, asked.time_zone}};
  // Before version 3 silence counted where nobody had shown the text, too.
  if (!motion.session && asking.rules >= 3)
    acts.emplace_back(SeatsAsked{asked.motion, membership(now).roll(asking.at)});
  return acts;
}

std::optional<Refusal> bars(const Community& now, const ObjectToMotion::About& about, const Asking& asking) {
  const auto objects = objects_already(now, about.motion, asking);
  if (const auto* refusal = std::get_if<Refusal>(&objects)) return *refusal;
  if (std::get<bool>(objects)) return refuse(clause::voting, sentence::objected_already);
  return std::nullopt;
}

Ruling decide(const Community& now, const ObjectToMotion& asked, const Asking& asking) {
  const OrganizationId organization = voting_organization(now, asking.person, asking.at).value();
  return accept(ObjectionRaised{asked.motion, organization, asking.person, asked.reason});
}

std::optional<Refusal> bars(const Community& now, const WithdrawObjection::About& about, const Asking& asking) {
  const auto objects = objects_already(now, about.motion, asking);
  if (const auto* refusal = std::get_if<Refusal>(&objects)) return *refusal;
  if (!std::get<bool>(objects)) return refuse(clause::voting, sentence::no_own_objection);
  return std::nullopt;
}

Ruling decide(const Community& now, const WithdrawObjection& asked, const Asking& asking) {
  return accept(ObjectionWithdrawn{asked.motion, voting_organization(now, asking.person, asking.at).value()});
}

std::optional<Refusal> bars(const Community& now, const PutMotionToVote::About& about, const Asking& asking) {
  const auto found = open_motion(now, about.motion);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Motion& motion = *std::get<const Motion*>(found);
  if (auto objection = objection_to_chair(now, motion, asking)) return objection;
  if (motion.method != Method::consensus) return refuse(clause::voting, sentence::motion_is_voted_on);
  if (motion.objections.empty()) return refuse(clause::voting, sentence::consensus_stands);
  return std::nullopt;
}

Ruling decide(const Community&, const PutMotionToVote& asked, const Asking&) {
  return accept(MotionPutToVote{asked.motion});
}

std::optional<Refusal> bars(const Community& now, const CloseMotion& about, const Asking& asking) {
  const auto found = open_motion(now, about.motion);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Motion& motion = *std::get<const Motion*>(found);
  if (auto objection = objection_to_chair(now, motion, asking)) return objection;
  if (motion.deadline) {
    const auto early = result_of(about.motion, motion, charter(now), true).outcome;
    const SilenceClock clock = clock_of(now, motion, asking.at);
    if (early != Outcome::objected && clock.waits)
      return refuse(clause::release, sentence::silence_waits_for_seats, unreached(now, motion, asking.at).size());
    if (early != Outcome::objected) return refuse(clause::release, sentence::silence_runs_until, clock.ends);
  }
  return std::nullopt;
}

Ruling decide(const Community& now, const CloseMotion& asked, const Asking& asking) {
  return closing_acts(now, asked.motion, asking);
}

std::vector<Act> DecisionsChapter::due(const Community& now, Time at) {
  for (const MotionId id : decisions(now).open) {
    const Motion& motion = decisions(now).motions[id];
    if (!motion.deadline || *motion.deadline > at) continue;
    const SilenceClock clock = clock_of(now, motion, at);
    if (clock.ends > at) continue;
    if (clock.waits) return {MotionClosed{id, Outcome::lapsed, {}, std::nullopt}};
    return closing_acts(now, id, asked_by({}, at));
  }
  return {};
}

std::vector<Task> DecisionsChapter::tasks(const Community& now, PersonId person, Time at) {
  std::vector<Task> found;
  const Asking asking = asked_by(person, at);
  for (const MotionId id : decisions(now).motions.ids()) {
    const Motion& motion = decisions(now).motions[id];
    if (motion.state == MotionState::closed || motion.state == MotionState::withdrawn) continue;
    if (!bars(now, CastVote::About{id}, asking))
      found.push_back({.kind = "vote", .by = meetings(now).sessions[motion.session.value()].ends, .motion = id});
    if (motion.state == MotionState::open && motion.deadline) add_silence(now, id, asking, found);
    if (motion.state == MotionState::proposed && !motion.session && !bars(now, OpenMotion::About{id}, asking))
      found.push_back({.kind = "open-silence", .by = {}, .motion = id});
  }
  return found;
}

std::optional<Refusal> DecisionsChapter::guard(const Community& now, const RemoveSession& asked, const Asking&) {
  if (decisions(now).has_motions(asked.session)) return refuse(clause::management, sentence::session_has_motions);
  return std::nullopt;
}

void DecisionsChapter::note(Community& now, const MotionClosed& act, const Noting& noting) {
  Motion& motion = of<Decisions>(now).motions[act.motion];
  if (act.outcome == Outcome::adopted) motion.on_the_hosts_word = resting_on_the_host(now, motion, noting.asking.at);
}

std::optional<Refusal> DecisionsChapter::guard(const Community& now, const BeginClosing& asked, const Asking&) {
  if (decisions(now).has_open_motion(asked.session)) return refuse(clause::voting, sentence::a_motion_is_open);
  return std::nullopt;
}

std::optional<Refusal> DecisionsChapter::guard(const Community& now, const CloseSession::About& asked, const Asking&) {
  if (decisions(now).has_open_motion(asked.session)) return refuse(clause::voting, sentence::a_motion_is_open);
  return std::nullopt;
}

}  // namespace ccop::community
