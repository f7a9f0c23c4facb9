// What may be asked of the register of risks (clause 2.5).
#pragma once

#include "community/kernel/command.hpp"
#include "community/risks/state.hpp"
#include "community/risks/texts.hpp"

namespace ccop::community {

struct Community;

/// Whoever speaks for a seat, and the Management Committee, propose; the committee takes up or declines.
struct ProposeRisk {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  BroughtAs<RiskText> text;
  std::vector<ItemId> items;

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(ProposeRisk, (), (text, items))

/// Into the register, with an organization that owns it and a day to look at it again.
struct TakeUpRisk {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    RiskId risk;
  };
  RiskId risk;
  OrganizationId owner;
  Time review_by;

  [[nodiscard]] About about() const { return {risk}; }
};
BOOST_DESCRIBE_STRUCT(TakeUpRisk, (), (risk, owner, review_by))

struct DeclineRisk {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    RiskId risk;
  };
  RiskId risk;
  Brought<Content> reason;

  [[nodiscard]] About about() const { return {risk}; }
};
BOOST_DESCRIBE_STRUCT(DeclineRisk, (), (risk, reason))

/// A proposal by who proposed it, a risk of the register by its owner; both by the committee.
struct ReviseRisk {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    RiskId risk;
  };
  RiskId risk;
  BroughtAs<RiskText> text;
  std::vector<ItemId> items;

  [[nodiscard]] About about() const { return {risk}; }
};
BOOST_DESCRIBE_STRUCT(ReviseRisk, (), (risk, text, items))

/// Says what one found when one looked at it, and by when it is looked at again.
struct ReviewRisk {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    RiskId risk;
  };
  RiskId risk;
  Brought<Content> note;
  Time review_by;

  [[nodiscard]] About about() const { return {risk}; }
};
BOOST_DESCRIBE_STRUCT(ReviewRisk, (), (risk, note, review_by))

struct HandOverRisk {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    RiskId risk;
  };
  RiskId risk;
  OrganizationId owner;

  [[nodiscard]] About about() const { return {risk}; }
};
BOOST_DESCRIBE_STRUCT(HandOverRisk, (), (risk, owner))

/// It is a risk no more, for that reason.
struct CloseRisk {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    RiskId risk;
  };
  RiskId risk;
  Brought<Content> reason;

  [[nodiscard]] About about() const { return {risk}; }
};
BOOST_DESCRIBE_STRUCT(CloseRisk, (), (risk, reason))

using RisksCommands = List<ProposeRisk, TakeUpRisk, DeclineRisk, ReviseRisk, ReviewRisk, HandOverRisk, CloseRisk>;
template <OneOf<RisksCommands> T>
inline constexpr std::string_view command_chapter<T> = "risks";

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ProposeRisk::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const TakeUpRisk::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const DeclineRisk::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ReviseRisk::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ReviewRisk::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const HandOverRisk::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const CloseRisk::About& about, const Asking& asking);

[[nodiscard]] Ruling decide(const Community& now, const ProposeRisk& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const TakeUpRisk& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const DeclineRisk& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ReviseRisk& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ReviewRisk& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const HandOverRisk& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const CloseRisk& asked, const Asking& asking);

}  // namespace ccop::community
