#include "host/cosigned.hpp"

#include <algorithm>

namespace ccop::host {
namespace {

/// Heads that are kept without being witnessed yet.
constexpr std::size_t most_notes = 32;
/// How far a witness's clock may be ahead of ours.
constexpr auto witness_clock_tolerance = minutes{5};

/// Sorted by size: the digits are as many as the largest size has.
std::string setting_of(std::uint64_t size) {
  const std::string digits = std::to_string(size);
  return std::string{cosigned_prefix} + std::string(20 - digits.size(), '0') + digits;
}

/// The cosignatures of both, of each witness the latest; `is_new` says whether `more` added any.
std::vector<ledger::Cosignature> together(std::vector<ledger::Cosignature> kept,
                                          const std::vector<ledger::Cosignature>& more, bool& is_new) {
  for (const ledger::Cosignature& cosignature : more) {
    const auto same = std::ranges::find(kept, cosignature.by, &ledger::Cosignature::by);
    if (same != kept.end() && same->at >= cosignature.at) continue;
    is_new = true;
    if (same == kept.end())
      kept.push_back(cosignature);
    else
      *same = cosignature;
  }
  return kept;
}

}  // namespace

CosignedNotes::Taken CosignedNotes::take(std::string_view note) {
  const Watch watch = live_.read(watch_of);
  const auto key = watch.key_for(size_of(note));
  const auto checkpoint = key ? ledger::open_note(note, *key) : std::nullopt;
  if (!checkpoint) return Taken::no_note;
  const auto brought = ledger::cosignatures_on(note, watch.keys);
  if (!brought) return Taken::no_note;
  if (brought->empty()) return Taken::not_named;
  const Time latest = live_.now() + witness_clock_tolerance;
  if (std::ranges::any_of(*brought, [&](const auto& cosignature) { return cosignature.at > latest; }))
    return Taken::too_early;

  store::Store& store = live_.store();
  const std::uint64_t size = size_of(store.checkpoint());
  if (checkpoint->size == 0 || checkpoint->size > size ||
      ledger::root_at(checkpoint->size, tiles_of(store, size)) != checkpoint->root)
    return Taken::not_our_tree;

  const std::scoped_lock lock{mutex_};
  const auto newest = newest_witnessed();
  if (newest && size_of(*newest) > checkpoint->size) return Taken::nothing_new;
  const std::string name = setting_of(checkpoint->size);
  std::vector<ledger::Cosignature> kept;
  if (const auto before = store.setting(name)) kept = ledger::cosignatures_on(*before, watch.keys).value_or(kept);
  bool is_new = false;
  kept = together(std::move(kept), *brought, is_new);
  if (!is_new) return Taken::nothing_new;
  store.set(name, ledger::with_cosignatures(note, *key, kept));
  live_.heard_of_witnesses();
  forget_old(watch);
  return Taken::kept;
}

void CosignedNotes::forget_old(const Watch& watch) {
  std::size_t kept = 0;
  bool is_witnessed = false;
  for (const std::string& note : cosigned_notes(live_.store())) {
    const bool is_enough = watch.proved_by(note).has_value();
    if (is_witnessed || (!is_enough && kept >= most_notes)) {
      live_.store().unset(setting_of(size_of(note)));
      continue;
    }
    ++kept;
    is_witnessed = is_enough;
  }
}

std::string CosignedNotes::checkpoint() const {
  std::string note = live_.store().checkpoint();
  const Watch watch = live_.read(watch_of);
  if (watch.witnesses.empty()) return note;
  const auto cosigned = live_.store().setting(setting_of(size_of(note)));
  if (!cosigned) return note;
  const auto key = watch.key_for(size_of(note));
  const auto by = ledger::cosignatures_on(*cosigned, watch.keys);
  return key && by ? ledger::with_cosignatures(note, *key, *by) : note;
}

std::optional<std::string> CosignedNotes::newest_witnessed() const {
  const Watch watch = live_.read(watch_of);
  if (watch.needed == 0) return std::nullopt;
  for (std::string& note : cosigned_notes(live_.store()))
    if (watch.proved_by(note)) return std::move(note);
  return std::nullopt;
}

std::string CosignedNotes::to_cosign(std::uint64_t from) const {
  const Watch watch = live_.read(watch_of);
  if (watch.needed > 1) {
    for (const std::string& note : cosigned_notes(live_.store())) {
      if (size_of(note) <= from || watch.proved_by(note)) break;
      return note;
    }
  }
  return live_.store().checkpoint();
}

}  // namespace ccop::host
