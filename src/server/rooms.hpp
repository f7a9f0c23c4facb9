// What chapters keep while a community is served: the one list.
#pragma once

#include "host/adoptions.hpp"
#include "host/comings.hpp"
#include "host/own_sealed.hpp"
#include "notify/hooks/hooks.hpp"
#include "server/exchange/room.hpp"
#include "server/identity/door.hpp"
#include "server/log/pushes.hpp"
#include "server/meetings/floors.hpp"
#include "server/meetings/speakers.hpp"

namespace ccop::notify {
class MailOffice;
}

namespace ccop::server {

struct Rooms {
  explicit Rooms(const host::LiveCommunity& live)
      : door(live.store(), live.now()),
        cosigned(live),
        adoptions(live.store(), live.master()),
        own_answers(live.store(), live.master(), host::own_answers_prefix),
        watch_lists(live.store(), live.master(), host::watch_list_prefix),
        comings(live.store(), live.master(), live.now()) {}

  Door door;
  host::CosignedNotes cosigned;
  host::Adoptions adoptions;
  host::OwnSealed own_answers;
  host::OwnSealed watch_lists;
  host::Comings comings;
  Floors floors;
  std::shared_ptr<Speakers> speakers{std::make_shared<Speakers>()};
  std::shared_ptr<Pushes> pushes;
  std::shared_ptr<notify::Hooks> hooks;
  std::unique_ptr<ExchangeRoom> exchange;    ///< none where the community has no exchange
  std::shared_ptr<notify::MailOffice> mail;  ///< none where the host sends no mail

  void stop();
};

}  // namespace ccop::server
