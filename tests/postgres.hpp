// What tests do to the PostgreSQL that CCOP_TEST_POSTGRES names.
#pragma once

#include <libpq-fe.h>

#include <cstdlib>
#include <memory>

namespace ccop::testing {

/// Ends every other connection to the database, as a crash or a failover does.
inline void end_postgres_connections() {
  const std::unique_ptr<PGconn, decltype(&PQfinish)> db{PQconnectdb(std::getenv("CCOP_TEST_POSTGRES")), &PQfinish};
  PQclear(PQexec(db.get(),
                 "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> "
                 "pg_backend_pid()"));
}

}  // namespace ccop::testing
