#include "server/exposure/own_answers.hpp"

#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "server/own_sealed.hpp"
#include "server/rooms.hpp"

namespace ccop::server {
namespace {

using namespace community;

OwnSealedView own_answers(const Reading& here) {
  return own_sealed(here.call.site.rooms.own_answers, here);
}

Nothing keep_answers(const Call& call, const ToKeepSealed& brought) {
  keep_sealed(call.site.rooms.own_answers, call, brought,
              refuse(clause::collective_assessment, sentence::only_seats_answer));
  return {};
}

}  // namespace

Routes own_answer_routes() {
  return {own_sealed_page(routes::page<&own_answers>("/api/exposure/own", Who::seated_person)),
          routes::take<&keep_answers>("/api/exposure/own/keep", Who::seated_person)};
}

}  // namespace ccop::server
