// Milestones and action items as pages show them, and what happened to them since a time.
#pragma once

#include "community/items/state.hpp"
#include "server/membership/views.hpp"

namespace ccop::server {

/// A content: what an item says.
struct ItemContent {
  std::optional<std::string> title;
  std::optional<std::string> text;
};
BOOST_DESCRIBE_STRUCT(ItemContent, (), (title, text))

/// A content: what shows that it is done.
struct EvidenceContent {
  std::optional<std::string> title;
  std::optional<std::string> version;
  std::optional<std::string> link;
  std::optional<std::string> sha256;
};
BOOST_DESCRIBE_STRUCT(EvidenceContent, (), (title, version, link, sha256))

struct ItemMoveView {
  community::ItemEvent what{};
  Time at{};
  std::string holder;
  OrNull<Time> due;
  Fields<ItemContent> content;
};
BOOST_DESCRIBE_STRUCT(ItemMoveView, (), (what, at, holder, due, content))

struct ItemView {
  community::ItemId id{};
  community::ItemKind kind{};
  community::ItemState state{};
  Fields<ItemContent> content;
  OrNull<std::string> holder;  ///< none: it is the Secretary's to give away
  Time held_since{};
  OrNull<community::GroupId> group;
  OrNull<std::uint32_t> decision;  ///< its number in the register
  OrNull<Time> due;
  std::uint32_t slipped{};
  std::vector<community::ItemId> blocked_by;
  OrNull<Words> reason;
  OrNull<Fields<EvidenceContent>> evidence;
  Time added_at{};
  Time moved_at{};  ///< when something happened to it last
  std::vector<ItemMoveView> moves;
  May may;
};
BOOST_DESCRIBE_STRUCT(ItemView, (),
                      (id, kind, state, content, holder, held_since, group, decision, due, slipped, blocked_by, reason,
                       evidence, added_at, moved_at, moves, may))

struct ItemsView {
  std::vector<ItemView> items;   ///< in the order of their ids: all that are open, of the others the latest
  OrNull<std::uint32_t> before;  ///< with which the query asks for those that are over longer, where there are any
  OrNull<Time> reviewed_at;      ///< when the last executive session closed
  std::string time_zone;         ///< the charter's
  May may;
};
BOOST_DESCRIBE_STRUCT(ItemsView, (), (items, before, reviewed_at, time_zone, may))

[[nodiscard]] ItemView item_view(const Reading& here, community::ItemId id);

}  // namespace ccop::server
