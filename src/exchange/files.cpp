#include "exchange/files.hpp"

#include "exchange/csv.hpp"
#include "exchange/misp/events.hpp"
#include "exchange/stix/pattern.hpp"

namespace ccop::exchange {
namespace {

constexpr std::size_t largest_event = std::size_t{64} * 1024 * 1024;
constexpr std::size_t largest_text = std::size_t{16} * 1024 * 1024;

class StixFile final : public FileReader {
 public:
  StixFile(std::string name, Intake& intake)
      : name_(std::move(name)),
        reader_(
            [this, &intake](std::string_view json, std::uint64_t offset) {
              intake.take(json, name_ + ", byte " + std::to_string(offset));
            },
            largest_object) {}
  void feed(std::string_view bytes) override { reader_.feed(bytes); }
  void finish() override { reader_.finish(); }

 private:
  std::string name_;
  BundleReader reader_;
};

/// Gathers the whole file, up to a limit, and then takes it apart.
class WholeFile final : public FileReader {
 public:
  using TakeApart = std::function<void(const std::string&)>;
  WholeFile(std::size_t largest, TakeApart take_apart) : largest_(largest), take_apart_(std::move(take_apart)) {}
  void feed(std::string_view bytes) override {
    if (text_.size() + bytes.size() > largest_)
      throw BundleMistake{largest_, "a file of at most " + std::to_string(largest_ / 1024 / 1024) + " MiB"};
    text_ += bytes;
  }
  void finish() override { take_apart_(text_); }

 private:
  std::size_t largest_;
  TakeApart take_apart_;
  std::string text_;
};

constexpr std::size_t most_in_an_event = 10'000;  ///< what MISP's own page still shows

void each_of(store::ObjectStore& store, store::PageQuery query,
             const std::function<void(const store::ObjectRow&)>& on_row) {
  query.limit = 1000;
  while (true) {
    auto places = store.page(query);
    const bool more = places.size() > query.limit;
    if (more) places.resize(query.limit);
    store.rows(places, on_row);
    if (!more) return;
    query.after = places.back();
  }
}

/// In quotes, so that commas and line ends within it are its own (RFC 4180). Spreadsheets take what begins like a
/// formula for one, and it may come from anybody: an apostrophe makes it a text.
std::string csv_field(std::string_view text) {
  std::string field = "\"";
  if (text.find_first_of("=+-@\t\r") == 0) field += '\'';
  for (const char c : text) {
    if (c == '"') field += '"';
    field += c;
  }
  return field + "\"";
}

}  // namespace

std::optional<Format> parse_format(std::string_view word) {
  if (word == "stix") return Format::stix;
  if (word == "misp") return Format::misp;
  if (word == "csv") return Format::csv;
  if (word == "text") return Format::text;
  return std::nullopt;
}

std::unique_ptr<FileReader> reader_of(Format format, std::string name, const Making& making, Intake& intake) {
  switch (format) {
    case Format::stix:
      return std::make_unique<StixFile>(std::move(name), intake);
    case Format::csv:
      return csv_reader(std::move(name), making, intake);
    case Format::misp:
      return std::make_unique<WholeFile>(largest_event, [name, making, &intake](const std::string& text) {
        const auto made = from_misp(text, making);
        if (!made.narrow.empty() && !intake.takes_narrow()) return intake.ask(made.narrow);
        for (const auto& mistake : made.mistakes) intake.refuse(name + ": " + mistake);
        for (const auto& json : made.objects) intake.take(json.dump(), name);
      });
    case Format::text:
      return std::make_unique<WholeFile>(largest_text, [name, making, &intake](const std::string& text) {
        for (const auto& json : compose_signs(making, recognise(text), making.created_by))
          intake.take_made(json.dump(), name);
      });
  }
  return nullptr;
}

std::uint64_t write_bundle(store::ObjectStore& store, const std::vector<store::ListId>& lists, std::ostream& out) {
  out << R"({"type":"bundle","id":")" << identifier("bundle", random_uuid()) << R"(","objects":[)";
  std::uint64_t written = 0;
  each_of(store, store::PageQuery{lists},
          [&](const store::ObjectRow& row) { out << (written++ == 0 ? "\n" : ",\n") << leaving(row); });
  out << "\n]}\n";
  return written;
}

std::uint64_t write_misp(store::ObjectStore& store, const std::vector<store::ListId>& lists, const std::string& info,
                         std::ostream& out) {
  const Microseconds now = microseconds_now();
  std::uint64_t written = 0;
  std::vector<Json> gathered;
  const auto write = [&] {
    if (gathered.empty()) return;
    const auto number = (written - 1) / most_in_an_event + 1;
    out << (number == 1 ? "\n" : ",\n") << to_misp(gathered, info + ", " + std::to_string(number), now).dump();
    gathered.clear();
  };
  out << R"({"response":[)";
  each_of(store, store::PageQuery{lists, {"indicator"}}, [&](const store::ObjectRow& row) {
    gathered.push_back(Json::parse(leaving(row)));
    if (++written % most_in_an_event == 0) write();
  });
  write();
  out << "\n]}\n";
  return written;
}

std::uint64_t write_csv(store::ObjectStore& store, const std::vector<store::ListId>& lists, std::ostream& out) {
  out << "kind,value,marking,name,indicator\r\n";
  std::uint64_t written = 0;
  each_of(store, store::PageQuery{lists, {"indicator"}}, [&](const store::ObjectRow& row) {
    const Json json = Json::parse(row.json);
    const auto parsed = parse_pattern(json.value("pattern_type", "") == "stix" ? json.value("pattern", "") : "");
    const auto* pattern = std::get_if<Pattern>(&parsed);
    if (pattern == nullptr) return;
    const std::string marking = "tlp:" + std::string{word_of(level_of(row.lists))};
    for (const auto& value : pattern->values) {
      if (!value.is_equality || value.negated) continue;
      for (const auto& field : {value.object_type + ":" + value.path, value.value, marking, json.value("name", "")})
        out << csv_field(field) << ",";
      out << csv_field(json.value("id", "")) << "\r\n";
      ++written;
    }
  });
  return written;
}

}  // namespace ccop::exchange
