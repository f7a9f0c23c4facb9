// Who is signed in, which machines may read, and which devices follow a calendar: random tokens, of which only hashes
// are kept, in memory and in the store.
#pragma once

#include "community/entry.hpp"
#include "store/store.hpp"

#include <boost/describe.hpp>

#include <map>
#include <optional>
#include <shared_mutex>
#include <vector>

namespace ccop::server {

/// What a machine's token may do; no token acts, ends anything or makes another.
enum class TokenUse {
  read,     ///< reads the exchange
  share,    ///< and brings to it what its holder may bring
  record,   ///< reads the record and the pages as its holder does, and nothing of the exchange
  liaison,  ///< another community's: reads what was released, and nothing else
};
BOOST_DESCRIBE_ENUM(TokenUse, read, share, record, liaison)

/// What a calendar that a device follows says of what it holds: whoever has that device, or its address, reads it.
enum class CalendarScope { titles, name_only };
BOOST_DESCRIBE_ENUM(CalendarScope, titles, name_only)

struct SignIn {
  community::PersonId person{};
  Time since{};
  Time last_seen{};
  Time until{};
  std::string label;  ///< the browser's kind, or the name that a person gave a token
  TokenUse use{};
  std::string ceiling;                           ///< the strictest marking that a token reaches; empty: its holder's
  std::optional<community::SessionGrant> grant;  ///< of a browser: its session key, for the first act that it signs
  std::optional<community::MandateId> seat;      ///< under which it began, where there was one
  CalendarScope scope{};                         ///< of a calendar's address
};

/// A kind of sign-in, with its limits.
struct SignInKind {
  std::string prefix;                 ///< of the store's settings
  std::chrono::milliseconds idle;     ///< unused for this long, it ends
  std::chrono::milliseconds longest;  ///< it never lasts longer
};

/// Tokens of machines: as good as long as they last, used or not.
[[nodiscard]] SignInKind token_kind();
/// Addresses of calendars: as good as long as a device reads them now and then.
[[nodiscard]] SignInKind calendar_kind();

class SignIns {
 public:
  SignIns(store::Store& store, SignInKind kind, Time now);

  /// Begins a sign-in and gives its secret, which is not kept. `wished.until` is kept where it is sooner than the
  /// kind's limit.
  [[nodiscard]] std::string begin(SignIn wished, Time now);
  [[nodiscard]] std::optional<SignIn> find(std::string_view secret, Time now);
  void end(std::string_view secret);

  /// One's own sign-ins, each under an id that is no secret.
  [[nodiscard]] std::vector<std::pair<std::string, SignIn>> of(community::PersonId person, Time now) const;
  /// Ends one of the person's sign-ins; false when there is no such.
  [[nodiscard]] bool end_by_id(community::PersonId person, std::string_view id);
  void end_all_of(community::PersonId person);
  [[nodiscard]] static std::string id_of(std::string_view secret);

 private:
  [[nodiscard]] bool is_over(const SignIn& sign_in, Time now) const;
  void keep(const std::string& id, const SignIn& sign_in);

  store::Store& store_;
  SignInKind kind_;
  mutable std::shared_mutex mutex_;
  std::map<std::string, SignIn, std::less<>> sign_ins_;  ///< by the hash of the secret
};

}  // namespace ccop::server
