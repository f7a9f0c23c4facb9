// Files that must be on the disk, and whole: whoever keeps a secret, a memory or a copy writes it here.
#pragma once

#include <filesystem>
#include <string_view>

namespace ccop {

/// Writes all of it to an open file. False, with `errno`, where it can't.
[[nodiscard]] bool write_all(int file, std::string_view bytes);

/// Makes it durable that a file of this name was made, or came in the place of another.
void sync_folder_of(const std::filesystem::path& file);

/// Writes a file for its owner alone, in the place of the one that may be there: under another name (".part"), to the
/// disk, then under its own. False, with `errno`, where it can't; what was there is there still.
[[nodiscard]] bool write_whole(const std::filesystem::path& file, std::string_view text);

}  // namespace ccop
