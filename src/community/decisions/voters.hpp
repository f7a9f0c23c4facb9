// Who may speak to a motion that is open now, and for which organization: what voting and objecting share.
#pragma once

#include "community/decisions/state.hpp"

#include <variant>

namespace ccop::community {

[[nodiscard]] std::variant<const Motion*, Refusal> open_motion(const Community& now, MotionId id);

/// The organization for which the asker may speak to this motion now: present in its session, or anywhere for a silence
/// procedure.
[[nodiscard]] std::variant<OrganizationId, Refusal> voter(const Community& now, const Motion& motion,
                                                          const Asking& asking);

}  // namespace ccop::community
