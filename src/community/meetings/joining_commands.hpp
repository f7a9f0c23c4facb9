// By which link one joins a meeting from elsewhere.
#pragma once

#include "community/kernel/command.hpp"
#include "community/meetings/details.hpp"
#include "community/meetings/values.hpp"

namespace ccop::community {

struct Community;

/// Sets the link of a session, or the one for all open sessions of the meeting that have none of their own. It is shown
/// to whoever may enter, shortly before and while the session runs (`joining`), and told nobody otherwise.
struct SetJoinLink {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MeetingId meeting;
  };
  MeetingId meeting;
  std::optional<SessionId> session;
  BroughtAs<JoinLinkText> link;

  [[nodiscard]] About about() const { return {meeting}; }
};
BOOST_DESCRIBE_STRUCT(SetJoinLink, (), (meeting, session, link))

struct RemoveJoinLink {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    MeetingId meeting;
  };
  MeetingId meeting;
  std::optional<SessionId> session;

  [[nodiscard]] About about() const { return {meeting}; }
};
BOOST_DESCRIBE_STRUCT(RemoveJoinLink, (), (meeting, session))

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const SetJoinLink::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RemoveJoinLink::About& about,
                                          const Asking& asking);

[[nodiscard]] Ruling decide(const Community& now, const SetJoinLink& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const RemoveJoinLink& asked, const Asking& asking);

}  // namespace ccop::community
