// Elections made by belenios-tool are sound; whatever is changed in them afterwards is found, even where all hashes
// were made to fit again. (tests/ballot/peer_test.py goes further, with both programs.)
#include "ballot/verify.hpp"

#include "ballot/archive.hpp"
#include "ballot/point.hpp"
#include "rewritten_archive.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

namespace ccop::ballot {
namespace {

using ::testing::HasSubstr;

/// Three voters of weights 1, 3 and 2; a question with a blank vote and one without; one mandatory trustee and two of
/// three. The second voter votes blank, then votes again; the third does not vote.
const std::string decided = std::string{CCOP_SOURCE_DIR} + "/tests/ballot/archives/decided.bel";

const std::string twice_g = to_hex(doubled(generator()));

Verification verified(const std::string& bytes, bool by_tables_alone = false) {
  std::istringstream in{bytes};
  return verify_election(in, {2, {}, {}, by_tables_alone});
}

std::string wrong_with(const std::string& bytes, bool by_tables_alone) {
  try {
    (void)verified(bytes, by_tables_alone);
    return "";
  } catch (const ArchiveError& error) {
    return error.what();
  }
}

/// What is wrong with an archive; empty when it is sound. In the same words whatever the processor can.
std::string wrong_with(const std::string& bytes) {
  const std::string wrong = wrong_with(bytes, false);
  EXPECT_EQ(wrong_with(bytes, true), wrong);
  return wrong;
}

std::string with(RewrittenArchive archive, const std::function<void(RewrittenArchive&)>& change) {
  change(archive);
  return wrong_with(archive.consistent());
}

void replace(std::string& text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  ASSERT_NE(at, std::string::npos) << what;
  text.replace(at, what.size(), by);
}

class AnElection : public ::testing::Test {
 protected:
  RewrittenArchive archive{decided};
  std::size_t first_ballot = archive.find("{\"election_uuid\"");
  std::size_t second_ballot = archive.find("{\"election_uuid\"", first_ballot + 1);
};

TEST_F(AnElection, MadeByAnotherProgramIsSound) {
  const auto v = verified(archive.as_named());
  EXPECT_EQ(v.voters, 3u);
  EXPECT_EQ(v.ballots, 3u);
  EXPECT_EQ(v.counted, 2u);
  EXPECT_EQ(v.weight, 4u);
  EXPECT_EQ(v.trustees, "1 mandatory, 2 of 3");
  ASSERT_TRUE(v.result);
  EXPECT_EQ(v.result->result, (std::vector<std::vector<std::uint64_t>>{{0, 1, 3}, {1, 3}}));
  EXPECT_EQ(wrong_with(archive.consistent()), "");
}

TEST_F(AnElection, IsVerifiedUpToWhereItStands) {
  archive.files.resize(archive.find("{\"parent\"", second_ballot) + 1);
  const auto v = verified(archive.consistent());
  EXPECT_EQ(v.ballots, 2u);
  EXPECT_FALSE(v.result);
}

TEST_F(AnElection, IsRefusedWhereAByteDoesNotFitItsHash) {
  for (std::size_t i = 1; i < archive.files.size(); ++i) {
    auto changed = archive;
    std::string& bytes = changed.files[i].bytes;
    bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
    EXPECT_THAT(wrong_with(changed.as_named()), HasSubstr("does not fit its name")) << archive.files[i].name;
  }
}

TEST_F(AnElection, IsRefusedWhereverAnyNumberOfItIsAnother) {
  // Every point becomes another point of the group, every number of a proof another number. Hashes are left alone, and
  // so is the roll, of whose voters not all have voted.
  const std::vector<std::pair<std::regex, std::string>> changes{{std::regex{"\"([0-9]{50,80})\""}, "12345"},
                                                                {std::regex{"\"([0-9a-f]{64})\""}, twice_g}};
  std::size_t made = 0;
  for (std::size_t i = 1; i < archive.files.size(); ++i) {
    const std::string& text = archive.files[i].bytes;
    const bool is_data = archive.files[i].name.find(".data.") != std::string::npos;
    const bool refers =
        text.starts_with("{\"election\":") || text.starts_with("{\"owner\"") || text.starts_with("{\"num_tallied\"");
    if (!is_data || refers || text.starts_with("[\"")) continue;
    for (const auto& [pattern, by] : changes) {
      for (std::sregex_iterator at{text.begin(), text.end(), pattern}, end; at != end; ++at) {
        auto changed = archive;
        changed.files[i].bytes.replace(static_cast<std::size_t>(at->position(1)),
                                       static_cast<std::size_t>(at->length(1)), by);
        EXPECT_NE(wrong_with(changed.consistent()), "") << text.substr(static_cast<std::size_t>(at->position(0)), 90);
        ++made;
      }
    }
  }
  EXPECT_GT(made, 150u);
}

TEST_F(AnElection, IsRefusedWhereAnySingleByteIsAnother) {
  // Every so many bytes of what is proved, with all hashes made to fit; but the roll, of whose voters not all have
  // voted.
  constexpr std::size_t step = 61;
  std::size_t made = 0, skipped = 0;
  for (std::size_t i = 1; i < archive.files.size(); ++i) {
    const std::string& text = archive.files[i].bytes;
    if (archive.files[i].name.find(".data.") == std::string::npos || text.starts_with("[\"")) continue;
    for (std::size_t at = skipped; at < text.size(); at += step, ++made) {
      auto changed = archive;
      char& byte = changed.files[i].bytes[at];
      byte = byte == '1' ? '2' : '1';
      EXPECT_NE(wrong_with(changed.consistent()), "") << "byte " << at << " of " << text.substr(0, 90);
    }
    skipped = (skipped + 17) % step;
  }
  EXPECT_GT(made, 100u);
}

TEST_F(AnElection, CountsNoBallotOfAnotherElectionOrOfNoVoter) {
  const auto& ballot = archive.files[first_ballot].bytes;
  const std::string credential = ballot.substr(ballot.find("\"credential\":\"") + 14, 64);
  EXPECT_THAT(
      with(archive,
           [&](auto& a) { replace(a.files[first_ballot].bytes, "\"election_uuid\":\"", "\"election_uuid\":\"1"); }),
      HasSubstr("made for another election"));
  EXPECT_THAT(with(archive,
                   [&](auto& a) {
                     const std::size_t roll = a.find("[\"");
                     replace(a.files[roll].bytes, credential, twice_g);
                   }),
              HasSubstr("no voter's credential"));
  EXPECT_THAT(with(archive,
                   [&](auto& a) {
                     const std::size_t roll = a.find("[\"");
                     replace(a.files[roll].bytes, credential + ",1", credential + ",7");
                   }),
              HasSubstr("another number of ballots"));
}

TEST_F(AnElection, TakesAnswersInTheirFormAlone) {
  const auto broken = [&](const std::string& what, const std::string& by) {
    return with(archive, [&](auto& a) { replace(a.files[first_ballot].bytes, what, by); });
  };
  EXPECT_THAT(broken("\"answers\":[", "\"answers\": ["), HasSubstr("compact JSON"));
  EXPECT_THAT(broken("\"answers\":[{", "\"answers\":[{\"extra\":1,"), HasSubstr("no other keys"));
  EXPECT_THAT(broken("\"challenge\":\"", "\"challenge\":\"0"), HasSubstr("a number below the group's order"));
  EXPECT_THAT(broken("\"blank_proof\"", "\"blank_prooF\""), HasSubstr("can't be read"));
  EXPECT_THAT(with(archive, [&](auto& a) { a.files[first_ballot].bytes = "{}"; }), HasSubstr("event 1"));
  EXPECT_THAT(with(archive, [&](auto& a) { a.files[first_ballot].bytes.resize(300); }), HasSubstr("event 1"));
}

TEST_F(AnElection, IsRefusedWhereABallotThatWasReplacedIsOfAnotherShape) {
  // It is taken out of the sums by whichever thread comes first, verified or not.
  for (const char* answers :
       {"\"answers\":[]", "\"answers\":[{\"choices\":[],\"individual_proofs\":[],\"overall_proof\":[]}]"})
    EXPECT_THAT(with(archive,
                     [&](auto& a) {
                       std::string& bytes = a.files[first_ballot].bytes;
                       const auto from = bytes.find("\"answers\":["), to = bytes.find(",\"signature\"");
                       bytes.replace(from, to - from, answers);
                     }),
                HasSubstr("event 1"));
}

TEST_F(AnElection, IsOneChainOfEventsInTheirOrder) {
  const std::size_t event = archive.find("{\"parent\"", first_ballot);
  EXPECT_THAT(with(archive, [&](auto& a) { a.files.erase(a.files.begin() + static_cast<std::ptrdiff_t>(event)); }),
              HasSubstr("not numbered in order"));
  EXPECT_THAT(with(archive, [&](auto& a) { replace(a.files[event].bytes, "\"parent\":\"", "\"parent\":\"0"); }),
              HasSubstr("does not refer to the event before it"));
  EXPECT_THAT(with(archive, [&](auto& a) { replace(a.files[event].bytes, "\"Ballot\"", "\"Result\""); }),
              HasSubstr("does not belong here"));
  EXPECT_THAT(
      with(archive, [&](auto& a) { a.files.erase(a.files.begin() + static_cast<std::ptrdiff_t>(first_ballot)); }),
      HasSubstr("data that is missing"));
}

TEST_F(AnElection, HasTheResultThatWasDecryptedByEnough) {
  const std::size_t result = archive.find("{\"result\"");
  EXPECT_THAT(with(archive, [&](auto& a) { a.files[result].bytes = "{\"result\":[[0,2,2],[1,3]]}"; }),
              HasSubstr("not what was decrypted"));
  EXPECT_THAT(with(archive, [&](auto& a) { a.files[result].bytes = "{\"result\":[[0,1],[1,3]]}"; }),
              HasSubstr("of another tally"));
  EXPECT_THAT(with(archive,
                   [&](auto& a) {  // the second of the two of three is left out
                     const std::size_t owned = a.find("{\"owner\"", a.find("{\"owner\"", a.find("{\"owner\"") + 1) + 1);
                     a.files.erase(a.files.begin() + static_cast<std::ptrdiff_t>(owned) + 1);
                     replace(a.files.back().bytes, "\"height\":9", "\"height\":8");
                     const std::string gone = a.files[owned - 2].name;
                     const auto& before = a.files[a.find("{\"parent\"", owned - 2)];
                     std::string& last = a.files.back().bytes;
                     last.replace(last.find("\"parent\":\"") + 10, 64, before.name.substr(0, 64));
                   }),
              ::testing::AnyOf(HasSubstr("too few trustees"), HasSubstr("does not refer")));
}

TEST(AnArchive, ThatIsDamagedIsRefusedInWords) {
  const RewrittenArchive archive{decided};
  const std::string whole = archive.as_named();
  EXPECT_THAT(wrong_with(""), HasSubstr("no Belenios archive"));
  EXPECT_THAT(wrong_with(std::string(512, 'x')), HasSubstr("tar header"));
  EXPECT_THAT(wrong_with(whole.substr(0, 1024)), HasSubstr("holds no election"));
  for (const std::size_t length : {100u, 700u, 2000u, 9000u})
    EXPECT_NE(wrong_with(whole.substr(0, length)), "") << length;
  std::string hidden = whole;
  hidden[1023] = '!';
  EXPECT_THAT(wrong_with(hidden), HasSubstr("hidden"));
}

TEST(AnArchive, WithWhatIsNotVerifiedHereSaysSo) {
  const RewrittenArchive archive{decided};
  const std::size_t election = archive.find("{\"version\":1,\"description\"");
  EXPECT_THAT(with(archive, [&](auto& a) { replace(a.files[election].bytes, "Ed25519", "RFC-3526-2048"); }),
              HasSubstr("only Ed25519"));
  EXPECT_THAT(with(archive,
                   [&](auto& a) {
                     replace(a.files[election].bytes, "\"questions\":[",
                             R"("questions":[{"type":"NonHomomorphic","value":{"answers":["a"],"question":"q"}},)");
                   }),
              HasSubstr("only homomorphic questions"));
}

}  // namespace
}  // namespace ccop::ballot
