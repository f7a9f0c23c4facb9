#include "community/clause.hpp"
#include "community/community.hpp"

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

/// The organization for which the actor may speak to this motion now: present in its session, or anywhere for a silence
/// procedure.
std::variant<OrganizationId, Refusal> voter(const Community& now, const Motion& motion, const Actor& actor) {
  const auto organization = now.voting_organization(actor.person, actor.at);
  if (!organization) {
    const auto seat = now.membership.seat_of(actor.person, actor.at);
    if (!seat) return refuse(clause::voting, "only-members-vote");
    const Mandate& mandate = now.membership.mandates[seat->value];
    if (now.membership.organizations[mandate.organization.value].status == Status::observer)
      return refuse(clause::observers_do_not_vote, "observers-do-not-vote");
    return refuse(clause::main_representative,
                  mandate.kind == MandateKind::main ? "alternate-votes-now" : "main-representative-votes");
  }
  if (motion.session && !now.meetings.sessions[motion.session->value].is_present(actor.person, *organization))
    return refuse(clause::voting, "vote-in-the-session");
  return *organization;
}

std::variant<const Motion*, Refusal> open_motion(const Community& now, MotionId id) {
  const Motion* motion = now.decisions.find(id);
  if (motion == nullptr) return refuse(clause::the_record, "no-such-motion");
  if (motion->state != MotionState::open) return refuse(clause::voting, "motion-not-open");
  return motion;
}

std::optional<Refusal> objection_to_text(const Community& now, const ProposeMotion& asked) {
  if (asked.options.size() == 1 || asked.options.size() > most_options)
    return refuse(clause::voting, "options-from-two", {{"most", std::to_string(most_options)}});
  auto sorted = asked.options;
  std::ranges::sort(sorted);
  if (std::ranges::adjacent_find(sorted) != sorted.end()) return refuse(clause::voting, "options-differ");
  if (!asked.options.empty() && asked.method != Method::vote) return refuse(clause::voting, "options-are-voted-on");
  if ((asked.purpose == Purpose::release) != asked.source.has_value())
    return refuse(clause::release, "release-names-its-source");
  if (asked.source && now.membership.find(*asked.source) == nullptr)
    return refuse(clause::the_record, "no-such-organization");
  return std::nullopt;
}

bool may_propose(const Community& now, const Actor& actor) {
  return now.is_committee(actor.person, actor.at) || now.voting_organization(actor.person, actor.at).has_value();
}

/// Who conducts this motion: a co-Chair in a session; for a silence procedure any of the Management Committee.
std::optional<Refusal> objection_to_chair(const Community& now, const Motion& motion, const Actor& actor) {
  if (motion.session ? now.is_co_chair(actor.person, actor.at) : now.is_committee(actor.person, actor.at))
    return std::nullopt;
  return refuse(clause::voting, motion.session ? "only-co-chairs-preside" : "only-committee-runs-silence");
}

std::optional<Refusal> objection_to_deadline(const Community& now, const Motion& motion, const OpenMotion& asked,
                                             Time at) {
  if (!asked.deadline || !asked.time_zone || !asked.utc_offset_minutes || asked.time_zone->empty() ||
      asked.time_zone->size() > 60 || *asked.utc_offset_minutes < -14 * 60 || *asked.utc_offset_minutes > 14 * 60)
    return refuse(clause::release, "silence-needs-deadline");
  if (*asked.deadline <= at || *asked.deadline > at + longest_silence)
    return refuse(clause::release, "silence-lasts-at-most", {{"days", std::to_string(longest_silence.count())}});
  const auto& voting = now.charter().voting;
  const auto needed = motion.purpose == Purpose::release ? voting.release_working_days : voting.silence_working_days;
  if (working_days(at, *asked.deadline, minutes{*asked.utc_offset_minutes}, voting.rest_days) < needed)
    return refuse(clause::release, "silence-lasts-at-least", {{"days", std::to_string(needed)}});
  return std::nullopt;
}

}  // namespace

