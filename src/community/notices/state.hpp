// Who is told of what was done in their name, to a seat, to a way of signing, to an office; and of objections. A fold
// of the record like all else, so that the desk, and whatever tells people by other ways, read one list.
#pragma once

#include "base/time.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/part.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace ccop::community {

enum class NoticeKind {
  seat_change_asked,
  seat_change_withdrawn,
  representative,
  alternate,
  mandate_ended,
  link_offered,
  passkey_added,
  passkey_removed,
  recovery_begun,
  recovery_confirmed,
  recovery_done,
  secretary_asked,
  secretary,
  co_chair,
  objection_raised,
  objection_withdrawn,
};
BOOST_DESCRIBE_ENUM(NoticeKind, seat_change_asked, seat_change_withdrawn, representative, alternate, mandate_ended,
                    link_offered, passkey_added, passkey_removed, recovery_begun, recovery_confirmed, recovery_done,
                    secretary_asked, secretary, co_chair, objection_raised, objection_withdrawn)

struct Notice {
  std::uint32_t number{};  ///< from 0, in the order of the record; the same for everybody, for good
  NoticeKind kind{};
  Time at{};
  std::uint64_t entry{};                       ///< of the record
  std::optional<PersonId> by;                  ///< who asked; nobody where a one-time link signed
  std::optional<PersonId> person;              ///< whose seat, passkey or office; nobody where a seat only ends
  std::optional<OrganizationId> organization;  ///< whose seat it is, or who objects
  std::optional<MotionId> motion;              ///< that is objected to
  std::vector<PersonId> to;                    ///< whom it concerns: those of that time
};
BOOST_DESCRIBE_STRUCT(Notice, (), (number, kind, at, entry, by, person, organization, motion, to))

struct Notices {
  std::vector<Notice> recent;  ///< of the last days; whatever is older is in the record alone
  std::uint32_t next{};
};
BOOST_DESCRIBE_STRUCT(Notices, (), (recent, next))

[[nodiscard]] inline const Notices& notices(const Community& now) {
  return of<Notices>(now);
}

/// What concerns this person and is not too old to be told, the latest first.
[[nodiscard]] std::vector<Notice> notices_for(const Community& now, PersonId person, Time at);

}  // namespace ccop::community
