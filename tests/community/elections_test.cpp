// The election of co-Chairs, by the clauses of section 3 of the Terms of Reference.
#include "community/scenario.hpp"

namespace ccop::community::testing {
namespace {

using ::testing::ElementsAre;

const Refusal* refusal(const Ruling& ruling) {
  return std::get_if<Refusal>(&ruling);
}
std::string key_of(const Ruling& ruling) {
  const Refusal* found = refusal(ruling);
  return found == nullptr ? "allowed" : std::string{found->key};
}
std::string clause_of(const Ruling& ruling) {
  const Refusal* found = refusal(ruling);
  return found == nullptr ? "" : std::string{found->clause};
}

/// A symposium with a live executive session, in which ten of ten Members sit.
class AnElectionOfCoChairs : public ::testing::Test {
 protected:
  AnElectionOfCoChairs() : AnElectionOfCoChairs(charter_text("charter/ccop.toml")) {}
  explicit AnElectionOfCoChairs(const std::string& charter) : story(Scenario::CharterText{charter}) {
    for (std::size_t i = 0; i < 40; ++i) {
      const auto& organization = story.now.membership.organizations[i];
      if (organization.status == Status::member) people.push_back(story.representative(organization.key));
    }
    story.ask(story.secretary(), PlanMeeting{MeetingKind::symposium, words("symposium"), story.time + days{60},
                                             story.time + days{62}, "Europe/Rome", 100, 60});
    session = story.session(symposium, SessionKind::executive);
  }

  void publish() { ASSERT_EQ(key_of(story.ask(story.secretary(), PublishMeeting{symposium})), "allowed"); }
  void begin_session() {
    story.pass(days{60});
    ASSERT_EQ(key_of(story.ask(story.secretary(), OpenSession{session})), "allowed");
    for (const PersonId person : people) {
      story.ask(person, AcceptDiscretion{symposium});
      story.ask(person, EnterSession{session});
    }
  }
  ElectionId call(std::uint32_t position = 0) {
    const ElectionId id{static_cast<std::uint32_t>(story.now.elections.all.size())};
    EXPECT_EQ(key_of(story.ask(story.secretary(), CallCandidacies{session, position})), "allowed");
    return id;
  }
  void stand(ElectionId id, std::initializer_list<std::size_t> who) {
    for (const std::size_t i : who)
      EXPECT_EQ(key_of(story.ask(people[i], StandForElection{id, words("statement " + std::to_string(i))})), "allowed");
  }
  std::vector<OrganizationId> members() const {
    std::vector<OrganizationId> out;
    for (std::uint32_t i = 0; i < story.now.membership.organizations.size(); ++i)
      if (story.now.membership.organizations[i].status == Status::member) out.push_back({i});
    return out;
  }
  const Election& election(ElectionId id) const { return story.now.elections.all.at(id.value); }
  /// Whoever is neither trustee nor candidate.
  PersonId authority() const { return people.back(); }

