// Direction and priorities as pages show them.
#pragma once

#include "community/priorities/state.hpp"
#include "server/membership/views.hpp"

namespace ccop::server {

/// A content: what a direction says.
struct DirectionContent {
  std::optional<std::string> title;
  std::optional<std::string> from;
  std::optional<std::string> reference;
  std::optional<std::string> letter;
};
BOOST_DESCRIBE_STRUCT(DirectionContent, (), (title, from, reference, letter))

struct DirectionView {
  community::DirectionId id{};
  Fields<DirectionContent> content;
  Time dated{};
  Time entered_at{};
  PersonView entered_by;
};
BOOST_DESCRIBE_STRUCT(DirectionView, (), (id, content, dated, entered_at, entered_by))

/// A content: what a priority says.
struct PriorityContent {
  std::optional<std::string> title;
  std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(PriorityContent, (), (title, text))

struct PriorityVersionView {
  Fields<PriorityContent> content;
  std::vector<community::DirectionId> directions;
  Time ends{};
  PersonView by;
  Time at{};
};
BOOST_DESCRIBE_STRUCT(PriorityVersionView, (), (content, directions, ends, by, at))

struct PriorityView {
  community::PriorityId id{};
  community::PriorityState state{};
  Fields<PriorityContent> content;
  std::vector<community::DirectionId> directions;
  Time ends{};
  Time proposed_at{};
  OrNull<Time> since;  ///< when it took effect
  OrNull<Time> over_at;
  OrNull<community::MotionId> motion;
  std::uint32_t in{};  ///< Members that said so
  std::uint32_t out{};
  std::uint32_t members{};  ///< of the community
  OrNull<community::Stance> my_stance;
  ShownView wording;
  May may;
};
BOOST_DESCRIBE_STRUCT(PriorityView, (),
                      (id, state, content, directions, ends, proposed_at, since, over_at, motion, in, out, members,
                       my_stance, wording, may))

struct MemberStanceView {
  std::string organization;
  community::Stance stance{};
  Time at{};
};
BOOST_DESCRIBE_STRUCT(MemberStanceView, (), (organization, stance, at))

struct PriorityPage : PriorityView {
  std::vector<PriorityVersionView> versions;  ///< the latest first
  std::vector<MemberStanceView> stances;      ///< of the Members that said in or out
};
BOOST_DESCRIBE_STRUCT(PriorityPage, (),
                      (id, state, content, directions, ends, proposed_at, since, over_at, motion, in, out, members,
                       my_stance, wording, may, versions, stances))

struct PrioritiesView {
  std::vector<DirectionView> directions;  ///< the latest first
  std::vector<PriorityView> priorities;   ///< in the order of their ids
  May may;
};
BOOST_DESCRIBE_STRUCT(PrioritiesView, (), (directions, priorities, may))

[[nodiscard]] DirectionView direction_view(const Reading& here, community::DirectionId id);
[[nodiscard]] PriorityView priority_view(const Reading& here, community::PriorityId id);
[[nodiscard]] PriorityPage priority_page(const Reading& here, community::PriorityId id);

}  // namespace ccop::server
