// An election with real keys and ballots, as a host sees it: what it takes, what it refuses, and the archive that comes
// of it.
#include "host/elections.hpp"

#include "ballot/archive.hpp"
#include "ballot/cast.hpp"
#include "ballot/json.hpp"
#include "ballot/threshold.hpp"
#include "ballot/verify.hpp"
#include "community/scenario.hpp"
#include "host/checks.hpp"

#include <gmock/gmock.h>

#include <map>
#include <set>

namespace ccop::host {
namespace {

using namespace community;
using community::testing::Scenario;
using ::testing::HasSubstr;

class AHostedElection : public ::testing::Test {
 protected:
  AHostedElection() {
    for (std::uint32_t i = 0; people.size() < 7; ++i) {
      const PersonId person = story.representative(membership(story.now).organizations[{i}].key);
      people.push_back(person);
      texts[community::people(story.now).all[person].profile] = R"({"name":"Person )" + std::to_string(i) + "\"}";
    }
    // The other Members are nobody's business here: an amendment of the test's own.
    for (std::uint32_t i = 7; i < membership(story.now).organizations.size(); ++i)
      of<Membership>(story.now).organizations[{i}].status = Status::observer;
    story.ask(
        story.secretary(),
        PlanMeeting{MeetingKind::symposium, {}, story.time + days{60}, story.time + days{62}, "Europe/Rome", 100, 60});
    session = story.session({0}, SessionKind::executive);
    must(story.secretary(), PublishMeeting{{0}});
    must(story.secretary(), CallCandidacies{session, 0});
    must(people[0], StandForElection{id, bring("I stand.")});
    must(people[1], StandForElection{id, bring("So do I.")});
    must(story.secretary(), CloseCandidacies{id});
    must(story.secretary(), NameElectionOfficers{id, people[6]});
  }

  /// Content that the next request brings.
  ContentHash bring(std::string text) {
    const store::Content content{std::string(16, 's'), std::move(text)};
    const ContentHash hash = store::content_hash(content);
    texts[hash] = content.text;
    contents.push_back(content);
    return hash;
  }
  /// What the host says, and then the rules; "" where both let it pass.
  std::string ask(PersonId person, Command command) {
    const community::Request request{"ccop", person, story.time, {}, command};
    const auto brought = std::exchange(contents, {});
    if (evidence_of(command) == Evidence::proved) {
      auto refused = would_refuse(story.now, command, person, story.time);
      if (!refused) refused = prepare_check(story.now, request, story.time)(read_text, brought);
      if (refused) community::testing::sentences_met().emplace(refused->key);  // every answer is compared below
      if (refused)
        return std::string{refused->key} + (refused->values.contains("what") ? ": " + refused->values["what"] : "");
    }
    const Ruling ruling = story.ask(person, std::move(command));
    const auto* refusal = std::get_if<Refusal>(&ruling);
    return refusal == nullptr ? "" : std::string{refusal->key};
  }
  std::vector<PersonId> candidates() const { return candidates_at(story.now, election(), story.time); }
  void must(PersonId person, Command command) { EXPECT_EQ(ask(person, std::move(command)), ""); }

  const Election& election() const { return elections(story.now).all[id]; }
  ElectionRecord record_of(ElectionId which) const { return {facts_of(story.now, which, story.time), read_text}; }
  ElectionRecord record() const { return record_of(id); }
  PersonId trustee(std::uint32_t number) const { return election().trustees.at(number - 1).person; }
  ballot::Certificates certificates() const {
    ballot::Certificates all;
    for (const auto& text : record().key_messages(1)) all.push_back(ballot::from_json<ballot::SignedMessage>(text));
    return all;
  }
  std::vector<ballot::Polynomial> polynomials() const {
    std::vector<ballot::Polynomial> all;
    for (const auto& text : record().key_messages(2)) all.push_back(ballot::from_json<ballot::Polynomial>(text));
    return all;
  }

