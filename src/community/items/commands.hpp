// What may be asked of milestones and action items (clauses 2.7, 3.8, 7.3).
#pragma once

#include "community/items/state.hpp"
#include "community/items/texts.hpp"
#include "community/kernel/command.hpp"

namespace ccop::community {

struct Community;

/// An item as it is asked for; what it says comes with the command.
struct ItemAsked {
  ItemKind kind{};
  OrganizationId holder{};
  std::optional<GroupId> group;
  std::optional<DecisionId> decision;
  std::optional<Time> due;
};
BOOST_DESCRIBE_STRUCT(ItemAsked, (), (kind, holder, group, decision, due))

/// Adds items, all or none: whoever keeps a group together to the group, the Management Committee to the work-plan.
/// Each says what the text in the same place says.
struct AddItems {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  std::vector<BroughtAs<ItemText>> texts;
  std::vector<ItemAsked> items;

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(AddItems, (), (texts, items))

struct ChangeItem {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ItemId item;
  };
  ItemId item;
  BroughtAs<ItemText> text;
  std::optional<Time> due;

  [[nodiscard]] About about() const { return {item}; }
};
BOOST_DESCRIBE_STRUCT(ChangeItem, (), (item, text, due))

/// To another organization; an open item always has a holder.
struct HandOverItem {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ItemId item;
  };
  ItemId item;
  OrganizationId holder;

  [[nodiscard]] About about() const { return {item}; }
};
BOOST_DESCRIBE_STRUCT(HandOverItem, (), (item, holder))

/// It is under way, or again.
struct StartItem {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = StartItem;
  ItemId item;
};
BOOST_DESCRIBE_STRUCT(StartItem, (), (item))

struct BlockItem {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ItemId item;
  };
  ItemId item;
  std::vector<ItemId> blocked_by;
  Brought<Content> reason;

  [[nodiscard]] About about() const { return {item}; }
};
BOOST_DESCRIBE_STRUCT(BlockItem, (), (item, blocked_by, reason))

struct FinishItem {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ItemId item;
  };
  ItemId item;
  BroughtAs<EvidenceText> shown_by;

  [[nodiscard]] About about() const { return {item}; }
};
BOOST_DESCRIBE_STRUCT(FinishItem, (), (item, shown_by))

struct DropItem {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    ItemId item;
  };
  ItemId item;
  Brought<Content> reason;

  [[nodiscard]] About about() const { return {item}; }
};
BOOST_DESCRIBE_STRUCT(DropItem, (), (item, reason))

using ItemsCommands = List<AddItems, ChangeItem, HandOverItem, StartItem, BlockItem, FinishItem, DropItem>;
template <OneOf<ItemsCommands> T>
inline constexpr std::string_view command_chapter<T> = "items";

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const AddItems::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ChangeItem::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const HandOverItem::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const StartItem::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const BlockItem::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const FinishItem::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const DropItem::About& about, const Asking& asking);

[[nodiscard]] Ruling decide(const Community& now, const AddItems& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ChangeItem& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const HandOverItem& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const StartItem& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const BlockItem& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const FinishItem& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const DropItem& asked, const Asking& asking);

}  // namespace ccop::community
