// What happens in a room is read by the room, then by the committee, and by nobody else, whichever way they ask
// (clause 5.5).
#include "community/entry.hpp"
#include "community/kernel/standing.hpp"
#include "community/meetings/state.hpp"
#include "host/entry_times.hpp"
#include "host/sealed.hpp"
#include "ledger/merkle.hpp"
#include "ledger/tile_path.hpp"
#include "server/demo_site.hpp"

namespace ccop::server {
namespace {

using namespace community;
using Json = ServedSite::Json;

/// The rooms of the demonstration: one is open, those of its first year are closed.
class ARoom : public DemoSite {
 protected:
  using Entries = std::vector<std::string>;

  void SetUp() override {
    DemoSite::SetUp();
    site().live().read([&](const Community& now) {
      live_ = meetings(now).live.front();
      const Session& session = meetings(now).sessions[live_];
      const auto is_member = [&](const Attendance& a) {
        return a.person.value < people && !is_committee(now, a.person, site().live().now());
      };
      there_ = std::ranges::find_if(session.present, is_member)->person;
      for (const SealedAct& act : meetings(now).sealed) (act.session == live_ ? in_live_ : in_closed_).push_back(act);
      for (std::uint32_t i = 0; i < people; ++i)
        if (membership(now).seat_of({i}, site().live().now()) && !session.has_attended({i}) &&
            !is_committee(now, {i}, site().live().now()))
          elsewhere_ = PersonId{i};
    });
    ASSERT_FALSE(in_live_.empty());
    ASSERT_FALSE(in_closed_.empty());
  }
  Response ask_as(PersonId person, const std::string& path) {
    return ask("GET", path, "", {{"cookie", cookie_of(person)}});
  }
  /// The entries of the log as the tiles give them to this person.
  Entries tiles_for(const Headers& who) {
    Entries all;
    const std::uint64_t size = site().live().size();
    for (std::uint64_t first = 0; first < size; first += ledger::tile_width) {
      const auto width = static_cast<std::size_t>(std::min<std::uint64_t>(ledger::tile_width, size - first));
      const auto response =
          ask("GET", "/log/tile/" + ledger::tile_path({true, {0, first / ledger::tile_width}, width}), "", who);
      EXPECT_EQ(response.status, 200u);
      const auto bundle = ledger::split_bundle(*response.body);
      for (const std::string& entry : bundle.value()) all.push_back(entry);
    }
    return all;
  }
  Entries tiles_for(PersonId person) { return tiles_for({{"cookie", cookie_of(person)}}); }
  static std::size_t sealed_among(const Entries& entries, const std::vector<SealedAct>& acts) {
    return static_cast<std::size_t>(std::ranges::count_if(
        acts, [&](const SealedAct& act) { return host::read_sealed_leaf(entries.at(act.entry)).has_value(); }));
  }

