#include "server/people/offers.hpp"

#include "community/people/commands.hpp"

namespace ccop::server {

using namespace community;

May offers_on_people(const Reading& here) {
  return here.may<RegisterPerson>();
}

May offers_on_person(const Reading& here, PersonId id) {
  return here.may<OfferEnrolment, CorrectPerson, ConfirmRecovery>(id);
}

}  // namespace ccop::server
