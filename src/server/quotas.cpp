#include "server/quotas.hpp"

namespace ccop::server {
namespace {

/// A bucket that fills up again within `whole`.
TryLimit filled_in(std::uint64_t most, std::chrono::milliseconds whole) {
  return {static_cast<double>(most), whole};
}

std::string key_of(community::PersonId person) {
  return std::to_string(person.value);
}

}  // namespace

std::string quota_holder(std::optional<community::OrganizationId> organization, community::PersonId person) {
  return organization ? "organization " + std::to_string(organization->value) : "person " + key_of(person);
}

Quotas::Quotas(const QuotaSettings& settings)
    : settings_(settings),
      acts_(filled_in(settings.acts_an_hour, hours{1})),
      committee_acts_(filled_in(settings.committee_acts_an_hour, hours{1})),
      contents_(filled_in(settings.content_bytes_a_day, hours{24})),
      threat_bytes_(filled_in(settings.threat_bytes_a_day, hours{24})),
      threat_objects_(filled_in(settings.threat_objects_a_day, hours{24})) {}

bool Quotas::take_act(community::PersonId person, bool is_committee, Time now) {
  return (is_committee ? committee_acts_ : acts_).take(key_of(person), now);
}

bool Quotas::take_contents(const std::string& holder, std::size_t bytes, Time now) {
  return bytes == 0 || contents_.take(holder, now, static_cast<double>(bytes));
}

bool Quotas::take_threats(const std::string& holder, std::size_t bytes, Time now) {
  return threat_objects_.has(holder, now) && threat_bytes_.take(holder, now, static_cast<double>(bytes));
}

void Quotas::count_threats(const std::string& holder, std::size_t objects, Time now) {
  threat_objects_.spend(holder, now, static_cast<double>(objects));
}

double Quotas::acts_used(community::PersonId person, Time now) const {
  return std::max(acts_.used(key_of(person), now), committee_acts_.used(key_of(person), now));
}

double Quotas::contents_used(const std::string& holder, Time now) const {
  return contents_.used(holder, now);
}

double Quotas::threats_used(const std::string& holder, Time now) const {
  return std::max(threat_bytes_.used(holder, now), threat_objects_.used(holder, now));
}

}  // namespace ccop::server
