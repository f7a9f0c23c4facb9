// What may be asked of directions and priorities: entering and proposing, the review in plenary, opting in and out
// (clauses 7.1, 7.2, 7.4).
#pragma once

#include "community/decisions/values.hpp"
#include "community/kernel/command.hpp"
#include "community/kernel/motion_text.hpp"
#include "community/priorities/state.hpp"
#include "community/priorities/texts.hpp"

namespace ccop::community {

struct Community;

/// Enters what the network or the committee above gave, with its letter. The Management Committee does (clause 7.1).
struct ReceiveDirection {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  BroughtAs<DirectionText> text;
  Time dated;

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(ReceiveDirection, (), (text, dated))

/// Any Member proposes, and the Management Committee. It ends by itself at `ends`.
struct ProposePriority {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  BroughtAs<MotionText> text;
  std::vector<DirectionId> directions;
  Time ends;

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(ProposePriority, (), (text, directions, ends))

/// Writes a proposal anew; the versions before stay. Whoever proposed it may, and the Management Committee.
struct RevisePriority {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    PriorityId priority;
  };
  PriorityId priority;
  BroughtAs<MotionText> text;
  std::vector<DirectionId> directions;
  Time ends;

  [[nodiscard]] About about() const { return {priority}; }
};
BOOST_DESCRIBE_STRUCT(RevisePriority, (), (priority, text, directions, ends))

struct WithdrawPriority {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  using About = WithdrawPriority;
  PriorityId priority;
};
BOOST_DESCRIBE_STRUCT(WithdrawPriority, (), (priority))

/// Puts a proposal before an executive session: a motion with its very text (clause 7.2).
struct ReviewPriority {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    PriorityId priority;
  };
  PriorityId priority;
  SessionId session;
  Method method;
  bool recorded;
  Wording seen{};

  [[nodiscard]] About about() const { return {priority}; }
};
BOOST_DESCRIBE_STRUCT(ReviewPriority, (), (priority, session, method, recorded, seen))

/// A Member says in or out, or with none takes back what it said (clause 7.4).
struct TakeStance {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    PriorityId priority;
  };
  PriorityId priority;
  std::optional<Stance> stance;
  Wording seen{};

  [[nodiscard]] About about() const { return {priority}; }
};
BOOST_DESCRIBE_STRUCT(TakeStance, (), (priority, stance, seen))

/// Lets it stand for longer, as the membership decided.
struct ExtendPriority {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    PriorityId priority;
  };
  PriorityId priority;
  Time ends;
  DecisionId decision;
  Wording seen{};

  [[nodiscard]] About about() const { return {priority}; }
};
BOOST_DESCRIBE_STRUCT(ExtendPriority, (), (priority, ends, decision, seen))

/// Ends it before its time, as the membership decided.
struct EndPriority {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    PriorityId priority;
  };
  PriorityId priority;
  DecisionId decision;
  Wording seen{};

  [[nodiscard]] About about() const { return {priority}; }
};
BOOST_DESCRIBE_STRUCT(EndPriority, (), (priority, decision, seen))

using PrioritiesCommands = List<ReceiveDirection, ProposePriority, RevisePriority, WithdrawPriority, ReviewPriority,
                                TakeStance, ExtendPriority, EndPriority>;
template <OneOf<PrioritiesCommands> T>
inline constexpr std::string_view command_chapter<T> = "priorities";

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ReceiveDirection::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ProposePriority::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RevisePriority::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const WithdrawPriority::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ReviewPriority::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const TakeStance::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ExtendPriority::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const EndPriority::About& about, const Asking& asking);

/// The text of the priority as it stands.
template <class C>
  requires OneOf<C, List<ReviewPriority, TakeStance, ExtendPriority, EndPriority>>
[[nodiscard]] Wording shown(const Community& now, const C& asked) {
  return wording_of(now, asked.priority);
}

[[nodiscard]] Ruling decide(const Community& now, const ReceiveDirection& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ProposePriority& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const RevisePriority& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const WithdrawPriority& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ReviewPriority& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const TakeStance& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ExtendPriority& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const EndPriority& asked, const Asking& asking);

}  // namespace ccop::community