  SessionId live_{};
  PersonId there_{};      ///< in the room that is open, and not of the committee
  PersonId elsewhere_{};  ///< has a seat, is not of the committee, and did not come
  std::vector<SealedAct> in_live_;
  std::vector<SealedAct> in_closed_;
};

std::size_t others(const std::vector<SealedAct>& acts, PersonId person) {
  return acts.size() - static_cast<std::size_t>(std::ranges::count(acts, person, &SealedAct::person));
}

TEST_F(ARoom, IsReadInTheLogByThoseWhoAreThereAndLaterByTheCommittee) {
  const Entries there = tiles_for(there_);
  EXPECT_EQ(sealed_among(there, in_live_), 0u);
  EXPECT_EQ(sealed_among(there, in_closed_), others(in_closed_, there_));
  const Entries elsewhere = tiles_for(elsewhere_);
  EXPECT_EQ(sealed_among(elsewhere, in_live_), in_live_.size());
  EXPECT_EQ(sealed_among(elsewhere, in_closed_), others(in_closed_, elsewhere_));
  const Entries committee = tiles_for(secretary);
  EXPECT_EQ(sealed_among(committee, in_live_), in_live_.size()) << "did not come";
  EXPECT_EQ(sealed_among(committee, in_closed_), 0u);
}

TEST_F(ARoom, LeavesTheLogATreeForWhoeverDoesNotReadIt) {
  ledger::Frontier frontier;
  std::vector<ledger::FullTile> filled;
  for (const std::string& entry : tiles_for(elsewhere_))
    frontier.append(host::read_sealed_leaf(entry).value_or(ledger::leaf_hash(bytes_of(entry))), filled);
  EXPECT_EQ(frontier.root(), site().live().head().root);
}

TEST_F(ARoom, IsNotReadByATokenOfSomebodyWhoWasNotThere) {
  const std::string token = token_of(elsewhere_, TokenUse::record);
  const Entries read = tiles_for({{"authorization", "Bearer " + token}, {"cookie", ""}});
  EXPECT_EQ(sealed_among(read, in_live_), in_live_.size());
}

TEST_F(ARoom, IsKeptByNoCacheWhileItIsSealed) {
  const auto cached = [&](PersonId person) {
    const std::uint64_t index = in_live_.back().entry / ledger::tile_width;
    const auto width = std::min<std::uint64_t>(ledger::tile_width, site().live().size() - index * ledger::tile_width);
    const auto tile = ledger::tile_path({true, {0, index}, static_cast<std::size_t>(width)});
    const auto response = ask_as(person, "/log/tile/" + tile);
    for (const auto& [name, value] : response.headers)
      if (name == "Cache-Control") return value;
    return std::string{};
  };
  EXPECT_EQ(cached(elsewhere_), "private, no-store");
}

TEST_F(ARoom, IsARowWithoutANameOnTheRecordsPage) {
  const std::uint64_t seq = in_live_.back().entry;
  const auto row = [&](PersonId person) {
    const Json page = Json::parse(*ask_as(person, "/api/record?before=" + std::to_string(seq + 1)).body);
    return page["entries"].front();
  };
  EXPECT_EQ(row(elsewhere_),
            Json::parse(R"({"seq":)" + std::to_string(seq) +
                        R"(,"is_sealed":true,"at":null,"command":"","acts":[],"about":[],"person":null,)"
                        R"("is_signed":false})"));
  EXPECT_FALSE(row(there_)["person"].get<std::string>().empty());
  const std::string path = "/api/record/" + std::to_string(seq);
  EXPECT_TRUE(host::read_sealed_leaf(Json::parse(*ask_as(elsewhere_, path).body)["entry"].get<std::string>()));
  EXPECT_FALSE(host::read_sealed_leaf(Json::parse(*ask_as(there_, path).body)["entry"].get<std::string>()));
}

TEST_F(ARoom, NamesWhoIsMissingToWhoeverLeadsItAndIsThere) {
  const auto [meeting, leads, absent] = site().live().read([&](const Community& now) {
    const Session& session = meetings(now).sessions[live_];
    const Time at = site().live().now();
    const auto is_leading = [&](const Attendance& a) {
      return a.person.value < people && is_committee(now, a.person, at);
    };
    const Quorum quorum = community::quorum(now, live_, at);
    return std::tuple{session.meeting, std::ranges::find_if(session.present, is_leading)->person,
                      quorum.members - quorum.present};
  });
  const auto room = [&, id = meeting](PersonId person) {
    const Json page = Json::parse(*ask_as(person, "/api/meetings/" + std::to_string(id.value)).body);
    return page["sessions"].front();
  };
  EXPECT_EQ(room(leads)["absent"].size(), absent);
  for (const PersonId person : {there_, elsewhere_, secretary}) EXPECT_FALSE(room(person).contains("absent"));
}

TEST_F(ARoom, ShowsWhoIsThereToThoseAlone) {
  const auto attendance = [&](PersonId person) {
    const auto meeting =
        site().live().read([&](const Community& now) { return meetings(now).sessions[live_].meeting; });
    const Json page = Json::parse(*ask_as(person, "/api/meetings/" + std::to_string(meeting.value)).body);
    return page["sessions"].front()["attendance"].size();
  };
  EXPECT_GT(attendance(there_), 3u);
  EXPECT_EQ(attendance(elsewhere_), 0u);
  EXPECT_EQ(attendance(secretary), 0u);
}

/// A ballot may be opened before its session: what is told begins there.
TEST_F(ARoom, FindsTheEntryWithWhichATimeBegins) {
  store::Store& store = site().live().store();
  const std::uint64_t size = std::min<std::uint64_t>(site().live().size(), 300);
  std::vector<Time> times;
  store.read_entries(0, size, [&](std::string_view bytes) { times.push_back(decode_entry(bytes).at); });
  for (const Time at : times)
    for (const Time asked : {at - std::chrono::milliseconds{1}, at, at + std::chrono::milliseconds{1}}) {
      const auto expected = static_cast<std::uint64_t>(std::ranges::lower_bound(times, asked) - times.begin());
      ASSERT_EQ(host::first_entry_since(store, size, asked), expected);
    }
  EXPECT_EQ(host::first_entry_since(store, 0, times.front()), 0u);
}

TEST_F(ARoom, IsToldToADeviceWithAllThatItNeedsToSeeThatNothingIsLeftOut) {
  const std::string path = "/api/record/sessions/" + std::to_string(live_.value);
  const Json told = Json::parse(*ask_as(there_, path).body);
  const std::uint64_t first = told["first"];
  EXPECT_EQ(first, site().live().read([&](const Community& now) { return meetings(now).sessions[live_].opened_in; }));
  EXPECT_EQ(told["edge"].size(), static_cast<std::size_t>(std::popcount(first)));
  EXPECT_EQ(first + told["entries"].size(), site().live().size());
  const Json rest = Json::parse(*ask_as(there_, path + "?from=" + std::to_string(first + 2)).body);
  EXPECT_EQ(rest["first"], first + 2);
  EXPECT_EQ(rest["entries"].front(), told["entries"][2]);
  EXPECT_EQ(ask_as(there_, "/api/record/sessions/999").status, 404u);
  EXPECT_EQ(ask_as(there_, path + "?from=x").status, 400u);
}

}  // namespace
}  // namespace ccop::server
