#include "server/kernel/page_cache.hpp"

namespace ccop::server {
namespace {

/// Parts of an answer follow from the clock (who is in office), so none is kept for long.
constexpr auto page_lasts = std::chrono::seconds{2};
constexpr std::size_t most_kept = 2000;

}  // namespace

std::optional<Response> PageCache::find(const std::string& name, std::uint64_t size, Time now) {
  const std::scoped_lock lock{mutex_};
  const auto kept = kept_.find(name);
  if (kept == kept_.end() || kept->second.size != size || now - kept->second.at >= page_lasts) return std::nullopt;
  return kept->second.response;
}

void PageCache::keep(const std::string& name, std::uint64_t size, Time now, const Response& response) {
  const std::scoped_lock lock{mutex_};
  if (now - swept_ >= page_lasts) {  // what nobody asks for again is not kept in memory
    std::erase_if(kept_, [&](const auto& item) { return now - item.second.at >= page_lasts; });
    swept_ = now;
  }
  if (kept_.size() >= most_kept) kept_.clear();
  kept_.insert_or_assign(name, Kept{size, now, response});
}

std::string page_name(const Request& request, std::string_view secret) {
  std::string name{secret};
  ((name += '\n') += request.header("authorization")) += '\n' + request.path;
  for (const auto& [key, value] : request.query) name += '\n' + key + '=' + value;
  return name;
}

}  // namespace ccop::server
