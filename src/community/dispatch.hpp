// From the kind of an act or a command to the code of its chapter. For the hub alone.
#pragma once

#include "community/hub.hpp"
#include "community/kernel/codecs.hpp"
#include "community/kernel/noting.hpp"
#include "community/kernel/wording.hpp"

#include <span>

namespace ccop::community {

struct ActRow {
  ActCodec codec;
  /// To the state of its chapter, and to whatever else it changes.
  std::vector<void (*)(Community&, const void* act, Time)> apply;
  /// What follows from it in later chapters; `before` are the acts decided so far.
  std::vector<std::vector<Act> (*)(const Community&, const void* act, std::span<const Act> before)> follow;
  /// Later chapters that take note of it, and of who asked.
  std::vector<void (*)(Community&, const void* act, const Noting&)> note;
  std::optional<std::uint32_t> (*subject)(const Community&, const void* act);
};

/// Of a command whose signer signs what was seen.
struct Sight {
  const Wording& (*seen)(const void* command);
  Wording (*shown)(const Community&, const void* command);
  Command (*seeing)(const void* command, const Wording& what);
};

struct CommandRow {
  CommandCodec codec;
  Authority authority;
  Evidence evidence;
  bool is_sealed;
  std::optional<Sight> sight;
  /// Its own chapter's first, then those of later chapters that stand in its way.
  std::vector<std::optional<Refusal> (*)(const Community&, const void* about, const Asking&)> bars;
  std::optional<Refusal> (*barred)(const CommandRow&, const Community&, const void* command, const Asking&);
  Ruling (*decide)(const Community&, const void* command, const Asking&);
};

[[nodiscard]] const ActRow& row_of_act(const Kind& kind);
[[nodiscard]] const CommandRow& row_of_command(const Kind& kind);
/// By the name on the wire; null for one that is none.
[[nodiscard]] const ActRow* find_act(std::string_view wire_name);
[[nodiscard]] const CommandRow* find_command(std::string_view wire_name);

}  // namespace ccop::community
