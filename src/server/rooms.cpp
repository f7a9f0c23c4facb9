#include "server/rooms.hpp"

#include "notify/hooks/hooks.hpp"
#include "notify/mail/office.hpp"

namespace ccop::server {

void Rooms::stop() {
  pushes->stop();
  hooks->stop();
  if (mail) mail->stop();
  if (exchange) exchange->stop();
}

}  // namespace ccop::server
