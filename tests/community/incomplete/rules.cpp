// What the rules of a chapter are written with, each used as it is meant; and, by a macro, as it is not.
#include "bell.hpp"
#include "community/kernel/clause.hpp"

namespace ccop::community {

Ruling ring(const Content& reason) {
#ifdef ACT_IN_NO_LIST
  static_cast<void>(reason);
  return accept(BellHung{});
#else
  return accept(BellRung{{0}, reason});
#endif
}

Refusal refuse_to_ring() {
#if defined(TOO_FEW_VALUES)
  return refuse(clause::management, sentence::bell_rang_already, 3);
#elif defined(TOO_MANY_VALUES)
  return refuse(clause::management, sentence::bell_rang_already, 3, 2, 1);
#else
  return refuse(clause::management, sentence::bell_rang_already, 3, 2);
#endif
}

const Ring& ring_of(const Bell& bell, RingId ring, PersonId person) {
#ifdef ROW_BY_ANOTHERS_ID
  static_cast<void>(ring);
  return bell.rings[person];
#else
  static_cast<void>(person);
  return bell.rings[ring];
#endif
}

RingBell ring_for(const Content& reason, const Hash& token_hash) {
#ifdef TOKEN_AS_CONTENT
  static_cast<void>(reason);
  return {token_hash};
#else
  static_cast<void>(token_hash);
  return {reason};
#endif
}

BellRung rung_for(const Content& reason, const Hash& token_hash) {
#ifdef TOKEN_RECORDED_AS_CONTENT
  static_cast<void>(reason);
  return {{0}, token_hash};
#else
  static_cast<void>(token_hash);
  return {{0}, reason};
#endif
}

}  // namespace ccop::community
