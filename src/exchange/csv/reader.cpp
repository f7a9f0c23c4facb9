#include "base/text.hpp"
#include "exchange/csv/lists.hpp"
#include "exchange/csv/records.hpp"
#include "exchange/stix/forms.hpp"
#include "exchange/stix/pattern.hpp"

#include <algorithm>

namespace ccop::exchange {
namespace {

constexpr std::size_t nowhere = std::string::npos;

/// A word in a column's name, in small letters.
bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}
bool names_values(std::string_view word) {
  return is_one_of(word, {"value", "indicator", "ioc", "iocs", "observable", "indicator_value", "indicator value",
                          "ioc_value", "ioc value", "observable_value", "artifact"});
}
bool names_one_kind(std::string_view word) {
  return is_one_of(word, {"ip",    "ip address", "ip_address", "ipv4",   "ipv6",    "address",   "domain",   "hostname",
                          "host",  "fqdn",       "url",        "uri",    "email",   "hash",      "md5",      "sha1",
                          "sha-1", "sha256",     "sha-256",    "sha512", "sha-512", "file_hash", "filename", "cve"});
}

/// The value that a cell is, if it is one and nothing else.
std::optional<Sign> sign_of_cell(const std::string& cell) {
  if (cell.empty() || cell.find_first_of(" \t\r\n") != std::string::npos) return std::nullopt;
  const std::string lower = in_small_letters(cell.substr(0, 8));
  for (const std::string_view scheme : {"http://", "https://", "ftp://"})
    if (lower.starts_with(scheme) && is_url(cell) && cell.size() > scheme.size() &&
        cell.find_first_of("[](){}") == std::string::npos)
      return Sign{Recognised::url, cell};
  auto signs = recognise(cell, 2);
  return signs.size() == 1 ? std::optional{std::move(signs.front())} : std::nullopt;
}

/// What a line of our own lists says: `domain-name:value` and the value. Empty where that makes no pattern.
std::string pattern_of_kind(const std::string& kind, const std::string& value) {
  if (kind.find(':') == std::string::npos) return {};
  const bool is_network = (is_ipv4(value) || is_ipv6(value)) && value.find('/') != std::string::npos;
  const bool is_number = kind.ends_with(":number") || kind.ends_with("_port") || kind.ends_with(":size");
  std::string pattern = "[" + kind + (is_network ? " ISSUBSET " : " = ");
  pattern += is_number ? value : "'" + escaped_in_pattern(value) + "'";
  pattern += "]";
  return std::holds_alternative<Pattern>(parse_pattern(pattern)) ? pattern : std::string{};
}

class CsvFile final : public FileReader {
 public:
  CsvFile(std::string name, Making making, Intake& intake)
      : name_(std::move(name)), making_(std::move(making)), intake_(intake) {}
  void feed(std::string_view bytes) override { records_.feed(bytes); }
  void finish() override { records_.finish(); }

 private:
  void take(const csv::Record& record) {
    const bool is_first = std::exchange(is_first_, false);
    if (is_first && name_columns(record.cells)) return;
    const std::string place = name_ + ", line " + std::to_string(record.line);
    const auto making = making_of(record.cells);
    if (!making) return intake_.refuse(place + ": expected a word of TLP as its marking");
    if (const std::string own = own_pattern(record.cells); !own.empty())
      return take_pattern(*making, record, own, place);
    const auto sign = sign_in(record);
    // The first line names the columns, if it holds no value.
    if (!sign && is_first) return;
    if (!sign) return intake_.refuse(place + ": expected an address, a domain, a URL, a hash or a CVE");
    if (sign->kind == Recognised::technique) intake_.leave_out(reason::no_counterpart, "technique", sign->value);
    for (const auto& json : compose_signs(*making, {*sign}, making->created_by)) intake_.take_made(json.dump(), place);
  }

