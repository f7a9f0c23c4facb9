// Whole elections of our own, from the trustees' keys to the result: sound by our own verifier and, where
// CCOP_ELECTIONS names a folder, left there for belenios-tool (tests/ballot/peer_test.py).
#include "ballot/cast.hpp"

#include "ballot/archive.hpp"
#include "ballot/ceremony.hpp"
#include "ballot/json.hpp"
#include "ballot/left_for_the_peer.hpp"
#include "ballot/tally.hpp"
#include "ballot/trustee.hpp"
#include "ballot/verify.hpp"
#include "community/decisions/state.hpp"
#include "community/elections/state.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <numeric>
#include <random>
#include <regex>

namespace ccop::ballot {
namespace {

using ::testing::HasSubstr;
using Counts = std::vector<std::vector<std::uint64_t>>;

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) (out += out.empty() ? "" : ",") += part;
  return out;
}

/// An election that is lived through by its voters and trustees.
class OurElection {
 public:
  /// `trustees` single ones, and `threshold` of `group` more.
  OurElection(std::string uuid, std::vector<Question> questions, std::size_t trustees,
              std::vector<std::uint64_t> weights, std::uint32_t threshold = 0, std::uint32_t group = 0)
      : weights_(std::move(weights)), secrets_(trustees), ceremony_(threshold, group) {
    election_.version = 1;
    election_.description = "Made by ccop";
    election_.name = "A test";
    election_.group = "Ed25519";
    election_.uuid = std::move(uuid);
    election_.questions = std::move(questions);
    std::vector<std::string> kinds;
    for (const auto& secret : secrets_)
      kinds.push_back("[\"Single\"," + to_json(trustee_key(secret, election_.group)) + "]");
    if (group > 0) kinds.push_back("[\"Pedersen\"," + to_json(ceremony_.parameters()) + "]");
    const std::string trustees_json = "[" + joined(kinds) + "]";
    trustees_.emplace(trustees_json, election_.group);
    election_.public_key = {to_hex(trustees_->election_key())};
    std::vector<std::string> roll;
    for (const std::uint64_t weight : weights_) {
      credentials_.push_back(new_credential());
      std::string line = public_credential(credentials_.back(), election_.uuid).text;
      if (weight != 1) line += "," + std::to_string(weight);
      roll.push_back(std::move(line));
    }
    std::ranges::sort(roll);
    const std::string json = to_json(election_);
    fingerprint_ = fingerprint_of(json);
    const SetupData setup{writer_.add_data(json), writer_.add_data(trustees_json), writer_.add_data(to_json(roll))};
    writer_.add_event("Setup", writer_.add_data(to_json(setup)));
  }

  void vote(std::size_t voter, const Choices& choices) {
    last_[voter] = choices;
    const std::string ballot = cast_ballot(election_, fingerprint_, credentials_.at(voter), choices);
    ballots_[voter] = from_canonical_json<Ballot>(ballot);
    writer_.add_event("Ballot", writer_.add_data(ballot));
  }

  void decide() {
    writer_.add_event("EndBallots", {});
    const EncryptedTally tally = encrypted_tally();
    SizedTally sized{last_.size(), 0, writer_.add_data(to_json(tally))};
    for (const auto& [voter, choices] : last_) sized.total_weight += weights_[voter];
    writer_.add_event("EncryptedTally", writer_.add_data(to_json(sized)));
    std::map<std::uint32_t, PartialDecryption> decryptions;
    const auto add = [&](std::uint32_t owner, const SecretScalar& secret) {
      const auto& made = decryptions.emplace(owner, decrypt(tally, secret, fingerprint_)).first->second;
      const std::string hash = writer_.add_data(to_json(made));
      writer_.add_event("PartialDecryption", writer_.add_data(to_json(Owned{owner, hash})));
    };
    const auto singles = static_cast<std::uint32_t>(secrets_.size());
    for (std::uint32_t i = 0; i < singles; ++i) add(i + 1, secrets_[i]);
    // The last ones of the group: the first are absent.
    for (std::uint32_t i = ceremony_.size(); i > ceremony_.size() - ceremony_.threshold(); --i)
      add(singles + i, ceremony_.decryption_key_of(i));
    const auto result = result_of(tally, *trustees_, decryptions, sized.total_weight);
    ASSERT_TRUE(result);
    writer_.add_event("Result", writer_.add_data(to_json(*result)));
  }

