// What the demonstration's members say beside the record is there for its pages, and the record knows nothing of it.
#include "simulation/beside.hpp"

#include "community/meetings/state.hpp"
#include "community/membership/state.hpp"
#include "host/adoptions.hpp"
#include "host/comings.hpp"
#include "server/demo_site.hpp"

namespace ccop::server {
namespace {

using namespace community;

class BesideTheRecord : public DemoSite {};

TEST_F(BesideTheRecord, MembersOfTheDemonstrationSayWhatTheyAdoptedAndWhetherTheyCome) {
  const host::LiveCommunity& live = site().live();
  const std::uint64_t before = live.size();
  const Time today = live.now();
  simulation::say_beside_the_record(live, today);
  EXPECT_EQ(live.size(), before);

  const host::Adoptions adoptions{live.store(), live.master()};
  const host::Comings comings{live.store(), live.master(), today};
  live.read([&](const Community& state) {
    const auto members = membership(state).roll(today);
    const auto counts = adoptions.counts(members);
    EXPECT_GE(counts.size(), 3u);
    for (const auto& [about, count] : counts) {
      EXPECT_GT(count.adopted, 0u);
      EXPECT_GT(count.conveyed, 0u);
      EXPECT_LT(count.adopted + count.conveyed + count.declined, members.size()) << "some say nothing";
    }
    std::size_t answers = 0;
    for (const MeetingId id : meetings(state).all.ids()) {
      const auto said = comings.of(id, meetings(state).all[id]);
      if (meetings(state).all[id].ends < today) EXPECT_TRUE(said.empty()) << "nobody comes to what is past";
      answers += said.size();
    }
    EXPECT_GT(answers, members.size() / 2);
  });
}

}  // namespace
}  // namespace ccop::server
