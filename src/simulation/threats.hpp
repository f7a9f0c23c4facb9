// What the demonstration's members share: a few incidents, a campaign, the techniques that were used.
#pragma once

#include "exchange/exchange.hpp"

namespace ccop::simulation {

/// The id of an incident among the examples, which the demonstration's community agrees to release.
[[nodiscard]] std::string example_to_release();

/// Shares the examples as of `today`, by three of the organizations and by the community.
void share_examples(exchange::Exchange& exchange, const std::string& slug, const community::Community& state,
                    Time today);

}  // namespace ccop::simulation
