#include "server/desk/duties.hpp"

#include "community/community.hpp"
#include "community/duties.hpp"
#include "server/people/views.hpp"
#include "server/routes.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

struct StepView {
  Time at;
  community::Audience to{};
  std::vector<PersonView> people;  ///< whom it reaches, if it came now
};
BOOST_DESCRIBE_STRUCT(StepView, (), (at, to, people))

struct DutyView {
  std::string kind;
  TaskSubject about;
  std::string clause;  ///< its number in the charter in force; empty where the charter says nothing of it
  community::Owner owner{};
  OrNull<std::string> seat;  ///< whose, where a seat owes it
  Time since;
  OrNull<Time> by;
  std::string met_by;  ///< a command; empty where it ends by itself
  OrNull<StepView> step;
  OrNull<StepView> next;
};
BOOST_DESCRIBE_STRUCT(DutyView, (), (kind, about, clause, owner, seat, since, by, met_by, step, next))

struct DutiesView {
  std::vector<DutyView> duties;  ///< the soonest due first, those without a time last
  bool of_all{};                 ///< everybody's, and not the reader's alone
  Time at;                       ///< as of when
};
BOOST_DESCRIBE_STRUCT(DutiesView, (), (duties, of_all, at))

OrNull<StepView> step_view(const Reading& here, const community::Duty& duty, const community::Step* step) {
  if (step == nullptr) return std::nullopt;
  StepView view{step->at, step->to, {}};
  if (duty.owner == community::Owner::membership && step->to == community::Audience::owner) return view;
  for (const community::PersonId person : community::reached_by(here.state, duty, *step, here.now))
    view.people.push_back(person_view(here, person));
  return view;
}

template <class Chapter>
void take_subject(const Reading& here, const community::Duty& duty, TaskSubject& about) {
  if (Chapter::name == duty.chapter) about = subject_of<Chapter>(here, duty.what);
}

DutyView duty_view(const Reading& here, const community::Duty& duty) {
  const community::Clause* clause = charter(here.state).clause(duty.clause);
  DutyView view{std::string{duty.what.kind},
                subject_of_duty(here, duty),
                clause == nullptr ? "" : clause->number,
                duty.owner,
                std::nullopt,
                duty.since,
                duty.what.by,
                std::string{duty.met_by},
                step_view(here, duty, community::reached(duty, here.now)),
                step_view(here, duty, community::next_step(duty, here.now))};
  if (duty.seat) view.seat = membership(here.state).organizations[*duty.seat].key;
  return view;
}

DutiesView duties_view(const Reading& here) {
  DutiesView view;
  view.at = here.now;
  view.of_all = is_committee(here.state, here.person, here.now);
  const auto own = membership(here.state).seat_organization(here.person, here.now);
  for (const community::Duty& duty : community::duties(here.state, here.now)) {
    const bool is_own = duty.owner == community::Owner::membership || (duty.seat && duty.seat == own);
    if (view.of_all || is_own) view.duties.push_back(duty_view(here, duty));
  }
  return view;
}

}  // namespace

TaskSubject subject_of_duty(const Reading& here, const community::Duty& duty) {
  TaskSubject about;
  community::for_each_type(community::Chapters{}, [&]<class Chapter>(std::type_identity<Chapter>) {
    take_subject<Chapter>(here, duty, about);
  });
  return about;
}

Route duties_route() {
  Route route = routes::page<&duties_view>("/api/duties", Who::seat);
  route.is_kept = false;  // time alone changes it
  return route;
}

}  // namespace ccop::server
