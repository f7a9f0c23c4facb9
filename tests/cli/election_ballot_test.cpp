// `ccop election ballot`: a ballot that is made without the host's page, and what is refused.
#include "ballot/key_file.hpp"
#include "ballot/keybox.hpp"
#include "cli/election_secrets.hpp"
#include "community/keyboxes/commands.hpp"
#include "host/hosted_election.hpp"
#include "hostile/recorded_election.hpp"

#include <filesystem>
#include <fstream>

namespace ccop::cli {
namespace {

using ::testing::HasSubstr;

constexpr std::string_view ballot_passphrase = "six random words of a seat";

/// The files that the command reads and writes.
class BallotFiles {
 public:
  BallotFiles() {
    asked.keybox = keybox_of(3);
    asked.passphrase_file = keep("passphrase", std::string{ballot_passphrase} + "\n");
    asked.out = folder_.file("ballot.json");
  }
  [[nodiscard]] static std::string bytes_of_box(std::size_t voter) { return std::string(32, static_cast<char>(voter)); }
  [[nodiscard]] static ballot::Keybox box_of(std::size_t voter) {
    return ballot::Keybox{ballot::SecretText{bytes_of_box(voter)}};
  }
  [[nodiscard]] std::string keybox_of(std::size_t voter) const {
    const std::string json = R"({"box":")" + to_base64url(bytes_of(bytes_of_box(voter))) + "\"}";
    return keep("keybox", ballot::seal_key_file("keybox-quay", json, ballot_passphrase));
  }
  [[nodiscard]] std::string keep(const std::string& name, const std::string& bytes) const {
    std::ofstream{folder_.file(name), std::ios::binary} << bytes;
    return folder_.file(name);
  }
  void take(const ballot::BallotPaper& paper) { asked.paper = keep("paper.json", ballot::to_json(paper)); }
  /// What the command says, on both of its outputs; `status` is how it ends.
  std::string make(const std::string& choices) {
    asked.choices_file = keep("choices", choices + "\n");
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    status = make_ballot(data, asked);
    const std::string said = ::testing::internal::GetCapturedStdout();
    return said + ::testing::internal::GetCapturedStderr();
  }
  [[nodiscard]] std::string made() const { return read_file(asked.out); }
  [[nodiscard]] bool is_made() const { return std::filesystem::exists(asked.out); }

  DataOptions data;
  BallotSettings asked;
  int status{};

 private:
  ccop::testing::TemporaryFolder folder_;
};

/// The true host's checks; the third seat's key follows from a keybox.
class ABallotMadeElsewhere : public host::testing::AHostedElection {
 protected:
  ABallotMadeElsewhere() {
    make_keys();
    register_keys();
    const auto secret = BallotFiles::box_of(3).voting_secret({record_state().log_key, 3, year()});
    const ballot::VotingKeyStatement said{record_state().log_key,
                                          3,
                                          year(),
                                          Bytes(16, 99),
                                          ballot::written(ballot::power_of_generator(secret.value())),
                                          Bytes(32, 7)};
    const auto proof = ballot::prove_voting_key(said, secret);
    must(people[3],
         community::RegisterVotingKey{{3},
                                      said.year,
                                      said.box,
                                      said.key.text,
                                      said.sealing,
                                      {ballot::to_decimal(proof.challenge), ballot::to_decimal(proof.response)}});
    begin_session();
    must(story.secretary(), community::OpenElection{id, candidates(), {}, bring(record().setup_json())});
    paper = {std::string{ballot::ballot_paper_format},
             said.log,
             3,
             said.year,
             said.key.text,
             record().uuid(),
             fingerprint(),
             record().setup_json()};
    files.take(paper);
  }
  std::string cast(const std::string& text) { return ask(people[3], casting(text)); }

