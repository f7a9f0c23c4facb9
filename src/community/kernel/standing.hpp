// Who somebody is to the community: what the rules of all chapters ask of the mandates and the offices in force.
#pragma once

#include "base/bytes.hpp"
#include "community/charter/charter.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/part.hpp"

#include <optional>
#include <vector>

namespace ccop::community {

[[nodiscard]] bool is_founded(const Community& now);
/// The charter in force. Only after the founding.
[[nodiscard]] const Charter& charter(const Community& now);

/// Whether a session key on record speaks for this person at that time: it has not ended, and they hold the seat with
/// which it began.
[[nodiscard]] bool session_key_counts(const Community& now, PersonId person, const Hash& key, Time at);

[[nodiscard]] bool is_secretary(const Community& now, PersonId person, Time at);
/// Serves a co-Chair's term, and still holds the Member's seat that it rests on (clause 3.2).
[[nodiscard]] bool is_co_chair(const Community& now, PersonId person, Time at);
/// Of the Management Committee: a co-Chair or the Secretary (clause 3.1).
[[nodiscard]] bool is_committee(const Community& now, PersonId person, Time at);
/// Those who serve, by their positions.
[[nodiscard]] std::vector<PersonId> co_chairs(const Community& now, Time at);
[[nodiscard]] std::size_t committee_size(const Community& now, Time at);

/// Speaks for a Member or an Observer: its main representative or alternate (clauses 4.2, 4.3).
[[nodiscard]] bool holds_seat(const Community& now, PersonId person, Time at);
/// Is the main representative of a Member.
[[nodiscard]] bool holds_member_seat(const Community& now, PersonId person, Time at);
/// The Member for which this person speaks, as main representative or alternate.
[[nodiscard]] std::optional<OrganizationId> speaking_member(const Community& now, PersonId person, Time at);
/// Who speaks for the seat: its voice; where only an alternate is left, that one.
[[nodiscard]] std::optional<PersonId> speaker_for(const Community& now, OrganizationId seat, Time at);
/// The Member for which this person casts the vote at that time, if any (clauses 4.3, 6.5).
[[nodiscard]] std::optional<OrganizationId> voting_organization(const Community& now, PersonId person, Time at);

}  // namespace ccop::community
