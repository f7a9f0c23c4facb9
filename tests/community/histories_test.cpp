// Random histories: random people ask for random things of all chapters, and time passes. What no sequence of requests
// may break is looked at after each.
#include "community/beginnings.hpp"
#include "community/duties.hpp"
#include "community/exposure/a_round.hpp"
#include "community/generators/all.hpp"
#include "community/invariants.hpp"
#include "community/tasks.hpp"

#include <rapidcheck/gtest.h>

namespace ccop::community::testing {
namespace {

/// What is asked for next, and by whom.
struct Step {
  Drawn drawn;
  Asking asking;
};
/// From all chapters, and half of the time from the one that the history is about.
Step one_step(const Scenario& story, const Draws& favoured) {
  static const Draws all = all_draws();
  const World world{story, chance(25) ? story.secretary() : some(people(story.now).all)};
  Drawn drawn = one_of(chance(50) ? favoured : all, world);
  const Asking asking = asking_for(drawn.command, world);
  return {std::move(drawn), asking};
}
using Names = std::set<std::string_view>;
/// Of some one that the rules allow, so that histories get somewhere; and rather what this history has not had.
Step next_step(const Scenario& story, const Draws& favoured, const Names& had) {
  Step step = one_step(story, favoured);
  std::optional<Step> had_before;
  for (int more = chance(30) ? 0 : 40; more > 0; --more) {
    const Command& command = step.drawn.command;
    if (refusal_of(decide(story.now, command, step.asking)) == nullptr) {
      if (!had.contains(command.kind().name)) return step;
      had_before = std::move(step);
      if (more % 3 == 0) break;  // now and then what it had will do, or histories would try little twice
    }
    step = one_step(story, favoured);
  }
  return had_before ? std::move(*had_before) : std::move(step);
}

/// What the histories asked for: a history of refusals alone tells little.
struct Tally {
  std::size_t asked{};
  std::size_t allowed{};
  Names commands_allowed;
  Names tasks;   ///< the kinds that awaited somebody
  Names duties;  ///< the kinds that somebody owed
};
Tally& tally() {
  static Tally all;
  return all;
}

/// Where the ids alone bar a request, the rules refuse it with the same sentence; and a refusal changes nothing.
/// Whether it was allowed.
bool asks(Scenario& story, const Step& step) {
  const auto barred = step.drawn.barred(story.now, step.drawn.command, step.asking);
  const std::string before = to_snapshot(story.now);
  const Ruling ruling = story.ask_as(step.asking, step.drawn.command);
  const Refusal* refusal = refusal_of(ruling);
  if (barred) {
    RC_ASSERT(refusal != nullptr);
    RC_ASSERT(refusal->key == barred->key);
  }
  ++tally().asked;
  if (refusal != nullptr) {
    RC_ASSERT(before == to_snapshot(story.now));
    return false;
  }
  ++tally().allowed;
  tally().commands_allowed.insert(step.drawn.command.kind().name);
  return true;
}

/// What awaits somebody stands open to them: the Secretary, the first co-Chair, and anybody.
void check_tasks(const Scenario& story) {
  for (const PersonId person : {story.secretary(), PersonId{1}, some(people(story.now).all)})
    for (const Task& task : tasks(story.now, person, story.time)) {
      RC_ASSERT(kinds_of_tasks().contains(task.kind));
      const Barred barred = kinds_of_tasks().at(task.kind);
      const auto refusal = barred(story.now, task, asking_of(story.now, person, story.time));
      if (refusal) RC_LOG() << task.kind << " is offered, and barred: " << refusal->key << std::endl;
      RC_ASSERT(!refusal.has_value());
      tally().tasks.insert(task.kind);
    }
}

/// Which duty it is, however much time has passed.
std::string name_of(const Duty& duty) {
  const Task& what = duty.what;
  const auto number = [](const auto& id) { return id ? std::to_string(id->value) : std::string{"-"}; };
  return std::string{duty.chapter} + " " + std::string{what.kind} + " " + number(what.person) + " " +
         number(what.organization) + " " + number(what.meeting) + " " + number(what.motion) + " " +
         number(what.election) + " " + number(what.proposal) + " " + number(what.change) + " " + number(what.priority) +
         " " + number(what.group) + " " + number(what.item);
}

/// Each duty is owed now, its ladder goes up, and each of its steps would reach somebody who holds a mandate.
void check_duties(const Scenario& story) {
  const Duties all = duties(story.now, story.time);
  for (const Duty& duty : all) {
    RC_ASSERT(duty.since <= story.time);
    if (duty.met_by.empty()) RC_ASSERT(duty.what.by.value() > story.time);
    RC_ASSERT(!duty.ladder.empty());
    RC_ASSERT(std::ranges::is_sorted(duty.ladder, {}, &community::Step::at));
    for (const community::Step& step : duty.ladder) {
      const auto people = reached_by(story.now, duty, step, story.time);
      RC_ASSERT(!people.empty());
      for (const PersonId person : people)
        RC_ASSERT(holds_seat(story.now, person, story.time) || is_committee(story.now, person, story.time));
    }
    tally().duties.insert(duty.what.kind);
  }
  // A deadline that somebody's desk tells is that of the duty. To vote while a session goes on is nobody's duty.
  constexpr std::array<std::string_view, 2> rights{"vote", "cast-ballot"};
  const PersonId person = some(people(story.now).all);
  for (const Task& task : tasks(story.now, person, story.time))
    if (task.by && std::ranges::find(rights, task.kind) == rights.end()) {
      RC_LOG() << task.kind << " is due at a time that no duty has" << std::endl;
      RC_ASSERT(std::ranges::any_of(
          all, [&](const Duty& duty) { return duty.what.kind == task.kind && duty.what.by == task.by; }));
    }
}

/// Until something happens, a duty is there, or its time has come.
void check_that_time_ends_none(const Scenario& story, const Duties& before) {
  // Mandates begin and end with time; and so does what is asked of whoever holds one.
  constexpr std::array by_mandates{"vacant-seat", "silence", "offer-enrolment", "register-voting-key", "attest"};
  std::set<std::string> now;
  for (const Duty& duty : duties(story.now, story.time)) now.insert(name_of(duty));
  for (const Duty& duty : before) {
    if (now.contains(name_of(duty)) || (duty.what.by && *duty.what.by <= story.time)) continue;
    if (std::ranges::find(by_mandates, duty.what.kind) != by_mandates.end()) continue;
    RC_LOG() << name_of(duty) << " is no longer owed" << std::endl;
    RC_ASSERT(duty.what.kind == "clear");  // until the meeting is over
  }
}

/// The record is written and read, and the state that follows from it is the same.
void check_replay(const Scenario& story, Community from, std::size_t first) {
  for (std::size_t i = first; i < story.entries.size(); ++i) {
    const std::string written = encode(story.entries[i]);
    RC_ASSERT(encode(decode_entry(written)) == written);
    const Outline outline = decode_outline(written);
    apply(from, outline.acts, outline.asking);
  }
  RC_ASSERT(to_snapshot(from) == to_snapshot(story.now));
}

void live(Scenario story, int steps, const Draws& favoured) {
  const Community at_first = story.now;
  const std::size_t first = story.entries.size();
  Names had;
  for (int done = 0; done < steps; ++done) {
    const Duties owed = duties(story.now, story.time);
    story.pass(minutes{chance(5) ? below(3000) : below(20)} + std::chrono::seconds{1});
    check_that_time_ends_none(story, owed);
    story.settle();
    const Step step = next_step(story, favoured, had);
    if (asks(story, step)) had.insert(step.drawn.command.kind().name);
    story.settle();
    check_invariants(story.now, story.time);
    check_tasks(story);
    check_duties(story);
  }
  RC_ASSERT(to_snapshot(from_snapshot(to_snapshot(story.now))) == to_snapshot(story.now));
  check_replay(story, at_first, first);
}

/// Said again in other words: more than two thirds of all votes, abstentions counted.
bool is_adopted_in_the_harbour(const std::vector<std::uint32_t>& counts) {
  return counts[0] > counts[1] && counts[0] * 3 > 2 * (counts[0] + counts[1] + counts[2]);
}

RC_GTEST_PROP(AHistory, OfASmallCommunityKeepsTheInvariants, ()) {
  live(harbour(chance(50) ? Method::vote : Method::consensus), 120, draws_of<DecisionsChapter>());
}

/// A silence procedure near its deadline, or near the day on which it lapses.
RC_GTEST_PROP(AHistory, OfASilenceProcedureKeepsTheInvariants, ()) {
  Scenario story{"tests/charters/harbour.toml"};
  const auto people = story.members(3);
  const PersonId alternate = story.person();
  story.ask(people[2], NameAlternate{alternate, story.time, story.time + days{60}});
  const MotionId motion = story.motion(people[1], {}, Method::silence);
  story.ask(story.secretary(), OpenMotion{motion, story.time + days{9}, "UTC", 0});
  const bool is_late = chance(30);
  if (chance(50)) story.ask(people[0], SeeMotion{motion});
  story.pass(is_late ? days{37} : days{5});
  live(std::move(story), 100,
       {&draw<SeeMotion>, &draw<ReportDelivery>, &draw<AttestDelivery>, &draw<ObjectToMotion>, &draw<OpenMotion>});
}

RC_GTEST_PROP(AHistory, OfAnElectionKeepsTheInvariants, ()) {
  Scenario story = symposium();
  const auto stage = static_cast<Stage>(below(static_cast<std::uint32_t>(Stage::tied_again) + 1));
  take_to(stage, story);
  if (stage == Stage::opened) RC_ASSERT(elections(story.now).all[{0}].stage == ElectionStage::voting);
  if (stage == Stage::tied_again) RC_ASSERT(elections(story.now).all[{1}].stage == ElectionStage::lots);
  live(std::move(story), 150, draws_of<ElectionsChapter>());
}

RC_GTEST_PROP(AHistory, OfAWorkPlanKeepsTheInvariants, ()) {
  const auto stage = static_cast<Work>(below(static_cast<std::uint32_t>(Work::without_lead) + 1));
  Scenario story = work_plan(stage);
  RC_ASSERT(priorities(story.now).all[{0}].state == PriorityState::in_effect);
  RC_ASSERT(groups(story.now).all[{0}].is_founded() == (stage != Work::proposed));
  Draws favoured = draws_of<PrioritiesChapter>();
  std::ranges::copy(draws_of<GroupsChapter>(), std::back_inserter(favoured));
  std::ranges::copy(draws_of<ItemsChapter>(), std::back_inserter(favoured));
  std::ranges::copy(draws_of<RisksChapter>(), std::back_inserter(favoured));
  live(std::move(story), 150, favoured);
}

RC_GTEST_PROP(AHistory, OfRoundsKeepsTheInvariants, ()) {
  Draws favoured = draws_of<ExposureChapter>();
  favoured.insert(favoured.end(), {&draw<CastBallot>, &draw<PostKeyMessage>, &draw<PostDecryption>,
                                   &draw<NameElectionOfficers>, &draw<DeclareResult>, &draw<CancelElection>});
  live(a_round(static_cast<Holding>(below(static_cast<std::uint32_t>(Holding::again) + 1))), 120, favoured);
}

RC_GTEST_PROP(AVote, IsCountedByTheCharterOfTheCommunity, ()) {
  Scenario story = harbour(Method::vote);
  for (const std::uint32_t person : {1u, 2u})
    if (chance(80)) story.ask({person}, CastVote{{0}, below(3)});
  for (const std::uint32_t person : {1u, 2u})
    if (chance(40)) story.ask({person}, ChangeVote{{0}, below(3)});
  story.ask({1}, CloseMotion{{0}});
  const Motion& motion = decisions(story.now).motions[{0}];
  RC_ASSERT((motion.outcome == Outcome::adopted) == is_adopted_in_the_harbour(motion.counts));
}

/// How much they cover is asked of as many as are told by default: a sanitizer's run has fewer.
constexpr std::size_t enough_asked = 30'000;

/// After the histories: much of what they asked for was allowed, and nearly every command was somewhere. (Nobody founds
/// twice; and what is due is settled before each step.) Chance leaves some out each time, and others the next.
TEST(AllHistories, AreMoreThanRefusals) {
  if (tally().asked < enough_asked) GTEST_SKIP() << "too few histories were told";
  EXPECT_GE(tally().allowed * 100, tally().asked * 30) << tally().allowed << " of " << tally().asked;
  std::set<std::string_view> never;
  for_each_type(Together<Chapters>::Commands{}, [&]<class C>(std::type_identity<C>) {
    if (!tally().commands_allowed.contains(kind_of<C>.name)) never.insert(kind_of<C>.name);
  });
  EXPECT_LE(never.size(), 10u) << ::testing::PrintToString(never);
  EXPECT_GE(tally().tasks.size() + 3, kinds_of_tasks().size()) << ::testing::PrintToString(tally().tasks);
}

TEST(AllHistories, OweWhatThePageHasWordsFor) {
  if (tally().asked < enough_asked) GTEST_SKIP() << "too few histories were told";
  const auto words = nlohmann::json::parse(charter_text("web/src/chapters/desk/duties.en.json"))["duties"]["kind"];
  for (const std::string_view kind : tally().duties) EXPECT_TRUE(words.contains(kind)) << kind;
  EXPECT_GE(tally().duties.size() + 6, words.size()) << ::testing::PrintToString(tally().duties);
}

}  // namespace
}  // namespace ccop::community::testing
