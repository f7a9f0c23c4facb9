// A witness answers as C2SP tlog-witness says. The requests of the log `sigsum.org/v1/tree/4d6d…`, with its proofs, are
// those of the tests of filippo.io/torchwood (internal/witness), another witness.
#include "witness/witness.hpp"

#include "temporary_folder.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>
#include <thread>

namespace ccop::witness {
namespace {

constexpr const char* origin = "sigsum.org/v1/tree/4d6d8825a6bb689d459628312889dfbb0bcd41b5211d9e1ce768b0ff0309e562";

std::string published_key() {
  ledger::VerifierKey key{origin, {}};
  const auto bytes = from_hex("ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f").value();
  std::ranges::copy(bytes, key.public_key.begin());
  return key.text();
}

std::string request(const std::string& old, const std::string& size, const std::string& root,
                    const std::string& signature) {
  return old + "\n" + origin + "\n" + size + "\n" + root + "\n\n\u2014 " + origin + " " + signature + "\n";
}

std::string one_entry() {
  return request("old 0\n", "1", "KgAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                 "UgIom7fPZTqpxWWhyjWduBvTvGVqsokMbqTArsQilegKoFBJQjUFAmQ0+YeSPM3wfUQMFSzVnnNuWRTYrajXpNUbIQY=");
}
std::string three_entries() {
  return request("old 1\nKgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\nKgIAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
                 "3", "RcCI1Nk56ZcSmIEfIn0SleqtV7uvrlXNccFx595Iwl0=",
                 "UgIom2VbtIcdFbwFAy1n7s6IkAxIY6J/GQOTuZF2ORV39d75cbAj2aQYwyJre36kezNobZs4SUUdrcawfAB8WVrx6go=");
}
std::string five_entries() {
  return request(
      "old 1\nKgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n+fUDV+k970B4I3uKrqJM4aP1lloPZP8mvr2Z4wRw2LI=\n"
      "KgQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n",
      "5", "QrtXrQZCCvpIgsSmOsah7HdICzMLLyDfxToMql9WTjY=",
      "UgIomw/EOJmWi0i1FQsOj+etB7F8IccFam/jgd6wzRns4QPVmyEZtdvl1U2KEmLOZ/ASRcWJi0tW90dJWAShei7sDww=");
}
std::string note_in(const std::string& body) {
  return body.substr(body.find("\n\n") + 2);
}
std::string changed(std::string text, std::string_view from, std::string_view to) {
  return text.replace(text.find(from), from.size(), to);
}

class AWitness : public ::testing::Test {
 protected:
  AWitness() { witness.follow(published_key(), ""); }

  [[nodiscard]] unsigned status(const std::string& body) const { return witness.add_checkpoint(body).status; }
  [[nodiscard]] std::uint64_t cosigned() const { return witness.state().logs.front().size; }

  const testing::TemporaryFolder folder;
  const std::string file = folder.file("witness.json");
  const ledger::WitnessKey key = StateFile::create(file, "witness.example.org").cosigner().key();
  const Witness witness{file};
};

TEST_F(AWitness, CosignsWhatContinuesWhatItCosignedBefore) {
  for (const auto& [body, size] : {std::pair{one_entry(), 1u}, std::pair{five_entries(), 5u}}) {
    const auto answer = witness.add_checkpoint(body);
    ASSERT_EQ(answer.status, 200u) << answer.body;
    const auto by = ledger::cosignatures_on(note_in(body) + answer.body, std::array{key});
    ASSERT_EQ(by.value().size(), 1u);
    EXPECT_LE(std::chrono::abs(by->front().at - clock_now()), minutes{1});
    EXPECT_EQ(cosigned(), size);
  }
}

TEST_F(AWitness, CosignsTheSameOnceMoreWithALaterTime) {
  ASSERT_EQ(status(one_entry()), 200u);
  EXPECT_EQ(status(changed(one_entry(), "old 0", "old 1")), 200u);
  EXPECT_EQ(cosigned(), 1u);
}

TEST_F(AWitness, AnswersTheSizeThatItCosignedToWhoeverThinksOfAnother) {
  ASSERT_EQ(status(one_entry()), 200u);
  ASSERT_EQ(status(five_entries()), 200u);
  const auto answer = witness.add_checkpoint(three_entries());
  EXPECT_EQ(answer.status, 409u);
  EXPECT_EQ(answer.body, "5\n");
  EXPECT_EQ(answer.content_type, "text/x.tlog.size");
  EXPECT_EQ(cosigned(), 5u) << "it did not go back";
}

TEST_F(AWitness, RefusesAProofThatDoesNotHold) {
  ASSERT_EQ(status(one_entry()), 200u);
  EXPECT_EQ(status(changed(three_entries(), "KgEAAA", "KgEAAB")), 422u);
  EXPECT_EQ(status(changed(three_entries(), "KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n", "")), 422u);
  EXPECT_EQ(status(changed(one_entry(), "old 0\n", "old 1\nKgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")), 422u);
  EXPECT_EQ(cosigned(), 1u);
}

TEST_F(AWitness, WantsNoProofForTheFirstThatItSees) {
  EXPECT_EQ(status(changed(one_entry(), "old 0\n", "old 0\nKgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n")), 422u);
  EXPECT_EQ(cosigned(), 0u);
}

TEST_F(AWitness, RefusesWhatTheLogDidNotSign) {
  EXPECT_EQ(status(changed(one_entry(), "\n1\n", "\n2\n")), 403u);
  EXPECT_EQ(status(changed(one_entry(), " UgIom7fP", " UgIom7fQ")), 403u);
  EXPECT_EQ(cosigned(), 0u);
}

TEST_F(AWitness, KnowsNoOtherLog) {
  std::string other = one_entry();
  for (int i = 0; i < 2; ++i) other = changed(other, "4d6d8825", "00000000");
  EXPECT_EQ(status(other), 404u);
}

TEST_F(AWitness, RefusesAnOldSizeBeyondTheNewOne) {
  EXPECT_EQ(status(changed(one_entry(), "old 0", "old 2")), 400u);
}

TEST_F(AWitness, TakesNothingThatIsWrittenOtherwise) {
  const std::string hash = "KgEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
  std::string proof;
  for (std::size_t i = 0; i < ledger::most_proof_lines; ++i) proof += hash;
  EXPECT_EQ(status(changed(one_entry(), "old 0\n", "old 0\n" + proof)), 422u) << "as many as may be";
  EXPECT_EQ(status(changed(one_entry(), "old 0\n", "old 0\n" + proof + hash)), 400u);
  for (const auto* old : {"old 00", "old -1", "old", "old  0", "new 0", "", "old 0 ", "old 18446744073709551616"})
    EXPECT_EQ(status(changed(one_entry(), "old 0", old)), 400u) << old;
  EXPECT_EQ(status(changed(one_entry(), "old 0\n", "old 0\nAAAA\n")), 400u) << "half a hash";
  EXPECT_EQ(status("old 0\n\n"), 400u);
  EXPECT_EQ(status(""), 400u);
}

TEST_F(AWitness, IsNotRolledBackByTwoAtOnce) {
  ASSERT_EQ(status(one_entry()), 200u);
  std::vector<std::thread> asking;
  for (int i = 0; i < 8; ++i)
    asking.emplace_back([&, i] { (void)Witness{file}.add_checkpoint(i % 2 == 0 ? five_entries() : three_entries()); });
  for (auto& thread : asking) thread.join();
  const auto last = witness.state().logs.front();
  EXPECT_TRUE(last.size == 3 || last.size == 5);
  // Whichever was first stands, and the other was told so.
  EXPECT_EQ(status(last.size == 5 ? three_entries() : five_entries()), 409u);
}

TEST_F(AWitness, StaysWithTheKeyOfALog) {
  const ledger::Signer other{origin, sha256(bytes_of("another"))};
  EXPECT_THROW(witness.follow(other.key().text(), ""), Trouble);
  EXPECT_NO_THROW(witness.follow(published_key(), "https://example.org/c/log"));
  EXPECT_EQ(witness.state().logs.size(), 1u);
  EXPECT_THROW(witness.follow("no key", ""), Trouble);
}

TEST_F(AWitness, SignsNothingFromAnOlderCopyOfItsFile) {
  ASSERT_EQ(status(one_entry()), 200u);
  std::filesystem::copy_file(file, folder.file("copy"));
  ASSERT_EQ(status(five_entries()), 200u);
  std::filesystem::copy_file(folder.file("copy"), file, std::filesystem::copy_options::overwrite_existing);
  EXPECT_THROW((void)status(three_entries()), Trouble);
}

TEST_F(AWitness, SignsNothingWhereALogShowsWhatItsFileHasForgotten) {
  ASSERT_EQ(status(one_entry()), 200u);
  for (const char* name : {"", ".count"}) std::filesystem::copy_file(file + name, folder.file("copy") + name);
  const auto answer = witness.add_checkpoint(five_entries());
  // The whole folder was put back, the count with it; the log shows its note with the witness's own cosignature.
  for (const char* name : {"", ".count"})
    std::filesystem::copy_file(folder.file("copy") + name, file + name,
                               std::filesystem::copy_options::overwrite_existing);
  EXPECT_THROW((void)status(five_entries() + answer.body), Trouble);
  EXPECT_EQ(cosigned(), 1u);
}

TEST_F(AWitness, KeepsItsFileForItsOwnerAlone) {
  struct stat found {};
  ASSERT_EQ(stat(file.c_str(), &found), 0);
  EXPECT_EQ(found.st_mode & 0777, 0600u);
  ASSERT_EQ(chmod(file.c_str(), 0640), 0);
  EXPECT_THROW((void)witness.state(), Trouble);
}

TEST_F(AWitness, IsMadeOnceAndUnderANameThatAKeyCanHave) {
  EXPECT_THROW((void)StateFile::create(file, "witness.example.org"), Trouble);
  for (const char* name : {"", "two words", "a+b", "\u00e9"})
    EXPECT_THROW((void)StateFile::create(folder.file("other"), name), Trouble) << name;
  EXPECT_THROW((void)Witness{folder.file("nowhere")}.state(), Trouble);
}

TEST_F(AWitness, LeavesItsFileAloneWhereItCanNotBeWritten) {
  ASSERT_EQ(status(one_entry()), 200u);
  std::filesystem::create_directory(file + ".part");
  std::ofstream{file + ".part/in-the-way"};
  EXPECT_THROW((void)status(five_entries()), Trouble);
  std::filesystem::remove_all(file + ".part");
  EXPECT_EQ(cosigned(), 1u);
  EXPECT_EQ(status(five_entries()), 200u);
}

TEST_F(AWitness, TakesNoFileThatIsNoneOfAWitness) {
  std::ofstream{file} << R"({"name":"a"})";
  EXPECT_THROW((void)witness.state(), Trouble);
}

TEST_F(AWitness, KeepsTheSameEvidenceOnce) {
  const auto shown = ledger::parse_add_checkpoint(three_entries()).value();
  const std::string kept = witness.keep_evidence(note_in(one_entry()), shown);
  EXPECT_EQ(witness.keep_evidence(note_in(one_entry()), shown), kept);
  std::ifstream in{kept};
  const std::string text{std::istreambuf_iterator<char>{in}, {}};
  EXPECT_NE(text.find(note_in(one_entry())), std::string::npos);
  EXPECT_NE(text.find(shown.note), std::string::npos);
  EXPECT_NE(text.find(to_base64(shown.proof.front())), std::string::npos);
}

TEST(AddCheckpoint, IsReadAsItIsWritten) {
  const auto asked = ledger::parse_add_checkpoint(five_entries()).value();
  EXPECT_EQ(asked.old_size, 1u);
  EXPECT_EQ(asked.proof.size(), 3u);
  EXPECT_EQ(to_text(asked), five_entries());
}

}  // namespace
}  // namespace ccop::witness
