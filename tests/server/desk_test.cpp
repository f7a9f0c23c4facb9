// What the desk says of what awaits its reader: of all for which there is a time, until when.
#include "community/decisions/state.hpp"
#include "community/elections/state.hpp"
#include "community/meetings/state.hpp"
#include "server/demo_site.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;
using Json = nlohmann::json;

class TheDesk : public DemoSite {
 protected:
  /// The tasks of this kind, of whoever has some.
  std::vector<Json> awaited(std::string_view kind) {
    std::vector<Json> found;
    for (std::uint32_t person = 0; person < people; ++person) {
      const auto answer = ask("GET", "/api/desk", "", {{"cookie", cookie_of({person})}});
      if (answer.status != 200u) continue;  // who holds no seat has no desk
      const Json desk = Json::parse(*answer.body);
      for (const Json& task : desk["tasks"])
        if (task["kind"] == kind) found.push_back(task);
    }
    return found;
  }
};

TEST_F(TheDesk, SaysUntilWhenSomebodyVotes) {
  const auto votes = awaited("vote");
  ASSERT_FALSE(votes.empty());
  for (const Json& task : votes) {
    const MotionId id{task["about"]["motion"].get<std::uint32_t>()};
    const Time ends = site().live().read(
        [&](const Community& now) { return meetings(now).sessions[decisions(now).motions[id].session.value()].ends; });
    EXPECT_EQ(task["by"], to_rfc3339(ends)) << "the end of its session";
  }
}

TEST_F(TheDesk, SaysUntilWhenWhatABallotNeedsIsDone) {
  for (const auto* kind : {"nominated", "register-voting-key"}) {
    const auto tasks = awaited(kind);
    EXPECT_FALSE(tasks.empty()) << kind;
    for (const Json& task : tasks) {
      const ElectionId id{task["about"]["election"].get<std::uint32_t>()};
      const Time begins =
          site().live().read([&](const Community& now) { return voting_begins(now, elections(now).all[id]); });
      EXPECT_EQ(task["by"], to_rfc3339(begins)) << kind;
    }
  }
}

/// By other ways than this one people are told the same time.
TEST_F(TheDesk, SaysTheTimeOfTheDutyWhereThereIsOne) {
  const auto owed = Json::parse(*ask("GET", "/api/duties", "").body)["duties"];
  for (const auto* kind : {"nominated", "register-voting-key"})
    for (const Json& task : awaited(kind))
      EXPECT_TRUE(std::ranges::any_of(owed, [&](const Json& duty) {
        return duty["kind"] == kind && duty["about"]["election"] == task["about"]["election"] &&
               duty["by"] == task["by"];
      })) << task;
}

}  // namespace
}  // namespace ccop::server
