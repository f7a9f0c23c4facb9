// Files of MISP events: taken in, with what later versions take back; and written out of the exchange.
#pragma once

#include "exchange/compose.hpp"
#include "exchange/intake.hpp"

#include <ostream>

namespace ccop::exchange {

/// Throws BundleMistake when it is no JSON of MISP.
void take_events(const std::string& text, const std::string& name, const Making& making, Intake& intake);

/// The names of identities that stand in no list: the community's and its organizations'.
using NamesOfIdentities = std::map<std::string, std::string, std::less<>>;

/// What stands in these lists, the oldest first, as events of MISP's: reports and groupings as events of their own with
/// what they refer to, the rest by its authors, at most 10,000 in each.
Exported write_misp(store::ObjectStore& store, const std::vector<store::ListId>& lists, const std::string& info,
                    std::ostream& out, const NamesOfIdentities& names = {}, NamesTold told = {});
/// The first of these objects, an incident, a report or whatever else, with the others as one event; what they refer to
/// beyond is looked for in the lists.
Exported write_misp(store::ObjectStore& store, const std::vector<store::ListId>& lists,
                    const std::vector<store::ObjectRow>& rows, std::ostream& out, NamesTold told = {});

}  // namespace ccop::exchange
