// Who shares, and what may leave the group (clauses 2.3 and 5.4).
#include "community/scenario.hpp"
#include "community/sharing/rules.hpp"

namespace ccop::community {
namespace {

using namespace testing;

TEST(Sharers, AreMembersAndTheCommittee) {  // clause 2.3
  Scenario ccop;
  const PersonId who = ccop.representative("WHO");
  const PersonId cern = ccop.representative("CERN");
  EXPECT_THAT(objection_to_sharing(sharer(ccop.now, who, ccop.time)), allowed());
  EXPECT_THAT(objection_to_sharing(sharer(ccop.now, {0}, ccop.time)), allowed());
  EXPECT_THAT(objection_to_sharing(sharer(ccop.now, cern, ccop.time)),
              refused_for("only-members-share", clause::sharing));
}

TEST(Releases, AreTheCommitteesAndAgreedTo) {  // clause 5.4
  Scenario ccop;
  const Sharer who = sharer(ccop.now, ccop.representative("WHO"), ccop.time);
  EXPECT_THAT(objection_to_release(who, true), refused_for("only-committee-releases", clause::release));
  const Sharer secretary = sharer(ccop.now, {0}, ccop.time);
  EXPECT_THAT(objection_to_release(secretary, false), refused_for("release-not-agreed", clause::release));
  EXPECT_THAT(objection_to_release(secretary, true), allowed());
}

}  // namespace
}  // namespace ccop::community
