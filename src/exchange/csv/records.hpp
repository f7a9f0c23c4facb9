// Bytes of a CSV file as records of cells (RFC 4180): commas, semicolons or tabs between them, whichever the file uses;
// cells in quotes hold whatever they like, ends of lines too. UTF-8 with or without a byte order mark, and UTF-16.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ccop::exchange::csv {

struct Record {
  std::uint64_t line{};  ///< where it begins, counted from 1
  std::string text;      ///< as it stands there
  std::vector<std::string> cells;
};

class Records {
 public:
  using Take = std::function<void(const Record&)>;
  explicit Records(Take take) : take_(std::move(take)) {}

  /// Throws BundleMistake for a record of more than 64 KiB, and for what is no text.
  void feed(std::string_view bytes);
  void finish();

 private:
  enum class Encoding { unknown, utf8, utf16_little, utf16_big };
  void decide_encoding();
  void decode(bool is_last);
  void take_text(std::string_view text);
  void end_record();
  [[nodiscard]] std::vector<std::string> cells_of(std::string_view record) const;
  static char separator_of(std::string_view record);

  Take take_;
  Encoding encoding_{Encoding::unknown};
  std::string raw_;     ///< not yet decoded
  std::string record_;  ///< begun
  bool is_quoted_{};
  char separator_{};
  std::uint64_t line_{1};   ///< at which the record begins
  std::uint64_t breaks_{};  ///< within the record
  std::uint64_t offset_{};
};

}  // namespace ccop::exchange::csv
