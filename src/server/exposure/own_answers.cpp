// A seat's own answers, sealed: the page asks for them whole, and never for a part that depends on what they say.
#include "server/exposure/own_answers.hpp"

#include "base/bounds.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/membership/state.hpp"
#include "server/rooms.hpp"

namespace ccop::server {
namespace {

using namespace community;

constexpr std::size_t largest_sealed = std::size_t{256} << 10;

struct OwnAnswersView {
  OrNull<std::string> sealed;
  OrNull<Time> at;
};
BOOST_DESCRIBE_STRUCT(OwnAnswersView, (), (sealed, at))

struct AnswersToKeep {
  TextOf<1, largest_sealed> sealed;
};
BOOST_DESCRIBE_STRUCT(AnswersToKeep, (), (sealed))

OrganizationId own_seat(const Call& call) {
  const auto seat = call.site.live.read(
      [&](const Community& state) { return membership(state).seat_organization(call.reader.person, call.now); });
  if (!seat) throw call.site.problem_of(refuse(clause::collective_assessment, sentence::only_seats_answer), 403);
  return *seat;
}

OwnAnswersView own_answers(const Reading& here) {
  OwnAnswersView view;
  const auto seat = membership(here.state).seat_organization(here.person, here.now);
  if (!seat) return view;
  if (auto kept = here.call.site.rooms.own_answers.of(*seat)) {
    view.sealed = std::move(kept->sealed);
    view.at = kept->at;
  }
  return view;
}

Nothing keep_answers(const Call& call, const AnswersToKeep& brought) {
  call.site.rooms.own_answers.keep(own_seat(call), {brought.sealed, call.now});
  return {};
}

}  // namespace

Routes own_answer_routes() {
  Route own = routes::page<&own_answers>("/api/exposure/own", Who::seated_person);
  own.is_kept = false;  // what is kept changes it, and not the record
  return {own, routes::take<&keep_answers>("/api/exposure/own/keep", Who::seated_person)};
}

}  // namespace ccop::server
