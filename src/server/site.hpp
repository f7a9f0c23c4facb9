// Everything one community shows to the outside: its API, its log and its page, under a path of its own. Who is signed
// in, and which route answers; what routes there are is the chapters' matter (routes.hpp), and no rule is in here.
#pragma once

#include "server/kernel/page_cache.hpp"
#include "server/kernel/router.hpp"
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
  [[nodiscard]] std::size_t listeners() const { return events_.listeners(); }
  [[nodiscard]] std::uint64_t size() const { return live_.size(); }
  [[nodiscard]] host::LiveCommunity& live() { return live_; }
  [[nodiscard]] Rooms& rooms() { return *rooms_; }

 private:
  void answer(const Request& request, const Reply& reply);
  /// From what was kept, or anew.
  void answer_kept(const Route& route, const Call& call, const Reply& reply);

  EventHub events_;
  host::LiveCommunity live_;
  Admission admission_;
  std::unique_ptr<Rooms> rooms_;
  Served served_;
  PageCache cache_;
};

}  // namespace ccop::server
