// How the acts and commands of a chapter are written and read. Each chapter has its own compiled in its codec.cpp, for
// that is slow; the hub puts them together.
#pragma once

#include "community/kernel/command.hpp"
#include "community/kernel/list.hpp"

namespace ccop::community {

struct ActCodec {
  const Kind* kind;
  std::string_view wire_name;
  void (*write)(std::string& out, const void* act);
  Act (*read)(const codec::Element& json);
};
struct CommandCodec {
  const Kind* kind;
  std::string_view wire_name;
  void (*write)(std::string& out, const void* command);
  Command (*read)(const codec::Element& json);
  /// The contents that come with it, and those that it points at, in the order of its members.
  void (*brought)(std::vector<ContentHash>& found, const void* command);
  void (*known)(std::vector<ContentHash>& found, const void* command);
  /// Those of the first that have a form.
  void (*shaped)(std::vector<ShapedContent>& found, const void* command);
};

/// Of a chapter's list of acts, of its list of commands.
template <class Acts>
[[nodiscard]] std::vector<ActCodec> act_codecs();
template <class Commands>
[[nodiscard]] std::vector<CommandCodec> command_codecs();

}  // namespace ccop::community
