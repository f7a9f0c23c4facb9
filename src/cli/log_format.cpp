#include "cli/log_format.hpp"

#include "base/canonical_json.hpp"

#include <spdlog/pattern_formatter.h>
#include <spdlog/spdlog.h>

namespace ccop::cli {
namespace {

/// The message as a JSON string: nothing in it begins another line or another member.
class Quoted final : public spdlog::custom_flag_formatter {
 public:
  void format(const spdlog::details::log_msg& message, const std::tm&, spdlog::memory_buf_t& line) override {
    std::string text;
    append_json_string(text, {message.payload.data(), message.payload.size()});
    line.append(text.data(), text.data() + text.size());
  }
  [[nodiscard]] std::unique_ptr<custom_flag_formatter> clone() const override { return std::make_unique<Quoted>(); }
};

}  // namespace

void log_as_json(bool verbose) {
  auto formatter = std::make_unique<spdlog::pattern_formatter>(spdlog::pattern_time_type::utc);
  formatter->add_flag<Quoted>('*').set_pattern(R"({"time":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l","message":%*})");
  spdlog::set_formatter(std::move(formatter));
  spdlog::set_level(verbose ? spdlog::level::debug : spdlog::level::info);
}

}  // namespace ccop::cli
