// Duties outside the page: each has a name of its own, and an address. Whoever gives Task another id is told here what
// else has to know it.
#include "notify/duty_name.hpp"

#include "notify/mail/paths.hpp"

#include <boost/pfr.hpp>
#include <gtest/gtest.h>

#include <set>

namespace ccop::notify {
namespace {

using namespace community;

/// What has no page of its own is dealt with at the desk.
template <class Id>
constexpr bool is_for_the_desk = std::is_same_v<Id, PersonId> || std::is_same_v<Id, OrganizationId> ||
                                 std::is_same_v<Id, SeatChangeId> || std::is_same_v<Id, std::uint32_t>;

/// Calls `each` with a task for every member that says what it is about, which that one alone does.
template <class Each>
void with_each_member_set(const Each& each) {
  const auto set = [&]<std::size_t I>(std::integral_constant<std::size_t, I>) {
    Task task{.kind = "review", .by = {}};
    auto& member = boost::pfr::get<I>(task);
    using Member = std::remove_reference_t<decltype(member)>;
    if constexpr (!std::is_same_v<Member, std::string_view> && !std::is_same_v<Member, std::optional<Time>>) {
      member.emplace();
      each(task, typename Member::value_type{});
    }
  };
  [&]<std::size_t... I>(std::index_sequence<I...>) {
    (set(std::integral_constant<std::size_t, I>{}), ...);
  }(std::make_index_sequence<boost::pfr::tuple_size_v<Task>>{});
}

TEST(ADuty, HasAnotherNameForEachThingThatItIsAbout) {
  std::set<std::string> names{name_of(Duty{.what = {.kind = "review", .by = {}}})};
  std::size_t members = 1;
  with_each_member_set([&](const Task& task, auto) {
    names.insert(name_of(Duty{.what = task}));
    ++members;
  });
  EXPECT_GT(members, 10U);
  EXPECT_EQ(names.size(), members) << "two duties of one name would be one mail";
}

TEST(ADuty, LeadsToThePageOfWhatItIsAbout) {
  with_each_member_set([](const Task& task, auto id) {
    EXPECT_EQ(path_of(task) == "/", is_for_the_desk<decltype(id)>)
        << path_of(task) << " of " << name_of({.what = task});
  });
}

}  // namespace
}  // namespace ccop::notify
