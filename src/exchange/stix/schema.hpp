// What STIX 2.1 says of each object type: its properties, their types, what is required. Read once from two tables
// (types.stix, vocabularies.stix) that follow the specification's own.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ccop::exchange {

enum class Kind { domain, relationship, observable, meta };

enum class ValueType {
  string,
  integer,
  size,        ///< an integer that is not negative
  port,        ///< 0 to 65535
  percentage,  ///< 0 to 100
  floating,
  boolean,
  timestamp,
  ipv4,
  ipv6,
  mac,
  email,
  url,
  registry_key,
  language,
  cpe,
  character_set,
  binary,  ///< base64
  hex,
  hashes,
  dictionary,
  extensions,
  observables,  ///< the deprecated `objects` of observed data
  identifier,
  reference,
  closed_word,
  open_word,
  part
};

struct Group;

struct PropertyRule {
  ValueType type{};
  bool is_list{};
  bool required{};
  bool only_since_21{};  ///< `required` counts only where spec_version is 2.1
  std::string argument;  ///< the vocabulary's or part's name, or the types that a reference may name
  const std::set<std::string, std::less<>>* words{};
  const Group* part{};
  std::vector<std::string> targets;
};

/// The properties of a type, common ones among them, or of a part of one.
struct Group {
  std::string name;
  Kind kind{};
  std::map<std::string, PropertyRule, std::less<>> properties;
  std::vector<std::string> required;
};

class Schema {
 public:
  /// The tables as they are built in. Throws std::logic_error for a mistake in them.
  [[nodiscard]] static const Schema& stix21();

  /// Empty for a type that STIX doesn't define.
  [[nodiscard]] const Group* type(std::string_view name) const;
  [[nodiscard]] const Group* part(std::string_view name) const;
  /// A type or an extension as STIX 2.0 had it within an observation.
  [[nodiscard]] const Group* older(std::string_view name) const;
  /// What no object may have for a property, in STIX 2.0 or in 2.1.
  [[nodiscard]] const std::set<std::string, std::less<>>& reserved_names(bool older) const;
  [[nodiscard]] bool is_extension_type(std::string_view word) const;
  /// The properties that every object of a kind may have: all that is known of a custom type.
  [[nodiscard]] const Group& common(Kind kind) const;
  [[nodiscard]] const std::map<std::string, Group, std::less<>>& types() const { return types_; }

  Schema(std::string_view types, std::string_view vocabularies);

 private:
  [[nodiscard]] PropertyRule rule_of(std::string_view type, std::string_view need);

  std::map<std::string, std::set<std::string, std::less<>>, std::less<>> vocabularies_;
  std::map<std::string, Group, std::less<>> types_;
  std::map<std::string, Group, std::less<>> parts_;
  std::map<std::string, Group, std::less<>> older_;  ///< those alone that differ
  std::map<Kind, Group> common_;
};

/// Whether a reference to these targets may name an object of this type.
[[nodiscard]] bool may_refer_to(std::string_view type, const std::vector<std::string>& targets);

extern const char* const stix_types;
extern const char* const stix_vocabularies;

}  // namespace ccop::exchange
