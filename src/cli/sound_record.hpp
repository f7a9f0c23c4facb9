// For commands that believe a record only once they decided it again.
#pragma once

#include "cli/program.hpp"
#include "host/texts.hpp"

#include <functional>

namespace ccop::cli {

struct RecordToDecide {
  std::string record;  ///< a data folder or an export
  std::string at;      ///< what time it is, for a simulated record; empty: now
};

/// Audits the record, and gives what `then` does with the state that a sound one gives; for another says what is wrong,
/// and gives 1.
int with_sound_record(const DataOptions& options, const RecordToDecide& asked,
                      const std::function<int(const community::Community&, const host::Texts&)>& then);

}  // namespace ccop::cli
