// Attributes and objects of MISP as they were, kept beside or instead of what they became: what goes back to MISP is
// then the same.
#pragma once

#include "exchange/misp/parts.hpp"

namespace ccop::exchange::misp {

[[nodiscard]] Json kept_attribute(const Json& attribute, bool with_data);
/// Those that are not deleted.
[[nodiscard]] Json kept_attributes(const Json& object, bool with_data);
[[nodiscard]] Json kept_references(const Json& object);
/// An object and its parts.
[[nodiscard]] Json kept_objects(const Json& object, const Parts& parts);
/// Puts what an object or attribute says of itself, beside its values, into properties `x_misp_...`.
void keep_fields(Json& json, const Json& holder, std::initializer_list<const char*> names);

/// A kept one as MISP has it.
[[nodiscard]] Json as_misp_has_it(const Json& kept);

}  // namespace ccop::exchange::misp