  [[nodiscard]] Counts expected() const {
    Counts counts;
    for (const Question& question : election_.questions) counts.emplace_back(question.values());
    for (const auto& [voter, choices] : last_)
      for (std::size_t i = 0; i < choices.size(); ++i)
        for (std::size_t j = 0; j < choices[i].size(); ++j) counts[i][j] += choices[i][j] ? weights_[voter] : 0;
    return counts;
  }
  [[nodiscard]] std::string archive() const { return out_.str(); }
  [[nodiscard]] const Election& election() const { return election_; }
  [[nodiscard]] const std::string& fingerprint() const { return fingerprint_; }

  /// Sound by our verifier, with the totals that the votes give; and left for the peer.
  void check(std::size_t ballots) const {
    std::istringstream in{archive()};
    const Verification v = verify_election(in, {1, {}});
    EXPECT_EQ(v.ballots, ballots);
    ASSERT_TRUE(v.result);
    EXPECT_EQ(v.result->result, expected());
    ccop::testing::leave_for_the_peer(election_.uuid, archive());
  }

 private:
  EncryptedTally encrypted_tally() {
    OpenAnswers sums = empty_tally(election_);
    for (const auto& [voter, ballot] : ballots_)
      for (std::size_t i = 0; i < sums.size(); ++i)
        for (std::size_t j = 0; j < sums[i].size(); ++j)
          for (std::uint64_t n = 0; n < weights_[voter]; ++n) {
            const Ciphertext& c = ballot.answers[i].choices[j];
            sums[i][j].alpha = sums[i][j].alpha + point_from_hex(c.alpha.text).value();
            sums[i][j].beta = sums[i][j].beta + point_from_hex(c.beta.text).value();
          }
    EncryptedTally tally;
    for (const auto& question : sums) {
      auto& row = tally.emplace_back();
      for (const OpenCiphertext& sum : question) row.push_back({{to_hex(sum.alpha)}, {to_hex(sum.beta)}});
    }
    return tally;
  }

