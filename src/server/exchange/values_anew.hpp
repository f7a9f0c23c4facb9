// What whoever shared something says anew of its values: another one that an indicator looks for; more and fewer that
// an incident holds.
#pragma once

#include "server/exchange/party.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace ccop::server {

/// From now on the indicator looks for the one value that this text says, and no longer for its old one. Throws
/// BadInput where the text says none or several, and for what looks for more than a value.
void look_for(nlohmann::json& indicator, const std::string& text);

/// Takes the techniques among `dropped` away from what the incident says, and from `dropped`.
void drop_techniques(nlohmann::json& incident, std::set<std::string>& dropped);

/// Objects of what the text says and the incident doesn't hold yet, each with what relates it to the incident; made and
/// marked as that is. Techniques become the incident's own words.
[[nodiscard]] std::vector<nlohmann::json> further_parts(nlohmann::json& incident, const std::string& text,
                                                        const std::set<std::string>& without,
                                                        const ExchangeReader& reader, const store::ObjectRow& row);

}  // namespace ccop::server
