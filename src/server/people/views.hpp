// People as pages show them.
#pragma once

#include "server/kernel/reading.hpp"

namespace ccop::server {

/// A content that a person keeps about themselves.
struct Profile {
  std::optional<std::string> name;
  std::optional<std::string> title;
  std::optional<std::string> email;
};
BOOST_DESCRIBE_STRUCT(Profile, (), (name, title, email))

struct PersonView {
  community::PersonId id{};
  bool is_guest{};
  Words name;
  Words title;
  std::optional<SureWords> email;
  bool enrolled{};
  Words organization;
  std::optional<ShownView> wording;  ///< the profile, where somebody may be chosen or put aside
  std::optional<May> may;
};
BOOST_DESCRIBE_STRUCT(PersonView, (), (id, is_guest, name, title, email, enrolled, organization, wording, may))

/// Whoever registers people by the thousand makes nobody's page longer than this.
constexpr std::uint32_t people_at_once = 200;

struct PeopleView {
  std::vector<PersonView> people;  ///< in the order of their ids
  OrNull<std::uint32_t> before;    ///< with which the query asks for those who came earlier, where there are any
  May may;
};
BOOST_DESCRIBE_STRUCT(PeopleView, (), (people, before, may))

[[nodiscard]] PersonView person_view(const Reading& here, community::PersonId id);
/// With the profile, for whoever decides on this person.
[[nodiscard]] PersonView person_decided_on(const Reading& here, community::PersonId id);
[[nodiscard]] OrNull<PersonView> person_view(const Reading& here, std::optional<community::PersonId> id);
[[nodiscard]] Words name_of(const Reading& here, community::PersonId id);
/// The latest of them; the query names from where on (`before`).
[[nodiscard]] PeopleView people_view(const Reading& here);

}  // namespace ccop::server
