#include "host/witness_clock.hpp"

#include "community/community.hpp"
#include "host/heads.hpp"

namespace ccop::host {
namespace {

/// When the tree of so many entries had one more; `at` where that is not in the store yet.
Time followed_at(store::Store& store, std::uint64_t size, Time at) {
  store.read_entries(size, 1, [&](std::string_view bytes) { at = community::decode_outline(bytes).asking.at; });
  return at;
}

}  // namespace

std::optional<WitnessClock::Shown> WitnessClock::latest(const community::Community& now, Time at) {
  const auto& charter = record(now).in_force;
  const std::uint64_t heard = heard_;
  if (heard != looked_ || charter != by_) {
    latest_.reset();
    const Watch watch = watch_of(now);
    for (std::string& note : cosigned_notes(store_))
      if (const auto proved = watch.proved_by(note); proved && (!latest_ || proved->at > latest_->at))
        latest_ = {proved->at, proved->checkpoint.size, std::move(note)};
    looked_ = heard;
    by_ = charter;
  }
  if (!latest_ || followed_at(store_, latest_->size, at) < at - longest_sign_in) return std::nullopt;
  return latest_;
}

}  // namespace ccop::host
