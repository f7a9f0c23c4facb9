// Who says which item of its agenda a session is at, and when.
#include "community/meetings/floor.hpp"

#include "community/scenario.hpp"
#include "host/forms.hpp"

namespace ccop::community {
namespace {

using namespace testing;

/// A session with one item on its agenda, which is open.
struct ASessionWithAnAgenda : Scenario {
  ASessionWithAnAgenda() {
    ask(secretary(), PublishMeeting{id});
    ask(secretary(), AddAgendaItem{open, words("item"), 30});
  }
  [[nodiscard]] Ruling takes(PersonId person, SessionId session, std::optional<ContentHash> item) const {
    if (auto objection = objection_to_item(now, session, item, person, time)) return *std::move(objection);
    return std::vector<Act>{};
  }

  std::vector<PersonId> members_ = members(2);
  MeetingId id = meeting();
  SessionId open = session(id, SessionKind::open);
};

TEST(TheItemOfASession, IsSaidByTheCommitteeWhileItIsUnderWay) {
  ASessionWithAnAgenda ccop;
  const PersonId secretary = ccop.secretary();
  EXPECT_THAT(ccop.takes(secretary, ccop.open, words("item")), refused_for("session-not-live", clause::management));
  ccop.ask(secretary, OpenSession{ccop.open});
  EXPECT_FALSE(objection_to_item(ccop.now, ccop.open, words("item"), secretary, ccop.time));
  EXPECT_FALSE(objection_to_item(ccop.now, ccop.open, std::nullopt, secretary, ccop.time)) << "between two";
  EXPECT_THAT(ccop.takes(ccop.members_[1], ccop.open, words("item")),
              refused_for("only-committee-leads-sessions", clause::management));
}

TEST(TheItemOfASession, IsOneOfItsAgenda) {
  ASessionWithAnAgenda ccop;
  ccop.ask(ccop.secretary(), OpenSession{ccop.open});
  EXPECT_THAT(ccop.takes(ccop.secretary(), ccop.open, words("another")), refused_for("no-such-agenda-item"));
  EXPECT_THAT(ccop.takes(ccop.secretary(), SessionId{9}, words("item")), refused_for("no-such-session"));
}

}  // namespace
}  // namespace ccop::community
