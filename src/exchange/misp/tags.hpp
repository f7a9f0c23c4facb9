// What STIX says of an object beside its value, as tags of MISP's and back: MISP keeps a tag where it has no field.
// Ours begin with `stix:`; what of an attribute STIX has no property for stands in labels that begin with `misp:`.
#pragma once

#include "exchange/json.hpp"

#include <string>

namespace ccop::exchange::misp {

/// `misp:type="domain"`
[[nodiscard]] std::string own_label(std::string_view name, std::string_view value);
/// The value of such a label among an object's; empty where there is none.
[[nodiscard]] std::string labelled(const Json& object, std::string_view name);

/// Puts the tags of something into the object that it becomes: what ours say to where it belongs, the others as labels.
void take_tags(Json& json, const Json& holder);
/// The tag of a name, where it is not the value.
[[nodiscard]] std::string name_tag(std::string_view name);
/// The tags that say what an object's labels, confidence, references, kinds and phases say, and how far it may go.
[[nodiscard]] Json tags_of(const Json& object);

}  // namespace ccop::exchange::misp
