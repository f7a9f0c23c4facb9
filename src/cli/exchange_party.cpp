#include "cli/exchange_party.hpp"

#include "community/community.hpp"

namespace ccop::cli {

community::Sharer sharer_of(const community::Community& state, const ExchangeSettings& settings) {
  if (settings.as.empty()) return {community::Standing::member, true, std::nullopt};
  const auto organization = membership(state).find_key(settings.as);
  if (!organization) throw store::StoreError{"no organization " + settings.as};
  return {community::Standing::member, false, organization};
}

exchange::Level level_said(const ExchangeSettings& settings) {
  const auto level = exchange::parse_level(settings.is_marking_said() ? settings.marking : "amber");
  if (!level) throw store::StoreError{"--marking takes clear, green, amber, amber+strict or red"};
  return *level;
}

}  // namespace ccop::cli
