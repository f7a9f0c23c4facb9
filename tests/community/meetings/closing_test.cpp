// How a session is closed: two who were there sign what happened in numbers, for the acts stay in the room
// (clause 5.5).
#include "community/duties.hpp"
#include "community/scenario.hpp"

namespace ccop::community {
namespace {

using namespace testing;
using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

/// An executive session with a co-Chair (who is a Member's representative, too), three more Members, and an Observer.
class AClosing : public ::testing::Test {
 protected:
  AClosing() : people(ccop.members(20)) {
    observer = ccop.representative("CERN");
    std::vector<PersonId> all(people.begin(), people.begin() + 17);
    all.push_back(observer);
    session = ccop.executive_session(all);
  }
  const Session& room() const { return meetings(ccop.now).sessions[session]; }
  PersonId attester() const { return room().closing.value().attester.value(); }
  /// Asks with the head that the record has, or an older one.
  Ruling ask_with_head(PersonId person, Command command, const Head& head) {
    ccop.pass(std::chrono::seconds{1});
    Asking asking = ccop.signed_by(person);
    asking.head = head;
    return ccop.ask_as(asking, std::move(command));
  }
  RoomCounts with(void (*change)(RoomCounts&)) const {
    RoomCounts counts = ccop.counts(session);
    change(counts);
    return counts;
  }
  void vote(MotionId id, std::uint32_t first, std::uint32_t end, std::uint32_t choice) {
    for (std::uint32_t i = first; i < end; ++i)
      EXPECT_THAT(ccop.ask(people[i], CastVote{id, choice}), led_to<VoteCast>());
  }
  MotionId voted_on() {
    const MotionId id = ccop.motion(people[1], session, Method::vote);
    ccop.ask(people[0], OpenMotion{id, {}, {}, {}});
    vote(id, 0, 9, 0);
    vote(id, 9, 12, 1);
    vote(id, 12, 13, 2);
    ccop.ask(people[0], CloseMotion{id});
    return id;
  }
  Scenario ccop;
  std::vector<PersonId> people;
  PersonId observer{};
  SessionId session{};
};

TEST_F(AClosing, Clause5_5_IsSignedByWhoeverClosesAndByAMemberWhoWasThere) {
  EXPECT_THAT(ccop.ask(people[0], CloseSession{session, ccop.counts(session)}),
              refused_for("begin-to-close-first", clause::chatham_house));
  EXPECT_THAT(ccop.ask(people[1], BeginClosing{session}), refused_for("only-committee-opens-sessions"));
  EXPECT_THAT(ccop.ask({0}, BeginClosing{session}), refused_for("closer-is-in-the-room", clause::chatham_house));
  EXPECT_THAT(ccop.ask(people[0], BeginClosing{session}), led_to<ClosingBegun>());
  EXPECT_THAT(ccop.ask(people[0], CloseSession{session, ccop.counts(session)}), refused_for("attester-is-awaited"));
  EXPECT_THAT(ccop.ask(attester(), AttestSession{session, ccop.counts(session)}), led_to<SessionAttested>());
  EXPECT_THAT(ccop.ask(people[0], BeginClosing{session}), refused_for("session-is-attested", clause::chatham_house));
  const PersonId second = attester();
  const auto closed = ccop.ask(people[0], CloseSession{session, ccop.counts(session)});
  EXPECT_THAT(closed, led_to<SessionClosed>());
  EXPECT_EQ(std::get<std::vector<Act>>(closed).front().as<SessionClosed>()->attested_by, second);
  EXPECT_THAT(room().attended, IsEmpty());
}

TEST_F(AClosing, DrawsAMemberWhoIsThereAndNoneOfTheCommittee) {
  for (int i = 0; i < 20; ++i) {
    const Head head{1, token(std::to_string(i))};
    ask_with_head(people[0], BeginClosing{session}, head);
    EXPECT_THAT(std::vector(people.begin() + 1, people.begin() + 17), Contains(attester()));
    ccop.ask(people[0], ResumeSession{session});
  }
}

TEST_F(AClosing, DrawsBeforeAnybodyCanTellWhomByTheHeadThatIsSigned) {
  std::set<PersonId> drawn;
  for (int i = 0; i < 20; ++i) {
    ask_with_head(people[0], BeginClosing{session}, {1, token(std::to_string(i))});
    drawn.insert(attester());
    ccop.ask(people[0], ResumeSession{session});
  }
  EXPECT_GT(drawn.size(), 5u);
}

TEST_F(AClosing, IsAttestedByNobodyElse) {
  EXPECT_THAT(ccop.ask(people[1], AttestSession{session, ccop.counts(session)}),
              refused_for("session-is-not-closing", clause::chatham_house));
  ccop.ask(people[0], BeginClosing{session});
  for (const PersonId person : people)
    if (person != attester())
      EXPECT_THAT(ccop.ask(person, AttestSession{session, ccop.counts(session)}),
                  refused_for("another-attests", clause::chatham_house));
  EXPECT_THAT(ccop.ask(observer, AttestSession{session, ccop.counts(session)}), refused_for("another-attests"));
  EXPECT_THAT(ccop.ask(attester(), AttestSession{{9}, {}}), refused_for("no-such-session"));
  ccop.ask(attester(), AttestSession{session, ccop.counts(session)});
  EXPECT_THAT(ccop.ask(attester(), AttestSession{session, ccop.counts(session)}), refused_for("session-is-attested"));
}

TEST_F(AClosing, SignsNoOtherNumbersThanThoseOfTheRoom) {
  voted_on();
  ccop.ask(people[0], BeginClosing{session});
  const std::vector<RoomCounts> wrong{
      with([](RoomCounts& c) { --c.acts; }), with([](RoomCounts& c) { ++c.people; }),
      with([](RoomCounts& c) { --c.seats; }), with([](RoomCounts& c) { c.motions.clear(); }),
      with([](RoomCounts& c) { std::swap(c.motions[0].votes[0], c.motions[0].votes[1]); })};
  for (const RoomCounts& counts : wrong)
    EXPECT_THAT(ccop.ask(attester(), AttestSession{session, counts}), refused_for("counts-differ"));
  ccop.ask(attester(), AttestSession{session, ccop.counts(session)});
  for (const RoomCounts& counts : wrong)
    EXPECT_THAT(ccop.ask(people[0], CloseSession{session, counts}), refused_for("counts-differ"));
}

TEST_F(AClosing, CountsWhatIsSealed) {
  const MotionId secretly = voted_on();
  const MotionId recorded = ccop.motion(people[1], session, Method::vote);
  ccop.ask(people[2], RequestRecordedVote{recorded});
  ccop.ask(people[0], OpenMotion{recorded, {}, {}, {}});
  vote(recorded, 0, 3, 0);
  ccop.ask(people[0], CloseMotion{recorded});
  ccop.ask(people[16], LeaveSession{session});
  ccop.ask(people[16], EnterSession{session});
  // Eighteen came, one of them twice, who left once; thirteen voted without being recorded by name.
  const RoomCounts counts = ccop.counts(session);
  EXPECT_EQ(counts.acts, 18u + 2u + 13u);
  EXPECT_EQ(counts.people, 18u);
  EXPECT_EQ(counts.seats, 18u);
  EXPECT_THAT(counts.motions, ElementsAre(MotionCounts{secretly, {9, 3, 1}}));
}

TEST_F(AClosing, IsSignedByWhoHasSeenAllThatHappened) {
  ccop.ask(people[0], BeginClosing{session});
  const std::uint64_t seen = room().sealed_until;
  EXPECT_EQ(seen, meetings(ccop.now).sealed.back().entry + 1);
  EXPECT_THAT(ask_with_head(attester(), AttestSession{session, ccop.counts(session)}, {seen - 1, {}}),
              refused_for("room-was-not-seen", clause::chatham_house));
  EXPECT_THAT(ask_with_head(attester(), AttestSession{session, ccop.counts(session)}, {seen, {}}),
              led_to<SessionAttested>());
  EXPECT_THAT(ask_with_head(people[0], CloseSession{session, ccop.counts(session)}, {seen - 1, {}}),
              refused_for("room-was-not-seen"));
}

TEST_F(AClosing, LetsNobodyComeOrGoAndNothingBePutToTheVote) {
  const MotionId id = ccop.motion(people[1], session, Method::vote);
  ccop.ask(people[0], BeginClosing{session});
  EXPECT_THAT(ccop.ask(people[17], EnterSession{session}), refused_for("session-is-being-closed"));
  EXPECT_THAT(ccop.ask(people[1], LeaveSession{session}), refused_for("session-is-being-closed"));
  EXPECT_THAT(ccop.ask(people[0], OpenMotion{id, {}, {}, {}}), refused_for("session-is-being-closed"));
  EXPECT_THAT(ccop.ask(people[1], ResumeSession{session}), refused_for("only-committee-opens-sessions"));
  EXPECT_THAT(ccop.ask(people[0], ResumeSession{session}), led_to<SessionResumed>());
  EXPECT_THAT(ccop.ask(people[0], ResumeSession{session}), refused_for("session-is-not-closing"));
  EXPECT_THAT(ccop.ask(people[0], OpenMotion{id, {}, {}, {}}), led_to<MotionOpened>());
}

TEST_F(AClosing, AsksAnotherMemberWhereOneDoesNotAnswer) {
  ccop.ask(people[0], BeginClosing{session});
  std::vector<PersonId> asked{attester()};
  EXPECT_THAT(ccop.ask(people[0], BeginClosing{session}), refused_for("attester-is-awaited", clause::chatham_house));
  for (int i = 1; i < 16; ++i) {
    ccop.pass(minutes{2});
    EXPECT_THAT(ccop.ask(people[0], CloseSession{session, ccop.counts(session)}), refused_for("draw-another"));
    EXPECT_THAT(ccop.ask(people[0], BeginClosing{session}), led_to<ClosingBegun>());
    EXPECT_THAT(asked, Not(Contains(attester())));
    EXPECT_THAT(ccop.ask(asked.back(), AttestSession{session, ccop.counts(session)}), refused_for("another-attests"));
    asked.push_back(attester());
  }
  // All sixteen were asked: whoever closes signs alone, and the record says so.
  EXPECT_THAT(ccop.ask(people[0], CloseSession{session, ccop.counts(session)}), refused_for("attester-is-awaited"));
  ccop.pass(minutes{2});
  const auto closed = ccop.ask(people[0], CloseSession{session, ccop.counts(session)});
  ASSERT_THAT(closed, led_to<SessionClosed>());
  EXPECT_EQ(std::get<std::vector<Act>>(closed).front().as<SessionClosed>()->attested_by, std::nullopt);
}

TEST_F(AClosing, NeedsNoSecondWhereNoMemberIsThere) {
  const MeetingId meeting = ccop.meeting();
  const SessionId open = ccop.session(meeting, SessionKind::open);
  ccop.ask({0}, PublishMeeting{meeting});
  ccop.ask({0}, OpenSession{open});
  for (const PersonId person : {observer, people[0]}) {
    ccop.ask(person, AcceptDiscretion{meeting});
    ccop.ask(person, EnterSession{open});
  }
  EXPECT_THAT(ccop.ask({0}, CloseSession{open, ccop.counts(open)}), refused_for("closer-is-in-the-room"));
  EXPECT_THAT(ccop.ask(people[0], CloseSession{open, ccop.counts(open)}), led_to<SessionClosed>());
}

TEST_F(AClosing, IsOwedByTheSeatOfWhoIsDrawnUntilItIsSigned) {  // clause 5.5
  const auto owed = [&] {
    std::vector<Duty> found = duties(ccop.now, ccop.time);
    std::erase_if(found, [](const Duty& duty) { return duty.what.kind != "attest"; });
    return found;
  };
  EXPECT_THAT(owed(), IsEmpty());
  ccop.ask(people[0], BeginClosing{session});
  ASSERT_EQ(owed().size(), 1u);
  EXPECT_EQ(owed()[0].seat, membership(ccop.now).seat_organization(attester(), ccop.time));
  EXPECT_EQ(owed()[0].since, ccop.time);
  ccop.ask(attester(), AttestSession{session, ccop.counts(session)});
  EXPECT_THAT(owed(), IsEmpty());
}

TEST_F(AClosing, IsOnTheDeskOfWhoIsDrawn) {
  const auto is_asked = [&](PersonId person) {
    return std::ranges::any_of(tasks(ccop.now, person, ccop.time), [](const Task& t) { return t.kind == "attest"; });
  };
  ccop.ask(people[0], BeginClosing{session});
  EXPECT_TRUE(is_asked(attester()));
  EXPECT_FALSE(is_asked(people[0]));
  EXPECT_FALSE(is_asked(observer));
}

/// Who came, who went, and who voted what where it isn't recorded.
class SealedActs : public AClosing {
 protected:
  std::vector<std::uint64_t> hidden_from(PersonId reader) const {
    return sealed_for(ccop.now, reader, ccop.time, 0, record_size(ccop.now));
  }
  std::size_t in_all() const { return meetings(ccop.now).sealed.size(); }
};

TEST_F(SealedActs, Clause5_5_AreTheRoomsWhileTheSessionLivesAndThenTheCommittees) {
  voted_on();
  ccop.ask(people[16], LeaveSession{session});
  EXPECT_THAT(hidden_from(people[1]), IsEmpty());
  EXPECT_THAT(hidden_from(people[16]), IsEmpty()) << "was there";
  EXPECT_THAT(hidden_from(observer), IsEmpty()) << "is there";
  EXPECT_EQ(hidden_from(people[18]).size(), in_all()) << "never came";
  EXPECT_EQ(hidden_from(ccop.secretary()).size(), in_all()) << "is not in the room";

  ASSERT_THAT(ccop.closes(people[0], session), led_to<SessionClosed>());
  EXPECT_THAT(hidden_from(people[0]), IsEmpty()) << "the committee";
  EXPECT_THAT(hidden_from(ccop.secretary()), IsEmpty()) << "the committee";
  EXPECT_EQ(hidden_from(people[18]).size(), in_all());
  // Own acts stay one's own: coming, voting; and of who left, leaving.
  EXPECT_EQ(hidden_from(people[1]).size(), in_all() - 2);
  EXPECT_EQ(hidden_from(people[16]).size(), in_all() - 2);
}

TEST_F(SealedActs, AreThoseInTheEntriesThatAreAskedFor) {
  const std::uint64_t first = meetings(ccop.now).sealed.front().entry;
  EXPECT_THAT(sealed_for(ccop.now, people[18], ccop.time, first, first + 1), ElementsAre(first));
  EXPECT_THAT(sealed_for(ccop.now, people[18], ccop.time, 0, first), IsEmpty());
}

TEST_F(SealedActs, LeaveNoSessionKeyBehindThatWhoeverDoesNotReadThemWouldNotKnow) {
  const PersonId late = people[17];
  const auto by_browser = [&](Command command) {
    ccop.pass(std::chrono::seconds{1});
    return ccop.ask_as(ccop.by_session(late), std::move(command));
  };
  ccop.ask(late, AcceptDiscretion{room().meeting});
  EXPECT_THAT(by_browser(EnterSession{session}), led_to<SessionEntered>());
  EXPECT_THAT(by_browser(LeaveSession{session}), led_to<SessionLeft>());
  EXPECT_THAT(community::people(ccop.now).all[late].session_keys, IsEmpty());
  // The first act that others read brings it.
  EXPECT_THAT(by_browser(DeclareAbsence{ccop.time, ccop.time + days{1}}), led_to<SessionKeyBegun>());
  EXPECT_EQ(community::people(ccop.now).all[late].session_keys.size(), 1u);
}

}  // namespace
}  // namespace ccop::community
