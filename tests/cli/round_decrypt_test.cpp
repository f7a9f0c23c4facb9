// `ccop election decrypt` of a round that asks again what was asked before: of the totals without those whom the lot
// left out, and of no others (clause 2.2).
#include "cli/trustees_terminal.hpp"
#include "hostile/recorded_round.hpp"

namespace ccop::cli {
namespace {

using ::testing::HasSubstr;
using namespace hostile::recorded;

class ATrusteeOfARoundAtTheCommandLine : public ARecordedRound, protected TrusteesTerminal {
 protected:
  explicit ATrusteeOfARoundAtTheCommandLine(std::uint32_t closest = fewest_apart, std::uint32_t version = current_rules)
      : ARecordedRound(closest, version), TrusteesTerminal(ARecordedRound::host) {}
  /// A year later; this many don't answer.
  void is_asked_again_with(std::size_t silent) {
    is_asked_again(silent);
    has_key_file(record().uuid(), seeds[0]);
  }
  void is_shown(const host::ElectionRecord& forged) { asked.archive = keep("shown.bel", forged.archive()); }
};

TEST_F(ATrusteeOfARoundAtTheCommandLine, DecryptsTheTotalsWithoutThoseWhomTheLotLeftOut) {
  is_asked_again_with(1);
  is_shown(record());
  EXPECT_THAT(decrypt(), HasSubstr("trustee 1 decrypts the totals of 10 ballots"));
  EXPECT_EQ(status, 0);
}

TEST_F(ATrusteeOfARoundAtTheCommandLine, DecryptsNothingThatTooFewAnswered) {
  is_asked_again_with(8);
  EXPECT_EQ(election().outcome, ElectionOutcome::too_few) << "nine of ten";
  asked.election = id.value;
  expect_refused("or the election is over");
  // A host whose record has another close than the rules give it.
  host.entries.back().acts = {ElectionClosed{id}};
  expect_refused("WRONG at entry");
}

TEST_F(ATrusteeOfARoundAtTheCommandLine, DecryptsNothingWhereABallotIsShownThatTheLotLeftOut) {
  is_asked_again_with(1);
  const OrganizationId first = election().left_out.at(0);
  is_shown(forged([](Election& one) { one.left_out.erase(one.left_out.begin()); }));
  const auto& ballots = election().ballots;
  const auto its = std::ranges::find(ballots, first, &CastBallotRow::organization);
  expect_refused("added: ballot " + its->tracker + ", under the credential of " +
                 membership(host.now).organizations[first].key);
}

TEST_F(ATrusteeOfARoundAtTheCommandLine, DecryptsNothingWhereAnotherLotIsShown) {
  is_asked_again_with(1);
  const auto drawn = election().left_out;
  const auto& ballots = election().ballots;
  const auto other = std::ranges::find_if(
      ballots, [&](const CastBallotRow& row) { return std::ranges::find(drawn, row.organization) == drawn.end(); });
  is_shown(forged([&](Election& one) { one.left_out.back() = other->organization; }));
  expect_refused("dropped: ballot " + other->tracker);
}

/// As rules before version 4 let it adopt.
class ATrusteeOfARoundByAnOlderCharter : public ATrusteeOfARoundAtTheCommandLine {
 protected:
  ATrusteeOfARoundByAnOlderCharter() : ATrusteeOfARoundAtTheCommandLine(3, rules_that_keep_apart - 1) {}
};

TEST_F(ATrusteeOfARoundByAnOlderCharter, DecryptsNothingAmongFewerThanSeven) {
  is_asked_again_with(1);
  ASSERT_EQ(election().stage, ElectionStage::closed);
  ASSERT_EQ(election().left_out.size(), 2u) << "by the rules of its day";
  EXPECT_EQ(host.audited().wrong, "") << "and these decide it still";
  expect_refused("lets fewer than 7 organizations come or go");
}

}  // namespace
}  // namespace ccop::cli
