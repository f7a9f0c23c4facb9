// Events of MISP as tests bring them, and what becomes of them.
#pragma once

#include "exchange/misp/events.hpp"
#include "exchange/stix/examine.hpp"

#include <gmock/gmock.h>

namespace ccop::exchange::testing {

inline const Making making{"", 1'767'225'600'000'000, Level::amber, false};

inline Json attribute(const std::string& type, const std::string& value, bool to_ids = true) {
  return {{"uuid", "91ae0a21-c7ae-4c7f-b84b-b84a7ce53d1f"},
          {"type", type},
          {"category", "Network activity"},
          {"value", value},
          {"timestamp", "1603642920"},
          {"comment", "c"},
          {"to_ids", to_ids}};
}
inline Json event(Json more = Json::object()) {
  Json json{{"uuid", "a6ef17d6-91cb-4a05-b10b-2f045daf874b"},
            {"info", "An event"},
            {"timestamp", "1603642920"},
            {"published", true},
            {"publish_timestamp", "1603642925"},
            {"Orgc", {{"uuid", "a0c22599-9e58-4da4-96ac-7051603fa951"}, {"name", "MISP-Project"}}}};
  json.update(more);
  return {{"Event", json}};
}
inline std::vector<Json> objects_of(const Json& json) {
  auto made = from_misp(json.dump(), making);
  EXPECT_THAT(made.mistakes, ::testing::IsEmpty());
  for (const auto& object : made.objects) {
    const auto examined = Examiner{}.examine(object.dump());
    EXPECT_TRUE(examined.errors.empty()) << object << examined.errors.front().sentence();
  }
  return made.objects;
}
inline Json first_of(const std::vector<Json>& objects, const std::string& type) {
  for (const auto& object : objects)
    if (object["type"] == type) return object;
  return Json::object();
}

inline Json object(const std::string& name, char last_of_uuid, const Json& attributes,
                   const Json& references = Json::array()) {
  return {{"uuid", std::string{"5e384ae7-672c-4250-9cda-3b4da964451"} + last_of_uuid},
          {"name", name},
          {"meta-category", "file"},
          {"timestamp", "1603642920"},
          {"Attribute", attributes},
          {"ObjectReference", references}};
}
inline Json related(const std::string& relation, const std::string& type, const std::string& value,
                    bool to_ids = true) {
  static unsigned count = 0;
  Json json = attribute(type, value, to_ids);
  json["object_relation"] = relation;
  std::string uuid = "00000000-0000-4000-8000-000000000000";
  const std::string number = std::to_string(++count);
  json["uuid"] = uuid.replace(uuid.size() - number.size(), number.size(), number);
  return json;
}
inline Json reference(const Json& to, const std::string& kind) {
  return {
      {"uuid", "77777777-7777-4777-8777-777777777777"}, {"referenced_uuid", to["uuid"]}, {"relationship_type", kind}};
}

}  // namespace ccop::exchange::testing
