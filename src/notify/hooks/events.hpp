// What entries of the record tell hooks: that something happened, and which page shows it.
#pragma once

#include "community/entry.hpp"
#include "notify/hooks/hook.hpp"

namespace ccop::notify {

struct HookEvent {
  std::uint64_t entry{};
  HookKind kind{};
  std::string path;
  Time at{};
};

/// What this entry tells, each kind once; nothing of one that is sealed, whatever it holds (clause 5.5). `now` is the
/// state with that entry in it, or a later one.
[[nodiscard]] std::vector<HookEvent> events_of(const community::Community& now, std::uint64_t entry,
                                               const community::Outline& outline);

}  // namespace ccop::notify
