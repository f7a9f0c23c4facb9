#include "server/quotas.hpp"

#include <algorithm>

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

double part_of(std::size_t used, std::uint32_t most) {
  return used == 0 ? 0 : static_cast<double>(used) / std::max(most, 1U);
}

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

std::optional<Quotas::UploadPlaces> Quotas::enter_upload(const std::string& holder, community::PersonId person) {
  UploadPlaces places{uploads_.enter("", settings_.uploads),
                      uploads_of_holder_.enter(holder, settings_.uploads_of_organization),
                      uploads_of_person_.enter(key_of(person), settings_.uploads_of_person)};
  if (!places.of_all || !places.of_holder || !places.of_person) return std::nullopt;
  return places;
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

double Quotas::uploads_used(const std::string& holder) const {
  return part_of(uploads_of_holder_.of(holder), settings_.uploads_of_organization);
}

double Quotas::uploads_used(community::PersonId person) const {
  return part_of(uploads_of_person_.of(key_of(person)), settings_.uploads_of_person);
}

std::size_t Quotas::uploads() const {
  return uploads_.of("");
}

}  // namespace ccop::server
