#include "base/files.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <string>

namespace ccop {
namespace {

constexpr mode_t owner_alone = S_IRUSR | S_IWUSR;

}  // namespace

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

void sync_folder_of(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path{"."};
  const int handle = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (handle < 0) return;
  fsync(handle);
  close(handle);
}

bool write_whole(const std::filesystem::path& file, std::string_view text) {
  const std::string unfinished = file.string() + ".part";
  unlink(unfinished.c_str());
  const int handle = open(unfinished.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, owner_alone);
  if (handle < 0) return false;
  const bool is_written = write_all(handle, text) && fsync(handle) == 0;
  const int error = errno;
  close(handle);
  errno = error;
  if (!is_written || rename(unfinished.c_str(), file.c_str()) != 0) return false;
  sync_folder_of(file);
  return true;
}

}  // namespace ccop
