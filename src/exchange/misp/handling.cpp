#include "exchange/misp/handling.hpp"

#include "base/text.hpp"
#include "exchange/misp/fields.hpp"

namespace ccop::exchange::misp {
namespace {

/// Two words of MISP's taxonomy are no level: `tlp:ex:chr` says who may not be named, `tlp:unclear` says nothing.
std::optional<Level> level_of_tag(const std::string& name) {
  if (name == "tlp:unclear" || name == "tlp:ex:chr") return std::nullopt;
  return parse_level(name).value_or(Level::red);
}

}  // namespace

std::optional<Level> level_in(const Json& tagged) {
  std::optional<Level> found;
  for (const auto& tag : list_in(tagged, "Tag"))
    if (const std::string name = in_small_letters(text_of(tag, "name")); name.starts_with("tlp:"))
      if (const auto level = level_of_tag(name)) found = found ? std::max(*found, *level) : *level;
  return found;
}

void append_narrow(std::vector<std::string>& narrow, const Json& holder, const std::string& what) {
  const std::string distribution = text_of(holder, "distribution");
  if (distribution == "0") narrow.push_back(what + " is for its own organization alone (distribution 0)");
  if (distribution == "4") narrow.push_back(what + " is for a sharing group (distribution 4)");
  for (const std::string_view parts : {"Attribute", "Object"})
    for (const auto& part : list_in(holder, parts.data()))
      if (part.is_object() && !says_yes(part, "deleted"))
        append_narrow(narrow, part, (parts == "Object" ? "object " : "attribute ") + text_of(part, "uuid"));
}

}  // namespace ccop::exchange::misp
