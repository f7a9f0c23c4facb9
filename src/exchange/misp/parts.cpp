#include "exchange/misp/parts.hpp"

#include "exchange/misp/fields.hpp"

#include <algorithm>

namespace ccop::exchange::misp {
namespace {

bool is_malicious_script(const Json& object) {
  return text_of(object, "name") == "script" &&
         std::ranges::any_of(list_in(object, "Attribute"), [](const Json& attribute) {
           return text_of(attribute, "object_relation") == "state" && text_of(attribute, "value") == "Malicious";
         });
}

/// The object that a reference leads to, if it is a part of the objects of this name.
const Json* part_at(const Json& reference, const std::string& name, const std::map<Uuid, const Json*>& by_uuid) {
  const auto uuid = parse_uuid(text_of(reference, "referenced_uuid"));
  const auto found = uuid ? by_uuid.find(*uuid) : by_uuid.end();
  if (found == by_uuid.end() || says_yes(*found->second, "deleted")) return nullptr;
  const Thing* thing = thing_of(*found->second);
  const bool is_part = thing != nullptr && std::ranges::find(thing->part_of, name) != thing->part_of.end();
  return is_part ? found->second : nullptr;
}

}  // namespace

const Thing* thing_of(const Json& object) {
  return Table::built_in().object(is_malicious_script(object) ? "malicious-script" : text_of(object, "name"));
}

Parts::Parts(const Json& objects) {
  std::map<Uuid, const Json*> by_uuid;
  for (const auto& object : objects)
    if (const auto uuid = parse_uuid(text_of(object, "uuid"))) by_uuid[*uuid] = &object;
  for (const auto& [uuid, object] : by_uuid)
    for (const auto& reference : list_in(*object, "ObjectReference"))
      if (const Json* part = part_at(reference, text_of(*object, "name"), by_uuid))
        if (parts_.insert(*parse_uuid(text_of(*part, "uuid"))).second) of_[uuid].push_back(part);
}

std::vector<const Json*> Parts::of(const Json& object) const {
  const auto uuid = parse_uuid(text_of(object, "uuid"));
  const auto found = uuid ? of_.find(*uuid) : of_.end();
  return found == of_.end() ? std::vector<const Json*>{} : found->second;
}

std::vector<const Json*> Parts::take_from(const Json& object) {
  auto parts = of(object);
  if (const auto uuid = parse_uuid(text_of(object, "uuid"))) of_.erase(*uuid);
  return parts;
}

}  // namespace ccop::exchange::misp
