#include "notify/mail/reply_box.hpp"

#include <boost/core/demangle.hpp>
#include <spdlog/spdlog.h>

#include <algorithm>

namespace ccop::notify {

void ReplyBox::join(const void* who, Taker taker) {
  const std::scoped_lock lock{mutex_};
  takers_[who] = std::move(taker);
}

void ReplyBox::leave(const void* who) {
  const std::scoped_lock lock{mutex_};
  is_open_ = false;
  takers_.erase(who);
}

void ReplyBox::open() {
  const std::scoped_lock lock{mutex_};
  is_open_ = true;
}

bool ReplyBox::offer(const std::string& mail) const {
  try {
    const auto reply = reply_in(mail);
    return reply && std::ranges::any_of(takers_, [&](const auto& one) { return one.second(*reply); });
  } catch (const std::exception& error) {  // its words may hold what somebody wrote
    spdlog::warn("a mail to the folder for replies could not be taken ({})",
                 boost::core::demangle(typeid(error).name()));
    return false;
  }
}

void ReplyBox::look() {
  const std::unique_lock lock{mutex_, std::try_to_lock};
  if (!lock || !is_open_) return;
  std::size_t counted = 0;
  const std::size_t read = folder_.take([&](const std::string& mail) { counted += offer(mail) ? 1 : 0; });
  if (read > 0) spdlog::info("read in the folder for replies: {}; counted: {}", read, counted);
}

}  // namespace ccop::notify
