// A folder that a mail server delivers to (maildir(5)): what is new lies in `new/`, what was seen in `cur/`.
#pragma once

#include <chrono>
#include <filesystem>
#include <functional>
#include <set>
#include <vector>

namespace ccop::notify {

/// How much is read at a time.
struct MaildirLimits {
  std::size_t mails{50};
  std::uintmax_t mail_bytes{std::uintmax_t{256} * 1024};  ///< a larger one is put aside unread
  std::chrono::milliseconds time{2000};
};

/// Used by one thread at a time.
class Maildir {
 public:
  explicit Maildir(std::filesystem::path folder, MaildirLimits limits = {});

  /// What keeps it from being read, in words for whoever runs the host; empty where nothing does.
  [[nodiscard]] std::string objection() const;
  /// Has so many mails looked at, the oldest first, each only once it lies in `cur/`: one that could not be moved would
  /// be looked at again and again, and undo what was said on the page meanwhile. It stays where it is, for good, and
  /// keeps none of the others from being read. Gives how many were moved.
  std::size_t take(const std::function<void(const std::string& mail)>& look);

 private:
  [[nodiscard]] std::vector<std::filesystem::path> waiting() const;
  /// Into `cur/`, as seen; false where it could not be.
  bool move(const std::filesystem::path& file);

  std::filesystem::path folder_;
  MaildirLimits limits_;
  std::set<std::filesystem::path> left_;  ///< could not be moved
};

}  // namespace ccop::notify
