// What holds of every community, whatever was asked of it in whatever order.
#pragma once

#include "community/bodies/state.hpp"
#include "community/decisions/state.hpp"
#include "community/elections/state.hpp"
#include "community/exposure/state.hpp"
#include "community/groups/state.hpp"
#include "community/items/state.hpp"
#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"
#include "community/priorities/state.hpp"
#include "community/scenario.hpp"

#include <rapidcheck.h>

#include <map>
#include <set>

namespace ccop::community::testing {

inline void check_organizations(const Community& now) {
  std::set<std::string> keys;
  for (const Organization& organization : membership(now).organizations)
    RC_ASSERT(keys.insert(organization.key).second);
}

/// One main representative at a time (clause 4.3).
inline void check_seats(const Community& now) {
  const auto end = [](const Mandate& mandate) { return mandate.until.value_or(Time::max()); };
  for (const Organization& organization : membership(now).organizations) {
    for (const MandateId a : organization.mandates) {
      for (const MandateId b : organization.mandates) {
        const Mandate& first = membership(now).mandates[a];
        const Mandate& second = membership(now).mandates[b];
        if (a == b || first.kind != MandateKind::main || second.kind != MandateKind::main) continue;
        RC_ASSERT(!(std::max(first.from, second.from) < std::min(end(first), end(second))));
      }
    }
  }
}

/// Never more additional representatives and guests than the meeting has places (clause 4.4).
inline void check_places(const Community& now) {
  for (const MeetingId id : meetings(now).all.ids())
    RC_ASSERT(meetings(now).confirmed(id) <= meetings(now).all[id].capacity);
}

inline void check_co_chairs(const Community& now, Time at) {
  for (std::uint32_t position = 0; position < 2; ++position)
    RC_ASSERT(std::ranges::count_if(bodies(now).co_chairs, [&](const CoChairTerm& term) {
                return term.position == position && term.serves(at);
              }) <= 1);
}

/// One organization, one vote; and the counts are those of the votes (clause 6.5).
inline void check_votes(const Community& now) {
  std::set<MotionId> balloted;
  for (const Election& election : elections(now).all)
    if (election.motion && election.stage == ElectionStage::decided) balloted.insert(*election.motion);
  for (const MotionId id : decisions(now).motions.ids()) {
    const Motion& motion = decisions(now).motions[id];
    std::set<OrganizationId> voted;
    std::vector<std::uint32_t> counts(motion.choices() + 1);
    for (const Vote& vote : motion.votes) {
      RC_ASSERT(voted.insert(vote.organization).second);
      ++counts[vote.choice];
    }
    if (motion.state != MotionState::closed) continue;
    RC_ASSERT(motion.outcome.has_value());
    const bool was_counted = motion.method == Method::vote && *motion.outcome != Outcome::no_quorum;
    if (was_counted && !balloted.contains(id)) RC_ASSERT(motion.counts == counts);
  }
}

/// Silence counts only where the text was delivered, and as long as the charter says (clause 5.4); said again in other
/// words. Of the harbour, whose organizations don't change.
inline void check_silence(const Community& now) {
  const std::chrono::hours floor{charter(now).voting.silence_floor_hours};
  for (const Motion& motion : decisions(now).motions) {
    if (motion.asked.empty()) continue;
    std::set<OrganizationId> asked;
    for (const AskedSeat& seat : motion.asked) {
      RC_ASSERT(asked.insert(seat.organization).second);
      for (const auto& at : {seat.seen, seat.reached()})
        if (at) RC_ASSERT(*at >= motion.opened_at.value());
    }
    if (motion.outcome == Outcome::objected) RC_ASSERT(motion.objections.size() > 0);
    if (motion.outcome != Outcome::adopted) continue;
    RC_ASSERT(motion.closed_at >= motion.deadline);
    RC_ASSERT(motion.objections.size() < charter(now).voting.objections_that_stop);
    for (const AskedSeat& seat : motion.asked) {
      RC_ASSERT(seat.reached().has_value());
      RC_ASSERT(*seat.reached() + floor <= *motion.closed_at);
      const bool is_signed = seat.reached_as_signed() && *seat.reached_as_signed() + floor <= *motion.closed_at;
      RC_ASSERT(is_signed == (std::ranges::count(motion.on_the_hosts_word, seat.organization) == 0));
    }
  }
}

/// What is counted of a room is what its sealed acts give (clause 5.5).
inline void check_rooms(const Community& now) {
  for (const SessionId id : meetings(now).sessions.ids()) {
    const Session& session = meetings(now).sessions[id];
    RC_ASSERT(session.sealed_acts == std::ranges::count(meetings(now).sealed, id, &SealedAct::session));
    RC_ASSERT(session.is_live() == (std::ranges::count(meetings(now).live, id) == 1));
    for (const Attendance& one : session.present) RC_ASSERT(session.has_attended(one.person));
    for (const MotionCounts& counted : session.counted) {
      std::vector<std::uint32_t> votes(counted.votes.size());
      for (const Vote& vote : decisions(now).motions[counted.motion].votes) ++votes.at(vote.choice);
      RC_ASSERT(counted.votes == votes);
    }
  }
}

inline void check_ballots(const Election& election) {
  std::map<OrganizationId, std::string> credential_of;
  std::map<std::string, OrganizationId> owner_of;
  for (const CastBallotRow& row : election.ballots) {
    RC_ASSERT(std::ranges::find(election.roll, row.organization) != election.roll.end());
    RC_ASSERT(credential_of.emplace(row.organization, row.credential).first->second == row.credential);
    RC_ASSERT(owner_of.emplace(row.credential, row.organization).first->second == row.organization);
    RC_ASSERT(row.at >= election.opened_at.value());
    if (election.closed_at) RC_ASSERT(row.at <= *election.closed_at);
  }
}

/// Who conducts does not stand.
inline void check_officers(const Election& election) {
  std::set<PersonId> trustees;
  for (const ElectionTrustee& trustee : election.trustees) {
    RC_ASSERT(trustees.insert(trustee.person).second);
    RC_ASSERT(!election.stands(trustee.person));
    RC_ASSERT(trustee.messages.size() <= key_rounds);
  }
}

/// A tie is settled sooner or later: it stays, or has a run-off, or a winner, or nobody of it may sit.
inline void check_tie(const Community& now, const Election& election) {
  if (election.outcome != ElectionOutcome::tied || election.stage == ElectionStage::lots) return;
  const ElectionId id = elections(now).all.id_of(election);
  RC_ASSERT(std::ranges::any_of(elections(now).all, [&](const Election& other) { return other.run_off_of == id; }));
}

/// Nobody is co-Chair twice (clause 3.1).
inline void check_offices(const Community& now, Time at) {
  std::set<PersonId> people;
  for (const CoChairTerm& term : bodies(now).co_chairs)
    if (term.serves(at)) RC_ASSERT(people.insert(term.person).second);
}

inline void check_elections(const Community& now) {
  for (const Election& e : elections(now).all) {
    check_ballots(e);
    check_officers(e);
    for (const PersonId person : e.candidates) RC_ASSERT(e.candidacy(person)->state == CandidacyState::accepted);
    if (e.opened_at) {
      RC_ASSERT(e.rounds_done() == key_rounds);
      RC_ASSERT(e.setup.has_value());
      RC_ASSERT(!e.roll.empty() && e.keys.size() == e.roll.size());
      RC_ASSERT(std::set<std::string>(e.keys.begin(), e.keys.end()).size() == e.keys.size());
      RC_ASSERT(e.motion.has_value() || e.round.has_value() || !e.candidates.empty());
    }
    if (!e.counts.empty()) RC_ASSERT(e.decrypted.size() >= charter(now).elections.trustees_needed);
    if (e.winner) RC_ASSERT(std::ranges::find(e.candidates, *e.winner) != e.candidates.end());
    if (e.outcome == ElectionOutcome::elected) RC_ASSERT(e.winner.has_value());
    if (e.outcome == ElectionOutcome::too_few && !e.round) RC_ASSERT(e.voters() < charter(now).elections.least_ballots);
    RC_ASSERT(e.session.has_value() != e.round.has_value());
    RC_ASSERT(e.replacements + e.trustees.size() == e.drawn.size());
    if (e.confirmation != Confirmation::none) RC_ASSERT(e.outcome == ElectionOutcome::elected);
    check_tie(now, e);
  }
}

/// What is in effect was adopted, each Member says one thing, and whatever ends is over at its end (clauses 7.2
/// to 7.4).
inline void check_priorities(const Community& now, Time at) {
  for (const Priority& priority : priorities(now).all) {
    RC_ASSERT(!priority.versions.empty());
    std::set<OrganizationId> said;
    for (const SaidStance& stance : priority.stances) RC_ASSERT(said.insert(stance.organization).second);
    if (priority.state == PriorityState::under_review || priority.state == PriorityState::in_effect)
      RC_ASSERT(priority.motion.has_value());
    if (priority.state == PriorityState::in_effect) {
      RC_ASSERT(decisions(now).motions[*priority.motion].outcome == Outcome::adopted);
      RC_ASSERT(priority.ends > at);
    }
    RC_ASSERT(priority.is_open() != priority.over_at.has_value());
  }
}

/// A founded group has a Lead that takes part, or is asked for one; and nobody takes part twice (clauses 7.4, 7.5).
inline void check_groups(const Community& now, Time at) {
  for (const Group& group : groups(now).all) {
    std::set<OrganizationId> in;
    for (const Participation& one : group.members) RC_ASSERT(in.insert(one.organization).second);
    for (const Participation& one : group.volunteers) RC_ASSERT(in.contains(one.organization));
    if (group.lead) RC_ASSERT(in.contains(*group.lead));
    RC_ASSERT(group.is_open() != group.over_at.has_value());
    if (!group.is_founded()) continue;
    RC_ASSERT(group.ends > at);
    RC_ASSERT(group.founded_at && group.mid_year && group.contact);
    RC_ASSERT(lead_of(now, group, at).has_value() != without_lead_since(now, group, at).has_value());
    if (group.state == GroupState::active) RC_ASSERT(group.kickoff.has_value());
  }
}

/// Nothing open is nobody's, and nothing is put off unseen (clause 7.3).
inline void check_items(const Community& now) {
  for (const Item& item : items(now).all) {
    RC_ASSERT(!item.moves.empty() && item.moves.front().what == ItemEvent::added);
    RC_ASSERT(membership(now).find(item.holder) != nullptr);
    RC_ASSERT(item.slipped == std::ranges::count(item.moves, ItemEvent::slipped, &ItemMove::what));
    RC_ASSERT((item.state == ItemState::done) == item.evidence.has_value());
    if (item.state == ItemState::blocked || item.state == ItemState::dropped) RC_ASSERT(item.reason.has_value());
    if (item.kind == ItemKind::milestone) RC_ASSERT(item.group.has_value());
  }
}

/// None, or as many as any charter demands: fewer would be told by the difference of two totals.
inline void check_apart(std::vector<OrganizationId> some, const std::vector<OrganizationId>& others) {
  std::erase_if(some, [&](OrganizationId seat) { return std::ranges::binary_search(others, seat); });
  RC_ASSERT(some.empty() || some.size() >= 3);
}

/// Nothing is opened of few answers, nor of nearly the same as before; and a round keeps its dates (clause 2.2).
inline void check_assessment(const Community& now) {
  const Assessment& all = assessment(now);
  const auto is_counted = [&](const ExposureRound& round) {
    return elections(now).all[round.election].outcome == ElectionOutcome::counted;
  };
  for (const RoundId id : all.rounds.ids()) {
    const ExposureRound& round = all.rounds[id];
    const Election& ballot = elections(now).all[round.election];
    RC_ASSERT(ballot.round && ballot.round->round == id);
    if (ballot.opened_at) RC_ASSERT(*ballot.opened_at >= ballot.round->opens && round.setup == ballot.setup);
    if (ballot.closed_at) RC_ASSERT(*ballot.closed_at >= ballot.round->closes);
    for (const OrganizationId seat : ballot.left_out) RC_ASSERT(ballot.has_voted(seat));
    if (!is_counted(round)) continue;
    RC_ASSERT(ballot.voters() >= 10);
    RC_ASSERT(ballot.counts.size() == ballot.round->answers);
    for (const ExposureRound& before : all.rounds) {
      if (&before == &round) break;
      const bool asks_again = std::ranges::any_of(round.asks, [&](const AskedPart& asked) {
        return all.sets[asked.question_set].facts.rhythm == Recurrence::yearly &&
               std::ranges::any_of(before.asks, [&](const AskedPart& other) { return all.overlap(asked, other); });
      });
      if (!asks_again || !is_counted(before)) continue;
      const auto then = elections(now).all[before.election].casters();
      check_apart(ballot.casters(), then);
      check_apart(then, ballot.casters());
    }
  }
}

inline void check_invariants(const Community& now, Time at) {
  check_organizations(now);
  check_seats(now);
  check_places(now);
  check_co_chairs(now, at);
  check_offices(now, at);
  check_votes(now);
  check_silence(now);
  check_rooms(now);
  check_elections(now);
  check_assessment(now);
  check_priorities(now, at);
  check_groups(now, at);
  check_items(now);
}

}  // namespace ccop::community::testing
