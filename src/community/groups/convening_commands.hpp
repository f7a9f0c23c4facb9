// What may be asked of the meetings of a working group, which its Lead convenes itself (clauses 5.1, 5.8).
#pragma once

#include "community/groups/state.hpp"
#include "community/groups/texts.hpp"
#include "community/kernel/command.hpp"

namespace ccop::community {

struct Community;

/// Whoever keeps the group together calls those who are in it together.
struct CallGroupMeeting {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
  };
  GroupId group;
  BroughtAs<GroupMeetingText> details;
  Time starts;
  Time ends;
  std::string time_zone;

  [[nodiscard]] About about() const { return {group}; }
};
BOOST_DESCRIBE_STRUCT(CallGroupMeeting, (), (group, details, starts, ends, time_zone))

/// Says otherwise what it is about, where it is or when, until it begins.
struct ChangeGroupMeeting {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
    std::uint32_t meeting;
  };
  GroupId group;
  std::uint32_t meeting;
  BroughtAs<GroupMeetingText> details;
  Time starts;
  Time ends;
  std::string time_zone;

  [[nodiscard]] About about() const { return {group, meeting}; }
};
BOOST_DESCRIBE_STRUCT(ChangeGroupMeeting, (), (group, meeting, details, starts, ends, time_zone))

struct CallOffGroupMeeting {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    GroupId group;
    std::uint32_t meeting;
  };
  GroupId group;
  std::uint32_t meeting;
  Brought<Content> reason;

  [[nodiscard]] About about() const { return {group, meeting}; }
};
BOOST_DESCRIBE_STRUCT(CallOffGroupMeeting, (), (group, meeting, reason))

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CallGroupMeeting::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ChangeGroupMeeting::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CallOffGroupMeeting::About& about,
                                          const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CallGroupMeeting& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ChangeGroupMeeting& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CallOffGroupMeeting& asked, const Asking& asking);

}  // namespace ccop::community
