// Lists of indicators in CSV.
#pragma once

#include "exchange/files.hpp"

namespace ccop::exchange {

/// Takes lists as they come: one value a line, whichever column it stands in; `#` begins a remark. A cell that is a
/// word of TLP with `tlp:` before it, or that stands in a column named `marking` or `tlp`, marks its line: with what
/// the place says, the stricter counts.
[[nodiscard]] std::unique_ptr<FileReader> csv_reader(std::string name, Making making, Intake& intake);

}  // namespace ccop::exchange
