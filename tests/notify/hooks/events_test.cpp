// Which entries tell hooks anything: what every Member knows, by kind and page, and never who was where or how they
// voted.
#include "notify/hooks/events.hpp"

#include "community/community.hpp"
#include "community/scenario.hpp"
#include "host/live_community.hpp"
#include "simulation/simulation.hpp"
#include "temporary_folder.hpp"

#include <regex>

namespace ccop::notify {
namespace {

using namespace community;

/// The community of the demonstration, in which everything happens that hooks hear of.
class AYear : public ::testing::Test {
 protected:
  struct Read {
    Outline outline;
    std::vector<HookEvent> events;
  };

  static void SetUpTestSuite() {
    static const ccop::testing::TemporaryFolder folder;
    const auto master = std::make_shared<const store::MasterKey>(sha256(bytes_of("master")));
    simulation::SimulationOptions options;
    options.seed = 2026;
    options.charter = community::testing::charter_text("charter/ccop.toml");
    const Time today = community::testing::at("2026-03-02T08:00");
    options.starts = today - days{420};
    static_cast<void>(simulation::make_demo(options, today, store::open_sqlite(folder.file("year.db"), true), master));
    live = std::make_unique<host::LiveCommunity>(store::open_sqlite(folder.file("year.db"), true), master, "unused");
    std::uint64_t entry = 0;
    live->store().read_entries(0, live->size(), [&](std::string_view bytes) {
      Read read{decode_outline(bytes), {}};
      live->read([&](const Community& now) { read.events = events_of(now, entry, read.outline); });
      ++entry;
      entries.push_back(std::move(read));
    });
  }
  static void TearDownTestSuite() {
    live.reset();
    entries.clear();
  }

  inline static std::unique_ptr<host::LiveCommunity> live;
  inline static std::vector<Read> entries;
};

TEST_F(AYear, TellsOfEachKindThatThereIs) {
  std::set<HookKind> met;
  for (const auto& [outline, events] : entries)
    for (const HookEvent& event : events) met.insert(event.kind);
  // These are met below, and in hooks_test.cpp.
  met.insert(
      {HookKind::ballot_opened, HookKind::election_decided, HookKind::meeting_changed, HookKind::meeting_cancelled});
  for (const auto& [name, value] : codec::enum_names<HookKind>())
    EXPECT_TRUE(met.contains(static_cast<HookKind>(value))) << name;
}

TEST_F(AYear, TellsThatABallotIsOpenAndDecidedAndNotHow) {
  Outline outline;
  outline.acts = {ElectionOpened{{4}, {PersonId{3}}, {OrganizationId{1}}, {"key"}, {}},
                  ElectionDecided{{4}, {1, 2}, "archive", ElectionOutcome::elected, PersonId{3}, {}}};
  const auto events = live->read([&](const Community& now) { return events_of(now, entries.size(), outline); });
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].kind, HookKind::ballot_opened);
  EXPECT_EQ(events[1].kind, HookKind::election_decided);
  for (const HookEvent& event : events) EXPECT_EQ(event.path, "/elections/4");
}

TEST_F(AYear, TellsNothingButAPageByItsNumber) {
  static const std::regex page{"/(meetings|elections|groups)/[0-9]+|/decisions|/work-plan"};
  for (const auto& [outline, events] : entries)
    for (const HookEvent& event : events) EXPECT_TRUE(std::regex_match(event.path, page)) << event.path;
}

TEST_F(AYear, TellsNothingOfWhoComesGoesAndVotes) {
  std::size_t sealed = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const bool is_sealed = live->read([&](const Community& now) {
      return std::ranges::binary_search(meetings(now).sealed, i, {}, &SealedAct::entry);
    });
    sealed += is_sealed ? 1 : 0;
    bool is_of_a_person = false;
    for (const Act& act : entries[i].outline.acts)
      is_of_a_person = is_of_a_person || act.is<SessionEntered>() || act.is<SessionLeft>() || act.is<VoteCast>() ||
                       act.is<VoteChanged>() || act.is<BallotCast>() || act.is<ObjectionRaised>();
    if (is_sealed || is_of_a_person) {
      EXPECT_TRUE(entries[i].events.empty()) << i;
    }
  }
  EXPECT_GT(sealed, 100u);
}

/// Whatever an entry holds: what is sealed is told to no channel.
TEST_F(AYear, TellsNothingOfASealedEntryWhateverItHolds) {
  const auto published = std::ranges::find_if(entries, [](const Read& read) {
    return !read.events.empty() && read.events.front().kind == HookKind::meeting_published;
  });
  ASSERT_NE(published, entries.end());
  const auto sealed = live->read([](const Community& now) { return meetings(now).sealed.front().entry; });
  const auto told = [&](std::uint64_t entry) {
    return live->read([&](const Community& now) { return events_of(now, entry, published->outline).size(); });
  };
  EXPECT_EQ(told(sealed), 0u);
  EXPECT_EQ(told(sealed - 1), 1u);
}

}  // namespace
}  // namespace ccop::notify
