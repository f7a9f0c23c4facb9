// Who may come to which session, whether it is open yet or not (clauses 4.4, 6.2, 6.4), and how they join it from
// elsewhere. Entering, the page and calendars ask here, so that they agree.
#pragma once

#include "community/kernel/ruling.hpp"
#include "community/meetings/state.hpp"

#include <variant>

namespace ccop::community {

/// For whom somebody comes in: an organization, or none (offices, guests). Or why they may not.
using Admitted = std::variant<std::optional<OrganizationId>, Refusal>;
[[nodiscard]] Admitted admission(const Community& now, SessionId session, PersonId person, Time at);

[[nodiscard]] bool may_attend(const Community& now, SessionId session, PersonId person, Time at);

/// Whether representatives are invited to it, and cleared: it is announced, and neither over nor cancelled.
[[nodiscard]] bool takes_invitations(const Meeting& meeting, Time at);

/// Was let into the meeting without a seat: as a guest, or by an invitation that was cleared.
[[nodiscard]] bool is_let_in(const Community& now, MeetingId meeting, PersonId person, Time at);
/// Has a place at the meeting at that time: a seat or an office, or was let in.
[[nodiscard]] bool has_place(const Community& now, MeetingId meeting, PersonId person, Time at);

/// Whether somebody comes to a meeting. What they say is kept beside the record: who comes is not for all its readers
/// (clause 5.5).
enum class Coming { yes, no, remotely };
BOOST_DESCRIBE_ENUM(Coming, yes, no, remotely)
/// What keeps this person from saying whether they come: no place at the meeting, or none that is still ahead.
[[nodiscard]] std::optional<Refusal> objection_to_coming(const Community& now, MeetingId meeting, PersonId person,
                                                         Time at);

/// When one joins a session from elsewhere, and by which link: that only in this time, and only for whoever accepted
/// the notice of discretion (clause 5.2).
struct Joining {
  Time from;
  Time until;
  std::optional<ContentHash> link;
};
/// Nothing where the session has no link that is for this person, is over, or is not theirs to attend. The meeting's
/// own link is for its open sessions alone, and never for guests: they could come by it to sessions that are not
/// theirs.
[[nodiscard]] std::optional<Joining> joining(const Community& now, SessionId session, PersonId person, Time at);

}  // namespace ccop::community
