#include "host/own_sealed.hpp"

namespace ccop::host {

OwnSealed::OwnSealed(store::Store& store, const store::MasterKey& master, std::string_view prefix)
    : kept_(store, master, prefix) {}

std::optional<Sealed> OwnSealed::of(community::OrganizationId seat) const {
  auto kept = kept_.of(seat);
  return kept.empty() ? std::nullopt : std::optional{std::move(kept.front())};
}

void OwnSealed::keep(community::OrganizationId seat, Sealed sealed) {
  kept_.change(seat, [&](std::vector<Sealed>& all) {
    all = {std::move(sealed)};
    return true;
  });
}

}  // namespace ccop::host
