// Reads a Belenios archive (specification 3.0, section 4.4) from its beginning to its end, one record at a time, and
// writes one: an old-style tar of data and events, each named by the SHA-256 of its bytes.
#pragma once

#include "base/bytes.hpp"

#include <cstdint>
#include <istream>
#include <optional>
#include <ostream>
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

/// Appends to an archive, which is the only way in which one grows.
class ArchiveWriter {
 public:
  /// Begins an archive with its header; `seconds` since 1970.
  ArchiveWriter(std::ostream& out, std::uint64_t seconds);
  /// Gives the hash by which others refer to it.
  std::string add_data(const std::string& bytes);
  /// An event after all that were added before, with the hash of its payload.
  void add_event(const std::string& type, const std::optional<std::string>& payload);

 private:
  void add_file(const std::string& name, const std::string& bytes);
  std::ostream& out_;
  std::uint64_t seconds_;
  std::uint32_t height_{};
  std::string last_event_;
};

}  // namespace ccop::ballot