  void make_keys(ElectionId id) {
    for (std::uint32_t round = 1; round <= 3; ++round)
      for (const auto& trustee : std::vector{election(id).trustees})
        EXPECT_EQ(
            key_of(story.ask(trustee.person, PostKeyMessage{id, round, words("key message " + std::to_string(round))})),
            "allowed");
  }
  void prepare(ElectionId id) {
    EXPECT_EQ(key_of(story.ask(story.secretary(), CloseCandidacies{id})), "allowed");
    EXPECT_EQ(key_of(story.ask(story.secretary(), NameElectionOfficers{id, authority()})), "allowed");
    make_keys(id);
    issue(id);
  }
  void issue(ElectionId id) {
    EXPECT_EQ(key_of(story.ask(authority(), IssueCredentials{id, members(), words("credentials")})), "allowed");
  }
  std::vector<PersonId> candidates(ElectionId id) const { return candidates_at(story.now, election(id), story.time); }
  void open(ElectionId id) {
    EXPECT_EQ(key_of(story.ask(story.secretary(), OpenElection{id, candidates(id), words("setup")})), "allowed");
  }
  Ruling vote(ElectionId id, std::size_t voter, const std::string& ballot = "first") {
    const std::string credential = "credential " + std::to_string(voter);
    return story.ask(people[voter], CastBallot{id, credential, credential + ballot, words(credential + ballot)});
  }
  void close(ElectionId id) {
    EXPECT_EQ(key_of(story.ask(story.secretary(), CloseElection{id})), "allowed");
    for (const std::size_t i : {0u, 1u})
      EXPECT_EQ(key_of(story.ask(election(id).trustees[i].person, PostDecryption{id, words("factors")})), "allowed");
  }
  Ruling declare(ElectionId id, std::vector<std::uint32_t> counts) {
    return story.ask(story.secretary(), DeclareResult{id, std::move(counts), std::string(64, 'a')});
  }
  /// Called, stood for, prepared, and open to votes in the session.
  ElectionId opened(std::initializer_list<std::size_t> candidates) {
    publish();
    begin_session();
    const ElectionId id = call();
    stand(id, candidates);
    prepare(id);
    open(id);
    return id;
  }
  /// Called, stood for, prepared, voted on and counted.
  ElectionId whole(std::initializer_list<std::size_t> candidates, std::vector<std::uint32_t> counts) {
    const ElectionId id = opened(candidates);
    close(id);
    EXPECT_EQ(key_of(declare(id, std::move(counts))), "allowed");
    return id;
  }

