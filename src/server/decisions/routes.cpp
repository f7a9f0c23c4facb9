// Motions and the register of decisions.
#include "server/routes.hpp"

#include "community/decisions/chapter.hpp"
#include "server/decisions/offers.hpp"
#include "server/decisions/views.hpp"
#include "server/kernel/listed.hpp"

namespace ccop::server {
namespace {

using namespace community;

/// Of those that nobody opened yet; an open one is always there.
constexpr std::size_t most_proposed = 200;

struct MotionsView {
  std::vector<MotionView> motions;  ///< in the order of their ids
  std::uint32_t total{};
  OrNull<std::uint32_t> before;  ///< with which the query asks for older ones, where there are any
  May may;
};
BOOST_DESCRIBE_STRUCT(MotionsView, (), (motions, total, before, may))

/// Who doesn't object to an open silence procedure consents, so none is ever further down. Of what was proposed and
/// nobody opened, the latest count as open.
MotionsView motions_view(const Reading& here) {
  const auto& all = decisions(here.state).motions;
  std::size_t proposed = 0;
  const auto shown = listed(here, all.ids(), [&](MotionId id) {
    const MotionState state = all[id].state;
    return state == MotionState::open || state == MotionState::balloted ||
           (state == MotionState::proposed && ++proposed <= most_proposed);
  });
  MotionsView view;
  view.total = static_cast<std::uint32_t>(all.size());
  view.before = shown.before;
  for (const MotionId id : shown.ids) view.motions.push_back(motion_view(here, id));
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
