// Silence counts only where the text was delivered (clause 5.4): which seats a silence procedure asks and which it has
// not reached, and until when it runs because of that.
#pragma once

#include "community/decisions/state.hpp"

namespace ccop::community {

/// How long before the deadline the Secretary owes to reach whom nothing reached.
inline constexpr auto reaching_begins = hours{24};
/// How long after its deadline a silence procedure waits for a seat that it did not reach.
inline constexpr auto longest_wait = days{30};

/// Until when a silence procedure runs, as things stand.
struct SilenceClock {
  Time ends{};
  bool waits{};  ///< for a seat that has not got the text: at `ends` it then lapses, without a result
};

/// Those seats that are asked and are Members' at that time: a seat that left is asked no more.
[[nodiscard]] std::vector<OrganizationId> asked_at(const Community& now, const Motion& motion, Time at);
/// Of these, the ones to which the text has not come.
[[nodiscard]] std::vector<OrganizationId> unreached(const Community& now, const Motion& motion, Time at);

/// Only of a motion with a deadline. The later of it and of the charter's hours after the text came to the last seat;
/// the deadline alone where objections stop it anyhow, or rules before version 3 opened it.
[[nodiscard]] SilenceClock clock_of(const Community& now, const Motion& motion, Time at);

/// Those seats without which the silence would not have been over at that time, had the host not said that a mail
/// server took the text for them.
[[nodiscard]] std::vector<OrganizationId> resting_on_the_host(const Community& now, const Motion& motion, Time at);

/// A seat from which something is awaited while a silence procedure runs: a Member's, for which somebody speaks who has
/// neither read the text nor objected.
struct SilentSeat {
  OrganizationId organization{};
  Time by{};        ///< until when the text should be read, or can be objected to
  bool is_asked{};  ///< else it became a Member's later, or rules before version 3 opened the procedure
};
[[nodiscard]] std::vector<SilentSeat> silent_seats(const Community& now, const Motion& motion, Time at);

/// Since when the Secretary owes to reach the seats that nothing reached; empty where there are none, or it is early.
[[nodiscard]] std::optional<Time> reaching_since(const Community& now, const Motion& motion, Time at);

}  // namespace ccop::community
