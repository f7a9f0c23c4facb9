// The Management Committee.
#include "server/routes.hpp"

#include "community/bodies/chapter.hpp"
#include "server/bodies/offers.hpp"
#include "server/people/views.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;

struct CoChairView {
  std::uint32_t position{};
  OrNull<PersonView> person;
  OrNull<Time> until;
  std::uint32_t longest_months{};
  bool founding{};  ///< nobody has held the position yet
};
BOOST_DESCRIBE_STRUCT(CoChairView, (), (position, person, until, longest_months, founding))

/// Who is to be Secretary, as one co-Chair says; another must say so, too.
struct AskedSecretaryView {
  PersonView person;
  Time from{};
  PersonView asked_by;
  Time lapses{};
  ShownView wording;
};
BOOST_DESCRIBE_STRUCT(AskedSecretaryView, (), (person, from, asked_by, lapses, wording))

struct BodiesView {
  OrNull<PersonView> secretary;
  std::vector<CoChairView> co_chairs;
  OrNull<AskedSecretaryView> asked_secretary;
  May may;
};
BOOST_DESCRIBE_STRUCT(BodiesView, (), (secretary, co_chairs, asked_secretary, may))

bool was_never_held(const Community& state, std::uint32_t position) {
  return std::ranges::find(bodies(state).co_chairs, position, &CoChairTerm::position) == bodies(state).co_chairs.end();
}

CoChairView co_chair_view(const Reading& here, std::uint32_t position) {
  CoChairView view;
  view.position = position;
  view.person = person_view(here, bodies(here.state).co_chair(position, here.now));
  for (const CoChairTerm& term : bodies(here.state).co_chairs)
    if (term.position == position && term.serves(here.now)) view.until = term.until;
  view.longest_months = charter(here.state).bodies.founding_terms_months[position];
  view.founding = was_never_held(here.state, position);
  return view;
}

BodiesView bodies_view(const Reading& here) {
  BodiesView view;
  view.secretary = person_view(here, bodies(here.state).secretary(here.now));
  for (std::uint32_t position = 0; position < charter(here.state).bodies.co_chairs; ++position)
    view.co_chairs.push_back(co_chair_view(here, position));
  if (const AskedSecretary* asked = bodies(here.state).pending_secretary(here.now))
    view.asked_secretary =
        AskedSecretaryView{person_view(here, asked->person), asked->from, person_view(here, asked->asked_by),
                           asked->lapses, ShownView::of(wording_of(here.state, asked->person))};
  view.may = offers_on_bodies(here);
  return view;
}

}  // namespace

template <>
Routes pages<community::BodiesChapter>() {
  return {routes::page<&bodies_view>("/api/bodies", Who::seat)};
}

}  // namespace ccop::server
