// The forms that a text must have where a property is of such a type.
#pragma once

#include "exchange/stix/schema.hpp"

#include <string_view>

namespace ccop::exchange {

struct TextForm {
  ValueType type{};
  std::string_view expected;
  bool (*fits)(std::string_view){};
};

/// Null for what is no text of a form.
[[nodiscard]] const TextForm* text_form(ValueType type);

}  // namespace ccop::exchange
