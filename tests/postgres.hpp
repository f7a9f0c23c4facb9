// What tests do to the PostgreSQL that CCOP_TEST_POSTGRES names.
#pragma once

#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <string>

namespace ccop::testing {

/// Ends every other connection to the database, as a crash or a failover does.
inline void end_postgres_connections() {
  const std::unique_ptr<PGconn, decltype(&PQfinish)> db{PQconnectdb(std::getenv("CCOP_TEST_POSTGRES")), &PQfinish};
  PQclear(PQexec(db.get(),
                 "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
                 "pg_backend_pid()"));
}

/// A user of that database who may make schemas in it and nothing else; it is gone, with all that it made, at the end.
class LeastPostgresUser {
 public:
  LeastPostgresUser() {
    run("CREATE ROLE " + name_ + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS");
    run("GRANT CREATE ON DATABASE postgres TO " + name_);
  }
  ~LeastPostgresUser() {
    run("DROP OWNED BY " + name_ + " CASCADE");
    run("DROP ROLE " + name_);
  }
  LeastPostgresUser(const LeastPostgresUser&) = delete;
  LeastPostgresUser& operator=(const LeastPostgresUser&) = delete;
  LeastPostgresUser(LeastPostgresUser&&) = delete;
  LeastPostgresUser& operator=(LeastPostgresUser&&) = delete;

  /// The database's address, for this user.
  [[nodiscard]] std::string address() const {
    std::string address = std::getenv("CCOP_TEST_POSTGRES");
    return address.replace(address.find("ccop@"), 4, name_);
  }

 private:
  static void run(const std::string& words) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> db{PQconnectdb(std::getenv("CCOP_TEST_POSTGRES")), &PQfinish};
    PGresult* const result = PQexec(db.get(), words.c_str());
    EXPECT_EQ(PQresultStatus(result), PGRES_COMMAND_OK) << PQerrorMessage(db.get());
    PQclear(result);
  }

  std::string name_ = "least" + std::to_string(getpid());
};

}  // namespace ccop::testing
