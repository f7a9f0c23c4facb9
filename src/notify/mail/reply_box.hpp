// Where the mails lie that calendars answer with, for all communities of a host. Each mail is looked at once, and
// offered to each community: it is the community's whose meeting it names, and what no community knows is nobody's. So
// no community has to know which tags are another's, and nothing is left to lie for one that may never come.
#pragma once

#include "notify/mail/answering.hpp"
#include "notify/mail/maildir.hpp"

#include <functional>
#include <map>
#include <mutex>

namespace ccop::notify {

class ReplyBox {
 public:
  /// Gives whether it counted the reply.
  using Taker = std::function<bool(const Reply&)>;

  explicit ReplyBox(Maildir folder) : folder_(std::move(folder)) {}

  /// From now on `who`, which is nobody else's, is offered what comes.
  void join(const void* who, Taker taker);
  /// When this returns nothing more is offered, to nobody: the host ends, and the rest waits for its next start.
  void leave(const void* who);
  /// All have joined: before, one would have what comes for another put aside.
  void open();
  /// Looks at what came, up to the limits of the folder. Nothing where another thread does.
  void look();

 private:
  /// Gives whether somebody counted it.
  [[nodiscard]] bool offer(const std::string& mail) const;

  std::mutex mutex_;
  Maildir folder_;
  std::map<const void*, Taker> takers_;
  bool is_open_{};
};

}  // namespace ccop::notify
