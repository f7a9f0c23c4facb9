// What a hook's message says to people.
#pragma once

#include "notify/hooks/hook.hpp"

namespace ccop::server {

/// A sentence of the catalogue, in English as a channel of many organizations reads it; without a kind, that of a test.
[[nodiscard]] std::string hook_words(const std::optional<notify::HookKind>& kind);

}  // namespace ccop::server
