// How far an event of MISP, or a part of it, may travel: its tags of TLP, and its distribution.
#pragma once

#include "exchange/json.hpp"
#include "exchange/marking.hpp"

namespace ccop::exchange::misp {

/// The strictest of the TLP tags that something has, whatever their case; red for one that nobody knows.
[[nodiscard]] std::optional<Level> level_in(const Json& tagged);

/// Appends a sentence for the event and each part of it that MISP would give to its own organization alone
/// (distribution 0) or to a sharing group (4). No marking of TLP says the same. `what` names the holder.
void append_narrow(std::vector<std::string>& narrow, const Json& holder, const std::string& what);

}  // namespace ccop::exchange::misp
