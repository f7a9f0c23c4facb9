#include "server/kernel/security_log.hpp"

#include "base/codec.hpp"
#include "base/files.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <fstream>

namespace ccop::server {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_in_memory = 5'000;
constexpr std::uintmax_t largest_file = 4'000'000;
/// With the newest one: some 40 MB, a year or more of a community of fifty.
constexpr unsigned older_files = 9;
constexpr double at_once = 60;
constexpr auto forgiven_after = minutes{10};

Syslog::Severity severity_of(SecurityKind kind) {
  const bool is_odd = kind == SecurityKind::sign_in_failed || kind == SecurityKind::refused ||
                      kind == SecurityKind::tried_too_often || kind == SecurityKind::quota_reached ||
                      kind == SecurityKind::recovery_asked;
  return is_odd ? Syslog::Severity::warning : Syslog::Severity::notice;
}

}  // namespace

SecurityLog::SecurityLog(fs::path file, const std::string& syslog, std::string whose)
    : file_(std::move(file)), whose_(std::move(whose)), kept_of_caller_(at_once, forgiven_after) {
  if (!syslog.empty()) syslog_.emplace(syslog);
  if (file_.empty()) return;
  for (const fs::path& part : {older(1), file_}) {
    std::ifstream in{part};
    for (std::string line; std::getline(in, line);) {
      try {
        events_.push_back(from_json<SecurityEvent>(line));
      } catch (const BadInput&) {  // a line that a crash cut off
        spdlog::warn("a line of the security log can't be read");
      }
      if (events_.size() > most_in_memory) events_.pop_front();
    }
  }
}

void SecurityLog::note(SecurityEvent event) {
  if (!kept_of_caller_.take(event.caller, event.at)) return;
  const std::scoped_lock lock{mutex_};
  write(event);
  events_.push_back(std::move(event));
  if (events_.size() > most_in_memory) events_.pop_front();
}

std::vector<SecurityEvent> SecurityLog::latest(std::size_t most, std::optional<community::PersonId> whose) const {
  std::vector<SecurityEvent> found;
  const std::scoped_lock lock{mutex_};
  for (auto event = events_.rbegin(); event != events_.rend() && found.size() < most; ++event)
    if (!whose || event->person == whose) found.push_back(*event);
  return found;
}

void SecurityLog::write(const SecurityEvent& event) {
  if (syslog_ && !syslog_->tell(severity_of(event.kind), whose_ + " " + to_json(event)))
    spdlog::error("the system's log took no word of what happened at the doors");
  if (file_.empty()) return;
  std::error_code none_yet;
  if (const auto size = fs::file_size(file_, none_yet); !none_yet && size >= largest_file) rotate();
  const bool is_new = !fs::exists(file_);
  std::ofstream out{file_, std::ios::app};
  std::error_code refused;
  if (is_new) fs::permissions(file_, fs::perms::owner_read | fs::perms::owner_write, refused);
  out << to_json(event) << '\n';
  out.close();
  if (!out || refused) spdlog::error("the security log can't be written: {}", file_.string());
}

void SecurityLog::rotate() const {
  std::error_code missing;
  fs::remove(older(older_files), missing);
  for (unsigned number = older_files; number > 1; --number) fs::rename(older(number - 1), older(number), missing);
  fs::rename(file_, older(1), missing);
}

fs::path SecurityLog::older(unsigned number) const {
  return file_.string() + "." + std::to_string(number);
}

}  // namespace ccop::server
