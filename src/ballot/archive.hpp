// Reads a Belenios archive (specification 3.0, section 4.4) from its beginning to its end, one record at a time: an
// old-style tar of data and events, each named by the SHA-256 of its bytes.
#pragma once

#include "base/bytes.hpp"

#include <cstdint>
#include <istream>
#include <optional>
#include <stdexcept>
#include <string>

namespace ccop::ballot {

/// What is wrong with an archive, and where.
struct ArchiveError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

struct Record {
  bool is_event{};
  std::string hash;  ///< 64 hexadecimal digits, already checked against the bytes
  std::string bytes;
  std::uint64_t offset{};  ///< where the bytes begin in the file
};

class ArchiveReader {
 public:
  /// Reads the header. Throws ArchiveError.
  explicit ArchiveReader(std::istream& in);
  /// The next record; nothing at the end. Throws ArchiveError.
  [[nodiscard]] std::optional<Record> next();
  /// The bytes of a record again.
  [[nodiscard]] std::string bytes_at(std::uint64_t offset, std::size_t length);
  [[nodiscard]] std::uint64_t position() const { return position_; }

 private:
  struct File {
    std::string name;
    std::string bytes;
    std::uint64_t offset{};
  };
  std::optional<File> next_file();
  std::istream& in_;
  std::uint64_t position_{};
};

}  // namespace ccop::ballot
