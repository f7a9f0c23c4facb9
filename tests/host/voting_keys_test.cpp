// The keys that seats register, as a host takes them, and the credentials that follow: whose ballots they sign.
#include "host/hosted_election.hpp"

#include <set>

namespace ccop::host {
namespace {

using namespace testing;
using ::testing::HasSubstr;

TEST_F(AHostedElection, HasOneCredentialForEachSeatWhichFollowsFromTheRecord) {
  open();
  std::set<std::string> all;
  for (std::size_t i = 0; i < people.size(); ++i)
    all.insert(ballot::written(ballot::power_of_generator(credential(i).value())).text);
  EXPECT_EQ(record().credentials_json(), ballot::to_json(std::vector<std::string>(all.begin(), all.end())));
}

/// The ballot is the seat's: whoever acts for it casts it with the keybox that was handed on (clause 4.3).
TEST_F(AHostedElection, TakesTheBallotOfAnAlternateWhoHasTheSeatsKeybox) {
  const PersonId alternate = story.person();
  must(people[2], NameAlternate{alternate, story.time, story.time + days{90}});
  open();
  EXPECT_EQ(vote(2, 1), "");
  must(people[2], DeclareAbsence{story.time, story.time + days{1}});
  EXPECT_EQ(ask(people[2], casting(ballot_of(2, 1))), "only-members-vote") << "never both";
  EXPECT_EQ(ask(alternate, casting(ballot_of(2, 2))), "");
  EXPECT_EQ(verified().counted, 1u) << "in the place of the one before";
  EXPECT_EQ(election().ballots.back().organization, OrganizationId{2});
}

TEST_F(AHostedElection, TakesTheBallotOfASuccessorInTheMiddleOfTheVote) {
  open();
  EXPECT_EQ(vote(2, 1), "");
  const PersonId successor = story.person();
  must(people[2], SucceedRepresentative{{2}, successor, story.time, {}, story.all_responsibilities()});
  story.joins_in(story.secretary(), {2});
  EXPECT_EQ(ask(people[2], casting(ballot_of(2, 1))), "only-members-vote");
  EXPECT_EQ(ask(successor, casting(ballot_of(2, 2))), "") << "with the keybox that was handed on";
  EXPECT_EQ(verified().counted, 1u);
  // Without it the seat registers anew, for elections that are not open yet.
  must(successor, registration(2));
  EXPECT_EQ(ask(successor, casting(ballot_of(2, 2))), "one-organization-one-credential");
}

/// A registration holds for nothing but what it says: each part of it is changed once.
TEST_F(AHostedElection, RefusesAVotingKeyWhoseProofIsOfSomethingElse) {
  const RegisterVotingKey good = registration(2);
  const auto refused = [&](RegisterVotingKey changed) {
    EXPECT_EQ(ask(people[2], changed), "voting-key-is-not-proved");
  };
  auto changed = good;
  changed.year += 1;
  refused(changed);
  changed = good;
  changed.box[0] ^= 1;
  refused(changed);
  changed = good;
  changed.sealing[0] ^= 1;
  refused(changed);
  changed = good;
  changed.key = registration(3).key;
  refused(changed);
  changed = good;
  std::swap(changed.proof.challenge, changed.proof.response);
  refused(changed);
  changed = good;
  changed.proof.response = "01";
  refused(changed);
  auto others = registration(3);
  others.organization = {2};
  refused(others);
  EXPECT_EQ(ask(people[2], good), "");
}

TEST_F(AHostedElection, RefusesAVotingKeyThatIsNoKey) {
  for (const std::string& bad :
       {std::string(63, '0') + "1",                                                       // the identity
        std::string{"7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec"},  // of order two
        std::string(64, 'f')}) {
    auto asked = registration(2);
    asked.key = bad;
    EXPECT_EQ(ask(people[2], asked), "voting-key-is-not-proved") << bad;
  }
}

}  // namespace
}  // namespace ccop::host
