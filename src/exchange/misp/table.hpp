// Which attribute and which object of MISP is what in STIX: mapping.misp, read once.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ccop::exchange::misp {

/// Which element of a list an attribute goes to.
enum class Element { none, of_relation, of_attribute, of_object, any };

/// One property on the way from an object to a place.
struct Step {
  std::string property;
  Element element{Element::none};
  std::string refers_to;  ///< the type of object that the way goes on in; empty: in this one
};

enum class Content { value, first_part, second_part, data, words };
enum class Joined { not_at_all, by_space, by_slash };

struct Place {
  std::string root;  ///< the type that the path begins at, where it is another one than the thing's
  std::vector<Step> steps;
  Content content{Content::value};
  std::string words;  ///< for Content::words; $ is the value
  bool is_observed{true};
  bool is_in_pattern{true};
  bool in_small_letters{};
  Joined joined{Joined::not_at_all};
};

/// What an attribute or an object of MISP is.
struct Thing {
  std::string root;                  ///< a type of STIX
  std::vector<std::string> part_of;  ///< names of the objects that it is a part of, when they refer to it
  std::map<std::string, std::vector<Place>, std::less<>> places;  ///< by relation; an attribute's stand under ""
  std::vector<Place> always;
  std::vector<Place> otherwise;  ///< where nothing else stands there
  std::vector<Step> rest;        ///< where the relations without places go
};

class Table {
 public:
  /// The table as it is built in. Throws std::logic_error for a mistake in it.
  [[nodiscard]] static const Table& built_in();
  explicit Table(std::string_view text);

  /// Null for what STIX has no place for.
  [[nodiscard]] const Thing* attribute(std::string_view type) const;
  [[nodiscard]] const Thing* object(std::string_view name) const;
  /// MISP's default for attributes of this type.
  [[nodiscard]] std::string category(std::string_view type) const;
  [[nodiscard]] const std::map<std::string, Thing, std::less<>>& attributes() const { return attributes_; }

 private:
  std::map<std::string, Thing, std::less<>> attributes_;
  std::map<std::string, Thing, std::less<>> objects_;
  std::map<std::string, std::string, std::less<>> categories_;
};

extern const char* const mapping_text;

}  // namespace ccop::exchange::misp
