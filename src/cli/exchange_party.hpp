// Who asks at the exchange from the command line: whoever administers the host, as the Management Committee, or as one
// of the organizations; and which marking was said.
#pragma once

#include "cli/program.hpp"
#include "exchange/sharing.hpp"

namespace ccop::cli {

/// Throws StoreError where no organization is called so.
[[nodiscard]] community::Sharer sharer_of(const community::Community& state, const ExchangeSettings& settings);
/// AMBER where none was said. Throws StoreError for what is no word of TLP.
[[nodiscard]] exchange::Level level_said(const ExchangeSettings& settings);

}  // namespace ccop::cli
