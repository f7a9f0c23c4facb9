// What objects of STIX are in an event of MISP: attributes, objects, reports.
#pragma once

#include "exchange/compose.hpp"
#include "exchange/left_out.hpp"
#include "exchange/misp/backwards.hpp"

#include <set>

namespace ccop::exchange::misp {

class Contents {
 public:
  /// `objects` must last.
  Contents(const std::vector<Json>& objects, Microseconds now, const FindObject& find, Leftovers& left_out);

  Json attributes = Json::array();
  Json objects = Json::array();
  Json reports = Json::array();
  std::uint64_t written{};  ///< objects of STIX that went in

 private:
  /// What one attribute or object of MISP became, or one object of another origin.
  struct Group {
    const Json* indicator{};
    const Json* observed{};
    const Json* kept{};       ///< an x-misp-attribute or x-misp-object
    const Json* described{};  ///< a vulnerability, a campaign or the like
  };
  void sort_in(const Json& object);
  [[nodiscard]] bool is_between_what_goes_out_as_one(const Json& relationship) const;
  void add(const Uuid& uuid, const Group& group);
  void add_kept_object(const Json& kept);
  bool add_objects_as_they_were(const Group& group);
  bool add_attribute_as_it_was(const Uuid& uuid, const Group& group);
  void add_indicator(const Uuid& uuid, const Json& indicator);
  void add_described(const Uuid& uuid, const Json& described);
  void add_report(const Json& note);
  Json& put(const Json& holder, const Uuid& uuid, const Attribute& attribute, bool detects);
  void leave_out(std::string_view reason, const Json& object);
  void tell_properties(const Json& indicator);
  [[nodiscard]] std::string value_of(const Uuid& uuid, const Group& group, const std::string& type) const;
  [[nodiscard]] const Json* find(const std::string& id) const;
  [[nodiscard]] bool detects(const Json* indicator) const;
  [[nodiscard]] std::string_view why_not(const Json& indicator) const;
  [[nodiscard]] Json sightings_of(const Uuid& uuid) const;
  void put_data(Json& attribute) const;

  Microseconds now_;
  const FindObject& find_;
  Leftovers& left_out_;
  std::map<std::string, const Json*> by_id_;
  std::map<Uuid, Group> groups_;
  std::vector<Uuid> order_;
  std::multimap<Uuid, const Json*> sightings_;  ///< by whatever they are of
  std::set<std::string> observed_;              ///< ids of what observations of MISP's refer to
  std::set<Uuid> within_;                       ///< attributes that go out within an object
};

}  // namespace ccop::exchange::misp
