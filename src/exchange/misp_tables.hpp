// Which attribute of MISP is which pattern and which observable of STIX (misp-stix, attributes to STIX 2.1).
#pragma once

#include <string>
#include <string_view>

namespace ccop::exchange::misp {

struct Mapping {
  std::string_view type;
  std::string_view pattern;     ///< $1 and $2 stand for the value's parts, $4 for the kind of address that $1 is
  std::string_view observable;  ///< type and property of what was seen; empty: there is none
  bool is_pair{};               ///< the value has two parts, joined by |
  std::string_view pattern_type{"stix"};
};

[[nodiscard]] const Mapping* mapping_of(std::string_view attribute_type);
/// The type of object that a cluster of this galaxy is; empty when STIX has none.
[[nodiscard]] std::string stix_type_of_galaxy(std::string_view galaxy_type);
/// The attribute that a comparison in a pattern is; empty when MISP has none.
[[nodiscard]] std::string attribute_type_of(std::string_view object_type, std::string_view path);
[[nodiscard]] std::string_view category_of(std::string_view attribute_type);

}  // namespace ccop::exchange::misp
