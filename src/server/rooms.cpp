#include "server/rooms.hpp"

#include "notify/mail/office.hpp"

namespace ccop::server {

void Rooms::stop() {
  pushes->stop();
  if (mail) mail->stop();
  if (exchange) exchange->stop();
}

}  // namespace ccop::server
