// Lists of indicators in CSV, in and out.
#pragma once

#include "exchange/files.hpp"

namespace ccop::exchange {

/// Takes lists as they come: one value a line. It stands in the column that is named for it (`value`, `indicator`,
/// `ioc` and the like), or in the first cell that is a value and nothing else; what else a line says is no indicator.
/// `#` begins a remark. A cell that is a word of TLP with `tlp:` before it, or that stands in a column named `marking`
/// or `tlp`, marks its line: with what the place says, the stricter counts. A column `kind` with paths of STIX, as our
/// own lists have it, says what the value is.
[[nodiscard]] std::unique_ptr<FileReader> csv_reader(std::string name, Making making, Intake& intake);

/// What an indicator looks for, where that is a value or several of which each suffices.
struct ListedValue {
  std::string kind;  ///< a path of STIX
  std::string value;
};
[[nodiscard]] std::optional<std::vector<ListedValue>> listed_values(const Json& indicator);

/// The values that the indicators in these lists look for, one a line: kind, value, marking, name, indicator. One that
/// says more than a value is left out, and told.
Exported write_csv(store::ObjectStore& store, const std::vector<store::ListId>& lists, std::ostream& out,
                   NamesTold told = {});
/// The same of these objects alone.
Exported write_csv(const std::vector<store::ObjectRow>& rows, std::ostream& out, NamesTold told = {});

}  // namespace ccop::exchange
