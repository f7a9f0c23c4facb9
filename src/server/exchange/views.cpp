#include "server/exchange/views.hpp"

namespace ccop::server {

std::string Marking::schema(schema::Components& components) {
  return components.refer("Marking", typeid(Marking), [] {
    std::vector<std::string> words;
    words.reserve(exchange::all_levels.size());
    for (const exchange::Level one : exchange::all_levels) words.emplace_back(exchange::word_of(one));
    return schema::enumeration(words);
  });
}

void Maker::write_json(std::string& out) const {
  if (is_community)
    out += "\"community\"";
  else
    OrNull<community::OrganizationId>{organization}.write_json(out);
}

std::string Maker::schema(schema::Components& components) {
  return R"({"anyOf":[{"type":"null"},)" + schema::of<community::OrganizationId>(components) + "," +
         schema::enumeration({"community"}) + "]}";
}

}  // namespace ccop::server
