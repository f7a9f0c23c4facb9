// Motions and the register of decisions.
#include "server/routes.hpp"

#include "community/decisions/chapter.hpp"
#include "server/decisions/offers.hpp"
#include "server/decisions/views.hpp"

namespace ccop::server {
namespace {

constexpr std::uint32_t most_rows = 500;

struct MotionsView {
  std::vector<MotionView> motions;  ///< the latest
  std::uint32_t total{};
  May may;
};
BOOST_DESCRIBE_STRUCT(MotionsView, (), (motions, total, may))

MotionsView motions_view(const Reading& here) {
  MotionsView view;
  view.total = static_cast<std::uint32_t>(decisions(here.state).motions.size());
  for (std::uint32_t i = view.total > most_rows ? view.total - most_rows : 0; i < view.total; ++i)
    view.motions.push_back(motion_view(here, {i}));
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
