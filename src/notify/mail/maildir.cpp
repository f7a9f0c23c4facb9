#include "notify/mail/maildir.hpp"

#include <algorithm>
#include <fstream>
#include <optional>
#include <ranges>
#include <string>

namespace ccop::notify {

namespace fs = std::filesystem;

namespace {

/// Of a folder that somebody floods, no more names are read at a time.
constexpr std::size_t most_names = 10000;

/// None where it is no file of its own, is too large or can't be read.
std::optional<std::string> text_in(const fs::path& file, std::uintmax_t most_bytes) {
  std::error_code error;
  if (!fs::is_regular_file(fs::symlink_status(file, error))) return std::nullopt;
  const auto size = fs::file_size(file, error);
  if (error || size > most_bytes) return std::nullopt;
  std::string text(size, '\0');
  std::ifstream stream{file, std::ios::binary};
  if (!stream.read(text.data(), static_cast<std::streamsize>(size))) return std::nullopt;
  return text;
}

}  // namespace

Maildir::Maildir(fs::path folder, MaildirLimits limits) : folder_(std::move(folder)), limits_(limits) {}

std::string Maildir::objection() const {
  std::error_code error;
  for (const char* const part : {"new", "cur"})
    if (!fs::is_directory(folder_ / part, error))
      return "has no folder " + std::string{part} +
             ": name a Maildir, with new, cur and tmp, that mail is delivered to";
  return {};
}

std::vector<fs::path> Maildir::waiting() const {
  std::vector<std::pair<fs::file_time_type, fs::path>> found;
  std::error_code error;
  fs::directory_iterator all{folder_ / "new", error};
  for (; !error && all != fs::directory_iterator{} && found.size() < most_names; all.increment(error)) {
    const fs::path& file = all->path();
    if (file.filename().string().starts_with('.') || left_.contains(file)) continue;
    std::error_code unknown;
    found.emplace_back(all->last_write_time(unknown), file);
  }
  std::ranges::sort(found);
  std::vector<fs::path> files;
  for (auto& [at, file] : found | std::views::take(limits_.mails)) files.push_back(std::move(file));
  return files;
}

bool Maildir::move(const fs::path& file) {
  std::error_code error;
  fs::rename(file, folder_ / "cur" / (file.filename().string() + ":2,S"), error);
  if (error) left_.insert(file);
  return !error;
}

std::size_t Maildir::take(const std::function<void(const std::string& mail)>& look) {
  const auto until = std::chrono::steady_clock::now() + limits_.time;
  std::size_t moved = 0;
  for (const fs::path& file : waiting()) {
    if (std::chrono::steady_clock::now() > until) break;
    const auto mail = text_in(file, limits_.mail_bytes);
    if (!move(file)) continue;
    ++moved;
    if (mail) look(*mail);
  }
  return moved;
}

}  // namespace ccop::notify
