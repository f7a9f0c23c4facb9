// The stage of all stories of rounds: a charter that asks little, and every seat with somebody who speaks for it.
#pragma once

#include "community/decisions/commands.hpp"
#include "community/elections/commands.hpp"
#include "community/elections/state.hpp"
#include "community/exposure/charter_of_ten.hpp"
#include "community/exposure/commands.hpp"
#include "community/exposure/state.hpp"
#include "community/keyboxes/keys.hpp"
#include "community/membership/state.hpp"
#include "community/scenario.hpp"

namespace ccop::community::testing {

/// 28 Members and two Observers, of whom ten must answer.
class Assessing {
 public:
  static constexpr std::size_t seats = 30;
  static constexpr std::size_t observers = 2;

  Assessing() : story(Scenario::CharterText{charter_of_ten()}) {
    for (std::uint32_t i = 0; people.size() < seats; ++i) {
      people.push_back(story.representative(membership(story.now).organizations[{i}].key));
      if (people.size() > seats - observers) of<Membership>(story.now).organizations[{i}].status = Status::observer;
    }
    // The others are nobody's business here: a past of the test's own.
    for (std::uint32_t i = seats; i < membership(story.now).organizations.size(); ++i)
      of<Membership>(story.now).organizations[{i}].until = story.time;
    story.ask(story.secretary(), SeatFoundingCoChair{0, people[0], story.time + days{700}});
  }

  /// Adopted by silence procedure.
  QuestionSetId adopted(const QuestionSetFacts& facts) {
    const QuestionSetId set = assessment(story.now).sets.next();
    EXPECT_THAT(story.ask(story.secretary(), ProposeQuestionSet{{}, words("set"), words(facts.name), facts}),
                allowed());
    silence(assessment(story.now).sets[set].motion);
    EXPECT_TRUE(assessment(story.now).sets[set].adopted_at);
    return set;
  }
  void silence(MotionId motion) {
    const Time deadline = story.time + days{14};
    EXPECT_THAT(story.ask(story.secretary(), OpenMotion{motion, deadline, "Europe/Rome", 60}), allowed());
    story.tells_all(motion);
    story.pass(days{15});
    story.settle();
  }
  static QuestionSetFacts of_a_state(std::uint32_t version = 1) {
    return {"state", version, Recurrence::yearly, std::string(64, 'a'), 4};
  }
  static QuestionSetFacts of_events() { return {"events", 1, Recurrence::quarterly, std::string(64, 'b'), 0}; }

  CallRound call_of(std::vector<AskedPart> asks) const {
    return {std::move(asks), words("paper"), 5, story.time + days{1}, story.time + days{15}};
  }
  RoundId called(const CallRound& call) {
    const RoundId round = assessment(story.now).rounds.next();
    EXPECT_THAT(story.ask(story.secretary(), call), allowed());
    return round;
  }
  const ExposureRound& round(RoundId id) const { return assessment(story.now).rounds[id]; }
  const Election& ballot(RoundId id) const { return elections(story.now).all[round(id).election]; }

  void make_keys(RoundId id) {
    const ElectionId election = round(id).election;
    EXPECT_THAT(story.ask(story.secretary(), NameElectionOfficers{election}), allowed());
    for (std::uint32_t step = 1; step <= key_rounds; ++step)
      for (const ElectionTrustee& trustee : std::vector{ballot(id).trustees})
        EXPECT_THAT(story.ask(trustee.person, PostKeyMessage{election, step, words("step " + std::to_string(step))}),
                    allowed());
  }
  void register_keys(std::size_t count = seats) {
    for (std::size_t i = 0; i < count; ++i) {
      const auto own = membership(story.now).own_organization(people[i], story.time);
      if (own && keyboxes(story.now).key_of(*own, year_of(story.time)) == nullptr)
        EXPECT_THAT(register_key(story, people[i], year_of(story.time)), allowed());
    }
  }
  /// Up to its opening.
  void prepare(RoundId id) {
    if (ballot(id).trustees.empty()) make_keys(id);
    EXPECT_THAT(story.ask(story.secretary(), PrepareRound{id, words("setup")}), allowed());
  }
  void open(RoundId id) {
    prepare(id);
    register_keys();
    story.time = ballot(id).round->opens;
    story.settle();
    EXPECT_EQ(ballot(id).stage, ElectionStage::voting);
  }
  Ruling answer(RoundId id, std::size_t seat, const std::string& ballot = "first") {
    const std::string credential = std::to_string(id.value) + " credential " + std::to_string(seat);
    return story.ask(people[seat],
                     CastBallot{round(id).election, credential, credential + ballot, words(credential + ballot)});
  }
  void close(RoundId id) {
    story.time = ballot(id).round->closes;
    story.settle();
  }
  void decrypt(RoundId id) {
    for (const std::uint32_t number : {1u, 3u})
      EXPECT_THAT(story.ask(ballot(id).trustee(number)->person,
                            PostDecryption{round(id).election, "tally", words("factors"), words("proofs")}),
                  allowed());
  }
  Ruling declare(RoundId id, PersonId person) {
    return story.ask(person, DeclareResult{round(id).election, {1, 2, 3, 4, 0}, std::string(64, 'a')});
  }
  /// Opened, answered by these, closed, decrypted and declared.
  void hold(RoundId id, const std::vector<std::size_t>& who) {
    open(id);
    for (const std::size_t seat : who) EXPECT_THAT(answer(id, seat), allowed());
    close(id);
    if (ballot(id).stage == ElectionStage::decided) return;
    decrypt(id);
    EXPECT_THAT(declare(id, story.secretary()), allowed());
  }
  static std::vector<std::size_t> first(std::size_t count) {
    std::vector<std::size_t> who(count);
    std::iota(who.begin(), who.end(), std::size_t{0});
    return who;
  }
  static std::vector<std::size_t> all_but(std::vector<std::size_t> absent) {
    std::vector<std::size_t> who;
    for (std::size_t i = 0; i < seats; ++i)
      if (std::ranges::find(absent, i) == absent.end()) who.push_back(i);
    return who;
  }

  Scenario story;
  std::vector<PersonId> people;  ///< the main representative of each seat
};

class AnAssessment : public ::testing::Test, protected Assessing {};

}  // namespace ccop::community::testing
