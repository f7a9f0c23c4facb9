#include "community/groups/standing.hpp"

#include "community/groups/sentences.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/membership/state.hpp"
#include "community/priorities/state.hpp"

namespace ccop::community {
namespace {

/// No time zone is further from UTC.
constexpr auto most_offset = hours{14};

/// MM-DD, as the charter has it; nothing where it is none.
std::optional<std::chrono::month_day> mid_year_day(const Charter& charter) {
  const std::string& text = charter.work_plan.mid_year;
  const auto number = [&](std::size_t from) {
    return static_cast<unsigned>((text[from] - '0') * 10 + (text[from + 1] - '0'));
  };
  if (text.size() != 5 || text[2] != '-' || text.find_first_not_of("0123456789-") != std::string::npos)
    return std::nullopt;
  const std::chrono::month_day day{std::chrono::month{number(0)}, std::chrono::day{number(3)}};
  if (!day.ok() || day == std::chrono::February / 29) return std::nullopt;
  return day;
}

/// Whoever speaks for that organization; nobody where there is none.
std::optional<Refusal> objection_unless_for(const Community& now, std::optional<OrganizationId> organization,
                                            const Asking& asking) {
  if (organization && membership(now).seat_organization(asking.person, asking.at) == organization) return std::nullopt;
  return refuse(clause::lead_organizations, sentence::only_the_lead);
}

}  // namespace

std::variant<const Group*, Refusal> open_group(const Community& now, GroupId id) {
  const Group* group = groups(now).find(id);
  if (group == nullptr) return refuse(clause::the_record, sentence::no_such_group);
  if (!group->is_open()) return refuse(clause::work_plan, sentence::group_is_over);
  return group;
}

std::variant<const Group*, Refusal> founded_group(const Community& now, GroupId id) {
  auto found = open_group(now, id);
  if (const auto* group = std::get_if<const Group*>(&found); group != nullptr && !(*group)->is_founded())
    return refuse(clause::opt_in, sentence::group_not_founded);
  return found;
}

std::optional<Refusal> objection_to_lead(const Community& now, const Group& group, const Asking& asking) {
  return objection_unless_for(now, lead_of(now, group, asking.at), asking);
}

std::optional<Refusal> objection_to_keeper(const Community& now, const Group& group, const Asking& asking) {
  return objection_unless_for(now, keeper_of(now, group, asking.at), asking);
}

std::optional<Refusal> objection_to_new_lead(const Community& now, const Group& group, OrganizationId lead, Time at) {
  if (group.is_offered_by(lead) && membership(now).organizations[lead].belongs(at)) return std::nullopt;
  return refuse(clause::lead_of_group, sentence::group_needs_a_lead_that_volunteered);
}

std::variant<OrganizationId, Refusal> participant(const Community& now, const Asking& asking) {
  if (const auto organization = membership(now).seat_organization(asking.person, asking.at)) return *organization;
  return refuse(clause::opt_in, sentence::only_seats_take_part);
}

std::optional<Refusal> objection_to_founding(const Community& now, const Group& group, Time at) {
  if (priorities(now).all[group.priority].state != PriorityState::in_effect)
    return refuse(clause::plenary_review, sentence::priority_takes_effect_first);
  if (group.volunteers.empty()) return refuse(clause::lead_of_group, sentence::group_needs_a_lead_that_volunteered);
  const std::size_t in = organizations_in(now, group, at);
  if (in < charter(now).work_plan.least_organizations)
    return refuse(clause::opt_in, sentence::group_needs_organizations, charter(now).work_plan.least_organizations, in);
  return std::nullopt;
}

bool is_next_mid_year(const Charter& charter, Time mid_year, Time at) {
  if (mid_year <= at || mid_year > at + days{366}) return false;
  const auto day = mid_year_day(charter);
  if (!day) return true;
  const std::chrono::year_month_day near{std::chrono::floor<days>(mid_year - hours{12})};
  const Time end_of_day = std::chrono::sys_days{near.year() / *day} + days{1};
  return std::chrono::abs(mid_year - end_of_day) <= most_offset;
}

}  // namespace ccop::community
