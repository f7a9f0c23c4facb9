#include "server/people/views.hpp"

#include "community/membership/state.hpp"
#include "community/people/state.hpp"
#include "server/people/offers.hpp"

#include <algorithm>

namespace ccop::server {

using namespace community;

Words name_of(const Reading& here, PersonId id) {
  return Words::member_or_empty(people(here.state).all[id].profile, "name");
}

PersonView person_view(const Reading& here, PersonId id) {
  const Person& person = people(here.state).all[id];
  PersonView view;
  view.id = id;
  view.is_guest = person.is_guest;
  view.name = name_of(here, id);
  view.title = Words::member_or_empty(person.profile, "title");
  view.email = Words::member_or_empty(person.profile, "email");
  view.enrolled = !person.passkeys.empty();
  if (const auto organization = membership(here.state).seat_organization(id, here.now))
    view.organization = membership(here.state).organizations[*organization].key;
  return view;
}

PersonView person_decided_on(const Reading& here, PersonId id) {
  PersonView view = person_view(here, id);
  view.wording = ShownView::of(wording_of(here.state, id));
  return view;
}

OrNull<PersonView> person_view(const Reading& here, std::optional<PersonId> id) {
  if (!id) return std::nullopt;
  return person_view(here, *id);
}

PeopleView people_view(const Reading& here) {
  PeopleView view;
  const auto& all = people(here.state).all;
  const std::uint64_t end = std::min<std::uint64_t>(all.size(), here.call.asked_number("before").value_or(all.size()));
  const auto begin = static_cast<std::uint32_t>(end > people_at_once ? end - people_at_once : 0);
  for (PersonId id{begin}; id.value < end; ++id.value) {
    if (all[id].is_guest) continue;
    view.people.push_back(person_decided_on(here, id));
    view.people.back().may = offers_on_person(here, id);
  }
  if (begin > 0) view.before = std::optional{begin};
  view.may = offers_on_people(here);
  return view;
}

}  // namespace ccop::server
