// Invariants that no sequence of commands may break, over random sequences of random commands by random people.
#include "community/scenario.hpp"

#include <rapidcheck/gtest.h>

#include <set>

namespace ccop::community {
namespace {

using namespace testing;

constexpr std::uint32_t few = 8;

std::uint32_t below(std::uint32_t bound) {
  return *rc::gen::inRange<std::uint32_t>(0, bound);
}
bool chance(std::uint32_t percent) {
  return below(100) < percent;
}

/// A community with some life in it, so that random commands often mean something.
Scenario lively() {
  Scenario harbour{"tests/charters/harbour.toml"};
  auto people = harbour.members(3);
  people.push_back(harbour.representative("GULL"));
  harbour.person();
  harbour.person();
  const SessionId session = harbour.executive_session({people[0], people[1]});
  harbour.ask(people[0], OpenMotion{harbour.motion(people[1], session, Method::vote), {}, {}, {}});
  return harbour;
}

Command random_command(const Scenario& s) {
  const Time now = s.time;
  const auto soon = [&] { return now + hours{below(100)} - hours{20}; };
  const PersonId person{below(few)};
  const OrganizationId organization{below(5)};
  switch (below(33)) {
    case 0:
      return AppointRepresentative{
          organization, person, soon(), chance(50) ? std::optional{soon()} : std::nullopt, {0, 1}};
    case 1:
      return SucceedRepresentative{
          organization, person, soon(), chance(50) ? std::optional{soon()} : std::nullopt, {0, 1}};
    case 2:
      return EndMandate{{below(few)}};
    case 3:
      return NameAlternate{person, soon(), soon()};
    case 4:
      return DeclareAbsence{soon(), soon()};
    case 5:
      return EndAbsence{};
    case 6:
      return InviteRepresentative{{below(3)}, person};
    case 7:
      return ClearInvitation{{below(few)}};
    case 8:
      return WithdrawInvitation{{below(few)}};
    case 9:
      return AdmitGuest{{below(3)}, words("g"), {SessionId{below(4)}}, words("t")};
    case 10:
      return PlanMeeting{MeetingKind::ad_hoc, words("m"), now, now + days{5}, "UTC", below(3), 60};
    case 11:
      return AddSession{{below(3)}, static_cast<SessionKind>(below(3)), words("s"), now + hours{1}, now + hours{9}};
    case 12:
      return PublishMeeting{{below(3)}};
    case 13:
      return OpenSession{{below(4)}};
    case 14:
      return AcceptDiscretion{{below(3)}};
    case 15:
      return EnterSession{{below(4)}};
    case 16:
      return LeaveSession{{below(4)}};
    case 17:
      return ProposeMotion{chance(70) ? std::optional{SessionId{below(4)}} : std::nullopt,
                           Purpose::resolution,
                           words("m"),
                           {},
                           static_cast<Method>(below(3)),
                           chance(50),
                           {}};
    case 18:
      return OpenMotion{{below(few)},
                        chance(30) ? std::optional{now + days{9}} : std::nullopt,
                        chance(30) ? std::optional<std::string>{"UTC"} : std::nullopt,
                        chance(30) ? std::optional<std::int32_t>{0} : std::nullopt};
    case 19:
    case 20:
    case 21:
      return CastVote{{below(few)}, below(4)};
    case 22:
      return ObjectToMotion{{below(few)}, words("no")};
    case 23:
      return CloseMotion{{below(few)}};
    case 24:
      return SeatFoundingCoChair{below(2), person, soon()};
    case 25:
      return AppointSecretary{person, soon()};
    case 26:
      return ProposeObserver{"OBS" + std::to_string(below(3)), "An organization", words("o")};
    case 27:
      return CommentOnObserver{{below(3)}, words("c")};
    case 28:
    case 29:
      return DecideOnObserver{{below(3)}, chance(60)};
    case 30:
      return ProposeObserverEnd{{below(few)}, words("o")};
    case 31:
      return LeaveAsObserver{};
    default: {
      const Meeting& m = s.now.meetings.all.front();
      return ChangeMeeting{{0}, m.details, m.starts, m.ends, m.time_zone, below(4), 60};
    }
  }
}

void check_seats(const Community& now) {
  for (const Organization& organization : now.membership.organizations) {
    for (const MandateId a : organization.mandates) {
      for (const MandateId b : organization.mandates) {
        const Mandate& first = now.membership.mandates[a.value];
        const Mandate& second = now.membership.mandates[b.value];
        if (a == b || first.kind != MandateKind::main || second.kind != MandateKind::main) continue;
        const auto end = [](const Mandate& m) { return m.until.value_or(Time::max()); };
        const bool overlap = std::max(first.from, second.from) < std::min(end(first), end(second));
        RC_ASSERT(!overlap);
      }
    }
  }
}

void check_organizations(const Community& now) {
  std::set<std::string> keys;
  for (const Organization& organization : now.membership.organizations) RC_ASSERT(keys.insert(organization.key).second);
}

void check_votes(const Community& now) {
  for (const Motion& motion : now.decisions.motions) {
    std::set<OrganizationId> voted;
    std::vector<std::uint32_t> counts(motion.choices() + 1);
    for (const Vote& vote : motion.votes) {
      RC_ASSERT(now.membership.organizations[vote.organization.value].status == Status::member);
      RC_ASSERT(voted.insert(vote.organization).second);
      ++counts[vote.choice];
    }
    if (motion.state != MotionState::closed) continue;
    RC_ASSERT(motion.outcome.has_value());
    if (motion.method != Method::vote || *motion.outcome == Outcome::no_quorum) continue;
    RC_ASSERT(motion.counts == counts);
    // The harbour's rule, said again in other words: more than two thirds of all votes, abstentions counted.
    const bool adopted = counts[0] > counts[1] && counts[0] * 3 > 2 * (counts[0] + counts[1] + counts[2]);
    RC_ASSERT((*motion.outcome == Outcome::adopted) == adopted);
  }
}

RC_GTEST_PROP(AnyHistory, KeepsTheInvariants, ()) {
  Scenario harbour = lively();
  std::size_t allowed = 0;
  for (int step = 0; step < 120; ++step) {
    harbour.pass(minutes{below(200)});
    const Community before = harbour.now;
    const auto ruling = harbour.ask(PersonId{below(few)}, random_command(harbour));
    if (std::holds_alternative<std::vector<Act>>(ruling))
      ++allowed;
    else if (!before.has_due(harbour.time))
      RC_ASSERT(to_snapshot(before) == to_snapshot(harbour.now));  // a refusal changes nothing
    for (std::uint32_t m = 0; m < harbour.now.meetings.all.size(); ++m)
      RC_ASSERT(harbour.now.confirmed({m}) <= harbour.now.meetings.all[m].capacity);
    check_organizations(harbour.now);
    check_seats(harbour.now);
    check_votes(harbour.now);
    RC_ASSERT(harbour.now.last_at >= before.last_at);
  }
  RC_CLASSIFY(allowed > 10, "lively");
  // A snapshot is the state itself.
  RC_ASSERT(to_snapshot(from_snapshot(to_snapshot(harbour.now))) == to_snapshot(harbour.now));
}

}  // namespace
}  // namespace ccop::community
