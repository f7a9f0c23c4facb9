#include "server/crowd.hpp"

namespace ccop::server {

struct Crowd::Inside {
  mutable std::mutex mutex;
  std::map<std::string, std::size_t> counts;
};

Crowd::Place::Place(std::shared_ptr<Inside> inside, std::string whose)
    : inside_(std::move(inside)), whose_(std::move(whose)) {}

Crowd::Place::~Place() {
  if (!inside_) return;
  const std::scoped_lock lock{inside_->mutex};
  const auto found = inside_->counts.find(whose_);
  if (--found->second == 0) inside_->counts.erase(found);
}

Crowd::Crowd() : inside_(std::make_shared<Inside>()) {}

std::optional<Crowd::Place> Crowd::enter(std::string whose, std::size_t most) {
  {
    const std::scoped_lock lock{inside_->mutex};
    const auto found = inside_->counts.find(whose);
    if (most == 0 || (found != inside_->counts.end() && found->second >= most)) return std::nullopt;
    ++inside_->counts[whose];
  }
  return Place{inside_, std::move(whose)};
}

std::size_t Crowd::of(const std::string& whose) const {
  const std::scoped_lock lock{inside_->mutex};
  const auto found = inside_->counts.find(whose);
  return found == inside_->counts.end() ? 0 : found->second;
}

}  // namespace ccop::server
