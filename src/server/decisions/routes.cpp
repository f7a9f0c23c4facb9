// Motions and the register of decisions.
#include "server/routes.hpp"

#include "community/decisions/chapter.hpp"
#include "server/decisions/offers.hpp"
#include "server/decisions/views.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;

constexpr std::size_t rows_at_once = 100;
/// Of those that nobody opened yet; an open one is always there.
constexpr std::size_t most_proposed = 200;

struct MotionsView {
  std::vector<MotionView> motions;  ///< in the order of their ids
  std::uint32_t total{};
  OrNull<std::uint32_t> before;  ///< with which the query asks for older ones, where there are any
  May may;
};
BOOST_DESCRIBE_STRUCT(MotionsView, (), (motions, total, before, may))

/// What is under way, however old it is: who doesn't object to an open silence procedure consents. Beneath it the
/// latest of the rest; the query names from where on (`before`), and then the rest comes alone.
MotionsView motions_view(const Reading& here) {
  const auto& all = decisions(here.state).motions;
  MotionsView view;
  view.total = static_cast<std::uint32_t>(all.size());
  const auto before = here.call.asked_number("before");
  std::size_t settled = 0;
  std::size_t proposed = 0;
  for (std::uint32_t i = view.total; i-- > 0;) {
    const MotionState state = all[MotionId{i}].state;
    const bool is_under_way = state == MotionState::open || state == MotionState::balloted ||
                              (state == MotionState::proposed && ++proposed <= most_proposed);
    if (is_under_way ? before.has_value() : (before && i >= *before) || settled >= rows_at_once) continue;
    if (!is_under_way && ++settled == rows_at_once && i > 0) view.before = std::optional{i};
    view.motions.push_back(motion_view(here, {i}));
  }
  std::ranges::reverse(view.motions);
  view.may = offers_on_motions(here);
  return view;
}

MotionView motion_page(const Reading& here) {
  const community::MotionId id{here.call.number()};
  if (decisions(here.state).find(id) == nullptr) throw nothing_there();
  return motion_view(here, id);
}

}  // namespace

template <>
Routes pages<community::DecisionsChapter>() {
  return {routes::page<&motions_view>("/api/motions", Who::seat),
          routes::page<&motion_page>("/api/motions/{id}", Who::seat).of_each([](const community::Community& state) {
            return decisions(state).motions.size();
          })};
}

}  // namespace ccop::server
