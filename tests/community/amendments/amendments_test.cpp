// Amendments of the charter (clause 7.2).
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;

class Amendments : public ::testing::Test {
 protected:
  Amendments() : people(harbour.members(3)), session(harbour.executive_session(people)) {}
  std::string amended() {
    std::string text = testing::charter_text("tests/charters/harbour.toml");
    const auto replace = [&](std::string_view from, std::string_view to) {
      text.replace(text.find(from), from.size(), to);
    };
    replace("majority_exceeds = \"2/3\"", "majority_exceeds = \"1/2\"");
    replace("[[organization]]\nkey = \"TUGS\"",
            "[[organization]]\nkey = \"BUOY\"\nname = \"Buoy Keepers\"\nstatus = \"member\"\n\n[[organization]]\nkey = "
            "\"TUGS\"");
    return text;
  }
  void adopt(MotionId id, unsigned in_favour) {
    harbour.ask(people[0], OpenMotion{id, {}, {}, {}});
    for (unsigned i = 0; i < 3; ++i) harbour.ask(people[i], CastVote{id, i < in_favour ? 0u : 1u});
    harbour.ask(people[0], CloseMotion{id});
  }
  Scenario harbour{"tests/charters/harbour.toml"};
  std::vector<PersonId> people;
  SessionId session;
};

TEST_F(Amendments, AreDecidedInExecutiveSessionAndTakeForceOnTheirDate) {
  EXPECT_THAT(harbour.ask(people[1], ProposeAmendment{session, words("t"), amended(), harbour.time + days{10}, false}),
              led_to<AmendmentProposed>());
  adopt({0}, 3);
  EXPECT_EQ(charter(harbour.now).organizations.size(), 4u);
  harbour.pass(days{10});
  harbour.settle();
  EXPECT_EQ(charter(harbour.now).organizations.size(), 5u);
  EXPECT_EQ(membership(harbour.now).members(harbour.time), 4u);
  EXPECT_FALSE(charter(harbour.now).voting.majority.exceeded_by(2, 4));
  EXPECT_TRUE(charter(harbour.now).voting.majority.exceeded_by(3, 5));
}

TEST_F(Amendments, MayNameOtherWitnessesFromTheirDateOn) {
  const std::string key = ledger::Cosigner{"fao.example.org", sha256(bytes_of("fao"))}.key().text();
  const std::string watched =
      amended() + "\n[witnesses]\nneeded = 1\n\n[[witness]]\nname = \"FAO\"\nkey = \"" + key + "\"\n";
  harbour.ask(people[1], ProposeAmendment{session, words("t"), watched, harbour.time + days{10}, false});
  adopt({0}, 3);
  EXPECT_EQ(charter(harbour.now).witnesses_needed, 0u);
  harbour.pass(days{10});
  harbour.settle();
  EXPECT_EQ(charter(harbour.now).witnesses_needed, 1u);
  EXPECT_EQ(charter(harbour.now).witnesses.front().key.text(), key);
}

/// Whoever votes on a charter signs its text, and not only that of the motion that brings it.
TEST_F(Amendments, AreVotedOnByWhoeverSawTheProposedCharter) {
  harbour.ask(people[1], ProposeAmendment{session, words("t"), amended(), harbour.time + days{10}, false});
  const Wording true_one{{words("t")}, {in_clear(amended())}};
  const Wording another{{words("t")}, {in_clear(amended() + " ")}};
  const Wording none{{words("t")}, {}};
  for (const Wording& seen : {another, none})
    EXPECT_THAT(harbour.ask(people[0], OpenMotion{{0}, {}, {}, {}, seen}), refused_for("reads-otherwise"));
  harbour.ask(people[0], OpenMotion{{0}, {}, {}, {}, true_one});
  for (const Wording& seen : {another, none})
    EXPECT_THAT(harbour.ask(people[1], CastVote{{0}, 0, seen}), refused_for("reads-otherwise"));
  EXPECT_THAT(harbour.ask(people[1], CastVote{{0}, 0, true_one}), led_to<VoteCast>());
}

TEST_F(Amendments, ThatAreRejectedNeverTakeForce) {
  harbour.ask(people[1], ProposeAmendment{session, words("t"), amended(), harbour.time + days{10}, false});
  adopt({0}, 1);
  harbour.pass(days{30});
  EXPECT_FALSE(has_due(harbour.now, harbour.time));
}

TEST_F(Amendments, AreInOrderBeforeTheyAreProposed) {
  std::string broken = amended();
  broken.replace(broken.find("co_chairs = 1"), 13, "co_chairs = 0");
  EXPECT_THAT(harbour.ask(people[1], ProposeAmendment{session, words("t"), broken, harbour.time + days{10}, false}),
              refused_for("charter-has-mistakes"));
  std::string renamed = amended();
  renamed.replace(renamed.find("slug = \"harbour\""), 16, "slug = \"another\"");
  EXPECT_THAT(harbour.ask(people[1], ProposeAmendment{session, words("t"), renamed, harbour.time + days{10}, false}),
              refused_for("community-keeps-its-slug"));
  const MeetingId meeting = harbour.meeting();
  const SessionId open = harbour.session(meeting, SessionKind::open);
  EXPECT_THAT(harbour.ask(people[1], ProposeAmendment{open, words("t"), amended(), harbour.time + days{10}, false}),
              refused_for("amendments-in-executive-session", clause::plenary_review));
}

/// What members answered would be told by totals between which few came or went; before version 4 of the rules three
/// were enough, and what was adopted then stays in force.
TEST_F(Amendments, Clause2_2_LetNobodyComeOrGoAmongFewerThanSeven) {
  const ProposeAmendment asked{session, words("t"), amended() + "\n[exposure]\nclosest = 6\n", harbour.time + days{10},
                               false};
  EXPECT_THAT(harbour.ask(people[1], asked), refused_for("charter-has-mistakes"));
  harbour.pass(std::chrono::seconds{1});
  Asking before = harbour.signed_by(people[1]);
  before.rules = 3;
  EXPECT_THAT(harbour.ask_as(before, asked), led_to<AmendmentProposed>());
  adopt({0}, 3);
  harbour.pass(days{10});
  harbour.settle();
  EXPECT_EQ(charter(harbour.now).exposure.closest, 6u);
}

TEST_F(Amendments, TakeForceAfterTheirDecision) {
  EXPECT_THAT(harbour.ask(people[1], ProposeAmendment{session, words("t"), amended(), harbour.time - days{1}, false}),
              refused_for("in-force-after-the-decision", clause::plenary_review));
}

}  // namespace
}  // namespace ccop::community
