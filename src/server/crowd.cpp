#include "server/crowd.hpp"

#include <algorithm>
#include <map>
#include <mutex>

namespace ccop::server {

struct Crowd::Inside {
  mutable std::mutex mutex;
  std::map<std::string, std::size_t> counts;

  void leave(const std::string& whose) {
    const std::scoped_lock lock{mutex};
    const auto found = counts.find(whose);
    if (--found->second == 0) counts.erase(found);
  }
};

Crowd::Crowd() : inside_(std::make_shared<Inside>()) {}

Crowd::Place Crowd::enter(const std::string& whose, std::size_t most) {
  {
    const std::scoped_lock lock{inside_->mutex};
    const auto found = inside_->counts.find(whose);
    if (most == 0 || (found != inside_->counts.end() && found->second >= most)) return nullptr;
    ++inside_->counts[whose];
  }
  return {inside_.get(), [inside = inside_, whose](const void*) { inside->leave(whose); }};
}

std::size_t Crowd::of(const std::string& whose) const {
  const std::scoped_lock lock{inside_->mutex};
  const auto found = inside_->counts.find(whose);
  return found == inside_->counts.end() ? 0 : found->second;
}

std::size_t Crowd::all() const {
  const std::scoped_lock lock{inside_->mutex};
  std::size_t sum = 0;
  for (const auto& [whose, count] : inside_->counts) sum += count;
  return sum;
}

std::size_t Crowd::most() const {
  const std::scoped_lock lock{inside_->mutex};
  std::size_t most = 0;
  for (const auto& [whose, count] : inside_->counts) most = std::max(most, count);
  return most;
}

}  // namespace ccop::server
