// A community with a priority in effect, and a working group that pursues it.
#pragma once

#include "community/duties.hpp"
#include "community/priorities/reviewed.hpp"

namespace ccop::community::testing {

struct WithGroup : WithReview {
  WithGroup() {
    priority = in_effect(time + days{700});
    group = proposed_group();
  }
  /// On terms of a kickoff in ten days, a plan in twenty and an end in two hundred.
  [[nodiscard]] GroupFrame frame() const {
    return {GroupMarking::amber, 12, 4, began + days{10}, began + days{20}, began + days{200}};
  }
  GroupId proposed_group() {
    const GroupId id = groups(now).all.next();
    ask(seats[1], ProposeGroup{priority, words("terms"), frame()});
    return id;
  }
  /// The end of the charter's day, which in Geneva is two hours before that of UTC.
  [[nodiscard]] Time mid_year() const {
    const std::chrono::year_month_day today{std::chrono::floor<days>(time)};
    const Time end = std::chrono::sys_days{today.year() / std::chrono::July / 1} - hours{2};
    return end > time
               ? end
               : Time{std::chrono::sys_days{(today.year() + std::chrono::years{1}) / std::chrono::July / 1}} - hours{2};
  }
  [[nodiscard]] OrganizationId seat(std::size_t i) const { return *membership(now).seat_organization(seats[i], time); }
  /// The second seat leads, the third and the fourth are in.
  void gather() {
    ask(seats[1], VolunteerAsLead{group});
    ask(seats[2], JoinGroup{group});
    ask(seats[3], JoinGroup{group});
  }
  Ruling found() { return ask(secretary(), FoundGroup{group, seat(1), secretary(), mid_year()}); }
  void founded() {
    gather();
    found();
  }
  [[nodiscard]] const Group& the_group() const { return groups(now).all[group]; }
  [[nodiscard]] std::vector<Duty> owed(std::string_view kind) const {
    std::vector<Duty> all = duties(now, time);
    std::erase_if(all, [&](const Duty& duty) { return duty.what.kind != kind; });
    return all;
  }

  Time began = time;
  PriorityId priority{};
  GroupId group{};
};

}  // namespace ccop::community::testing
