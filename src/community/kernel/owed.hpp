// What the desk shows somebody of what is owed: the duties that they can meet.
#pragma once

#include "community/kernel/duty.hpp"

namespace ccop::community {

struct Community;

/// Whether the person is among those who owe it: speaks for the seat, or is of the body.
[[nodiscard]] bool owes(const Community& now, const Duty& duty, PersonId person, Time at);

/// What this person owes of the chapter's duties and can meet by a command.
template <class Chapter>
[[nodiscard]] std::vector<Task> tasks_from_duties(const Community& now, PersonId person, Time at) {
  Duties all;
  Chapter::duties(now, at, all);
  std::vector<Task> found;
  for (const Duty& duty : all)
    if (!duty.met_by.empty() && owes(now, duty, person, at)) found.push_back(duty.what);
  return found;
}

}  // namespace ccop::community
