#include "server/signed_wish.hpp"

#include "host/signatures.hpp"
#include "server/rooms.hpp"

namespace ccop::server {

void require_passkey(const Call& call, std::string_view purpose, const SignedWish& wish,
                     const community::Assertion& passkey) {
  if (wish.person != call.reader.person) throw not_allowed("act-for-yourself");
  Challenges& challenges = call.site.rooms.door.challenges;
  const host::PasskeyCheck check = call.site.live.read([&](const community::Community& state) {
    return host::PasskeyCheck{state, wish.person, passkey};
  });
  const bool holds = challenges.is_fresh(wish.nonce, call.now) &&
                     check.holds(passkey, purpose, wish.statement, call.site.options.party.origins);
  if (!holds || !challenges.use(wish.nonce, call.now)) throw not_allowed("passkey-not-accepted");
}

}  // namespace ccop::server
