// A database elsewhere is spoken to where nobody between reads along, or not at all.
#include "store/postgres_address.hpp"

#include "store/store.hpp"

#include <gmock/gmock.h>

#include <cstdlib>

namespace ccop::store {
namespace {

using ::testing::HasSubstr;

std::string refusal_of(const std::string& url) {
  try {
    require_guarded_way(url);
    return "";
  } catch (const StoreError& error) {
    return error.what();
  }
}

TEST(TheWayToPostgres, IsThisMachinesOwnOrChecksWhoAnswers) {
  for (const char* url :
       {"postgresql:///ccop", "postgresql://ccop@/ccop?host=/run/postgresql", "postgresql://127.0.0.1/ccop",
        "postgresql://localhost:5433/ccop", "postgresql://[::1]/ccop", "host=@abstract dbname=ccop",
        "postgresql://db.example.org/ccop?sslmode=verify-full&sslrootcert=/etc/ssl/own.pem"})
    EXPECT_EQ(refusal_of(url), "") << url;
}

TEST(TheWayToPostgres, IsRefusedWhereSomebodyBetweenCouldRead) {
  for (const char* url :
       {"postgresql://db.example.org/ccop", "postgresql://db.example.org/ccop?sslmode=require",
        "postgresql://db.example.org/ccop?sslmode=verify-ca", "postgresql://192.0.2.1/ccop",
        "postgresql://localhost,db.example.org/ccop", "postgresql://localhost/ccop?hostaddr=192.0.2.1",
        "postgresql://127.0.0.1.example.org/ccop", "host=db.example.org dbname=ccop"})
    EXPECT_THAT(refusal_of(url), HasSubstr("?sslmode=verify-full&sslrootcert=FILE")) << url;
  EXPECT_THAT(refusal_of("service=ccop"), HasSubstr("into the address"));
  EXPECT_THAT(refusal_of("postgresql://["), HasSubstr("PostgreSQL"));
}

TEST(TheWayToPostgres, IsAskedBeforeAnythingIsSent) {
  try {
    (void)open_postgres("postgresql://192.0.2.1/ccop?connect_timeout=2", "harbour", false);
    FAIL() << "it was called";
  } catch (const StoreError& error) {
    EXPECT_THAT(error.what(), HasSubstr("sslmode=verify-full"));
  }
}

TEST(TheWayToPostgres, IsThatOfTheEnvironmentToo) {
  setenv("PGHOST", "db.example.org", 1);
  EXPECT_THAT(refusal_of("postgresql:///ccop"), HasSubstr("db.example.org"));
  setenv("PGSSLMODE", "verify-full", 1);
  EXPECT_EQ(refusal_of("postgresql:///ccop"), "");
  unsetenv("PGSSLMODE");
  unsetenv("PGHOST");
}

}  // namespace
}  // namespace ccop::store
