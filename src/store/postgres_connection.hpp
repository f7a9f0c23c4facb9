// libpq, wrapped for the stores of this folder: connections that throw what goes wrong, and numbers as they travel.
#pragma once

#include "store/postgres_address.hpp"
#include "store/store.hpp"

#include <libpq-fe.h>

#include <array>
#include <exception>
#include <thread>

namespace ccop::store::postgres {

using Result = std::unique_ptr<PGresult, decltype(&PQclear)>;
using Values = std::vector<std::string_view>;

inline constexpr const char* unique_violation = "23505";

/// The database went away; what was asked of it may or may not have happened.
struct ConnectionLost : StoreError {
  using StoreError::StoreError;
};

/// One connection. Parameters and results travel in binary; numbers are sent as text and cast by the statement.
class Connection {
 public:
  Connection(const std::string& url, std::string schema) : schema_(std::move(schema)), db_(connected(url), &PQfinish) {
    prepare();
  }

  /// Connects anew after the connection was lost, waiting a little for a database that is being started or replaced.
  void reconnect() {
    for (int tries = 0; tries < 10; ++tries) {
      if (tries > 0) std::this_thread::sleep_for(std::chrono::milliseconds{300});
      PQreset(db_.get());
      if (PQstatus(db_.get()) == CONNECTION_OK) break;
    }
    prepare();
  }

  Result run(const char* sql, const Values& values = {}) {
    const Parameters given{values};
    return checked({PQexecParams(db_.get(), sql, given.count(), nullptr, given.data.data(), given.lengths.data(),
                                 given.formats.data(), 1),
                    &PQclear});
  }

  /// Several statements without parameters.
  void script(const std::string& sql) { checked({PQexec(db_.get(), sql.c_str()), &PQclear}); }

  /// Makes the schema and its tables where they are not there yet. One program after the other: IF NOT EXISTS alone
  /// fails where another, perhaps one that was just killed, is about to commit the same schema.
  void create(const std::string& tables) {
    script(
        "SELECT pg_advisory_xact_lock(hashtextextended('ccop: creating a schema', 0)); CREATE SCHEMA IF NOT EXISTS " +
        schema_ + ";" + tables);
  }

  /// Sends all that `fill` gives to `send`, in one round trip and one transaction: up to the sync, a pipeline is an
  /// implicit one (libpq, section 34.5.1.3).
  template <class Fill>
  void together(const Fill& fill) {
    if (PQenterPipelineMode(db_.get()) != 1) throw failure();
    fill();
    std::exception_ptr first_error;
    bool synced = PQpipelineSync(db_.get()) != 1;
    while (!synced && PQstatus(db_.get()) == CONNECTION_OK) {
      Result result{PQgetResult(db_.get()), &PQclear};  // none between two statements
      const auto status = PQresultStatus(result.get());
      synced = status == PGRES_PIPELINE_SYNC;
      if (!result || synced || status == PGRES_PIPELINE_ABORTED) continue;
      try {
        checked(std::move(result));
      } catch (const StoreError&) {
        if (!first_error) first_error = std::current_exception();
      }
    }
    if (PQstatus(db_.get()) != CONNECTION_OK) throw failure();
    PQexitPipelineMode(db_.get());
    if (first_error) std::rethrow_exception(first_error);
  }
  void send(const char* sql, const Values& values) {
    const Parameters given{values};
    if (PQsendQueryParams(db_.get(), sql, given.count(), nullptr, given.data.data(), given.lengths.data(),
                          given.formats.data(), 1) != 1)
      throw failure();
  }

  /// Streams the rows of a query that may have more than fits in memory.
  void stream(const char* sql, const Values& values, const std::function<void(std::string_view)>& each) {
    send(sql, values);
    if (PQsetSingleRowMode(db_.get()) != 1) throw failure();
    while (Result row{PQgetResult(db_.get()), &PQclear}) {
      row = checked(std::move(row));
      for (int i = 0; i < PQntuples(row.get()); ++i) each(field(row, i, 0));
    }
  }

  static std::string_view field(const Result& result, int row, int column) {
    return {PQgetvalue(result.get(), row, column), static_cast<std::size_t>(PQgetlength(result.get(), row, column))};
  }

 private:
  /// Values as libpq takes them.
  struct Parameters {
    explicit Parameters(const Values& values) : formats(values.size(), 1) {
      for (const auto value : values) {
        data.push_back(value.empty() ? "" : value.data());
        lengths.push_back(static_cast<int>(value.size()));
      }
    }
    [[nodiscard]] int count() const { return static_cast<int>(data.size()); }
    std::vector<const char*> data;
    std::vector<int> lengths;
    std::vector<int> formats;
  };

  static PGconn* connected(const std::string& url) {
    require_guarded_way(url);
    return PQconnectdb(url.c_str());
  }
  void prepare() {
    if (PQstatus(db_.get()) != CONNECTION_OK) throw failure();
    PQsetNoticeProcessor(
        db_.get(), [](void*, const char*) {}, nullptr);
    run("SELECT set_config('search_path', $1, false)", {schema_});
    run("SET synchronous_commit = on");
  }
  [[nodiscard]] ConnectionLost failure() const {
    return ConnectionLost{std::string{"PostgreSQL: "} + PQerrorMessage(db_.get())};
  }
  Result checked(Result result) {
    const auto status = PQresultStatus(result.get());
    if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_SINGLE_TUPLE) return result;
    if (PQstatus(db_.get()) != CONNECTION_OK) throw failure();
    const char* state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
    const std::string message = std::string{"PostgreSQL: "} + PQresultErrorMessage(result.get());
    if (state != nullptr && std::string_view{state} == unique_violation) throw StoreBusy{message};
    throw StoreError{message};
  }

  std::string schema_;
  std::unique_ptr<PGconn, decltype(&PQfinish)> db_;
};

/// A 64-bit number in network order, as PostgreSQL's int8 travels.
inline std::array<char, 8> int8(std::uint64_t value) {
  std::array<char, 8> out{};
  for (std::size_t i = 0; i < 8; ++i) out[i] = static_cast<char>(value >> (56 - 8 * i));
  return out;
}
inline std::uint64_t from_int8(std::string_view bytes) {
  std::uint64_t value = 0;
  for (const char c : bytes) value = value << 8 | static_cast<unsigned char>(c);
  return value;
}
inline std::string_view view(const std::array<char, 8>& bytes) {
  return {bytes.data(), bytes.size()};
}

inline std::string as_identifier(std::string_view schema) {
  return "\"" + std::string{schema} + "\"";
}

}  // namespace ccop::store::postgres
