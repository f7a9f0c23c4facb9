// What mails say: one catalogue, api/mail/en.json, which is part of the program.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace ccop::notify {

using Gaps = std::map<std::string_view, std::string>;

/// The words under a key such as "duty.silence", with its gaps filled. Throws std::logic_error of a key that there is
/// not, and of a gap that stays open.
[[nodiscard]] std::string words(std::string_view key, const Gaps& gaps = {});
[[nodiscard]] bool has_words(std::string_view key);

}  // namespace ccop::notify