Ruling decide(const Community& now, const ProposeMotion& asked, const Actor& actor) {
  if (!may_propose(now, actor)) return refuse(clause::voting, "only-members-propose");
  if (asked.purpose == Purpose::amendment) return refuse(clause::plenary_review, "amendments-carry-their-charter");
  if (auto objection = objection_to_text(now, asked)) return *objection;
  if (asked.session) {
    const Session* session = now.meetings.find(*asked.session);
    if (session == nullptr) return refuse(clause::the_record, "no-such-session");
    if (session->kind != SessionKind::executive) return refuse(clause::bodies, "executive-session-decides");
    if (session->closed_at) return refuse(clause::management, "session-is-closed");
    if (asked.method == Method::silence) return refuse(clause::voting, "silence-is-outside-sessions");
  } else if (asked.method != Method::silence) {
    return refuse(clause::bodies, "executive-session-decides");
  }
  const MotionId next{static_cast<std::uint32_t>(now.decisions.motions.size())};
  return accept(MotionProposed{next, asked.session, actor.person, asked.purpose, asked.text, asked.options,
                               asked.method, asked.recorded, asked.source});
}

Ruling decide(const Community& now, const WithdrawMotion& asked, const Actor& actor) {
  const Motion* motion = now.decisions.find(asked.motion);
  if (motion == nullptr) return refuse(clause::the_record, "no-such-motion");
  if (motion->mover != actor.person) return refuse(clause::voting, "only-mover-withdraws");
  if (motion->state != MotionState::proposed) return refuse(clause::voting, "motion-was-opened");
  return accept(MotionWithdrawn{asked.motion});
}

Ruling decide(const Community& now, const OpenMotion& asked, const Actor& actor) {
  const Motion* motion = now.decisions.find(asked.motion);
  if (motion == nullptr) return refuse(clause::the_record, "no-such-motion");
  if (auto objection = objection_to_chair(now, *motion, actor)) return *objection;
  if (motion->state != MotionState::proposed) return refuse(clause::voting, "motion-was-opened");
  if (!motion->session) {
    if (auto objection = objection_to_deadline(now, *motion, asked, actor.at)) return *objection;
    return accept(MotionOpened{asked.motion, asked.deadline, asked.time_zone});
  }
  if (asked.deadline || asked.time_zone || asked.utc_offset_minutes)
    return refuse(clause::voting, "deadlines-are-for-silence");
  if (!now.meetings.sessions[motion->session->value].is_live()) return refuse(clause::management, "session-not-live");
  if (now.decisions.has_open_motion(*motion->session)) return refuse(clause::voting, "a-motion-is-open");
  const Quorum quorum = now.quorum(*motion->session, actor.at);
  if (!quorum.stands)
    return refuse(clause::voting, "no-quorum",
                  {{"present", std::to_string(quorum.present)}, {"needed", std::to_string(quorum.needed)}});
  return accept(MotionOpened{asked.motion, {}, {}});
}

Ruling decide(const Community& now, const CastVote& asked, const Actor& actor) {
  const auto found = open_motion(now, asked.motion);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Motion& motion = *std::get<const Motion*>(found);
  if (motion.method != Method::vote) return refuse(clause::voting, "motion-is-not-voted-on");
  const auto organization = voter(now, motion, actor);
  if (const auto* refusal = std::get_if<Refusal>(&organization)) return *refusal;
  if (motion.has_voted(std::get<OrganizationId>(organization)))
    return refuse(clause::voting, "one-organization-one-vote");
  if (asked.choice > motion.choices())
    return refuse(clause::voting, "no-such-choice", {{"most", std::to_string(motion.choices())}});
  return accept(VoteCast{asked.motion, std::get<OrganizationId>(organization), actor.person, asked.choice});
}