  /// The value of a line: in the column that is named for it, else the first cell that is one.
  std::optional<Sign> sign_in(const csv::Record& record) {
    const auto& cells = record.cells;
    if (value_ != nowhere && value_ < cells.size()) {
      if (auto whole = sign_of_cell(cells[value_])) return whole;
      auto within = recognise(cells[value_], 2);
      return within.size() == 1 ? std::optional{std::move(within.front())} : std::nullopt;
    }
    std::optional<Sign> first;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (is_remark(i)) continue;
      auto sign = sign_of_cell(cells[i]);
      if (!sign) continue;
      if (!first)
        first = std::move(sign);
      else if (sign->value != first->value)
        intake_.leave_out(reason::further_value, "line " + std::to_string(record.line), sign->value);
    }
    return first;
  }

  [[nodiscard]] bool is_remark(std::size_t column) const {
    return column == marking_ || std::ranges::find(remarks_, column) != remarks_.end();
  }

  [[nodiscard]] std::optional<Making> making_of(const std::vector<std::string>& cells) const {
    Making making = making_;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      if (cells[i].empty() || (i != marking_ && !in_small_letters(cells[i]).starts_with("tlp:"))) continue;
      const auto level = parse_level(cells[i]);
      if (!level) return std::nullopt;
      making.level = std::max(making.level, *level);
    }
    return making;
  }

  /// False where the line names no column: it is a value's then.
  bool name_columns(const std::vector<std::string>& cells) {
    const bool holds_a_value =
        std::ranges::any_of(cells, [](const std::string& cell) { return sign_of_cell(cell).has_value(); });
    if (holds_a_value) return false;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const std::string word = in_small_letters(cells[i]);
      if (word == "marking" || word == "tlp") marking_ = i;
      if (word == "kind") kind_ = i;
      if (word == "name") name_column_ = i;
      if (names_values(word) && value_ == nowhere) value_ = i;
      if (is_one_of(word, {"comment", "comments", "description", "source", "reference", "references", "link", "note",
                           "notes", "remark", "report", "vendor", "tags"}))
        remarks_.push_back(i);
    }
    // `value` says more than `indicator`, which in our own lists is the id.
    for (std::size_t i = 0; i < cells.size(); ++i)
      if (in_small_letters(cells[i]) == "value") value_ = i;
    // A column for each kind of value: the first that is filled counts, so none is named.
    const auto kinds =
        std::ranges::count_if(cells, [](const std::string& cell) { return names_one_kind(in_small_letters(cell)); });
    if (value_ == nowhere && kinds == 1)
      for (std::size_t i = 0; i < cells.size(); ++i)
        if (names_one_kind(in_small_letters(cells[i]))) value_ = i;
    return true;
  }

  [[nodiscard]] std::string own_pattern(const std::vector<std::string>& cells) const {
    if (kind_ >= cells.size() || value_ >= cells.size()) return {};
    return pattern_of_kind(cells[kind_], own_value(cells));
  }
  /// Our own lists put an apostrophe before what a spreadsheet would take for a formula.
  [[nodiscard]] std::string own_value(const std::vector<std::string>& cells) const {
    const std::string& value = cells[value_];
    return value.size() > 1 && value[0] == '\'' && value.find_first_of("=+-@", 1) == 1 ? value.substr(1) : value;
  }

  void take_pattern(const Making& making, const csv::Record& record, const std::string& pattern,
                    const std::string& place) {
    Json json = made(making, "indicator", name_based_uuid(exchange_namespace(), making.created_by + "/" + pattern));
    const std::string name = name_column_ < record.cells.size() ? record.cells[name_column_] : "";
    json["name"] = name.empty() ? own_value(record.cells) : name;
    json["pattern"] = pattern;
    json["pattern_type"] = "stix";
    json["valid_from"] = json["created"];
    json["indicator_types"] = {"malicious-activity"};
    intake_.take_made(json.dump(), place);
  }

  std::string name_;
  Making making_;
  Intake& intake_;
  csv::Records records_{[this](const csv::Record& record) { take(record); }};
  bool is_first_{true};
  std::size_t value_{nowhere};  ///< columns, where they are named
  std::size_t marking_{nowhere};
  std::size_t kind_{nowhere};
  std::size_t name_column_{nowhere};
  std::vector<std::size_t> remarks_;
};

}  // namespace

std::unique_ptr<FileReader> csv_reader(std::string name, Making making, Intake& intake) {
  return std::make_unique<CsvFile>(std::move(name), std::move(making), intake);
}

}  // namespace ccop::exchange
