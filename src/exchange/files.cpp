#include "exchange/files.hpp"

#include "exchange/csv/lists.hpp"
#include "exchange/each_row.hpp"

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

/// Waits for as much of a file as tells its format, and reads it as that.
class RecognisedFile final : public FileReader {
 public:
  using Open = std::function<std::unique_ptr<FileReader>(Format)>;
  explicit RecognisedFile(Open open) : open_(std::move(open)) {}
  void feed(std::string_view bytes) override {
    if (reader_) return reader_->feed(bytes);
    beginning_ += bytes;
    if (beginning_.size() >= telling_bytes) begin();
  }
  void finish() override {
    if (!reader_) begin();
    reader_->finish();
  }
  [[nodiscard]] std::optional<Format> recognised_as() const override { return format_; }

 private:
  void begin() {
    format_ = format_of(beginning_);
    reader_ = open_(*format_);
    reader_->feed(beginning_);
    beginning_ = {};
  }

  Open open_;
  std::string beginning_;
  std::optional<Format> format_;
  std::unique_ptr<FileReader> reader_;
};

}  // namespace

std::unique_ptr<FileReader> reader_of(Format format, std::string name, const Making& making, Intake& intake) {
  switch (format) {
    case Format::stix:
      return std::make_unique<StixFile>(std::move(name), intake);
    case Format::csv:
      return csv_reader(std::move(name), making, intake);
    case Format::misp:
      return std::make_unique<WholeFile>(
          largest_event, [name, making, &intake](const std::string& text) { take_events(text, name, making, intake); });
    case Format::text:
      return std::make_unique<WholeFile>(largest_text, [name, making, &intake](const std::string& text) {
        const auto [signs, local] = read_signs(text);
        for (const Sign& sign : local) intake.leave_out(reason::loopback, "address", sign.value);
        // They are no news, and stand in no object of their own.
        for (const Sign& sign : signs)
          if (sign.kind == Recognised::technique) intake.leave_out(reason::no_counterpart, "technique", sign.value);
        for (const auto& json : compose_signs(making, signs, making.created_by)) intake.take_made(json.dump(), name);
      });
    case Format::recognised:
      return std::make_unique<RecognisedFile>(
          [name, making, &intake](Format format) { return reader_of(format, name, making, intake); });
  }
  return nullptr;
}

namespace {

class Bundle {
 public:
  explicit Bundle(std::ostream& out) : out_(out) {
    out_ << R"({"type":"bundle","id":")" << identifier("bundle", random_uuid()) << R"(","objects":[)";
  }
  void take(const store::ObjectRow& row) {
    const bool is_first = exported_.written++ == 0;
    if (out_) out_ << (is_first ? "\n" : ",\n") << leaving(row);
  }
  [[nodiscard]] Exported end() && {
    out_ << "\n]}\n";
    return std::move(exported_);
  }

 private:
  std::ostream& out_;
  Exported exported_;
};

}  // namespace

Exported write_bundle(store::ObjectStore& store, const std::vector<store::ListId>& lists, std::ostream& out) {
  Bundle bundle{out};
  each_row(store, store::PageQuery{lists}, [&](const store::ObjectRow& row) { bundle.take(row); });
  return std::move(bundle).end();
}

Exported write_bundle(const std::vector<store::ObjectRow>& rows, std::ostream& out) {
  Bundle bundle{out};
  for (const auto& row : rows) bundle.take(row);
  return std::move(bundle).end();
}

}  // namespace ccop::exchange
