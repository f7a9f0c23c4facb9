// What may be asked of a programme that stands already: other times and titles, another order, until a session is
// opened.
#pragma once

#include "community/kernel/command.hpp"
#include "community/meetings/values.hpp"

namespace ccop::community {

struct Community;

/// Gives a session another title or other times. Its kind stays: whoever was told of an executive session may rely on
/// it. Refused once it was opened, and, as for a new one, where a symposium would lose its executive day (clause 6.3).
struct ChangeSession {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    SessionId session;
  };
  SessionId session;
  Brought<Content> title;
  Time starts;
  Time ends;

  [[nodiscard]] About about() const { return {session}; }
};
BOOST_DESCRIBE_STRUCT(ChangeSession, (), (session, title, starts, ends))

struct ChangeAgendaItem {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    SessionId session;
  };
  SessionId session;
  Known<Content> item;
  Brought<Content> text;
  std::uint32_t minutes;

  [[nodiscard]] About about() const { return {session}; }
};
BOOST_DESCRIBE_STRUCT(ChangeAgendaItem, (), (session, item, text, minutes))

/// Moves an item to a place, counted from 0; those between make room.
struct MoveAgendaItem {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    SessionId session;
  };
  SessionId session;
  Known<Content> item;
  std::uint32_t place;

  [[nodiscard]] About about() const { return {session}; }
};
BOOST_DESCRIBE_STRUCT(MoveAgendaItem, (), (session, item, place))

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ChangeSession::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ChangeAgendaItem::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const MoveAgendaItem::About& about,
                                          const Asking& asking);

[[nodiscard]] Ruling decide(const Community& now, const ChangeSession& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ChangeAgendaItem& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const MoveAgendaItem& asked, const Asking& asking);

}  // namespace ccop::community
