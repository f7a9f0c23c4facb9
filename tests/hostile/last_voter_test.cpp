// A decryption must be bound to the totals of all ballots, that of the trustee who votes last among them: the host
// takes no other, and the verifier and the audit name the trustee of one that was taken.
#include "hostile/last_voter.hpp"

#include "ballot/verify.hpp"
#include "cli/program.hpp"
#include "host/hosted_election.hpp"
#include "hostile/recorded_election.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace ccop::hostile {
namespace {

using ballot::scalar_of;
using ::testing::HasSubstr;
using ::testing::Not;
using Totals = std::vector<std::vector<std::uint64_t>>;

constexpr std::uint32_t hostile_one = 2;

/// By how much its factors would move the totals: all votes of the second candidate become votes of the first. (Where
/// trustees 1 and 2 decrypt, the second's factor counts with the weight -1.)
std::vector<ballot::Scalar> moves(std::uint64_t votes) {
  return {scalar_of(0), scalar_of(votes), scalar_of(0) - scalar_of(votes)};
}

std::string ballot_of_last(LastVoter& last, const std::string& setup, const ballot::SecretScalar& credential) {
  const auto election = ballot::from_json<ballot::Election>(setup);
  return ballot::ChosenBallot{election, ballot::fingerprint_of(setup), last.randoms, 1}.signed_by(credential);
}

/// The host makes all its checks.
class ATrusteeWhoVotesLast : public host::testing::AHostedElection {};

TEST_F(ATrusteeWhoVotesLast, BringsADecryptionThatIsBoundToAllBallotsOrTheHostRefusesIt) {
  open();
  const auto seat = static_cast<std::size_t>(std::ranges::find(people, trustee(hostile_one)) - people.begin());
  ASSERT_LT(seat, people.size());
  std::size_t others = 0;
  for (std::size_t voter = 0; voter < people.size() && others < 3; ++voter)
    if (voter != seat) {
      ASSERT_EQ(vote(voter, 2), "");
      ++others;
    }
  LastVoter last{record().count().tally, key_of(hostile_one).value(), fingerprint(), moves(others)};
  ASSERT_EQ(ask(people[seat], casting(ballot_of_last(last, record().setup_json(), credential(seat)))), "");
  close();
  must(trustee(1), posting(1));
  const auto tally = record().count().tally;
  const auto moved = last.decryption(tally);
  const ballot::Decryptor by{fingerprint(), hostile_one,
                             ballot::written(ballot::power_of_generator(key_of(hostile_one).value()))};
  EXPECT_NO_THROW(ballot::check_decryption(moved, tally, by)) << "the archive's format would take it";
  EXPECT_THAT(ask(trustee(hostile_one), posting(moved, bound(hostile_one))),
              HasSubstr("decryption by trustee 2.proofs: expected bound proofs that hold"));
  auto again = bound(hostile_one);
  again.proofs = moved.decryption_proofs;
  EXPECT_THAT(ask(trustee(hostile_one), posting(moved, again)), HasSubstr("bound proofs that hold"));
  must(trustee(hostile_one), posting(hostile_one));
  EXPECT_EQ(record().count().result->result, (Totals{{0, 1, others}}));
}

/// The host looks into nothing.
class ATrusteeWhoVotedLast : public recorded::ARecordedElection {
 protected:
  ATrusteeWhoVotedLast() {
    host.goes_back_to(host.entries.size() - 1);  // voting is not closed yet
    const auto person = election().trustees.at(hostile_one - 1).person;
    std::size_t seat = 1;
    while (member(seat).person() != person) ++seat;
    const auto organization = membership(host.now).own_organization(person, host.time).value();
    const auto others = forged([&](recorded::Election& one) {
      std::erase_if(one.ballots, [&](const auto& row) { return row.organization == organization; });
    });
    const auto count = others.count();
    votes = count.ballots;
    LastVoter last{count.tally, key_of(hostile_one).value(), fingerprint(), moves(votes)};
    cast(seat, ballot_of_last(last, record().setup_json(), credential(seat)));
    host.time += minutes{10};
    host.ask(secretary(), recorded::CloseElection{id});
    decrypts(1);
    const auto tally = record().count().tally;
    post(hostile_one, last.decryption(tally),
         ballot::prove_bound(tally, key_of(hostile_one), fingerprint(), hostile_one));
  }
  std::uint64_t votes{};  ///< of the others, all for the second candidate
};

TEST_F(ATrusteeWhoVotedLast, HasMovedTheTotalsWhereNoBoundProofsAreDemanded) {
  std::istringstream archive{record().archive()};
  const auto verified = ballot::verify_election(archive, {1, {}, {}});
  ASSERT_TRUE(verified.result);
  EXPECT_EQ(verified.result->result, (Totals{{0, votes + 1, 0}}));
}

/// `ccop election verify` of that archive.
class TheArchiveOfOneWhoVotedLast : public ATrusteeWhoVotedLast {
 protected:
  TheArchiveOfOneWhoVotedLast() {
    std::ofstream{folder.file("archive.bel"), std::ios::binary} << record().archive();
    asked.file = folder.file("archive.bel");
    asked.threads = 1;
  }

  const testing::TemporaryFolder folder;
  cli::ElectionSettings asked;
};

TEST_F(TheArchiveOfOneWhoVotedLast, IsNotCalledVerifiedWhereNoBoundProofsAreGiven) {
  ::testing::internal::CaptureStdout();
  EXPECT_EQ(cli::verify_election({}, asked), 3);
  const std::string said = ::testing::internal::GetCapturedStdout();
  EXPECT_THAT(said, HasSubstr("NOT VERIFIED: whether each decryption is bound"));
  EXPECT_THAT(said, Not(HasSubstr("\nverified")));
}

TEST_F(TheArchiveOfOneWhoVotedLast, NamesTheTrusteeWithTheBoundProofs) {
  std::ofstream{folder.file("proofs.json")} << ballot::to_json(record().bound_proofs(record().count()));
  asked.proofs = folder.file("proofs.json");
  ::testing::internal::CaptureStderr();
  EXPECT_EQ(cli::verify_election({}, asked), 1);
  EXPECT_THAT(::testing::internal::GetCapturedStderr(), HasSubstr("the bound proofs of the decryption by trustee 2"));
}

TEST_F(ATrusteeWhoVotedLast, IsNamedByTheAudit) {
  declare({0, static_cast<std::uint32_t>(votes) + 1, 0}, record().archive());
  const auto report = host.audited();
  EXPECT_THAT(report.wrong, HasSubstr("decryption by trustee 2.proofs: expected bound proofs that hold"));
  ASSERT_TRUE(report.wrong_entry);
  EXPECT_EQ(host.entries[*report.wrong_entry].request.person, trustee(hostile_one).person());
}

}  // namespace
}  // namespace ccop::hostile
