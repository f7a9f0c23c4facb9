// What a device signs. Never bytes alone: they name for what they are meant and in which log they count, so that a
// signature given for one purpose can't be taken for another.
#pragma once

#include <string>
#include <string_view>

namespace ccop::identity {

namespace purpose {
inline constexpr std::string_view act = "ccop act v2";
inline constexpr std::string_view session_key = "ccop session key v1";
inline constexpr std::string_view token = "ccop token v1";
inline constexpr std::string_view hook = "ccop hook v1";
inline constexpr std::string_view hook_secret = "ccop hook secret v1";
inline constexpr std::string_view calendar = "ccop calendar v1";
inline constexpr std::string_view ending = "ccop ending v1";
}  // namespace purpose

/// A line with the purpose, a line with the log's first key (its text as a C2SP verifier key), and the content. A
/// passkey is challenged with the SHA-256 of it. Throws std::invalid_argument where purpose or log are not one line.
[[nodiscard]] std::string signed_message(std::string_view purpose, std::string_view log, std::string_view content);

}  // namespace ccop::identity
