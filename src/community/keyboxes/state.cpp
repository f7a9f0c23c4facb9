#include "community/keyboxes/state.hpp"

#include "community/keyboxes/acts.hpp"

#include <algorithm>
#include <ranges>

namespace ccop::community {
namespace {

Keybox& box_of(Keyboxes& keyboxes, OrganizationId organization) {
  const auto found = std::ranges::find(keyboxes.all, organization, &Keybox::organization);
  return found == keyboxes.all.end() ? keyboxes.all.emplace_back(organization) : *found;
}

}  // namespace

const Keybox* Keyboxes::find(OrganizationId organization) const {
  const auto found = std::ranges::find(all, organization, &Keybox::organization);
  return found == all.end() ? nullptr : &*found;
}

const VotingKey* Keyboxes::key_of(OrganizationId organization, std::uint32_t year) const {
  const Keybox* box = find(organization);
  if (box == nullptr) return nullptr;
  for (const VotingKey& key : box->keys | std::views::reverse)
    if (key.year == year) return &key;
  return nullptr;
}

std::optional<std::uint64_t> Keyboxes::registered_in(OrganizationId organization, std::string_view key) const {
  const auto found = std::ranges::find_if(
      recorded, [&](const RecordedKey& one) { return one.organization == organization && one.key == key; });
  return found == recorded.end() ? std::nullopt : std::optional{found->entry};
}

bool Keyboxes::knows(std::string_view key) const {
  return std::ranges::any_of(
      all, [&](const Keybox& box) { return std::ranges::find(box.keys, key, &VotingKey::key) != box.keys.end(); });
}

std::uint32_t year_of(Time at) {
  const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(at)};
  return static_cast<std::uint32_t>(static_cast<int>(date.year()));
}

void apply(Keyboxes& keyboxes, const KeyboxKept& act) {
  auto& wrapped = box_of(keyboxes, act.organization).wrapped;
  std::erase_if(wrapped, [&](const WrappedBox& w) { return w.box == act.box && w.credential == act.credential; });
  wrapped.push_back({act.box, act.credential, act.person, act.wrapped});
}

void apply(Keyboxes& keyboxes, const VotingKeyRegistered& act, Time at) {
  box_of(keyboxes, act.organization).keys.push_back({act.year, act.box, act.key, act.sealing, act.person, at});
}

}  // namespace ccop::community
