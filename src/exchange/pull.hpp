// Reads regularly from others: a collection of another TAXII 2.1 server, or a feed of MISP. Resumes where it stopped,
// waits longer after each failure, and says how it stands.
#pragma once

#include "exchange/fetch.hpp"
#include "exchange/intake.hpp"

#include <boost/describe.hpp>

#include <chrono>

namespace ccop::exchange {

enum class SourceKind { taxii, misp_feed };
BOOST_DESCRIBE_ENUM(SourceKind, taxii, misp_feed)

/// What is read, as it is kept.
struct Subscription {
  std::string id;
  std::string title;
  SourceKind kind{};
  std::string url;      ///< of a TAXII collection (.../collections/ID/) or of a feed's folder
  std::string user;     ///< empty: the secret is a token
  std::string sealed;   ///< the secret (secrets.hpp); empty: there is none
  std::string marking;  ///< the level of what carries none, and the widest that what comes gets
  std::uint32_t every_minutes{};
};
BOOST_DESCRIBE_STRUCT(Subscription, (), (id, title, kind, url, user, sealed, marking, every_minutes))

struct Unsaid {
  Leftovers left_out;
  std::vector<std::string> mistakes;  ///< the first of them, each with its place
  std::vector<std::string> narrow;    ///< what MISP would give to few, the first of it: such an event is not taken
};

/// How far it has come.
struct Pulled {
  std::string until;  ///< TAXII: added_after; MISP: the latest event's timestamp
  std::uint64_t taken{};
  std::uint64_t refused{};
  std::uint32_t failures{};  ///< in a row
  std::string trouble;       ///< of the last try; empty: it went well
  std::uint64_t tried_at{};  ///< seconds since 1970
  std::uint64_t next_at{};
  /// What of the last try that brought something could not be taken as it was. In memory alone: names may be of what
  /// lies sealed on the disk.
  Unsaid unsaid{};
};
BOOST_DESCRIBE_STRUCT(Pulled, (), (until, taken, refused, failures, trouble, tried_at, next_at))

/// How much one try reads at most; the next goes on from there.
struct PullLimits {
  std::size_t pages{200};
  std::size_t bytes{std::size_t{256} * 1024 * 1024};
  std::chrono::seconds time{600};
};

/// Asked between objects, and while an answer is on its way: true ends a try at once.
using Stop = std::function<bool()>;

/// Reads once, as far as there is something new, and gives how it stands now. What came before something went wrong is
/// kept and is not read again.
[[nodiscard]] Pulled pull(const Subscription& subscription, const std::string& secret, Pulled before,
                          Exchange& exchange, const Identities& identities, const Fetch& fetch, const Stop& stop,
                          const PullLimits& limits = {});

/// When to try again: after a failure twice as long each time, a day at most.
[[nodiscard]] std::uint64_t next_try(const Subscription& subscription, const Pulled& pulled, std::uint64_t now);

}  // namespace ccop::exchange
