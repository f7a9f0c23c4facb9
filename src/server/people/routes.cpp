#include "server/routes.hpp"

#include "community/people/chapter.hpp"
#include "server/people/views.hpp"

namespace ccop::server {

template <>
Routes pages<community::PeopleChapter>() {
  return {routes::page<&people_view>("/api/people", Who::seat)
              .in_pages([](const community::Community& state) { return people(state).all.size(); }, people_at_once)};
}

}  // namespace ccop::server
