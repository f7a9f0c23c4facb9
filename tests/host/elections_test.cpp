// An election with real keys and ballots, as a host sees it: what it takes, what it refuses, and the archive that comes
// of it.
#include "host/hosted_election.hpp"

namespace ccop::host {
namespace {

using namespace testing;
using ::testing::HasSubstr;

TEST_F(AHostedElection, IsCountedAndItsArchiveIsSound) {
  open();
  EXPECT_EQ(vote(0, 1), "");
  EXPECT_EQ(vote(2, 2), "");
  EXPECT_EQ(vote(3, 0), "");
  EXPECT_EQ(vote(0, 2), "") << "voting again";
  EXPECT_FALSE(verified().result);
  close();
  must(trustee(3), posting(3));
  const std::string before = record().archive();
  must(trustee(1), posting(1));
  const std::string archive = record().archive();
  EXPECT_TRUE(archive.starts_with(before)) << "an archive only grows";
  const std::string sum = to_hex(sha256(bytes_of(archive)));
  EXPECT_THAT(ask(story.secretary(), DeclareResult{id, {1, 1, 1}, sum}), HasSubstr("result-does-not-follow"));
  EXPECT_THAT(ask(story.secretary(), DeclareResult{id, {1, 0, 2}, std::string(64, '0')}),
              HasSubstr("result-does-not-follow"));
  must(story.secretary(), DeclareResult{id, {1, 0, 2}, sum});
  EXPECT_EQ(election().winner, people[1]);
  const auto v = verified();
  EXPECT_EQ(v.counted, 3u);
  EXPECT_EQ(v.ballots, 4u);
  EXPECT_EQ(v.result->result, (std::vector<std::vector<std::uint64_t>>{{1, 0, 2}}));
  EXPECT_THAT(v.election.questions.front().answers.front(), HasSubstr("Person 0 ("));
}

TEST_F(AHostedElection, OfTooFewBallotsStaysClosedAndItsArchiveIsSound) {
  open();
  EXPECT_EQ(vote(0, 1), "");
  EXPECT_EQ(vote(2, 2), "");
  close();
  EXPECT_EQ(election().outcome, ElectionOutcome::too_few);
  EXPECT_EQ(ask(trustee(1), posting(1)), "voting-is-not-closed");
  EXPECT_EQ(verified().counted, 2u);
  EXPECT_FALSE(verified().result);
}

TEST_F(AHostedElection, RefusesABallotForAnotherElection) {
  open();
  auto other = ballot::from_json<ballot::Election>(record().setup_json());
  other.name = "Another election";
  const std::string text =
      ballot::cast_ballot(other, ballot::fingerprint_of(ballot::to_json(other)), credential(2), {{false, true, false}});
  EXPECT_THAT(ask(people[2], casting(text)), HasSubstr("made for another election"));
  EXPECT_EQ(vote(2, 1), "") << "the election goes on";
}

TEST_F(AHostedElection, RefusesTheCredentialOfAKeyThatWasNotRegisteredForIt) {
  open();
  must(people[2], registration(2));  // too late: the ballot is open
  EXPECT_THAT(vote(2, 1), HasSubstr("the credential of the voter's own seat"));
}

TEST_F(AHostedElection, RefusesTheCredentialOfAnother) {
  open();
  EXPECT_EQ(vote(2, 1), "");
  EXPECT_EQ(ask(people[3], casting(ballot_of(2, 2))), "credential-of-another");
  EXPECT_EQ(ask(people[2], casting(ballot_of(3, 2))), "one-organization-one-credential");
  EXPECT_THAT(ask(people[4], casting(ballot_of(3, 2))), HasSubstr("the credential of the voter's own seat"));
}

TEST_F(AHostedElection, RefusesABallotAndProofsThatAreReplayed) {
  open();
  const std::string first = ballot_of(2, 1);
  EXPECT_EQ(ask(people[2], casting(first)), "");
  EXPECT_EQ(ask(people[2], casting(first)), "ballot-was-cast-already");
  // The same answers under another voter's credential and signature.
  auto copied = ballot::from_json<ballot::Ballot>(ballot_of(3, 1));
  copied.answers = ballot::from_json<ballot::Ballot>(first).answers;
  EXPECT_THAT(ask(people[3], casting(ballot::to_json(copied))), HasSubstr("ballot-not-sound"));
}

TEST_F(AHostedElection, RefusesPointsOfSmallOrderAndOtherEncodings) {
  open();
  const std::string order_two = "7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec";
  for (const std::string& bad : {order_two, std::string(64, 'f'), std::string{"00"}, std::string(64, 'A')}) {
    auto changed = ballot::from_json<ballot::Ballot>(ballot_of(2, 1));
    changed.answers[0].choices[1].alpha.text = bad;
    EXPECT_THAT(ask(people[2], casting(ballot::to_json(changed))), HasSubstr("ballot-not-sound")) << bad;
    changed = ballot::from_json<ballot::Ballot>(ballot_of(2, 1));
    changed.credential.text = bad;
    EXPECT_THAT(ask(people[2], casting(ballot::to_json(changed))), HasSubstr("ballot-not-sound")) << bad;
  }
}

TEST_F(AHostedElection, RefusesWhatIsNoBallotOrSaysOtherwise) {
  open();
  EXPECT_THAT(ask(people[2], casting("{}")), HasSubstr("ballot-not-sound"));
  EXPECT_THAT(ask(people[2], casting("no JSON")), HasSubstr("ballot-not-sound"));
  const std::string good = ballot_of(2, 1);
  EXPECT_THAT(ask(people[2], casting(" " + good)), HasSubstr("ballot-not-sound")) << "not canonical";
  auto tracked = casting(good);
  tracked.tracker = ballot::fingerprint_of("another");
  EXPECT_THAT(ask(people[2], tracked), HasSubstr("tracking number"));
}

TEST_F(AHostedElection, RefusesAnySingleByteOfABallotThatWasChanged) {
  open();
  const std::string good = ballot_of(2, 1);
  for (std::size_t at = 0; at < good.size(); at += 37) {
    std::string changed = good;
    changed[at] = changed[at] == '1' ? '2' : '1';
    if (changed == good) continue;
    EXPECT_THAT(ask(people[2], casting(changed)), HasSubstr("ballot-not-sound")) << "byte " << at;
  }
  EXPECT_EQ(vote(2, 1), "");
}

TEST_F(AHostedElection, RefusesALateBallot) {
  open();
  const CastBallot late = casting(ballot_of(2, 1));
  const auto kept = std::exchange(contents, {});
  close();
  contents = kept;
  EXPECT_EQ(ask(people[2], late), "voting-is-not-open");
}

TEST_F(AHostedElection, RefusesGarbageOfATrusteeAndGoesOn) {
  EXPECT_THAT(ask(trustee(1), PostKeyMessage{id, 1, bring("garbage")}), HasSubstr("key-message-not-sound"));
  const auto elsewhere = ballot::make_certificate(ballot::new_seed(), {"Ed25519", 3, 2, 2});
  EXPECT_THAT(ask(trustee(1), PostKeyMessage{id, 1, bring(ballot::to_json(elsewhere))}),
              HasSubstr("this ceremony and this trustee"));
  first_round();
  const auto polynomial = ballot::make_polynomial(seeds[1], certificates());
  EXPECT_THAT(ask(trustee(1), PostKeyMessage{id, 2, bring(ballot::to_json(polynomial))}),
              HasSubstr("key-message-not-sound"))
      << "another trustee's";
}

TEST_F(AHostedElection, RefusesADecryptionThatDoesNotHold) {
  open();
  for (const std::size_t voter : {2u, 3u, 4u}) EXPECT_EQ(vote(voter, 1), "");
  close();
  EXPECT_THAT(ask(trustee(1), posting(2)), HasSubstr("decryption-not-sound")) << "another trustee's";
  auto changed = decryption(1);
  std::swap(changed.decryption_factors[0][0], changed.decryption_factors[0][1]);
  EXPECT_THAT(ask(trustee(1), posting(changed, bound(1))), HasSubstr("proofs that hold"));
  changed = decryption(1);
  changed.decryption_factors[0].pop_back();
  EXPECT_THAT(ask(trustee(1), posting(changed, bound(1))), HasSubstr("a factor and a proof"));
  changed = decryption(1);
  changed.decryption_factors.push_back(changed.decryption_factors[0]);
  changed.decryption_proofs.push_back(changed.decryption_proofs[0]);
  EXPECT_THAT(ask(trustee(1), posting(changed, bound(1))), HasSubstr("a factor and a proof"));
  PostDecryption garbage = posting(1);
  garbage.decryption = bring("garbage");
  EXPECT_THAT(ask(trustee(1), garbage), HasSubstr("decryption-not-sound"));
  must(trustee(1), posting(1));
}

TEST_F(AHostedElection, RefusesADecryptionThatIsNotBoundToItsTotals) {
  open();
  for (const std::size_t voter : {2u, 3u, 4u}) EXPECT_EQ(vote(voter, 1), "");
  close();
  EXPECT_THAT(ask(trustee(1), posting(decryption(1), bound(2))), HasSubstr("bound proofs that hold"))
      << "another trustee's";
  auto changed = bound(1);
  changed.proofs[0].pop_back();
  EXPECT_THAT(ask(trustee(1), posting(decryption(1), changed)), HasSubstr("a bound proof for each factor"));
  changed = bound(1);
  changed.tally = ballot::fingerprint_of("other totals");
  EXPECT_THAT(ask(trustee(1), posting(decryption(1), changed)), HasSubstr("fingerprint of the encrypted totals"));
  PostDecryption named_otherwise = posting(1);
  named_otherwise.tally = ballot::fingerprint_of("other totals");
  EXPECT_THAT(ask(trustee(1), named_otherwise), HasSubstr("of all ballots that count"));
  PostDecryption garbage = posting(1);
  garbage.proofs = bring("garbage");
  EXPECT_THAT(ask(trustee(1), garbage), HasSubstr("decryption-not-sound"));
  must(trustee(1), posting(1));
}

/// A host that takes one ballot out of the totals, and asks a trustee to decrypt what is left.
TEST_F(AHostedElection, RefusesADecryptionOfFewerBallots) {
  open();
  EXPECT_EQ(vote(2, 1), "");
  const auto fewer = record();
  for (const std::size_t voter : {3u, 4u}) EXPECT_EQ(vote(voter, 2), "");
  close();
  const auto tally = fewer.count().tally;
  const auto factors = ballot::decrypt(tally, key_of(1), fingerprint());
  EXPECT_THAT(ask(trustee(1), posting(factors, ballot::prove_bound(tally, key_of(1), fingerprint(), 1))),
              HasSubstr("of all ballots that count"));
}

TEST_F(AHostedElection, TakesTheDecryptionsOfFurtherTrusteesUntilTheResultIsDeclared) {
  open();
  for (const std::size_t voter : {2u, 3u, 4u}) EXPECT_EQ(vote(voter, 1), "");
  close();
  must(trustee(3), posting(3));
  must(trustee(1), posting(1));
  const std::string archive = record().archive();
  must(trustee(2), posting(2));
  EXPECT_EQ(record().archive(), archive) << "the result stands on the first who are enough";
  const auto proofs = record().bound_proofs(record().count());
  ASSERT_EQ(proofs.trustees.size(), 3u);
  std::istringstream in{archive};
  const auto v = ballot::verify_election(in, {1, {}, proofs});
  EXPECT_EQ(v.further, std::vector<std::uint32_t>{2});
  EXPECT_EQ(v.checks.back(), ballot::Check::bound);
  must(story.secretary(), DeclareResult{id, {0, 3, 0}, to_hex(sha256(bytes_of(archive)))});
}

/// One whom no check of ours let pass: whoever declares is told whose decryption it is.
TEST_F(AHostedElection, DeclaresNoResultWhileDecryptionsDisagree) {
  open();
  for (const std::size_t voter : {2u, 3u, 4u}) EXPECT_EQ(vote(voter, 1), "");
  close();
  for (const std::uint32_t number : {1u, 2u}) must(trustee(number), posting(number));
  const std::string sum = to_hex(sha256(bytes_of(record().archive())));
  auto astray = decryption(3);
  std::swap(astray.decryption_factors[0][0], astray.decryption_factors[0][1]);
  const PostDecryption unchecked = posting(astray, bound(3));
  contents.clear();
  story.ask(trustee(3), unchecked);
  EXPECT_EQ(ask(story.secretary(), DeclareResult{id, {0, 3, 0}, sum}), "decryptions-disagree");
}

TEST_F(AHostedElection, HasBoundProofsBesideItsArchive) {
  open();
  for (const std::size_t voter : {2u, 3u, 4u}) EXPECT_EQ(vote(voter, 1), "");
  close();
  for (const std::uint32_t number : {1u, 2u}) must(trustee(number), posting(number));
  const auto wrong_with = [&](const ballot::ElectionProofs& proofs) {
    std::istringstream in{record().archive()};
    try {
      (void)ballot::verify_election(in, {1, {}, proofs});
      return std::string{};
    } catch (const ballot::ArchiveError& error) {
      return std::string{error.what()};
    }
  };
  const auto proofs = record().bound_proofs(record().count());
  EXPECT_EQ(wrong_with(proofs), "");
  auto changed = proofs;
  changed.election = ballot::fingerprint_of("another");
  EXPECT_THAT(wrong_with(changed), HasSubstr("of another election"));
  changed = proofs;
  changed.tally = ballot::fingerprint_of("another");
  EXPECT_THAT(wrong_with(changed), HasSubstr("fingerprint of the encrypted totals"));
  changed = proofs;
  changed.trustees.pop_back();
  EXPECT_THAT(wrong_with(changed), HasSubstr("no bound proofs of the decryption by trustee 2"));
  changed = proofs;
  changed.trustees.push_back(changed.trustees[0]);
  EXPECT_THAT(wrong_with(changed), HasSubstr("trustee 1 twice"));
  changed = proofs;
  changed.trustees[1].trustee = 4;
  EXPECT_THAT(wrong_with(changed), HasSubstr("of no trustee"));
  changed = proofs;
  std::swap(changed.trustees[1].proofs[0][0], changed.trustees[1].proofs[0][1]);
  EXPECT_THAT(wrong_with(changed), HasSubstr("the bound proofs of the decryption by trustee 2"));
  // Another trustee's, who is not in the archive, under this one's number.
  changed = proofs;
  changed.trustees[1] = {3, decryption(3).decryption_factors, bound(3).proofs};
  EXPECT_THAT(wrong_with(changed), HasSubstr("no bound proofs of the decryption by trustee 2"));
}

TEST_F(AHostedElection, OpensWithNothingButTheBallotThatFollows) {
  make_keys();
  register_keys();
  begin_session();
  auto other = record().on_ballot();
  std::swap(other.questions[0].answers[0], other.questions[0].answers[1]);
  EXPECT_THAT(ask(story.secretary(), OpenElection{id, candidates(), {}, bring(ballot::to_json(other))}),
              HasSubstr("setup-does-not-follow"));
}

TEST_F(AHostedElection, TakesNothingUncheckedThatTheRulesWouldRefuseAsItStands) {
  // The writer may know already that the ballot is open: what comes too early for this state must not pass unchecked.
  const CastBallot early{id, std::string(64, 'a'), "tracker", bring("no ballot")};
  EXPECT_EQ(ask(people[2], early), "voting-is-not-open");
  EXPECT_EQ(ask(trustee(1), PostKeyMessage{id, 2, bring("no polynomial")}), "wait-for-the-other-trustees");
  EXPECT_EQ(ask(trustee(1), PostDecryption{id, "tally", bring("no decryption"), bring("no proofs")}),
            "voting-is-not-closed");
}

TEST_F(AHostedElection, OpensWithTheCandidatesThatAreLeft) {
  make_keys();
  register_keys();
  const auto before = candidates();
  const std::string setup = record().setup_json();
  must(people[1], StandDown{id});
  EXPECT_EQ(ask(story.secretary(), OpenElection{id, before, {}, bring(setup)}), "setup-does-not-follow");
}

TEST_F(AHostedElection, OfAPersonAsksWhoAndOfTheOnlyOneWhether) {
  make_keys();
  auto facts = facts_of(story.now, id, story.time);
  const auto question = [&] {
    return ballot::from_json<ballot::Election>(ElectionRecord{facts, read_text}.setup_json()).questions.front();
  };
  ASSERT_GT(facts.candidates.size(), 1u);
  EXPECT_EQ(question().question, "Who shall be co-Chair?");
  EXPECT_EQ(question().answers.size(), facts.candidates.size());
  facts.candidates.resize(1);
  EXPECT_THAT(question().question, ::testing::StartsWith("Shall "));
  EXPECT_THAT(question().answers, ::testing::ElementsAre("For", "Against"));
}

TEST_F(AHostedElection, OnAMotionAsksForItsOptionsOrForAndAgainst) {
  make_keys();
  auto facts = facts_of(story.now, id, story.time);
  facts.election.motion = MotionId{4};
  facts.motion.emplace().text = bring(R"({"text":"Where to?","title":"A new pier"})");
  const auto on_ballot = [&] {
    return ballot::from_json<ballot::Election>(ElectionRecord{facts, read_text}.setup_json());
  };
  const auto question = on_ballot().questions.front();
  EXPECT_EQ(question.question, "A new pier");
  EXPECT_THAT(question.answers, ::testing::ElementsAre("For", "Against"));
  EXPECT_EQ(std::tuple(question.blank, question.min, question.max), std::tuple(true, 1u, 1u));
  EXPECT_EQ(on_ballot().name, "CCOP: motion 5");
  facts.motion->options = {bring("To the east"), bring("To the west")};
  EXPECT_THAT(on_ballot().questions.front().answers, ::testing::ElementsAre("To the east", "To the west"));
}

TEST_F(AHostedElection, HasANameOfItsOwn) {
  EXPECT_EQ(record().uuid().size(), 22u);
  must(story.secretary(), CancelElection{id, bring("reason")});
  must(story.secretary(), CallCandidacies{session, 0});
  EXPECT_NE(record().uuid(), record_of({1}).uuid());
}

}  // namespace
}  // namespace ccop::host