  ballot::BallotPaper paper;
  BallotFiles files;
};

TEST_F(ABallotMadeElsewhere, IsTakenByTheHostAndCounted) {
  const std::string said = files.make("2");
  EXPECT_THAT(said, HasSubstr("tracking number: " + ballot::fingerprint_of(files.made())));
  EXPECT_EQ(files.status, 0);
  EXPECT_EQ(cast(files.made()), "");
  for (const std::size_t voter : {2u, 4u}) EXPECT_EQ(vote(voter, 1), "");
  close();
  for (const std::uint32_t trustee_number : {1u, 2u}) must(trustee(trustee_number), posting(trustee_number));
  EXPECT_EQ(record().count().result->result, (std::vector<std::vector<std::uint64_t>>{{0, 2, 1}}));
  EXPECT_NO_THROW((void)verified());
}

TEST_F(ABallotMadeElsewhere, MayBeBlank) {
  (void)files.make("blank");
  EXPECT_EQ(cast(files.made()), "");
}

TEST_F(ABallotMadeElsewhere, IsOfItsSeatAlone) {
  (void)files.make("1");
  EXPECT_NE(ask(people[4], casting(files.made())), "");
}

TEST_F(ABallotMadeElsewhere, SaysThatNothingVouchesForThePaperWithoutARecord) {
  EXPECT_THAT(files.make("1"), HasSubstr("NOT CHECKED: that the record opened this ballot"));
}

TEST_F(ABallotMadeElsewhere, IsNotMadeOfTooManyOrTooFewChoices) {
  for (const std::string choices : {"", "1 2", "blank 1"}) {
    EXPECT_THAT(files.make(choices), HasSubstr("from 1 to 1 of the answers")) << choices;
    EXPECT_EQ(files.status, 1);
    EXPECT_FALSE(files.is_made());
  }
  for (const std::string choices : {"3", "0", "Ada", "1x", "-1"})
    EXPECT_THAT(files.make(choices), HasSubstr("numbers from 1 to 2, or \"blank\"")) << choices;
  EXPECT_THAT(files.make("1 1"), HasSubstr("each answer once"));
  EXPECT_FALSE(files.is_made());
}

TEST_F(ABallotMadeElsewhere, IsNotMadeOfAnswersToAnotherRound) {
  files.asked.answers_file =
      files.keep("answers", R"({"format":"ccop-answers-v1","election":"ZYXWVUTSRQPNML","answers":{}})");
  EXPECT_THAT(files.make("1"), HasSubstr("answers to another round"));
  EXPECT_EQ(files.status, 1);
  EXPECT_FALSE(files.is_made());
}

TEST_F(ABallotMadeElsewhere, IsNotMadeForAnotherElectionOrAnotherSetup) {
  auto other = paper;
  other.election = "ZBCDEFGHJKLMNPQRSTUVWX";
  files.take(other);
  EXPECT_THAT(files.make("1"), HasSubstr("that of this election"));
  other = paper;
  other.setup.replace(other.setup.find(paper.election), 1, "Z");
  files.take(other);
  EXPECT_THAT(files.make("1"), HasSubstr("has this fingerprint"));
  EXPECT_EQ(files.status, 1);
  EXPECT_FALSE(files.is_made());
}

TEST_F(ABallotMadeElsewhere, IsNotMadeWithAnotherSeatsKeyboxOrPassphrase) {
  files.asked.keybox = files.keybox_of(4);
  EXPECT_THAT(files.make("1"), HasSubstr("another seat's box"));
  files.asked.keybox = files.keybox_of(3);
  files.asked.passphrase_file = files.keep("passphrase", "another\n");
  EXPECT_THAT(files.make("1"), HasSubstr("the passphrase under which"));
  EXPECT_FALSE(files.is_made());
}

/// A record that is decided again before anything is made.
class ABallotPaperAndTheRecord : public hostile::recorded::ARecordedElection {
 protected:
  ABallotPaperAndTheRecord() {
    host.goes_back_to(host.entries.size() - 1);  // voting is not closed yet
    files.data.master_key = files.keep("master.key", to_base64url(hostile::master()->bytes()) + "\n");
    std::filesystem::permissions(files.data.master_key, std::filesystem::perms::owner_read);
    files.asked.at = to_rfc3339(host.time + minutes{1});
    const auto seat = membership(host.now).own_organization(member(3).person(), host.time).value();
    paper = {std::string{ballot::ballot_paper_format},
             log_key(),
             seat.value,
             community::year_of(host.time),
             key_of_seat(3).text,
             record().uuid(),
             fingerprint(),
             record().setup_json()};
  }
  std::string make() {
    files.take(paper);
    files.asked.record = host.write();
    return files.make("1");
  }
  void show_setup(const std::string& setup) {
    paper.setup = setup;
    paper.fingerprint = ballot::fingerprint_of(setup);
  }

  ballot::BallotPaper paper;
  BallotFiles files;
};

TEST_F(ABallotPaperAndTheRecord, FitWhereTheRecordOpenedIt) {
  EXPECT_THAT(make(), HasSubstr("the record opened this very ballot"));
  EXPECT_EQ(files.status, 0);
  cast(3, files.made());
  EXPECT_EQ(host.audited().wrong, "");
}

TEST_F(ABallotPaperAndTheRecord, DoNotWhereThePageShowsOtherNames) {
  auto other = ballot::from_json<ballot::Election>(paper.setup);
  std::swap(other.questions[0].answers[0], other.questions[0].answers[1]);
  show_setup(ballot::to_json(other));
  EXPECT_THAT(make(), HasSubstr("other names or another key"));
  EXPECT_EQ(files.status, 1);
  EXPECT_FALSE(files.is_made());
}

TEST_F(ABallotPaperAndTheRecord, DoNotWhereThePageShowsAKeyOfItsOwn) {
  auto other = ballot::from_json<ballot::Election>(paper.setup);
  other.public_key = ballot::written(ballot::power_of_generator(ballot::scalar_of(5)));
  show_setup(ballot::to_json(other));
  EXPECT_THAT(make(), HasSubstr("other names or another key"));
  EXPECT_FALSE(files.is_made());
}

TEST_F(ABallotPaperAndTheRecord, DoNotWhereTheSeatVotesWithAnotherKeyOrNotAtAll) {
  paper.key = key_of_seat(2).text;
  EXPECT_THAT(make(), HasSubstr("votes with another key"));
  paper.organization = 4711;
  EXPECT_THAT(make(), HasSubstr("not on the roll"));
  EXPECT_FALSE(files.is_made());
}

TEST_F(ABallotPaperAndTheRecord, DoNotOnceVotingIsClosed) {
  host.time += minutes{10};
  host.ask(secretary(), community::CloseElection{id});
  files.asked.at = to_rfc3339(host.time + minutes{1});
  EXPECT_THAT(make(), HasSubstr("its ballot is not open"));
  EXPECT_FALSE(files.is_made());
}

TEST_F(ABallotPaperAndTheRecord, DoNotWhereTheRecordIsAnothersOrNotSound) {
  paper.log = "another.example/log+75baffd5+AXqP";
  EXPECT_THAT(make(), HasSubstr("another log"));
  cast(1, unsound_ballot_of(1));
  files.asked.at = to_rfc3339(host.time + minutes{1});
  EXPECT_THAT(make(), HasSubstr("WRONG"));
  EXPECT_FALSE(files.is_made());
}

}  // namespace
}  // namespace ccop::cli
