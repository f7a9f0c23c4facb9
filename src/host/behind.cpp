#include "host/behind.hpp"

#include <charconv>

namespace ccop::host {
namespace {

constexpr const char* behind_setting = "behind";
constexpr const char* accepted_setting = "loss-accepted";

}  // namespace

std::optional<std::uint64_t> lost_size(const LiveCommunity& live, std::string_view note) {
  if (note.size() > longest_note) return std::nullopt;
  const auto key = ledger::VerifierKey::parse(live.log_key());
  const auto seen = key ? ledger::open_note(note, *key) : std::nullopt;
  if (!seen || seen->size == 0 || seen->size <= live.accepted_loss()) return std::nullopt;
  // Whatever head somebody was shown stands in the store: what readers see of the state may be a moment behind it.
  const auto own = ledger::read_unverified(live.store().checkpoint());
  const std::uint64_t size = own ? own->size : 0;
  if (seen->size <= size && ledger::root_at(seen->size, tiles_of(live.store(), size)) == seen->root)
    return std::nullopt;
  return seen->size;
}

void LiveCommunity::load_losses() {
  const auto number = [&](const char* name) -> std::uint64_t {
    const std::string text = store_->setting(name).value_or("0");
    std::uint64_t size = 0;
    std::from_chars(text.data(), text.data() + text.size(), size);
    return size;
  };
  behind_ = number(behind_setting);
  accepted_loss_ = number(accepted_setting);
}

void LiveCommunity::fell_behind(std::uint64_t size_seen) {
  std::uint64_t known = behind_;
  do {
    if (size_seen <= known) return;
  } while (!behind_.compare_exchange_weak(known, size_seen));
  store_->set(behind_setting, std::to_string(size_seen));
}

std::optional<std::uint64_t> LiveCommunity::behind() const {
  const std::uint64_t size = behind_;
  return size == 0 ? std::nullopt : std::optional{size};
}

void LiveCommunity::accept_loss() {
  const std::uint64_t lost = behind_;
  if (lost == 0) return;
  store_->change({{behind_setting, std::nullopt}, {accepted_setting, std::to_string(lost)}});
  accepted_loss_ = lost;
  behind_ = 0;
}

}  // namespace ccop::host