  void first_round() {
    for (std::uint32_t i = 1; i <= 3; ++i) {
      seeds.push_back(ballot::new_seed());
      const auto certificate = ballot::make_certificate(seeds.back(), {"Ed25519", 3, 2, i});
      must(trustee(i), PostKeyMessage{id, 1, bring(ballot::to_json(certificate))});
    }
  }
  void make_keys() {
    first_round();
    for (std::uint32_t i = 1; i <= 3; ++i)
      must(trustee(i),
           PostKeyMessage{id, 2, bring(ballot::to_json(ballot::make_polynomial(seeds[i - 1], certificates())))});
    for (std::uint32_t i = 1; i <= 3; ++i) must(trustee(i), PostKeyMessage{id, 3, bring(ballot::to_json(output(i)))});
  }
  ballot::VerificationOutput output(std::uint32_t i) const {
    return ballot::make_output(seeds[i - 1], certificates(), ballot::input_for(i, polynomials()));
  }
  void issue() {
    std::vector<std::string> publics;
    credentials.clear();
    for (std::size_t i = 0; i < people.size(); ++i) {
      credentials.push_back(ballot::new_credential());
      publics.push_back(ballot::public_credential(credentials.back(), record().uuid()).text);
    }
    std::ranges::sort(publics);
    must(people[6], IssueCredentials{id, members(), bring(ballot::to_json(publics))});
  }
  std::vector<OrganizationId> members() const {
    std::vector<OrganizationId> all;
    for (std::uint32_t i = 0; i < 7; ++i) all.push_back({i});
    return all;
  }
  void begin_session() {
    story.pass(days{60});
    must(story.secretary(), OpenSession{session});
    for (const PersonId person : people) {
      must(person, AcceptDiscretion{{0}});
      must(person, EnterSession{session});
    }
  }
  void open() {
    make_keys();
    issue();
    begin_session();
    must(story.secretary(), OpenElection{id, candidates(), bring(record().setup_json())});
  }
  /// `choice`: 0 is blank, then the candidates.
  std::string ballot_of(std::size_t voter, std::size_t choice) const {
    const std::string setup = record().setup_json();
    ballot::Choices choices{{false, false, false}};
    choices[0][choice] = true;
    return ballot::cast_ballot(ballot::from_json<ballot::Election>(setup), ballot::fingerprint_of(setup),
                               credentials.at(voter), choices);
  }
  CastBallot casting(const std::string& text) {
    std::string credential;
    try {
      credential = ballot::from_json<ballot::Ballot>(text).credential.text;
    } catch (const BadInput&) {  // a ballot that is none has no credential to repeat
    }
    return {id, credential, ballot::fingerprint_of(text), bring(text)};
  }
  std::string vote(std::size_t voter, std::size_t choice) {
    return ask(people[voter], casting(ballot_of(voter, choice)));
  }
  ballot::PartialDecryption decryption(std::uint32_t number) const {
    const auto key = ballot::decryption_key(
        seeds[number - 1], ballot::from_json<ballot::VerificationOutput>(record().key_messages(3)[number - 1]));
    return ballot::decrypt(record().tally(), key, ballot::fingerprint_of(record().setup_json()));
  }
  ballot::Verification verified() const {
    std::istringstream archive{record().archive()};
    return ballot::verify_election(archive, {1, {}});
  }

