#include "exchange/csv.hpp"

#include "base/text.hpp"

#include <algorithm>

namespace ccop::exchange {
namespace {

constexpr std::size_t longest_line = std::size_t{64} * 1024;
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// The cells of a line, without their quotes and the white space round them (RFC 4180; semicolons and tabs separate,
/// too).
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool is_quoted = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (c == '"' && is_quoted && i + 1 < line.size() && line[i + 1] == '"')
      cells.back() += line[++i];
    else if (c == '"')
      is_quoted = !is_quoted;
    else if (!is_quoted && (c == ',' || c == ';' || c == '\t'))
      cells.emplace_back();
    else
      cells.back() += c;
  }
  for (auto& cell : cells) {
    cell.erase(0, std::min(cell.find_first_not_of(" \r"), cell.size()));
    cell.erase(cell.find_last_not_of(" \r") + 1);
  }
  return cells;
}

class CsvFile final : public FileReader {
 public:
  CsvFile(std::string name, Making making, Intake& intake)
      : name_(std::move(name)), making_(std::move(making)), intake_(intake) {}
  void feed(std::string_view bytes) override {
    while (!bytes.empty()) {
      const auto end = bytes.find('\n');
      line_ += bytes.substr(0, end);
      if (line_.size() > longest_line) throw BundleMistake{offset_, "lines of at most 65536 bytes"};
      if (end == std::string_view::npos) return;
      take_line();
      bytes.remove_prefix(end + 1);
    }
  }
  void finish() override {
    if (!line_.empty()) take_line();
  }

 private:
  void take_line() {
    ++number_;
    offset_ += line_.size() + 1;
    std::string line = std::exchange(line_, {});
    if (number_ == 1 && line.starts_with(byte_order_mark)) line.erase(0, byte_order_mark.size());
    if (line.starts_with('#') || line.find_first_not_of(" \r\t") == std::string::npos) return;
    const auto signs = recognise(line);
    const std::string place = name_ + ", line " + std::to_string(number_);
    const auto cells = cells_of(line);
    // The first line names the columns, if it holds no value.
    if (signs.empty() && number_ == 1) return name_columns(cells);
    if (signs.empty()) return intake_.refuse(place + ": expected an address, a domain, a URL, a hash or a CVE");
    Making making = making_;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty() || (i != marking_ && !in_small_letters(cells[i]).starts_with("tlp:"))) continue;
      const auto level = parse_level(cells[i]);
      if (!level) return intake_.refuse(place + ": expected a word of TLP as its marking");
      making.level = std::max(making.level, *level);
    }
    for (const auto& json : compose_signs(making, signs, making.created_by)) intake_.take_made(json.dump(), place);
  }

  void name_columns(const std::vector<std::string>& cells) {
    const auto found = std::ranges::find_if(cells, [](const std::string& cell) {
      const std::string word = in_small_letters(cell);
      return word == "marking" || word == "tlp";
    });
    if (found != cells.end()) marking_ = static_cast<std::size_t>(found - cells.begin());
  }

  std::string name_;
  Making making_;
  Intake& intake_;
  std::string line_;
  std::uint64_t number_{};
  std::uint64_t offset_{};
  std::size_t marking_{std::string::npos};  ///< the column of markings
};

}  // namespace

std::unique_ptr<FileReader> csv_reader(std::string name, Making making, Intake& intake) {
  return std::make_unique<CsvFile>(std::move(name), std::move(making), intake);
}

}  // namespace ccop::exchange
