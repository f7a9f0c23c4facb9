// What of a file could not be said in another format, or was put right on the way: told by kind and number, with names.
#pragma once

#include "exchange/json.hpp"
#include "exchange/stix/timestamp.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ccop::exchange {

struct LeftOut {
  std::string reason;  ///< one of the words below
  std::string what;    ///< a type of STIX's or MISP's
  std::uint64_t number{};
  std::vector<std::string> names;  ///< the first of them
};
BOOST_DESCRIBE_STRUCT(LeftOut, (), (reason, what, number, names))

/// The words that say why. Each has its sentence in the page's catalogue, and in `sentence_of` for the command line.
namespace reason {
inline constexpr std::string_view cleaned = "cleaned";                  ///< a value was put right
inline constexpr std::string_view not_of_its_type = "not-of-its-type";  ///< kept, though it can't be one
inline constexpr std::string_view kept_as_it_is = "kept-as-it-is";      ///< STIX has no such thing
inline constexpr std::string_view not_detecting = "not-detecting";      ///< marked to detect by, and no pattern says it
inline constexpr std::string_view deleted = "deleted";                  ///< not taken
inline constexpr std::string_view taken_back = "taken-back";            ///< a later version revoked what was here
inline constexpr std::string_view conflicting = "conflicting";          ///< this version is here with another content
inline constexpr std::string_view wider = "wider";                      ///< marked wider than the version before
inline constexpr std::string_view of_others = "of-others";              ///< others brought it, and bring its versions
inline constexpr std::string_view proposed = "proposed";                ///< a proposal of others, not taken
inline constexpr std::string_view empty = "empty";                      ///< an event that says nothing
inline constexpr std::string_view incomplete = "incomplete";            ///< lacks what it must have, not taken
inline constexpr std::string_view to_nothing = "to-nothing";            ///< refers to what is not there
inline constexpr std::string_view further_value = "further-value";      ///< of a line with several
inline constexpr std::string_view loopback = "loopback";                ///< means whatever machine it is read on
inline constexpr std::string_view revoked = "revoked";
inline constexpr std::string_view expired = "expired";
inline constexpr std::string_view no_counterpart = "no-counterpart";  ///< the other format has no such thing
inline constexpr std::string_view more_than_a_value = "more-than-a-value";
inline constexpr std::string_view property = "property";  ///< of something that went out without it
}  // namespace reason

/// Which names of each kind are told; the number counts them all.
struct NamesTold {
  std::uint64_t behind{};  ///< none of so many that come first
  std::size_t most{20};
};
inline constexpr NamesTold every_name{0, std::numeric_limits<std::size_t>::max()};

class Leftovers {
 public:
  Leftovers() = default;
  explicit Leftovers(NamesTold told) : told_(told) {}
  void add(std::string_view reason, std::string_view what, std::string_view name);
  void add(const LeftOut& more);
  void add(const Leftovers& more);
  [[nodiscard]] std::vector<LeftOut> all() const;

 private:
  NamesTold told_;
  std::map<std::pair<std::string, std::string>, LeftOut> by_kind_;
};

/// Why an indicator detects nothing at this time; empty where it does.
[[nodiscard]] std::string_view why_not_detecting(const Json& indicator, Microseconds now);

/// How many objects, or values, went out, and what didn't.
struct Exported {
  std::uint64_t written{};
  Leftovers left_out;
};

/// `3 of btc are kept as they are, for STIX has no such thing: NAME, NAME, ...`
[[nodiscard]] std::string sentence_of(const LeftOut& one);

}  // namespace ccop::exchange
