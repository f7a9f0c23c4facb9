// Values before and after an author disguised them.
#pragma once

#include "exchange/free_text/chance.hpp"

#include <string>

namespace ccop::exchange::free_text_lines {

struct Value {
  std::string kind;
  std::string value;    ///< as it is expected
  std::string written;  ///< as it stands in the line
  bool is_beyond_ascii{};
};

[[nodiscard]] Value some_value(Chance& chance);

/// Something that looks like a value and is none.
[[nodiscard]] std::string some_decoy(Chance& chance);

}  // namespace ccop::exchange::free_text_lines
