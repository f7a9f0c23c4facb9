// What a chapter must bring. It says so in its chapter.hpp:
//
//   struct DecisionsChapter {
//     static constexpr std::string_view name = "decisions";
//     using State = Decisions;                    // its part of the community's state
//     using Acts = DecisionsActs;                 // each with exactly one `apply` to that state
//     using Commands = DecisionsCommands;         // each with its authority, evidence, `bars` and `decide`
//     using Reads = List<Membership, Meetings>;   // the states of other chapters that its rules look at
//     static std::vector<Act> due(const Community&, Time at);
//     static std::vector<Task> tasks(const Community&, PersonId, Time at);
//     static void duties(const Community&, Time at, Duties& found);
//   };
//   static_assert(complete<DecisionsChapter>());
//
// A later chapter may also stand in the way of an earlier one's command (`Guards`, `guard`), let acts follow from an
// earlier one's act (`Follows`, `follow`), record an act in more than its own state (`Also`, `also`), and take note of
// one, its own or an earlier one's, together with who asked and in which entry (`Notes`, `note`).
#pragma once

#include "community/kernel/command.hpp"
#include "community/kernel/duty.hpp"
#include "community/kernel/list.hpp"
#include "community/kernel/task.hpp"
#include "community/kernel/wording.hpp"

#include <span>

namespace ccop::community {

struct Community;

template <class State, class A>
concept AppliesAtATime = requires(State& state, const A& act, Time at) {
  { apply(state, act, at) } -> std::same_as<void>;
};
template <class State, class A>
concept AppliesAtAnyTime = requires(State& state, const A& act) {
  { apply(state, act) } -> std::same_as<void>;
};
/// Exactly one of both.
template <class State, class A>
concept Records = AppliesAtATime<State, A> != AppliesAtAnyTime<State, A>;

/// Says by what somebody may ask, and whether what it brings is proved.
template <class C>
concept SaysItsAuthority = std::same_as<std::remove_cv_t<decltype(C::needs)>, Authority>;
template <class C>
concept SaysItsEvidence = std::same_as<std::remove_cv_t<decltype(C::evidence)>, Evidence>;
/// `bars` says who may ask and whether it stands open, from ids alone; `decide` looks at the values.
template <class C>
concept HasBars = requires(const Community& now, const typename C::About& about, const Asking& asking) {
  { bars(now, about, asking) } -> std::same_as<std::optional<Refusal>>;
};
template <class C>
concept IsDecided = requires(const Community& now, const C& asked, const Asking& asking) {
  { decide(now, asked, asking) } -> std::same_as<Ruling>;
};
template <class C>
concept TellsWhatItIsAbout = requires(const C& asked) {
  { about(asked) } -> std::convertible_to<const typename C::About&>;
};

/// What its signer must have seen: where a command has `seen`, it says what that must be.
template <class C>
concept HasSeen = requires(const C& asked) {
  { asked.seen } -> std::same_as<const Wording&>;
};
template <class C>
concept TellsWhatIsShown = !HasSeen<C> || requires(const Community& now, const C& asked) {
  { shown(now, asked) } -> std::same_as<Wording>;
};

template <class Chapter>
concept TellsWhatIsDue = requires(const Community& now, Time at) {
  { Chapter::due(now, at) } -> std::same_as<std::vector<Act>>;
};
template <class Chapter>
concept TellsTasks = requires(const Community& now, PersonId person, Time at) {
  { Chapter::tasks(now, person, at) } -> std::same_as<std::vector<Task>>;
};

template <class Chapter>
concept TellsDuties = requires(const Community& now, Time at, Duties& found) {
  { Chapter::duties(now, at, found) } -> std::same_as<void>;
};

template <class Chapter>
consteval bool acts_are_recorded() {
  return []<class... A>(List<A...>) {
    (
        [] {
          static_assert(act_chapter<A> == Chapter::name, "an act that stands in no chapter's list, or in another's");
        }(),
        ...);
    (
        [] {
          static_assert(Records<typename Chapter::State, A>, "an act without exactly one apply to its chapter's state");
        }(),
        ...);
    return true;
  }(typename Chapter::Acts{});
}

template <class Chapter>
consteval bool commands_are_ruled() {
  return []<class... C>(List<C...>) {
    ([] { static_assert(command_chapter<C> == Chapter::name, "a command that stands in no chapter's list"); }(), ...);
    ([] { static_assert(SaysItsAuthority<C>, "a command that does not say its authority"); }(), ...);
    ([] { static_assert(SaysItsEvidence<C>, "a command that does not say its evidence"); }(), ...);
    ([] { static_assert(TellsWhatItIsAbout<C>, "a command that does not tell what it is about"); }(), ...);
    ([] { static_assert(HasBars<C>, "a command without bars"); }(), ...);
    ([] { static_assert(IsDecided<C>, "a command without decide"); }(), ...);
    ([] { static_assert(TellsWhatIsShown<C>, "a command that does not tell what its signer must have seen"); }(), ...);
    return true;
  }(typename Chapter::Commands{});
}

/// Whether the chapter brings all that it must; where it does not, the compiler names what is missing.
template <class Chapter>
consteval bool complete() {
  static_assert(TellsWhatIsDue<Chapter>, "a chapter that does not tell what is due");
  static_assert(TellsTasks<Chapter>, "a chapter that does not tell its tasks");
  static_assert(TellsDuties<Chapter>, "a chapter that does not tell its duties");
  return acts_are_recorded<Chapter>() && commands_are_ruled<Chapter>();
}

}  // namespace ccop::community
