// Sign-ins end: by themselves when unused or old, and at once when their owner says so.
#include "server/sign_ins.hpp"

#include "temporary_folder.hpp"

#include <gtest/gtest.h>

namespace ccop::server {
namespace {

using community::PersonId;

class ASignIn : public ::testing::Test {
 protected:
  SignIns opened(Time now) { return {*store, {"session/", hours{8}, hours{24 * 7}}, now}; }

  SignIn of_person_3(const std::string& label) const {
    return {PersonId{3}, {}, {}, start + days{30}, label, {}, {}, {}, {}};
  }

  testing::TemporaryFolder folder;
  std::unique_ptr<store::Store> store = store::open_sqlite(folder.file("s.db"), true);
  const Time start = from_rfc3339("2026-03-01T08:00:00.000Z").value();
  const std::chrono::milliseconds instant{1};
};

TEST_F(ASignIn, EndsWhenItIsNotUsedForTheIdleLimit) {
  SignIns sign_ins = opened(start);
  const std::string secret = sign_ins.begin(of_person_3("Firefox"), start);
  EXPECT_EQ(sign_ins.find(secret, start + hours{8} - instant)->person, PersonId{3});  // this use begins the time anew
  EXPECT_TRUE(sign_ins.find(secret, start + hours{16} - instant - instant));
  EXPECT_FALSE(sign_ins.find(secret, start + hours{24} - instant - instant));
}

TEST_F(ASignIn, EndsAtTheAbsoluteLimitHoweverBusyItIs) {
  SignIns sign_ins = opened(start);
  const std::string secret = sign_ins.begin(of_person_3("Firefox"), start);
  for (int hour = 4; hour < 24 * 7; hour += 4) EXPECT_TRUE(sign_ins.find(secret, start + hours{hour})) << hour;
  EXPECT_TRUE(sign_ins.find(secret, start + hours{24 * 7} - instant));
  EXPECT_FALSE(sign_ins.find(secret, start + hours{24 * 7}));
}

TEST_F(ASignIn, OutlivesARestartButNotItsLimits) {
  const std::string secret = opened(start).begin(of_person_3("Firefox"), start);
  EXPECT_TRUE(opened(start + hours{1}).find(secret, start + hours{1}));
  EXPECT_FALSE(opened(start + hours{9}).find(secret, start + hours{9}));
  EXPECT_FALSE(opened(start).find(secret, start)) << "an ended sign-in is forgotten, not only passed over";
}

TEST_F(ASignIn, IsKnownByItsSecretAloneWhichIsNotKept) {
  SignIns sign_ins = opened(start);
  const std::string secret = sign_ins.begin(of_person_3("Firefox"), start);
  const auto own = sign_ins.of(PersonId{3}, start);
  ASSERT_EQ(own.size(), 1u);
  EXPECT_FALSE(sign_ins.find(own.front().first, start));
  EXPECT_FALSE(sign_ins.find("", start));
  store->each_setting("", [&](std::string_view name, std::string_view value) {
    EXPECT_EQ(name.find(secret), std::string_view::npos);
    EXPECT_EQ(value.find(secret), std::string_view::npos);
  });
}

TEST_F(ASignIn, IsEndedByItsOwnerAlone) {
  SignIns sign_ins = opened(start);
  const std::string secret = sign_ins.begin(of_person_3("Firefox"), start);
  const std::string other = sign_ins.begin(of_person_3("Chrome"), start);
  EXPECT_FALSE(sign_ins.end_by_id(PersonId{4}, SignIns::id_of(secret)));
  EXPECT_TRUE(sign_ins.end_by_id(PersonId{3}, SignIns::id_of(secret)));
  EXPECT_FALSE(sign_ins.find(secret, start));
  EXPECT_TRUE(sign_ins.find(other, start));
  sign_ins.end_all_of(PersonId{3});
  EXPECT_FALSE(sign_ins.find(other, start));
  EXPECT_FALSE(opened(start).find(other, start));
}

}  // namespace
}  // namespace ccop::server
