// What each chapter tells of a simulated community, in src/simulation/<chapter>.cpp: `story` specialized for it. A
// chapter without one does not link.
#pragma once

#include "simulation/world.hpp"

namespace ccop::simulation {

/// What there is to tell of. The course of a year (course.hpp) says when, but for what happens within a meeting.
enum class Occasion {
  founding,           ///< the community begins
  staffing,           ///< vacant seats are filled
  first_offices,      ///< the founding's offices are filled from among those who hold seats
  new_year,           ///< the year's first business
  mid_year,           ///< the mid-year meeting, and what follows it
  symposium,          ///< the annual symposium
  executive_session,  ///< of a meeting: the session is open, and whoever is present decides

  questions,  ///< the members adopt what they ask each other in secret
  round,      ///< and ask it, from the call to the result
  ballots,    ///< and ask it, from the call to the close: the totals await their trustees

  // Of the demonstration alone:
  demo_release,    ///< in the weeks before today, the members agree to let something out
  demo_call,       ///< a few days before today, they are called to answer from today on
  demo_symposium,  ///< today a symposium lies ahead, and what it needs is called for
  demo_session,    ///< today an extraordinary session is under way
  demo_decision,   ///< in that session, something stands open
};

struct Scene {
  Occasion occasion{};
  unsigned year{};  ///< from 0
  /// Within a meeting: the session that is open, and who came.
  community::SessionId session{};
  std::vector<community::PersonId> present{};
  Time today{};  ///< of the demonstration, where that is to come
};

/// What the chapter tells of a scene: nothing, of most.
template <class Chapter>
void story(World& world, const Scene& scene);

/// Every chapter tells of the scene, in the order of the list of chapters.
void play(World& world, const Scene& scene);

}  // namespace ccop::simulation
