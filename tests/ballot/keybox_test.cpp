// A keybox in a file that a page saved, opened by this program, and the paper on which a ballot is made elsewhere.
#include "ballot/keybox.hpp"

#include "ballot/json.hpp"
#include "ballot/key_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ccop::ballot {
namespace {

using ::testing::HasSubstr;

/// Saved by the page (`sealFile`), of the box whose bytes are 0 to 31.
const std::string file_of_page = R"({
 "format": "ccop-key-file-v1",
 "what": "keybox-pier",
 "salt": "C4C3BDitipXt8K1OEk3TBA",
 "nonce": "fOsm3P6NtXwb06vRf5Hnj9DA9myFGc_6",
 "sealed": "FuBK9DyIwURh-AUAwkfbi8AfYsYvs_HsHRY8m986Xknm4IZRlbSULuoaAxtcHUyp7YxbQMcUG8Cj85RptGlYPuC5lcE7"
})";
constexpr std::string_view passphrase = "correct horse battery";

const std::string box_log = "localhost/c/ccop/log+75baffd5+AXqP";
const std::string box_uuid = "ABCDEFGHJKLMNPQRSTUVWX";
const std::string box_key = "2a60a52466c62abd2dddb10bb2c5821a4e66171464c33748ab9720496df5dc5c";

template <class Do>
std::string refused(const Do& act) {
  try {
    act();
    return "";
  } catch (const BadInput& bad) {
    return bad.what();
  }
}

std::string opening(const std::string& file, std::string_view words) {
  return refused([&] { (void)Keybox::in_file(file, words); });
}

std::string replaced(std::string text, const std::string& before, const std::string& after) {
  return text.replace(text.find(before), before.size(), after);
}

/// The figures are those of tests/ballot/voting_key_test.cpp and of the page's test.
TEST(AKeyboxInAFile, GivesTheKeyThatThePageRegisters) {
  const auto box = Keybox::in_file(file_of_page, passphrase);
  EXPECT_EQ(written(power_of_generator(box.voting_secret({box_log, 7, 2026}).value())).text, box_key);
  EXPECT_NE(written(power_of_generator(box.voting_secret({box_log, 7, 2027}).value())).text, box_key);
  EXPECT_NE(written(power_of_generator(box.voting_secret({box_log, 8, 2026}).value())).text, box_key);
  EXPECT_NE(written(power_of_generator(box.voting_secret({"another", 7, 2026}).value())).text, box_key);
}

TEST(AKeyboxInAFile, OpensWithItsPassphraseAlone) {
  EXPECT_THAT(opening(file_of_page, "correct horse batterz"), HasSubstr("the passphrase under which"));
  EXPECT_THAT(opening(file_of_page, ""), HasSubstr("the passphrase under which"));
}

TEST(AKeyboxInAFile, IsNoFileOfAnotherPurpose) {
  const auto trustees = seal_key_file("trustee-" + box_uuid, R"({"box":"AAEC"})", passphrase);
  EXPECT_THAT(opening(trustees, passphrase), HasSubstr("this one is of trustee-"));
  const auto renamed = replaced(trustees, "trustee-", "keybox-");
  EXPECT_THAT(opening(renamed, passphrase), HasSubstr("the passphrase under which")) << "its purpose is bound to it";
}

TEST(AKeyboxInAFile, IsRefusedWhereItWasChangedOrIsNone) {
  EXPECT_THAT(opening(replaced(file_of_page, "ccop-key-file-v1", "ccop-key-file-v2"), passphrase), HasSubstr("what"));
  EXPECT_THAT(opening("{}", passphrase), HasSubstr("the key is missing"));
  EXPECT_THAT(opening(std::string(largest_key_file + 1, ' '), passphrase), HasSubstr("64 KiB"));
  EXPECT_THAT(opening(seal_key_file("keybox-pier", R"({"box":"AAEC"})", passphrase), passphrase),
              HasSubstr("32 bytes"));
}

class ABallotPaper : public ::testing::Test {
 protected:
  ABallotPaper() {
    Election election;
    election.group = "Ed25519";
    election.uuid = box_uuid;
    paper.setup = to_json(election);
    paper.fingerprint = fingerprint_of(paper.setup);
  }
  BallotPaper paper{std::string{ballot_paper_format}, box_log, 7, 2026, box_key, box_uuid, "", ""};
};

TEST_F(ABallotPaper, IsReadAsThePageWritesIt) {
  EXPECT_EQ(read_ballot_paper(to_json(paper)).setup, paper.setup);
}

TEST_F(ABallotPaper, IsRefusedWithAnotherSetupThanItsFingerprintSays) {
  paper.fingerprint = fingerprint_of("another setup");
  EXPECT_THAT(refused([&] { (void)read_ballot_paper(to_json(paper)); }), HasSubstr("has this fingerprint"));
}

TEST_F(ABallotPaper, IsRefusedWithTheSetupOfAnotherElection) {
  paper.election = "ZBCDEFGHJKLMNPQRSTUVWX";
  EXPECT_THAT(refused([&] { (void)read_ballot_paper(to_json(paper)); }), HasSubstr("that of this election"));
}

TEST_F(ABallotPaper, IsRefusedInAnotherFormat) {
  paper.format = "ccop-ballot-paper-v2";
  EXPECT_THAT(refused([&] { (void)read_ballot_paper(to_json(paper)); }), HasSubstr("ccop-ballot-paper-v1"));
  EXPECT_THAT(refused([] { (void)read_ballot_paper("[]"); }), HasSubstr("expected"));
}

TEST_F(ABallotPaper, GivesTheCredentialThatEverybodyComputesOfTheSeatsKey) {
  const Keybox box = Keybox::in_file(file_of_page, passphrase);
  EXPECT_EQ(written(power_of_generator(credential_secret(box, paper).value())).text,
            "c6c13fbd3211a64400720d99a56f3978c678a45300673ffd0538d6c06ec202b9");
}

TEST_F(ABallotPaper, IsForTheSeatWhoseKeyFollowsFromTheBox) {
  const Keybox another{SecretText{std::string(32, 'x')}};
  EXPECT_THAT(refused([&] { (void)credential_secret(another, paper); }), HasSubstr("another seat's box"));
  paper.year = 2027;
  const Keybox box{SecretText{[] {
    std::string bytes;
    for (char i = 0; i < 32; ++i) bytes += i;
    return bytes;
  }()}};
  EXPECT_THAT(refused([&] { (void)credential_secret(box, paper); }), HasSubstr("of another time"));
}

}  // namespace
}  // namespace ccop::ballot
