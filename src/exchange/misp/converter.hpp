// Goes through an event of MISP's and gathers what it is in STIX. converter.cpp has its attributes and objects,
// said_of.cpp what is said of them: galaxies, sightings, reports.
#pragma once

#include "exchange/misp/events.hpp"
#include "exchange/misp/parts.hpp"
#include "exchange/misp/writer.hpp"

#include <set>

namespace ccop::exchange::misp {

class Converter {
 public:
  explicit Converter(const Making& making) : making_(making) {}

  void event(const Json& event);
  /// One that was looked for, without its event.
  void lone_attribute(const Json& attribute);
  void lone_objects(const Json& objects);
  void refuse(std::string mistake) { mistakes_.push_back(std::move(mistake)); }
  [[nodiscard]] FromMisp made() &&;

 private:
  using AllTold = std::vector<std::pair<const Thing*, Told>>;  ///< with the thing that each is told of

  void begin(Microseconds at);
  std::optional<Uuid> uuid_in(const Json& json, const char* what);
  [[nodiscard]] Level level_of(const Json& holder) const;

  void take_attribute(const Json& attribute);
  Ids convert_attribute(const Json& attribute, const Uuid& uuid, Level level);
  Ids whole_of(const Thing& thing, const Json& attribute, const Uuid& uuid, Level level);
  void remark_on(const Json& attribute, const std::string& value);

  void take_objects(const Json& objects);
  void take_object(const Json& object);
  void gather(const Json& object, const Uuid& uuid, AllTold& all);
  Ids translate(const Thing& thing, const Json& holder, const AllTold& all, const Uuid& uuid, Level level,
                const Json& beside);
  Ids observe(const Thing& thing, const Json& holder, const AllTold& all, const Uuid& uuid, Level level,
              const Json& beside);
  Ids describe(const Thing& thing, const Json& holder, const AllTold& all, const Uuid& uuid, Level level,
               const Json& beside);
  [[nodiscard]] Json annotated_by(const Json& object) const;
  void say_what_became_of(const Json& object, const Uuid& uuid, const Ids& ids);
  void keep_as_it_is(const Json& object, const Uuid& uuid, Ids ids = {});
  void detect_by_parts_of(const Json& object, const std::string& kept);
  void relate_references_of(const Json& object);

  // What is said of things (said_of.cpp).
  std::string organization(const Json& one);
  Ids clusters_of(const Json& holder);
  void take_what_is_said_of(const Ids& ids, const Json& holder);
  void take_sighting(const Ids& ids, const Json& sighting);
  void take_event_report(const Json& text);
  void report(const Json& event, const Uuid& uuid);
  /// What it was before and is no more, by an earlier version of it.
  void supersede(const Uuid& uuid, const Json& holder, const Ids& became);
  void drop(const Json& deleted, std::string_view what);

  Making making_;
  Writer out_;
  std::vector<std::string> mistakes_;
  std::vector<std::string> narrow_;
  std::vector<Superseded> superseded_;
  Leftovers left_out_;
  std::string id_;                             ///< of this event's report; empty where there is no event
  std::shared_ptr<const std::string> within_;  ///< the same, for what may be taken back
  bool published_{};
  std::size_t attributes_{};
  std::set<std::string> once_;  ///< identities and clusters, which events share
  std::map<Uuid, Ids> became_;  ///< of this event's attributes and objects
  Parts parts_;
};

}  // namespace ccop::exchange::misp
