// A host that takes what does not hold, or counts otherwise than was cast: the audit makes each election again of the
// record, and an archive that somebody was given is compared with it.
#include "hostile/recorded_election.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace ccop::hostile::recorded {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST_F(ARecordedElection, ThatIsHonestPassesTheAudit) {
  decrypts(1);
  decrypts(3);
  declare({0, 0, 3}, record().archive());
  const auto report = host.audited();
  EXPECT_EQ(report.wrong, "");
  EXPECT_EQ(report.evidence.results, 1u);
  // Nine key messages, opening, four ballots, two decryptions and the result.
  EXPECT_EQ(report.evidence.checked, 17u);
  EXPECT_EQ(report.evidence.unread, 0u);
}

TEST_F(ARecordedElection, IsNotCheckedAgainByWhoeverCantReadItAndTheAuditSaysSo) {
  decrypts(1);
  const auto report = host.audited(nullptr);
  EXPECT_EQ(report.wrong, "");
  EXPECT_EQ(report.evidence.checked, 0u);
  EXPECT_EQ(report.evidence.unread, 15u);
}

TEST_F(ARecordedElection, HasNoBallotDroppedFromItsTotals) {
  const auto fewer = forged([](Election& election) {
    std::erase_if(election.ballots, [](const CastBallotRow& row) { return row.organization.value == 2; });
  });
  const auto tally = fewer.count().tally;
  decrypts(1, tally);
  decrypts(2, tally);
  EXPECT_THAT(host.audited().wrong, HasSubstr("of all ballots that count"));
}

/// Where the trustees opened the true totals, and the archive alone is another.
TEST_F(ARecordedElection, HasNoBallotDroppedFromItsArchive) {
  decrypts(1);
  decrypts(2);
  const auto fewer = forged([](Election& election) { election.ballots.erase(election.ballots.begin()); });
  declare({0, 0, 3}, fewer.archive());
  EXPECT_THAT(host.audited().wrong, HasSubstr("result-does-not-follow"));
}

/// With the credential of a Member who did not vote, and no passkey of theirs.
TEST_F(ARecordedElection, HasNoBallotAddedToItsTotals) {
  const std::string stuffed = ballot_of(2, 1);
  const ContentHash content = host.bring(stuffed);
  const auto more = forged([&](Election& election) {
    election.ballots.push_back({{1},
                                ballot::from_json<ballot::Ballot>(stuffed).credential.text,
                                ballot::fingerprint_of(stuffed),
                                content,
                                host.time});
  });
  const auto tally = more.count().tally;
  decrypts(1, tally);
  decrypts(2, tally);
  EXPECT_THAT(host.audited().wrong, HasSubstr("of all ballots that count"));
}

TEST_F(ARecordedElection, HasItsBallotsInTheOrderInWhichTheyWereCast) {
  decrypts(1);
  decrypts(2);
  // The Member who voted twice would be counted as at first.
  const auto swapped = forged([](Election& election) { std::swap(election.ballots.front(), election.ballots.back()); });
  declare({0, 0, 3}, swapped.archive());
  EXPECT_THAT(host.audited().wrong, HasSubstr("result-does-not-follow"));
}

TEST_F(ARecordedElection, HasNoOtherResultThanWasDecrypted) {
  decrypts(1);
  decrypts(2);
  declare({0, 3, 0}, record().archive());
  EXPECT_THAT(host.audited().wrong, HasSubstr("result-does-not-follow"));
}

TEST_F(ARecordedElection, CountsNoBallotThatDoesNotHold) {
  auto spoilt = ballot::from_json<ballot::Ballot>(ballot_of(3, 1));
  std::swap(spoilt.answers[0].choices[0], spoilt.answers[0].choices[1]);
  const auto casting =
      std::ranges::find_if(host.entries, [](const Entry& entry) { return entry.request.command.is<CastBallot>(); });
  ASSERT_NE(casting, host.entries.end());
  host.goes_back_to(static_cast<std::size_t>(casting - host.entries.begin()));
  cast(3, ballot::to_json(spoilt));
  EXPECT_THAT(host.audited().wrong, HasSubstr("ballot-not-sound"));
}

