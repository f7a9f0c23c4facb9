#include "exchange/stix/examination.hpp"
#include "exchange/stix/place.hpp"
#include "exchange/stix/selector.hpp"

namespace ccop::exchange {
namespace {

namespace dom = simdjson::dom;

void read_times(dom::object object, Examined& result) {
  const auto time = [&](const char* name) -> std::optional<Microseconds> {
    std::string_view text;
    return object[name].get(text) == simdjson::SUCCESS ? parse_timestamp(text) : std::nullopt;
  };
  StixObject& read = result.object;
  read.created = time("created");
  const auto modified = time("modified");
  read.version = modified ? modified : read.created;
  if (read.created && modified && *modified < *read.created)
    result.errors.push_back({read.id(), "modified", "a time not before `created`"});
  bool revoked = false;
  if (object["revoked"].get(revoked) == simdjson::SUCCESS) read.revoked = revoked;
  std::string_view by;
  if (object["created_by_ref"].get(by) == simdjson::SUCCESS) read.created_by = by;
}

void read_granular(dom::object object, dom::array list, Examined& result) {
  std::int64_t index = 0;
  for (const dom::element item : list) {
    std::string_view id;
    if (item["marking_ref"].get(id) == simdjson::SUCCESS) result.object.markings.emplace_back(id);
    dom::array selectors;
    std::string_view selector;
    const Place list_place{nullptr, "granular_markings"};
    const Place place{&list_place, {}, index++};
    if (item["selectors"].get(selectors) != simdjson::SUCCESS) continue;
    for (const dom::element one : selectors)
      if (one.get(selector) != simdjson::SUCCESS || !selects(object, selector))
        result.errors.push_back({result.object.id(), Place{&place, "selectors"}.text(),
                                 "selectors of what stands in the object, such as labels.[0]"});
  }
}

}  // namespace

void read_times_and_markings(dom::object object, Examined& result) {
  read_times(object, result);
  dom::array list;
  std::string_view id;
  if (object["object_marking_refs"].get(list) == simdjson::SUCCESS)
    for (const dom::element item : list)
      if (item.get(id) == simdjson::SUCCESS) result.object.markings.emplace_back(id);
  if (object["granular_markings"].get(list) == simdjson::SUCCESS) read_granular(object, list, result);
}

}  // namespace ccop::exchange
