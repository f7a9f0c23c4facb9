#include "server/exchange/recipients.hpp"

#include <nlohmann/json.hpp>

namespace ccop::server {

void name_recipients(nlohmann::json& json, const nlohmann::json& identities) {
  json["extensions"][exchange::recipients_extension()] = {{"extension_type", "property-extension"},
                                                          {"recipients", identities}};
}

nlohmann::json identities_of(const AtExchange& here, const std::vector<community::OrganizationId>& organizations) {
  nlohmann::json named = nlohmann::json::array();
  for (const auto organization : organizations) {
    if (organization.value >= here.known->size()) throw BadInput{"recipients", "organizations of this community"};
    named.push_back(here.known->organization(organization));
  }
  return named;
}

}  // namespace ccop::server