  Election election_;
  std::string fingerprint_;
  std::vector<std::uint64_t> weights_;
  std::vector<SecretScalar> secrets_;
  Ceremony ceremony_;
  std::optional<Trustees> trustees_;
  std::vector<std::string> credentials_;
  std::map<std::size_t, Choices> last_;
  std::map<std::size_t, Ballot> ballots_;
  std::ostringstream out_;
  ArchiveWriter writer_{out_, 1'795'000'000};
};

Question question(std::size_t answers, std::uint32_t min, std::uint32_t max, std::optional<bool> blank = {}) {
  Question q;
  for (std::size_t i = 0; i < answers; ++i) q.answers.push_back("answer " + std::to_string(i));
  q.blank = blank;
  q.min = min;
  q.max = max;
  q.question = "Which?";
  return q;
}

TEST(OurElections, AreSoundForEveryNumberOfChoices) {
  OurElection election{"ccopEveryNumber", {question(3, 0, 3)}, 2, {1, 1, 1, 1}};
  election.vote(0, {{false, false, false}});
  election.vote(1, {{false, true, false}});
  election.vote(2, {{true, true, false}});
  election.vote(3, {{true, true, true}});
  election.decide();
  election.check(4);
}

TEST(OurElections, AreSoundWithBlankVotesRevotesAndWeights) {
  OurElection election{
      "ccopB1ankAndMore", {question(2, 1, 2, true), question(3, 1, 1), question(1, 0, 1)}, 1, {1, 5, 2}};
  election.vote(0, {{true, false, false}, {true, false, false}, {true}});
  election.vote(1, {{false, true, true}, {false, false, true}, {false}});
  election.vote(0, {{false, false, true}, {false, true, false}, {false}});
  election.vote(2, {{true, false, false}, {true, false, false}, {true}});
  election.decide();
  election.check(4);
}

TEST(OurElections, AreSoundWhenNobodyVotes) {
  OurElection election{"ccopNobodyVotes", {question(2, 1, 1)}, 1, {1, 1}};
  election.decide();
  election.check(0);
}

TEST(OurElections, AreSoundWithOneVoter) {
  OurElection election{"ccopJustoneVoter", {question(2, 1, 1)}, 0, {1}, 2, 3};
  election.vote(0, {{false, true}});
  election.decide();
  election.check(1);
}

TEST(OurElections, AreSoundWithoutVoters) {
  OurElection election{"ccopNobodyatA11", {question(2, 1, 1)}, 0, {}, 2, 3};
  election.decide();
  election.check(0);
}

TEST(OurElections, AreSoundWithAHundredVotersAndTenQuestions) {
  const bool whole = std::getenv("CCOP_ELECTIONS") != nullptr;
  std::vector<Question> questions;
  for (std::size_t i = 0; i < 10; ++i) questions.push_back(question(1 + i % 4, 1, 1));
  OurElection election{"ccopManyVoters", questions, 1, std::vector<std::uint64_t>(whole ? 100 : 5, 1)};
  std::mt19937 chance{5};  // which votes doesn't matter, only that they differ
  for (std::size_t voter = 0; voter < (whole ? 100u : 5u); ++voter) {
    Choices choices;
    for (const Question& q : questions) {
      choices.emplace_back(q.answers.size());
      choices.back()[chance() % q.answers.size()] = true;
    }
    election.vote(voter, choices);
  }
  election.decide();
  election.check(whole ? 100 : 5);
}

TEST(OurElections, AreSoundWithTwoOfThreeTrusteesAndOneAbsent) {
  OurElection election{"ccopTwoofThree1", {question(3, 1, 1)}, 0, {1, 1, 1}, 2, 3};
  election.vote(0, {{true, false, false}});
  election.vote(1, {{false, false, true}});
  election.vote(2, {{false, false, true}});
  election.decide();
  election.check(3);
}

TEST(OurElections, AreSoundWithThreeOfFiveTrusteesAndOneMandatory) {
  OurElection election{"ccopThreeofFive", {question(2, 0, 2, true)}, 1, {1, 3}, 3, 5};
  election.vote(0, {{true, false, false}});
  election.vote(1, {{false, true, true}});
  election.decide();
  election.check(2);
}

TEST(Casting, RefusesWhatTheQuestionDoesNotAllow) {
  OurElection election{"ccopNotA11owed1", {question(3, 1, 2, true)}, 1, {1}};
  for (const Choices& choices : {Choices{}, Choices{{true, true}}, Choices{{false, false, false, false}},
                                 Choices{{false, true, true, true}}, Choices{{true, true, false, false}}})
    EXPECT_THROW(election.vote(0, choices), BadInput);
}

TEST(Casting, HidesTheChoiceAndNeverRepeatsItself) {
  OurElection election{"ccopHidden12345", {question(2, 1, 1)}, 1, {1}};
  const std::string credential = new_credential();
  const auto cast = [&] {
    return cast_ballot(election.election(), election.fingerprint(), credential, {{true, false}});
  };
  const auto first = from_canonical_json<Ballot>(cast()), second = from_canonical_json<Ballot>(cast());
  EXPECT_EQ(first.credential, second.credential);
  for (std::size_t i = 0; i < 2; ++i) {
    EXPECT_NE(first.answers[0].choices[i].alpha, second.answers[0].choices[i].alpha);
    EXPECT_NE(first.answers[0].choices[i].beta, second.answers[0].choices[i].beta);
  }
}

TEST(Credentials, AreTwentyTwoBase58DigitsInFourGroups) {
  const std::regex shape{
      "[1-9A-HJ-NP-Za-km-z]{5}-[1-9A-HJ-NP-Za-km-z]{6}-[1-9A-HJ-NP-Za-km-z]{5}-[1-9A-HJ-NP-Za-km-z]{6}"};
  const std::string credential = new_credential();
  EXPECT_TRUE(std::regex_match(credential, shape)) << credential;
  EXPECT_NE(public_credential(credential, "one"), public_credential(credential, "another"));
}

TEST(Decrypting, RefusesAnElementOutsideTheGroup) {
  const SecretScalar secret;
  const Element order_two{"7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec"};
  const Element shifted{to_hex(generator() + point_from_hex(order_two.text).value())};
  for (const Element& bad : {order_two, shifted, Element{"xyz"}})
    EXPECT_THROW((void)decrypt({{{bad, {to_hex(generator())}}}}, secret, "f"), BadInput);
}

TEST(Logarithms, AreFoundUpToTheirBoundAndNoFurther) {
  Point power;
  for (std::uint64_t m = 0; m < 40; ++m, power = power + generator()) {
    EXPECT_EQ(logarithm(power, 40), m);
    EXPECT_EQ(logarithm(power, m), m);
    if (m > 0) {
      EXPECT_EQ(logarithm(power, m - 1), std::nullopt);
    }
  }
  const Point large = product_of(Power{&generator_powers(), scalar_of(123'456'789)});
  EXPECT_EQ(logarithm(large, 200'000'000), 123'456'789u);
}

}  // namespace
}  // namespace ccop::ballot
