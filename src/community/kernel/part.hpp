// The state of a community as chapters see it: each asks for the parts that it reads, and sees no other.
#pragma once

namespace ccop::community {

struct Community;

/// Stands for a chapter's type of state by its address.
template <class State>
inline constexpr char state_tag = 0;

[[nodiscard]] const void* part(const Community& now, const char* state);
[[nodiscard]] void* part(Community& now, const char* state);

/// The state of one chapter.
template <class State>
[[nodiscard]] const State& of(const Community& now) {
  return *static_cast<const State*>(part(now, &state_tag<State>));
}
template <class State>
[[nodiscard]] State& of(Community& now) {
  return *static_cast<State*>(part(now, &state_tag<State>));
}

}  // namespace ccop::community
