// Keeps mails in a folder in place of sending them: for the demonstration, and for whoever wants to see them first.
#pragma once

#include "notify/mail/handed.hpp"

#include <filesystem>

namespace ccop::notify {

/// Each mail is a file of its own, `00001.eml`, `00002.eml`, ..., as it would have gone over the wire; its first line,
/// `X-Kept-For`, says for whom. Makes the folder.
[[nodiscard]] HandOver kept_in(const std::filesystem::path& folder);

}  // namespace ccop::notify