TEST_F(ARecordedElection, HasNoDecryptionByAnothersKey) {
  const auto tally = record().count().tally;
  post(1, ballot::decrypt(tally, key_of(2), fingerprint()), ballot::prove_bound(tally, key_of(2), fingerprint(), 1));
  EXPECT_THAT(host.audited().wrong, HasSubstr("decryption-not-sound"));
}

TEST_F(ARecordedElection, IsTheSameAsItsOwnArchive) {
  decrypts(1);
  decrypts(2);
  EXPECT_THAT(differences_of(record().archive()), IsEmpty());
}

TEST_F(ARecordedElection, NamesWhatWasDroppedFromAnArchive) {
  const auto fewer = forged([](Election& election) { election.ballots.erase(election.ballots.begin() + 1); });
  const std::string tracker = election().ballots[1].tracker;
  EXPECT_THAT(differences_of(fewer.archive()),
              ElementsAre("dropped: ballot " + tracker + " of TUGS", "changed: the encrypted tally"));
}

TEST_F(ARecordedElection, NamesWhatWasAddedToAnArchive) {
  const std::string stuffed = ballot_of(2, 1);
  const ContentHash content = host.bring(stuffed);
  const auto more = forged([&](Election& election) {
    election.ballots.push_back({{1}, "", ballot::fingerprint_of(stuffed), content, host.time});
  });
  EXPECT_THAT(differences_of(more.archive()), ElementsAre("added: ballot " + ballot::fingerprint_of(stuffed) +
                                                              ", of a credential that nobody used, by the record",
                                                          "changed: the encrypted tally"));
}

TEST_F(ARecordedElection, NamesABallotThatStandsInThePlaceOfAnother) {
  const std::string other = ballot_of(3, 1);
  const ContentHash content = host.bring(other);
  const auto replaced = forged([&](Election& election) { election.ballots[1].ballot = content; });
  EXPECT_THAT(differences_of(replaced.archive()),
              ElementsAre("dropped: ballot " + election().ballots[1].tracker + " of TUGS",
                          "added: ballot " + ballot::fingerprint_of(other) + ", under the credential of TUGS",
                          "changed: the encrypted tally"));
}

TEST_F(ARecordedElection, NamesTheBallotsOfAnArchiveThatWereSwapped) {
  const auto swapped = forged([](Election& election) { std::swap(election.ballots[1], election.ballots[2]); });
  const std::string second = election().ballots[1].tracker, third = election().ballots[2].tracker;
  EXPECT_THAT(differences_of(swapped.archive()),
              ElementsAre("swapped: ballot " + third + " of DOCK stands where ballot " + second + " of TUGS belongs",
                          "swapped: ballot " + second + " of TUGS stands where ballot " + third + " of DOCK belongs"));
}

TEST_F(ARecordedElection, NamesAResultOfAnArchiveThatWasChanged) {
  decrypts(1);
  decrypts(2);
  auto count = record().count();
  count.result->result = {{0, 3, 0}};
  EXPECT_THAT(differences_of(record().archive(count)),
              ElementsAre(R"(changed: the result: {"result":[[0,3,0]]}, by the record {"result":[[0,0,3]]})"));
}

TEST_F(ARecordedElection, NamesADecryptionThatAnArchiveLacks) {
  decrypts(1);
  const std::string before = record().archive();
  decrypts(2);
  EXPECT_THAT(differences_of(before), ElementsAre("dropped: the decryption by trustee 2", "dropped: the result"));
}

TEST_F(ARecordedElection, IsNotComparedWithAnArchiveThatLacksWhatItsEventsName) {
  std::ostringstream archive;
  ballot::ArchiveWriter{archive, 0}.add_event("Ballot", std::string(64, '0'));
  EXPECT_THROW((void)differences_of(archive.str()), ballot::ArchiveError);
}

TEST_F(ARecordedElection, IsNoOtherThanItsSetupKeysAndCredentials) {
  const auto changed = forged([&](Election& election) {
    election.roll.pop_back();
    election.keys.pop_back();
  });
  EXPECT_THAT(differences_of(changed.archive()), ElementsAre("changed: the list of credentials"));
}

}  // namespace
}  // namespace ccop::hostile::recorded
