// MISP's galaxies: collections of threat actors, techniques, tools and the like, which STIX has types for.
#pragma once

#include "exchange/compose.hpp"

namespace ccop::exchange::misp {

/// The type of object that a cluster of this galaxy is; empty when STIX has none.
[[nodiscard]] std::string stix_type_of_galaxy(std::string_view galaxy_type);
/// Puts into an object of that type what its cluster says: names, description, references, phases.
void describe_cluster(Json& json, const Json& cluster);

}  // namespace ccop::exchange::misp
