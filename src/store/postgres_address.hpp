// By which ways a PostgreSQL is spoken to: what lies between must not read along.
#pragma once

#include <string>

namespace ccop::store {

/// Throws StoreError, which says what to write, unless `url` (a libpq URI, completed by libpq's variables of the
/// environment) leads to this machine alone, or checks the certificate of whoever answers, and its name
/// (sslmode=verify-full). An address that another file holds (service) is not looked up, and refused.
void require_guarded_way(const std::string& url);

}  // namespace ccop::store
