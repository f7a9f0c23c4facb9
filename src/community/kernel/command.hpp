// What every command says of itself.
#pragma once

#include "community/kernel/content.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/list.hpp"
#include "community/kernel/ruling.hpp"

namespace ccop::community {

/// By what somebody may ask at all.
enum class Authority {
  host,       ///< the program itself
  session,    ///< being signed in
  signature,  ///< a passkey's signature over the very request
  link,       ///< a one-time link, or being signed in
};

/// Whether what a command brings is proved before the rules see it.
enum class Evidence {
  none,
  proved,  ///< the host has a Check<> for it
};

/// A command whose entry only those read who were in the room, and later the committee (clause 5.5). No session key
/// enters the record with it: whoever doesn't read it would not know the key.
template <class C>
concept Sealed = C::sealed;

/// What of a command stands before its values are known: ids alone. A command that has nothing else is its own.
template <class C>
[[nodiscard]] decltype(auto) about(const C& command) {
  if constexpr (requires { command.about(); })
    return command.about();
  else
    return (command);
}

}  // namespace ccop::community
