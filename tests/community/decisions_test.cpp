#include "community/scenario.hpp"
#include "community/sharing/rules.hpp"

namespace ccop::community {
namespace {

using namespace testing;

class Voting : public ::testing::Test {
 protected:
  Voting() : people(ccop.members(20)) { session = ccop.executive_session({people.begin(), people.begin() + 17}); }
  const Motion& motion(MotionId id) { return ccop.now.decisions.motions[id.value]; }
  Outcome outcome_of(unsigned in_favour, unsigned against, unsigned abstaining) {
    const MotionId id = ccop.motion(people[1], session, Method::vote);
    EXPECT_THAT(ccop.ask(people[0], OpenMotion{id, {}, {}, {}}), led_to<MotionOpened>());
    unsigned next = 0;
    for (unsigned i = 0; i < in_favour; ++i) EXPECT_THAT(ccop.ask(people[next++], CastVote{id, 0}), led_to<VoteCast>());
    for (unsigned i = 0; i < against; ++i) EXPECT_THAT(ccop.ask(people[next++], CastVote{id, 1}), led_to<VoteCast>());
    for (unsigned i = 0; i < abstaining; ++i)
      EXPECT_THAT(ccop.ask(people[next++], CastVote{id, 2}), led_to<VoteCast>());
    EXPECT_THAT(ccop.ask(people[0], CloseMotion{id}), led_to<DecisionRegistered>());
    return motion(id).outcome.value();
  }
  Scenario ccop;
  std::vector<PersonId> people;
  SessionId session;
};

TEST_F(Voting, NeedsAMajorityOfMembersInTheRoom) {  // clause 6.5: 17 of 32
  EXPECT_TRUE(ccop.now.quorum(session, ccop.time).stands);
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  ccop.ask(people[16], LeaveSession{session});
  EXPECT_THAT(ccop.ask(people[0], OpenMotion{id, {}, {}, {}}), refused_for("no-quorum"));
  ccop.ask(people[16], EnterSession{session});
  EXPECT_THAT(ccop.ask(people[0], OpenMotion{id, {}, {}, {}}), led_to<MotionOpened>());
  ccop.ask(people[1], CastVote{id, 0});
  ccop.ask(people[16], LeaveSession{session});
  ccop.ask(people[0], CloseMotion{id});
  EXPECT_EQ(motion(id).outcome, Outcome::no_quorum);
}

TEST_F(Voting, IsDecidedBySimpleMajorityOfVotesCastWithoutAbstentions) {  // clause 6.5
  EXPECT_EQ(outcome_of(2, 1, 10), Outcome::adopted);
  EXPECT_EQ(outcome_of(1, 2, 10), Outcome::rejected);
  EXPECT_EQ(outcome_of(3, 3, 0), Outcome::tied);
  EXPECT_EQ(outcome_of(0, 0, 5), Outcome::no_majority);
  EXPECT_EQ(outcome_of(1, 0, 16), Outcome::adopted);
}

TEST_F(Voting, IsOneOrganizationOneVoteInTheSession) {  // clause 6.5
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  EXPECT_THAT(ccop.ask(people[1], CastVote{id, 0}), refused_for("motion-not-open"));
  ccop.ask(people[0], OpenMotion{id, {}, {}, {}});
  EXPECT_THAT(ccop.ask(people[1], CastVote{id, 3}), refused_for("no-such-choice"));
  EXPECT_THAT(ccop.ask(people[1], CastVote{id, 0}), led_to<VoteCast>());
  EXPECT_THAT(ccop.ask(people[1], CastVote{id, 1}), refused_for("one-organization-one-vote"));
  EXPECT_THAT(ccop.ask(people[18], CastVote{id, 0}), refused_for("vote-in-the-session"));
}

TEST_F(Voting, IsForMembersAlone) {  // clauses 4.7 and 6.5
  const PersonId cern = ccop.representative("CERN");
  ccop.ask(cern, AcceptDiscretion{{0}});
  ccop.ask(cern, EnterSession{session});
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  ccop.ask(people[0], OpenMotion{id, {}, {}, {}});
  EXPECT_THAT(ccop.ask(cern, CastVote{id, 0}), refused_by(clause::observers_do_not_vote));
  EXPECT_THAT(ccop.ask(ccop.secretary(), CastVote{id, 0}), refused_by(clause::voting));
}

TEST_F(Voting, IsConductedByACoChair) {
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  EXPECT_THAT(ccop.ask(people[1], OpenMotion{id, {}, {}, {}}), refused_by(clause::voting));
  EXPECT_THAT(ccop.ask(ccop.secretary(), OpenMotion{id, {}, {}, {}}), refused_by(clause::voting));
}

TEST_F(Voting, IsRecordedOnRequestBeforeTheFirstVote) {  // clause 6.5
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  EXPECT_THAT(ccop.ask(people[5], RequestRecordedVote{id}), led_to<RecordedVoteRequested>());
  EXPECT_TRUE(motion(id).recorded);
  const MotionId second = ccop.motion(people[1], session, Method::vote);
  ccop.ask(people[0], OpenMotion{second, {}, {}, {}});
  ccop.ask(people[1], CastVote{second, 0});
  EXPECT_THAT(ccop.ask(people[5], RequestRecordedVote{second}), refused_for("voting-has-begun"));
}

TEST_F(Voting, ChoosesAmongOptionsByMajority) {
  const MotionId id = ccop.motion(people[1], session, Method::vote, {words("Rome"), words("Geneva"), words("Nairobi")});
  ccop.ask(people[0], OpenMotion{id, {}, {}, {}});
  for (unsigned i = 0; i < 5; ++i) ccop.ask(people[i], CastVote{id, i < 3 ? 2u : i == 3 ? 0u : 1u});
  ccop.ask(people[0], CloseMotion{id});
  EXPECT_EQ(motion(id).outcome, Outcome::adopted);
  EXPECT_EQ(motion(id).winner, 2u);
}

TEST_F(Voting, HappensInExecutiveSessionOnly) {
  EXPECT_THAT(ccop.ask(people[1], ProposeMotion{{}, Purpose::resolution, words("m"), {}, Method::vote, false, {}}),
              refused_by(clause::bodies));
  const MeetingId meeting = ccop.meeting();
  const SessionId open = ccop.session(meeting, SessionKind::open);
  EXPECT_THAT(ccop.ask(people[1], ProposeMotion{open, Purpose::resolution, words("m"), {}, Method::vote, false, {}}),
              refused_by(clause::bodies));
}

TEST_F(Voting, ASessionClosesWhenItsMotionsAre) {
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  ccop.ask(people[0], OpenMotion{id, {}, {}, {}});
  EXPECT_THAT(ccop.ask(people[0], CloseSession{session}), refused_by(clause::voting));
  ccop.ask(people[0], CloseMotion{id});
  EXPECT_THAT(ccop.ask(people[0], CloseSession{session}), led_to<SessionClosed>());
}

TEST_F(Voting, ConsensusFailsOnOneObjectionAndMayGoToTheVote) {  // clause 6.5
  const MotionId agreed = ccop.motion(people[1], session, Method::consensus);
  ccop.ask(people[0], OpenMotion{agreed, {}, {}, {}});
  EXPECT_THAT(ccop.ask(people[0], PutMotionToVote{agreed}), refused_for("consensus-stands"));
  ccop.ask(people[0], CloseMotion{agreed});
  EXPECT_EQ(motion(agreed).outcome, Outcome::adopted);

  const MotionId contested = ccop.motion(people[1], session, Method::consensus);
  ccop.ask(people[0], OpenMotion{contested, {}, {}, {}});
  EXPECT_THAT(ccop.ask(people[3], CastVote{contested, 1}), refused_for("motion-is-not-voted-on"));
  ccop.ask(people[3], ObjectToMotion{contested, words("no")});
  ccop.ask(people[0], PutMotionToVote{contested});
  ccop.ask(people[3], CastVote{contested, 1});
  ccop.ask(people[4], CastVote{contested, 0});
  ccop.ask(people[5], CastVote{contested, 0});
  ccop.ask(people[0], CloseMotion{contested});
  EXPECT_EQ(motion(contested).outcome, Outcome::adopted);
}

class Silence : public ::testing::Test {
 protected:
  Silence() : people(ccop.members(4)) {}
  Ruling opens(MotionId id, Time deadline, std::int32_t offset = 60) {
    return ccop.ask(ccop.secretary(), OpenMotion{id, deadline, "Europe/Rome", offset});
  }
  Scenario ccop;  // Monday 5 January 2026, 9:00 UTC
  std::vector<PersonId> people;
};

TEST_F(Silence, LastsFiveWorkingDaysInTheZoneOfItsDeadline) {  // clause 5.4
  const MotionId id = ccop.motion(people[1], {}, Method::silence);
  EXPECT_THAT(opens(id, at("2026-01-11T22:00")),
              refused_for("silence-lasts-at-least"));  // Sunday 23:00 in Rome: four working days and a weekend
  EXPECT_THAT(opens(id, at("2026-01-12T12:00")), led_to<MotionOpened>());
  const MotionId east = ccop.motion(people[1], {}, Method::silence);
  EXPECT_THAT(opens(east, at("2026-01-11T12:00"), 13 * 60), led_to<MotionOpened>());  // already Monday there
}

TEST_F(Silence, IsAdoptedAtItsDeadlineByTheHost) {
  const MotionId id = ccop.motion(people[1], {}, Method::silence);
  opens(id, ccop.time + days{9});
  EXPECT_THAT(ccop.ask(ccop.secretary(), CloseMotion{id}), refused_for("silence-runs-until"));
  ccop.pass(days{9});
  EXPECT_TRUE(ccop.now.has_due(ccop.time));
  // Nothing is decided before what is due is settled.
  EXPECT_THAT(decide(ccop.now, Command{RegisterPerson{words("x")}}, ccop.signed_by({0})),
              refused_for("settle-deadlines-first"));
  ccop.settle();
  EXPECT_EQ(ccop.now.decisions.motions[id.value].outcome, Outcome::adopted);
  EXPECT_EQ(ccop.now.decisions.registered.size(), 1u);
}

TEST_F(Silence, IsStoppedByOneObjectionOfAMember) {
  const MotionId id = ccop.motion(people[1], {}, Method::silence);
  opens(id, ccop.time + days{9});
  const PersonId cern = ccop.representative("CERN");
  EXPECT_THAT(ccop.ask(cern, ObjectToMotion{id, words("no")}), refused_by(clause::observers_do_not_vote));
  EXPECT_THAT(ccop.ask(people[2], ObjectToMotion{id, words("no")}), led_to<ObjectionRaised>());
  EXPECT_THAT(ccop.ask(people[2], ObjectToMotion{id, words("no")}), refused_for("objected-already"));
  EXPECT_THAT(ccop.ask(ccop.secretary(), CloseMotion{id}), led_to<DecisionRegistered>());  // no need to wait
  EXPECT_EQ(ccop.now.decisions.motions[id.value].outcome, Outcome::objected);
}

TEST_F(Silence, ASourceHasAVetoOnTheReleaseOfItsInformation) {  // clause 5.4
  Scenario harbour{"tests/charters/harbour.toml"};              // where two objections are needed to stop
  const auto members = harbour.members(3);
  const auto release = [&] {
    const MotionId id{static_cast<std::uint32_t>(harbour.now.decisions.motions.size())};
    harbour.ask(members[0],
                ProposeMotion{{}, Purpose::release, words("m"), {}, Method::silence, false, OrganizationId{1}});
    EXPECT_THAT(harbour.ask(members[0], OpenMotion{id, harbour.time + days{9}, "Pacific/Auckland", 780}),
                led_to<MotionOpened>());
    return id;
  };
  const MotionId first = release();
  harbour.ask(members[2], ObjectToMotion{first, words("no")});
  const MotionId second = release();
  harbour.ask(members[1], ObjectToMotion{second, words("mine")});
  harbour.pass(days{10});
  harbour.settle();
  EXPECT_EQ(harbour.now.decisions.motions[first.value].outcome, Outcome::adopted);
  EXPECT_EQ(harbour.now.decisions.motions[second.value].outcome, Outcome::objected);
}

TEST_F(Silence, OnlyAnAdoptedReleaseLetsSomethingLeaveTheGroup) {  // clause 5.4
  const auto propose = [&](Purpose purpose, const char* text, std::optional<OrganizationId> source) {
    const MotionId id{static_cast<std::uint32_t>(ccop.now.decisions.motions.size())};
    ccop.ask(people[1], ProposeMotion{{}, purpose, words(text), {}, Method::silence, false, source});
    opens(id, ccop.time + days{9});
    return id;
  };
  propose(Purpose::release, "agreed", OrganizationId{1});
  propose(Purpose::resolution, "no release", {});
  const MotionId stopped = propose(Purpose::release, "stopped", OrganizationId{1});
  EXPECT_THAT(agreed_releases(ccop.now), ::testing::IsEmpty());  // none is agreed to while silence runs
  ccop.ask(people[2], ObjectToMotion{stopped, words("no")});
  ccop.pass(days{10});
  ccop.settle();
  EXPECT_THAT(agreed_releases(ccop.now), ::testing::ElementsAre(words("agreed")));
}

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
  EXPECT_EQ(harbour.now.charter().organizations.size(), 4u);
  harbour.pass(days{10});
  harbour.settle();
  EXPECT_EQ(harbour.now.charter().organizations.size(), 5u);
  EXPECT_EQ(harbour.now.membership.members(harbour.time), 4u);
  EXPECT_FALSE(harbour.now.charter().voting.majority.exceeded_by(2, 4));
  EXPECT_TRUE(harbour.now.charter().voting.majority.exceeded_by(3, 5));
}

TEST_F(Amendments, ThatAreRejectedNeverTakeForce) {
  harbour.ask(people[1], ProposeAmendment{session, words("t"), amended(), harbour.time + days{10}, false});
  adopt({0}, 1);
  harbour.pass(days{30});
  EXPECT_FALSE(harbour.now.has_due(harbour.time));
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
              refused_by(clause::plenary_review));
}

}  // namespace
}  // namespace ccop::community
