// What somebody owes the community: each chapter names its own, and everything that reminds, shows or reports asks the
// one function `duties` of community/duties.hpp for them. Nothing else computes a deadline.
#pragma once

#include "community/kernel/task.hpp"

#include <boost/describe.hpp>

#include <string_view>
#include <vector>

namespace ccop::community {

/// Whose a duty is: a seat's or a body's, never only a person's, so that it stays when the person goes (clause 4.2).
enum class Owner { seat, secretary, co_chairs, committee, membership };
BOOST_DESCRIBE_ENUM(Owner, seat, secretary, co_chairs, committee, membership)

/// Whom a step of a ladder reaches.
enum class Audience { owner, secretary, co_chairs };
BOOST_DESCRIBE_ENUM(Audience, owner, secretary, co_chairs)

/// A step of reminding, or, where it reaches others than the owner, of escalating.
struct Step {
  Time at;
  Audience to{};

  bool operator==(const Step&) const = default;
};

struct Duty {
  std::string_view chapter{};  ///< `duties` fills it in
  Task what;                   ///< its kind, what it is about, and when it is due, where it has a time of its own
  std::string_view clause;     ///< a topic of clause.hpp: why it is owed
  Owner owner{};
  std::optional<OrganizationId> seat{};  ///< whose, where a seat owes it
  Time since;
  std::string_view met_by;           ///< the command that meets it; empty where it ends by itself at its time
  std::vector<Time> announced_at{};  ///< when its owner is reminded, where its clause says so itself
  std::vector<Step> ladder{};        ///< in the order of time; `duties` fills it in
};

/// What the chapters tell is owed.
using Duties = std::vector<Duty>;

}  // namespace ccop::community
