#include "base/bounds.hpp"

namespace ccop::bounds {

std::string_view text(std::string_view text, std::size_t least, std::size_t most) {
  const bool is_short = text.size() < least || (least > 0 && text.find_first_not_of(" \t\r\n") == std::string::npos);
  if (is_short || text.size() > most)
    throw BadInput{"", std::to_string(least) + " to " + std::to_string(most) + " bytes of text"};
  return text;
}

std::string text_schema(std::size_t least, std::size_t most) {
  const std::string shortest = least > 0 ? R"("minLength":)" + std::to_string(least) + "," : "";
  return R"({"type":"string",)" + shortest + R"("maxLength":)" + std::to_string(most) + "}";
}

std::string number_schema(std::uint32_t least, std::uint32_t most) {
  return R"({"type":"integer","minimum":)" + std::to_string(least) + R"(,"maximum":)" + std::to_string(most) + "}";
}

std::string list_schema(std::string_view items, std::size_t least, std::size_t most) {
  const std::string fewest = least > 0 ? R"(,"minItems":)" + std::to_string(least) : "";
  return R"({"type":"array","items":)" + std::string{items} + fewest + R"(,"maxItems":)" + std::to_string(most) + "}";
}

void list(std::size_t size, std::size_t least, std::size_t most) {
  if (size < least) throw BadInput{"", "at least " + std::to_string(least) + " items"};
  if (size > most) throw BadInput{"", "at most " + std::to_string(most) + " items"};
}

}  // namespace ccop::bounds
