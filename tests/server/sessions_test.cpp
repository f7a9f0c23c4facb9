// Sessions end: by themselves when unused or old, and at once when their owner says so.
#include "server/sessions.hpp"

#include "temporary_folder.hpp"

#include <gtest/gtest.h>

namespace ccop::server {
namespace {

using community::PersonId;

class ASession : public ::testing::Test {
 protected:
  Sessions opened(Time now) { return {*store, {"session/", hours{8}, hours{24 * 7}}, now}; }

  testing::TemporaryFolder folder;
  std::unique_ptr<store::Store> store = store::open_sqlite(folder.file("s.db"), true);
  const Time start = from_rfc3339("2026-03-01T08:00:00.000Z").value();
  const std::chrono::milliseconds instant{1};
};

TEST_F(ASession, EndsWhenItIsNotUsedForTheIdleLimit) {
  Sessions sessions = opened(start);
  const std::string secret = sessions.begin(PersonId{3}, "Firefox", start);
  EXPECT_EQ(sessions.find(secret, start + hours{8} - instant)->person, PersonId{3});  // this use begins the time anew
  EXPECT_TRUE(sessions.find(secret, start + hours{16} - instant - instant));
  EXPECT_FALSE(sessions.find(secret, start + hours{24} - instant - instant));
}

TEST_F(ASession, EndsAtTheAbsoluteLimitHoweverBusyItIs) {
  Sessions sessions = opened(start);
  const std::string secret = sessions.begin(PersonId{3}, "Firefox", start);
  for (int hour = 4; hour < 24 * 7; hour += 4) EXPECT_TRUE(sessions.find(secret, start + hours{hour})) << hour;
  EXPECT_TRUE(sessions.find(secret, start + hours{24 * 7} - instant));
  EXPECT_FALSE(sessions.find(secret, start + hours{24 * 7}));
}

TEST_F(ASession, OutlivesARestartButNotItsLimits) {
  const std::string secret = opened(start).begin(PersonId{3}, "Firefox", start);
  EXPECT_TRUE(opened(start + hours{1}).find(secret, start + hours{1}));
  EXPECT_FALSE(opened(start + hours{9}).find(secret, start + hours{9}));
  EXPECT_FALSE(opened(start).find(secret, start)) << "an ended session is forgotten, not only passed over";
}

TEST_F(ASession, IsKnownByItsSecretAloneWhichIsNotKept) {
  Sessions sessions = opened(start);
  const std::string secret = sessions.begin(PersonId{3}, "Firefox", start);
  const auto own = sessions.of(PersonId{3}, start);
  ASSERT_EQ(own.size(), 1u);
  EXPECT_FALSE(sessions.find(own.front().first, start));
  EXPECT_FALSE(sessions.find("", start));
  store->each_setting("", [&](std::string_view name, std::string_view value) {
    EXPECT_EQ(name.find(secret), std::string_view::npos);
    EXPECT_EQ(value.find(secret), std::string_view::npos);
  });
}

TEST_F(ASession, IsEndedByItsOwnerAlone) {
  Sessions sessions = opened(start);
  const std::string secret = sessions.begin(PersonId{3}, "Firefox", start);
  const std::string other = sessions.begin(PersonId{3}, "Chrome", start);
  EXPECT_FALSE(sessions.end_by_id(PersonId{4}, Sessions::id_of(secret)));
  EXPECT_TRUE(sessions.end_by_id(PersonId{3}, Sessions::id_of(secret)));
  EXPECT_FALSE(sessions.find(secret, start));
  EXPECT_TRUE(sessions.find(other, start));
  sessions.end_all_of(PersonId{3});
  EXPECT_FALSE(sessions.find(other, start));
  EXPECT_FALSE(opened(start).find(other, start));
}

}  // namespace
}  // namespace ccop::server