Ruling decide(const Community& now, const RequestRecordedVote& asked, const Actor& actor) {
  const Motion* motion = now.decisions.find(asked.motion);
  if (motion == nullptr) return refuse(clause::the_record, "no-such-motion");
  if (motion->state == MotionState::balloted) return refuse(clause::voting, "motion-is-balloted");
  if (motion->state != MotionState::proposed && motion->state != MotionState::open)
    return refuse(clause::voting, "motion-is-over");
  if (motion->method == Method::silence) return refuse(clause::voting, "motion-is-not-voted-on");
  if (motion->recorded) return refuse(clause::voting, "vote-is-recorded-already");
  // Whoever voted trusting that only the count is shown must not be named afterwards.
  if (!motion->votes.empty()) return refuse(clause::voting, "voting-has-begun");
  const auto organization = voter(now, *motion, actor);
  if (const auto* refusal = std::get_if<Refusal>(&organization)) return *refusal;
  return accept(RecordedVoteRequested{asked.motion, std::get<OrganizationId>(organization)});
}

Ruling decide(const Community& now, const ObjectToMotion& asked, const Actor& actor) {
  const auto found = open_motion(now, asked.motion);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Motion& motion = *std::get<const Motion*>(found);
  if (motion.method == Method::vote) return refuse(clause::voting, "motion-is-voted-on");
  const auto organization = voter(now, motion, actor);
  if (const auto* refusal = std::get_if<Refusal>(&organization)) return *refusal;
  if (motion.has_objected(std::get<OrganizationId>(organization))) return refuse(clause::voting, "objected-already");
  return accept(ObjectionRaised{asked.motion, std::get<OrganizationId>(organization), actor.person, asked.reason});
}

Ruling decide(const Community& now, const PutMotionToVote& asked, const Actor& actor) {
  const auto found = open_motion(now, asked.motion);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Motion& motion = *std::get<const Motion*>(found);
  if (auto objection = objection_to_chair(now, motion, actor)) return *objection;
  if (motion.method != Method::consensus) return refuse(clause::voting, "motion-is-voted-on");
  if (motion.objections.empty()) return refuse(clause::voting, "consensus-stands");
  return accept(MotionPutToVote{asked.motion});
}

Ruling decide(const Community& now, const CloseMotion& asked, const Actor& actor) {
  const auto found = open_motion(now, asked.motion);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return *refusal;
  const Motion& motion = *std::get<const Motion*>(found);
  if (auto objection = objection_to_chair(now, motion, actor)) return *objection;
  if (motion.deadline) {
    const auto early = result_of(asked.motion, motion, now.charter(), true).outcome;
    if (early != Outcome::objected)
      return refuse(clause::release, "silence-runs-until", {{"time", to_rfc3339(*motion.deadline)}});
  }
  return closing_acts(now, asked.motion, actor.at);
}

namespace {

std::vector<Act> acts_of(const Community& now, const MotionClosed& result) {
  const MotionId id = result.motion;
  std::vector<Act> acts{
      result, DecisionRegistered{DecisionId{static_cast<std::uint32_t>(now.decisions.registered.size())}, id}};
  if (result.outcome != Outcome::adopted || now.decisions.motions.at(id.value).purpose != Purpose::amendment)
    return acts;
  for (std::uint32_t i = 0; i < now.record.amendments.size(); ++i)
    if (now.record.amendments[i].motion == id) acts.emplace_back(AmendmentAdopted{AmendmentId{i}});
  return acts;
}

}  // namespace

std::vector<Act> closing_acts(const Community& now, MotionId id, Time at) {
  const Motion& motion = now.decisions.motions.at(id.value);
  const bool quorate = !motion.session || now.quorum(*motion.session, at).stands;
  return acts_of(now, result_of(id, motion, now.charter(), quorate));
}

std::vector<Act> balloted_acts(const Community& now, MotionId id, std::vector<std::uint32_t> counts) {
  return acts_of(now, result_of_counts(id, now.decisions.motions.at(id.value), now.charter(), std::move(counts)));
}

}  // namespace ccop::community
