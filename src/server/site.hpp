// Everything one community shows to the outside: its API, its log and its page, under a path of its own. Who is signed
// in, and which route answers; what routes there are is the chapters' matter (routes.hpp), and no rule is in here.
#pragma once

#include "server/kernel/page_cache.hpp"
#include "server/kernel/router.hpp"
#include "server/kernel/workers.hpp"
#include "store/objects.hpp"

namespace ccop::server {

class Site {
 public:
  /// Without `objects` the community has no exchange.
  Site(std::unique_ptr<store::Store> store, std::shared_ptr<const store::MasterKey> master, const std::string& slug,
       const SiteOptions& options, std::unique_ptr<store::ObjectStore> objects = nullptr);
  ~Site();
  Site(const Site&) = delete;
  Site& operator=(const Site&) = delete;
  Site(Site&&) = delete;
  Site& operator=(Site&&) = delete;

  [[nodiscard]] const std::string& slug() const { return served_.slug; }
  /// Answers what lies under the community's path; `request.path` begins after it, e.g. /api/desk.
  void handle(const Request& request, const Reply& reply);
  void stop();
  /// Whether somebody sends this who is signed in, or a token of theirs.
  [[nodiscard]] bool is_known(const Request& request) { return admission_.reader(request).has_value(); }
  [[nodiscard]] std::size_t listeners() const { return events_.listeners(); }
  [[nodiscard]] std::uint64_t size() const { return live_.size(); }
  [[nodiscard]] host::LiveCommunity& live() { return live_; }
  [[nodiscard]] Rooms& rooms() { return *rooms_; }
  [[nodiscard]] Admission& admission() { return admission_; }

 private:
  void answer(const Request& request, const Reply& reply);
  /// What was refused, and whether the security log hears of it.
  void note(const Request& request, unsigned status, const std::string& key);
  /// The same of what another protocol answers.
  [[nodiscard]] Reply noting(const Request& request, const Reply& reply);
  /// Answers by `answer`, and every way in which that may fail.
  void guarded(const Request& request, const Reply& reply, const std::function<void()>& answer);
  /// Works on the threads for what takes long, in its turn, and answers as `guarded`. `head`: the request without its
  /// body. Throws the Problem of a busy server.
  void go_on(const std::string& turn, Request head, const Reply& reply, std::function<void()> work);
  void answer_now(const Route& route, const Call& call, const Reply& reply);
  /// From what was kept, or anew.
  void answer_kept(const Route& route, const Call& call, const Reply& reply);

  EventHub events_;
  host::LiveCommunity live_;
  Admission admission_;
  Quotas quotas_;
  std::unique_ptr<Rooms> rooms_;
  SecurityLog security_;
  Served served_;
  PageCache cache_;
  Workers workers_;  ///< last: what they do uses all the others
};

}  // namespace ccop::server