  Scenario story;
  std::vector<PersonId> people;
  SessionId session;
  ElectionId id{0};
  std::map<ContentHash, std::string> texts;
  std::vector<store::Content> contents;
  std::vector<std::string> seeds;
  std::vector<std::string> credentials;
  Texts read_text = [this](const ContentHash& hash) -> std::optional<std::string> {
    const auto found = texts.find(hash);
    return found == texts.end() ? std::nullopt : std::optional{found->second};
  };
};

TEST_F(AHostedElection, IsCountedAndItsArchiveIsSound) {
  open();
  EXPECT_EQ(vote(0, 1), "");
  EXPECT_EQ(vote(2, 2), "");
  EXPECT_EQ(vote(3, 0), "");
  EXPECT_EQ(vote(0, 2), "") << "voting again";
  EXPECT_FALSE(verified().result);
  must(story.secretary(), CloseElection{id});
  must(trustee(3), PostDecryption{id, bring(ballot::to_json(decryption(3)))});
  const std::string before = record().archive();
  must(trustee(1), PostDecryption{id, bring(ballot::to_json(decryption(1)))});
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

TEST_F(AHostedElection, WithoutABallotIsCountedToo) {
  open();
  must(story.secretary(), CloseElection{id});
  must(trustee(1), PostDecryption{id, bring(ballot::to_json(decryption(1)))});
  must(trustee(2), PostDecryption{id, bring(ballot::to_json(decryption(2)))});
  must(story.secretary(), DeclareResult{id, {0, 0, 0}, to_hex(sha256(bytes_of(record().archive())))});
  EXPECT_EQ(election().outcome, ElectionOutcome::vacant);
}

TEST_F(AHostedElection, RefusesABallotForAnotherElection) {
  open();
  auto other = ballot::from_json<ballot::Election>(record().setup_json());
  other.name = "Another election";
  const std::string text = ballot::cast_ballot(other, ballot::fingerprint_of(ballot::to_json(other)), credentials[2],
                                               {{false, true, false}});
  EXPECT_THAT(ask(people[2], casting(text)), HasSubstr("made for another election"));
  EXPECT_EQ(vote(2, 1), "") << "the election goes on";
}

TEST_F(AHostedElection, RefusesACredentialThatWasNotIssued) {
  open();
  credentials[2] = ballot::new_credential();
  EXPECT_THAT(vote(2, 1), HasSubstr("a credential of this election"));
}

TEST_F(AHostedElection, RefusesTheCredentialOfAnother) {
  open();
  EXPECT_EQ(vote(2, 1), "");
  EXPECT_EQ(ask(people[3], casting(ballot_of(2, 2))), "credential-of-another");
  EXPECT_EQ(ask(people[2], casting(ballot_of(3, 2))), "one-organization-one-credential");
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
  const auto kept = contents;
  must(story.secretary(), CloseElection{id});
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
  EXPECT_EQ(vote(2, 1), "");
  must(story.secretary(), CloseElection{id});
  EXPECT_THAT(ask(trustee(1), PostDecryption{id, bring(ballot::to_json(decryption(2)))}),
              HasSubstr("decryption-not-sound"))
      << "another trustee's";
  auto changed = decryption(1);
  std::swap(changed.decryption_factors[0][0], changed.decryption_factors[0][1]);
  EXPECT_THAT(ask(trustee(1), PostDecryption{id, bring(ballot::to_json(changed))}), HasSubstr("proofs that hold"));
  changed = decryption(1);
  changed.decryption_factors[0].pop_back();
  EXPECT_THAT(ask(trustee(1), PostDecryption{id, bring(ballot::to_json(changed))}), HasSubstr("a factor and a proof"));
  EXPECT_THAT(ask(trustee(1), PostDecryption{id, bring("garbage")}), HasSubstr("decryption-not-sound"));
  must(trustee(1), PostDecryption{id, bring(ballot::to_json(decryption(1)))});
}

TEST_F(AHostedElection, RefusesCredentialsThatTellWhoseTheyAreOrAreNone) {
  make_keys();
  std::vector<std::string> publics;
  for (std::size_t i = 0; i < people.size(); ++i)
    publics.push_back(ballot::public_credential(ballot::new_credential(), record().uuid()).text);
  std::ranges::sort(publics, std::greater{});
  const auto issue_these = [&](const std::vector<std::string>& list) {
    return ask(people[6], IssueCredentials{id, members(), bring(ballot::to_json(list))});
  };
  EXPECT_THAT(issue_these(publics), HasSubstr("ascending order"));
  std::ranges::sort(publics);
  auto doubled = publics;
  doubled[1] = doubled[0];
  EXPECT_THAT(issue_these(doubled), HasSubstr("ascending order"));
  auto bad = publics;
  bad.back() = std::string(64, 'f');
  EXPECT_THAT(issue_these(bad), HasSubstr("an element of the group"));
  bad = publics;
  bad.pop_back();
  EXPECT_THAT(issue_these(bad), HasSubstr("one for each Member"));
  EXPECT_EQ(issue_these(publics), "");
}

TEST_F(AHostedElection, OpensWithNothingButTheBallotThatFollows) {
  make_keys();
  issue();
  begin_session();
  auto other = record().on_ballot();
  std::swap(other.questions[0].answers[0], other.questions[0].answers[1]);
  EXPECT_THAT(ask(story.secretary(), OpenElection{id, candidates(), bring(ballot::to_json(other))}),
              HasSubstr("setup-does-not-follow"));
}

TEST_F(AHostedElection, TakesNothingUncheckedThatTheRulesWouldRefuseAsItStands) {
  // The writer may know already that the ballot is open: what comes too early for this state must not pass unchecked.
  const CastBallot early{id, std::string(64, 'a'), "tracker", bring("no ballot")};
  EXPECT_EQ(ask(people[2], early), "voting-is-not-open");
  EXPECT_EQ(ask(trustee(1), PostKeyMessage{id, 2, bring("no polynomial")}), "wait-for-the-other-trustees");
  EXPECT_EQ(ask(trustee(1), PostDecryption{id, bring("no decryption")}), "voting-is-not-closed");
}

TEST_F(AHostedElection, OpensWithTheCandidatesThatAreLeft) {
  make_keys();
  issue();
  const auto before = candidates();
  const std::string setup = record().setup_json();
  must(people[1], StandDown{id});
  EXPECT_EQ(ask(story.secretary(), OpenElection{id, before, bring(setup)}), "setup-does-not-follow");
}

TEST_F(AHostedElection, HasANameOfItsOwn) {
  EXPECT_EQ(record().uuid().size(), 22u);
  must(story.secretary(), CancelElection{id, bring("reason")});
  must(story.secretary(), CallCandidacies{session, 0});
  EXPECT_NE(record().uuid(), record_of({1}).uuid());
}

}  // namespace
}  // namespace ccop::host
