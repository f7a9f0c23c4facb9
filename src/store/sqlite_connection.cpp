#include "store/sqlite_connection.hpp"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace ccop::store::sqlite {

const std::string& writable(const std::string& file) {
  const auto check = [](const std::filesystem::path& path) {
    if (access(path.c_str(), F_OK) == 0 && access(path.c_str(), W_OK) != 0)
      throw StoreError{path.string() + " can't be written to: " + std::generic_category().message(errno)};
  };
  check(std::filesystem::absolute(file).parent_path());
  check(file);
  return file;
}

}  // namespace ccop::store::sqlite
