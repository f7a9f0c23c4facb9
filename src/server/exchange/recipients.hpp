// Whom a TLP:RED object names as its readers.
#pragma once

#include "server/exchange/party.hpp"

namespace ccop::server {

/// Names them by their identities.
void name_recipients(nlohmann::json& json, const nlohmann::json& identities);
/// Throws BadInput for what is no organization of this community.
[[nodiscard]] nlohmann::json identities_of(const AtExchange& here,
                                           const std::vector<community::OrganizationId>& organizations);

}  // namespace ccop::server