  Scenario story;
  std::vector<PersonId> people;
  MeetingId symposium;
  SessionId session;
};

TEST_F(AnElectionOfCoChairs, Clause3_2_ACandidateHoldsAMembersSeatWhenNominated) {
  publish();
  const ElectionId id = call();
  const PersonId stranger = story.person();
  const auto asked = story.ask(people[0], NominateCandidate{id, stranger});
  EXPECT_EQ(key_of(asked), "candidate-holds-no-member-seat");
  EXPECT_EQ(clause_of(asked), clause::co_chair_holds_seat);
  EXPECT_EQ(key_of(story.ask(people[0], NominateCandidate{id, people[1]})), "allowed");
  EXPECT_EQ(key_of(story.ask(people[2], NominateCandidate{id, people[1]})), "is-nominated-already");
}

TEST_F(AnElectionOfCoChairs, Clause3_2_ACandidateWhoLostTheSeatIsNotOnTheBallot) {
  publish();
  begin_session();
  const ElectionId id = call();
  stand(id, {0, 1, 2});
  prepare(id);
  story.ask(story.secretary(),
            EndMandate{story.now.membership.organizations[story.now.elections.all[0].candidacies[1].organization.value]
                           .mandates.back()});
  open(id);
  EXPECT_THAT(election(id).candidates, ElementsAre(people[0], people[2]));
  EXPECT_EQ(election(id).candidacy(people[1])->state, CandidacyState::lapsed);
}

TEST_F(AnElectionOfCoChairs, Clause3_2_WhoeverWonWithoutTheSeatIsNotElected) {
  const ElectionId id = opened({0, 1});
  const OrganizationId lost = election(id).candidacies[0].organization;
  story.ask(story.secretary(), EndMandate{story.now.membership.organizations[lost.value].mandates.back()});
  close(id);
  declare(id, {0, 3, 1});
  EXPECT_EQ(election(id).outcome, ElectionOutcome::seat_lost);
  EXPECT_EQ(key_of(story.ask(story.secretary(), SubmitElected{id, words("letter")})), "nobody-was-elected");
}

TEST_F(AnElectionOfCoChairs, Clause3_3_AtTheFirstElectionOnePositionIsForOneYearAndOneForTwo) {
  publish();
  const Time ends = story.now.meetings.sessions[session.value].ends;
  EXPECT_EQ(election(call(0)).term_ends, months_after(ends, 12));
  EXPECT_EQ(election(call(1)).term_ends, months_after(ends, 24));
  EXPECT_EQ(key_of(story.ask(story.secretary(), CallCandidacies{session, 2})), "no-such-position");
}

TEST_F(AnElectionOfCoChairs, Clause3_3_APositionIsNotVotedOnWhileItsTermRuns) {
  story.ask(story.secretary(), SeatFoundingCoChair{1, people[0], story.time + days{700}});
  publish();
  const auto asked = story.ask(story.secretary(), CallCandidacies{session, 1});
  EXPECT_EQ(key_of(asked), "term-runs-until");
  EXPECT_EQ(clause_of(asked), clause::co_chair_term);
}

TEST_F(AnElectionOfCoChairs, Clause3_5_AVacatedPositionIsFilledForTheRestOfItsTermAtTheNextExecutiveSession) {
  const Time until = story.time + days{700};
  story.ask(story.secretary(), SeatFoundingCoChair{1, people[0], until});
  story.ask(people[0], ResignCoChair{});
  const MeetingId other = story.meeting();
  session = story.session(other, SessionKind::executive);
  story.ask(story.secretary(), PublishMeeting{other});
  EXPECT_EQ(election(call(1)).term_ends, until);
  // The other position never had anybody: that one waits for the symposium.
  EXPECT_EQ(key_of(story.ask(story.secretary(), CallCandidacies{session, 0})), "elections-are-at-the-symposium");
}

TEST_F(AnElectionOfCoChairs, Clause3_4_IsCalledForAnExecutiveSessionOfAnAnnouncedMeeting) {
  EXPECT_EQ(key_of(story.ask(story.secretary(), CallCandidacies{session, 0})), "publish-the-meeting-first");
  publish();
  EXPECT_EQ(key_of(story.ask(people[0], CallCandidacies{session, 0})), "only-committee-conducts-elections");
  call();
  EXPECT_EQ(key_of(story.ask(story.secretary(), CallCandidacies{session, 0})), "election-under-way-already");
}

TEST_F(AnElectionOfCoChairs, Clause3_4_IsVotedOnInTheSession) {
  publish();
  const ElectionId id = call();
  stand(id, {0, 1});
  prepare(id);
  const auto early = story.ask(story.secretary(), OpenElection{id, candidates(id), words("setup")});
  EXPECT_EQ(key_of(early), "voting-begins-at-the-session");
  EXPECT_EQ(clause_of(early), clause::election_session);
  story.pass(days{60});
  story.ask(story.secretary(), OpenSession{session});
  EXPECT_EQ(key_of(story.ask(story.secretary(), OpenElection{id, candidates(id), words("setup")})), "no-quorum");
}

/// A charter by which voting begins two days before the session.
class AnEarlyBallot : public AnElectionOfCoChairs {
 protected:
  AnEarlyBallot() : AnElectionOfCoChairs(early()) {}
  static std::string early() {
    std::string text = charter_text("charter/ccop.toml");
    const std::string key = "voting_hours_before = 0";
    return text.replace(text.find(key), key.size(), "voting_hours_before = 48");
  }
};

TEST_F(AnEarlyBallot, Clause3_5_OpensAsLongBeforeTheSessionAsTheCharterSays) {
  publish();
  const ElectionId id = call();
  stand(id, {0, 1});
  prepare(id);
  const Time starts = story.now.meetings.sessions[session.value].starts;
  story.time = starts - hours{48} - minutes{1};
  EXPECT_EQ(key_of(story.ask(story.secretary(), OpenElection{id, candidates(id), words("setup")})),
            "voting-begins-at-the-session");
  story.time = starts - hours{48};
  open(id);
  EXPECT_EQ(key_of(vote(id, 3)), "allowed");
}

TEST_F(AnElectionOfCoChairs, Clause3_5_ANomineeAcceptsOrDeclines) {
  publish();
  const ElectionId id = call();
  story.ask(people[0], NominateCandidate{id, people[1]});
  story.ask(people[0], NominateCandidate{id, people[2]});
  story.ask(people[0], NominateCandidate{id, people[3]});
  stand(id, {1});
  EXPECT_EQ(key_of(story.ask(people[1], StandForElection{id, words("again")})), "stands-already");
  story.ask(people[2], StandDown{id});
  EXPECT_EQ(key_of(story.ask(people[5], StandDown{id})), "is-no-candidate");
  story.ask(story.secretary(), CloseCandidacies{id});
  EXPECT_EQ(election(id).candidacy(people[1])->state, CandidacyState::accepted);
  EXPECT_EQ(election(id).candidacy(people[2])->state, CandidacyState::declined);
  EXPECT_EQ(election(id).candidacy(people[3])->state, CandidacyState::lapsed) << "an unanswered nomination";
  EXPECT_EQ(key_of(story.ask(people[4], StandForElection{id, words("late")})), "candidacies-are-closed");
}

TEST_F(AnElectionOfCoChairs, Clause3_5_WithoutCandidatesThePositionStaysVacantAndTheSittingCoChairActs) {
  story.ask(story.secretary(), SeatFoundingCoChair{0, people[0], story.time + days{90}});
  publish();
  const ElectionId id = call();
  story.ask(story.secretary(), CloseCandidacies{id});
  EXPECT_EQ(election(id).outcome, ElectionOutcome::vacant);
  story.pass(days{200});
  EXPECT_TRUE(story.now.is_co_chair(people[0], story.time));
}

TEST_F(AnElectionOfCoChairs, Clause3_5_ACandidateDoesNotConductTheElection) {
  story.ask(story.secretary(), SeatFoundingCoChair{0, people[0], story.time + days{90}});
  publish();
  const ElectionId id = call();
  stand(id, {0});
  EXPECT_EQ(key_of(story.ask(people[0], CloseCandidacies{id})), "candidates-do-not-conduct");
}

TEST_F(AnElectionOfCoChairs, Clause3_5_TrusteesAreACoChairNotStandingTheSecretaryAndAMemberByLot) {
  story.ask(story.secretary(), SeatFoundingCoChair{0, people[0], story.time + days{90}});
  story.ask(story.secretary(), SeatFoundingCoChair{1, people[1], story.time + days{700}});
  publish();
  const ElectionId id = call();
  stand(id, {0, 5});
  story.ask(story.secretary(), CloseCandidacies{id});
  EXPECT_EQ(key_of(story.ask(story.secretary(), NameElectionOfficers{id, people[5]})), "authority-is-independent");
  EXPECT_EQ(key_of(story.ask(story.secretary(), NameElectionOfficers{id, people[1]})), "authority-is-independent");
  story.ask(story.secretary(), NameElectionOfficers{id, authority()});
  ASSERT_EQ(election(id).trustees.size(), 3u);
  EXPECT_EQ(election(id).trustees[0].person, people[1]);
  EXPECT_EQ(election(id).trustees[1].person, story.secretary());
  const PersonId drawn = election(id).trustees[2].person;
  EXPECT_TRUE(story.now.membership.holds_member_seat(drawn, story.time));
  EXPECT_FALSE(election(id).stands(drawn));
  EXPECT_NE(drawn, authority());
}

TEST_F(AnElectionOfCoChairs, Clause3_5_AnAbsentTrusteeIsReplacedAndTheKeysAreMadeAnew) {
  publish();
  const ElectionId id = call();
  stand(id, {0, 1});
  story.ask(story.secretary(), CloseCandidacies{id});
  story.ask(story.secretary(), NameElectionOfficers{id, authority()});
  const auto before = election(id).trustees;
  for (const auto& trustee : before) story.ask(trustee.person, PostKeyMessage{id, 1, words("certificate")});
  EXPECT_EQ(key_of(story.ask(before[0].person, PostKeyMessage{id, 1, words("certificate")})), "key-message-was-posted");
  EXPECT_EQ(key_of(story.ask(before[0].person, PostKeyMessage{id, 3, words("output")})), "wait-for-the-other-trustees");
  story.ask(before[0].person, PostKeyMessage{id, 2, words("polynomial")});
  EXPECT_EQ(key_of(story.ask(story.secretary(), ReplaceTrustee{id, 3})), "allowed");
  const auto& after = election(id).trustees;
  EXPECT_NE(after[2].person, before[2].person);
  EXPECT_TRUE(after[2].messages.empty());
  EXPECT_EQ(after[0].messages.size(), 1u) << "its certificate stays good, its polynomial doesn't";
  EXPECT_EQ(key_of(story.ask(before[2].person, PostKeyMessage{id, 1, words("certificate")})), "is-no-trustee");
  EXPECT_EQ(key_of(story.ask(story.secretary(), ReplaceTrustee{id, 4})), "no-such-trustee");
}

TEST_F(AnElectionOfCoChairs, Clause3_5_EachMemberHasOneVoteAndMayVoteAgainUntilTheClose) {
  publish();
  begin_session();
  const ElectionId id = call();
  stand(id, {0, 1});
  prepare(id);
  EXPECT_EQ(key_of(vote(id, 3)), "voting-is-not-open");
  open(id);
  EXPECT_EQ(key_of(vote(id, 3)), "allowed");
  EXPECT_EQ(key_of(vote(id, 3)), "ballot-was-cast-already");
  EXPECT_EQ(key_of(vote(id, 3, "again")), "allowed");
  EXPECT_EQ(key_of(story.ask(people[3], CastBallot{id, "another", "third", words("third")})),
            "one-organization-one-credential");
  EXPECT_EQ(key_of(story.ask(people[4], CastBallot{id, "credential 3", "fourth", words("fourth")})),
            "credential-of-another");
  EXPECT_EQ(key_of(story.ask(story.secretary(), CastBallot{id, "credential s", "s", words("s")})), "only-members-vote");
  close(id);
  EXPECT_EQ(key_of(vote(id, 5)), "voting-is-not-open") << "a late ballot";
  EXPECT_EQ(key_of(story.ask(story.secretary(), CloseElection{id})), "voting-is-not-open") << "closed twice";
}

TEST_F(AnElectionOfCoChairs, Clause3_5_TheRollIsTheMembersAsOfTheOpening) {
  publish();
  begin_session();
  const ElectionId id = call();
  stand(id, {0, 1});
  story.ask(story.secretary(), CloseCandidacies{id});
  story.ask(story.secretary(), NameElectionOfficers{id, authority()});
  make_keys(id);
  EXPECT_EQ(key_of(story.ask(story.secretary(), OpenElection{id, candidates(id), words("setup")})),
            "credentials-are-missing");
  auto too_few = members();
  too_few.pop_back();
  EXPECT_EQ(key_of(story.ask(authority(), IssueCredentials{id, too_few, words("credentials")})),
            "credentials-for-each-member");
  EXPECT_EQ(key_of(story.ask(people[3], IssueCredentials{id, members(), words("credentials")})), "is-no-authority");
  issue(id);
  open(id);
  EXPECT_EQ(election(id).roll, members());
}

TEST_F(AnElectionOfCoChairs, Clause3_5_MostVotesWin) {
  const ElectionId id = whole({0, 1, 2}, {4, 3, 5, 1});
  EXPECT_EQ(election(id).outcome, ElectionOutcome::elected);
  EXPECT_EQ(election(id).winner, people[1]);
}

TEST_F(AnElectionOfCoChairs, Clause3_5_AnOnlyCandidateNeedsMoreVotesForThanAgainst) {
  EXPECT_EQ(election(whole({0}, {9, 3, 2})).outcome, ElectionOutcome::elected);
}

TEST_F(AnElectionOfCoChairs, Clause3_5_AnOnlyCandidateWithAsManyAgainstIsNotElected) {
  EXPECT_EQ(election(whole({0}, {0, 3, 3})).outcome, ElectionOutcome::vacant);
}

TEST_F(AnElectionOfCoChairs, Clause3_5_NobodyIsElectedByBlankVotesAlone) {
  EXPECT_EQ(election(whole({0, 1}, {7, 0, 0})).outcome, ElectionOutcome::vacant);
}

TEST_F(AnElectionOfCoChairs, TheResultNeedsEnoughTrusteesAndTheRightShape) {
  const ElectionId id = opened({0, 1});
  story.ask(story.secretary(), CloseElection{id});
  const auto trustees = election(id).trustees;
  story.ask(trustees[0].person, PostDecryption{id, words("factors")});
  EXPECT_EQ(key_of(story.ask(trustees[0].person, PostDecryption{id, words("factors")})), "decrypted-already");
  EXPECT_EQ(key_of(declare(id, {0, 1, 2})), "too-few-decryptions");
  story.ask(trustees[2].person, PostDecryption{id, words("factors")});
  EXPECT_EQ(key_of(story.ask(trustees[1].person, PostDecryption{id, words("factors")})), "enough-decryptions");
  EXPECT_EQ(key_of(declare(id, {0, 1})), "result-does-not-follow");
  EXPECT_EQ(key_of(declare(id, {0, 1, 1000})), "result-does-not-follow");
  EXPECT_EQ(key_of(declare(id, {0, 1, 2})), "allowed");
  EXPECT_EQ(key_of(declare(id, {0, 1, 2})), "voting-is-not-closed");
}

TEST_F(AnElectionOfCoChairs, Clause3_5_ATieGoesToOneRunOffBetweenTheTied) {
  const ElectionId id = whole({0, 1, 2}, {0, 4, 2, 4});
  EXPECT_EQ(election(id).outcome, ElectionOutcome::tied);
  EXPECT_EQ(key_of(story.ask(people[0], CommitLot{id, Bytes(32)})), "run-off-comes-first");
  EXPECT_EQ(key_of(story.ask(story.secretary(), CallRunOff{id})), "allowed");
  const ElectionId second{1};
  EXPECT_EQ(election(second).run_off_of, id);
  EXPECT_EQ(election(second).rounds_done(), 3u) << "the trustees keep their keys";
  issue(second);
  open(second);
  EXPECT_THAT(election(second).candidates, ElementsAre(people[0], people[2]));
  close(second);
  declare(second, {0, 4, 5});
  EXPECT_EQ(election(second).winner, people[2]);
}

class ATiedRunOff : public AnElectionOfCoChairs {
 protected:
  ATiedRunOff() {
    const ElectionId first = whole({0, 1, 2}, {0, 4, 4, 4});
    story.ask(story.secretary(), CallRunOff{first});
    issue(id);
    open(id);
    close(id);
    declare(id, {0, 3, 3, 3});
  }
  static Bytes secret(std::size_t i) { return Bytes(32, static_cast<std::uint8_t>(i + 1)); }
  Ruling commit(std::size_t i) {
    const Hash hash = sha256(secret(i));
    return story.ask(people[i], CommitLot{id, Bytes{hash.begin(), hash.end()}});
  }
  ElectionId id{1};
};

TEST_F(ATiedRunOff, Clause3_5_IsSettledByLotsThatAnyoneCanDrawAgain) {
  EXPECT_EQ(key_of(story.ask(story.secretary(), CallRunOff{id})), "lots-are-drawn-now");
  EXPECT_EQ(key_of(commit(5)), "is-not-tied");
  commit(0);
  EXPECT_EQ(key_of(commit(0)), "lot-was-committed");
  commit(1);
  EXPECT_EQ(key_of(story.ask(people[0], RevealLot{id, secret(0)})), "wait-for-all-commitments");
  commit(2);
  EXPECT_EQ(key_of(story.ask(people[0], RevealLot{id, secret(1)})), "lot-does-not-fit");
  for (const std::size_t i : {0u, 1u, 2u}) EXPECT_EQ(key_of(story.ask(people[i], RevealLot{id, secret(i)})), "allowed");
  // SHA-256 of "ccop-lot-v1" and 32 bytes each of 1, 2 and 3, computed with another program, begins 7ae2ef18229ee4a0.
  EXPECT_EQ(election(id).outcome, ElectionOutcome::elected);
  EXPECT_EQ(election(id).winner, people[0]);
}

TEST_F(ATiedRunOff, Clause3_5_WhoeverDoesNotTakePartIsOutOfTheDrawing) {
  commit(0);
  commit(1);
  EXPECT_EQ(key_of(story.ask(story.secretary(), ForfeitLot{id, people[2]})), "lots-wait-until");
  story.pass(days{1});
  EXPECT_EQ(key_of(story.ask(story.secretary(), ForfeitLot{id, people[0]})), "did-their-part");
  EXPECT_EQ(key_of(story.ask(story.secretary(), ForfeitLot{id, people[2]})), "allowed");
  story.ask(people[1], RevealLot{id, secret(1)});
  EXPECT_EQ(key_of(story.ask(story.secretary(), ForfeitLot{id, people[0]})), "allowed") << "it never revealed";
  EXPECT_EQ(election(id).winner, people[1]) << "who alone is left";
}

TEST_F(AnElectionOfCoChairs, Clause3_6_TheTermBeginsWhenTheNetworkConfirmed) {
  story.ask(story.secretary(), SeatFoundingCoChair{0, people[7], story.time + days{90}});
  const ElectionId id = whole({0, 1}, {0, 1, 5});
  EXPECT_EQ(key_of(story.ask(people[3], SubmitElected{id, words("letter")})), "only-secretary-submits");
  EXPECT_EQ(key_of(story.ask(story.secretary(), RecordConfirmation{id, words("letter")})), "submit-first");
  story.ask(story.secretary(), SubmitElected{id, words("letter")});
  EXPECT_EQ(key_of(story.ask(story.secretary(), SubmitElected{id, words("letter")})), "submitted-already");
  EXPECT_TRUE(story.now.is_co_chair(people[7], story.time)) << "who carries on until then";
  story.ask(story.secretary(), RecordConfirmation{id, words("letter")});
  EXPECT_TRUE(story.now.is_co_chair(people[1], story.time));
  EXPECT_FALSE(story.now.is_co_chair(people[7], story.time));
  EXPECT_EQ(story.now.bodies.co_chairs.back().until, election(id).term_ends);
}

TEST_F(AnElectionOfCoChairs, Clause3_6_AReturnOpensTheWayToANewElection) {
  const ElectionId id = whole({0, 1}, {0, 1, 5});
  EXPECT_EQ(key_of(story.ask(story.secretary(), CallCandidacies{session, 0})), "election-under-way-already");
  story.ask(story.secretary(), SubmitElected{id, words("letter")});
  story.ask(story.secretary(), RecordReturn{id, words("reason")});
  EXPECT_EQ(election(id).confirmation, Confirmation::returned);
  EXPECT_FALSE(story.now.is_co_chair(people[1], story.time));
  call();
}

TEST_F(AnElectionOfCoChairs, Clause3_6_WhoeverLostTheSeatIsNotSeated) {
  const ElectionId id = whole({0, 1}, {0, 1, 5});
  story.ask(story.secretary(), SubmitElected{id, words("letter")});
  const OrganizationId lost = election(id).candidacy(people[1])->organization;
  story.ask(story.secretary(), EndMandate{story.now.membership.organizations[lost.value].mandates.back()});
  EXPECT_EQ(key_of(story.ask(story.secretary(), RecordConfirmation{id, words("letter")})), "elected-lost-the-seat");
}

/// A live executive session with a motion, presided over by a co-Chair.
class ASecretBallot : public AnElectionOfCoChairs {
 protected:
  ASecretBallot() {
    story.ask(story.secretary(), SeatFoundingCoChair{0, people[0], story.time + days{90}});
    publish();
    begin_session();
  }
  ElectionId ballot_on(MotionId motion) {
    const ElectionId id{static_cast<std::uint32_t>(story.now.elections.all.size())};
    EXPECT_EQ(key_of(story.ask(people[0], CallSecretBallot{motion})), "allowed");
    return id;
  }
  void vote_on(ElectionId id) {
    EXPECT_EQ(key_of(story.ask(people[0], NameElectionOfficers{id, authority()})), "allowed");
    make_keys(id);
    issue(id);
    open(id);
    close(id);
  }
};

TEST_F(ASecretBallot, Clause6_5_DecidesAMotionByTheSameMajority) {
  const MotionId motion = story.motion(people[1], session, Method::vote);
  const ElectionId id = ballot_on(motion);
  EXPECT_EQ(story.now.decisions.find(motion)->state, MotionState::balloted);
  EXPECT_EQ(key_of(story.ask(people[0], OpenMotion{motion, {}, {}, {}})), "motion-was-opened");
  EXPECT_EQ(key_of(story.ask(people[1], WithdrawMotion{motion})), "motion-was-opened");
  EXPECT_EQ(key_of(story.ask(people[1], RequestRecordedVote{motion})), "motion-is-balloted");
  vote_on(id);
  EXPECT_EQ(key_of(declare(id, {5, 3})), "result-does-not-follow");
  EXPECT_EQ(key_of(declare(id, {5, 3, 2})), "allowed");
  const Motion& decided = *story.now.decisions.find(motion);
  EXPECT_EQ(decided.outcome, Outcome::adopted);
  EXPECT_THAT(decided.counts, ElementsAre(3, 2, 5)) << "for, against, and abstentions last";
  EXPECT_TRUE(decided.votes.empty());
  EXPECT_EQ(election(id).outcome, ElectionOutcome::decided);
  EXPECT_EQ(story.now.decisions.registered.back().motion, motion);
}

TEST_F(ASecretBallot, Clause6_5_OfATieAdoptsNothing) {
  const MotionId motion = story.motion(people[1], session, Method::vote);
  const ElectionId id = ballot_on(motion);
  vote_on(id);
  declare(id, {0, 2, 2});
  EXPECT_EQ(story.now.decisions.find(motion)->outcome, Outcome::tied);
}

TEST_F(ASecretBallot, Clause6_5_ChoosesAmongOptions) {
  const MotionId motion = story.motion(people[1], session, Method::vote, {words("a"), words("b"), words("c")});
  const ElectionId id = ballot_on(motion);
  vote_on(id);
  declare(id, {0, 1, 0, 4});
  EXPECT_EQ(story.now.decisions.find(motion)->winner, 2u);
}

TEST_F(ASecretBallot, Clause6_5_IsCalledByACoChairForAnUnrecordedVoteOfASession) {
  const MotionId motion = story.motion(people[1], session, Method::vote);
  EXPECT_EQ(key_of(story.ask(story.secretary(), CallSecretBallot{motion})), "only-co-chairs-preside");
  EXPECT_EQ(key_of(story.ask(people[0], CallSecretBallot{story.motion(people[1], session, Method::consensus)})),
            "motion-is-not-voted-on");
  EXPECT_EQ(key_of(story.ask(people[0], CallSecretBallot{story.motion(people[1], {}, Method::silence)})),
            "executive-session-decides");
  const MotionId recorded = story.motion(people[1], session, Method::vote);
  story.ask(people[2], RequestRecordedVote{recorded});
  EXPECT_EQ(key_of(story.ask(people[0], CallSecretBallot{recorded})), "recorded-votes-are-open");
}

TEST_F(ASecretBallot, ThatIsCancelledLeavesTheMotionAsItWasProposed) {
  const MotionId motion = story.motion(people[1], session, Method::vote);
  const ElectionId id = ballot_on(motion);
  EXPECT_EQ(key_of(story.ask(people[0], CancelElection{id, words("reason")})), "allowed");
  EXPECT_EQ(story.now.decisions.find(motion)->state, MotionState::proposed);
  EXPECT_EQ(key_of(story.ask(people[0], OpenMotion{motion, {}, {}, {}})), "allowed");
}

TEST_F(ASecretBallot, IsOverBeforeTheSessionCloses) {
  const ElectionId id = ballot_on(story.motion(people[1], session, Method::vote));
  story.ask(people[0], NameElectionOfficers{id, authority()});
  make_keys(id);
  issue(id);
  open(id);
  EXPECT_EQ(key_of(story.ask(people[0], CloseSession{session})), "a-ballot-is-open");
  close(id);
  EXPECT_EQ(key_of(story.ask(people[0], CloseSession{session})), "allowed");
}

TEST_F(AnElectionOfCoChairs, CanBeCancelledUntilItIsDecided) {
  publish();
  const ElectionId id = call();
  EXPECT_EQ(key_of(story.ask(people[0], CancelElection{id, words("reason")})), "only-committee-conducts-elections");
  EXPECT_EQ(key_of(story.ask(story.secretary(), CancelElection{id, words("reason")})), "allowed");
  EXPECT_EQ(key_of(story.ask(story.secretary(), CancelElection{id, words("reason")})), "election-is-over");
  call();
}

}  // namespace
}  // namespace ccop::community::testing
