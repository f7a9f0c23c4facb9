#include "host/adoptions.hpp"

#include "base/codec.hpp"
#include "host/wrapped_settings.hpp"

#include <algorithm>

namespace ccop::host {
namespace {

using community::OrganizationId;

std::uint32_t& number_of(AdoptionCount& count, AdoptionState state) {
  switch (state) {
    case AdoptionState::conveyed:
      return count.conveyed;
    case AdoptionState::adopted:
      return count.adopted;
    case AdoptionState::declined:
      return count.declined;
  }
  throw std::logic_error("an adoption in no state");
}

}  // namespace

Adoptions::Adoptions(store::Store& store, const store::MasterKey& master) : store_(store), master_(master) {
  each_wrapped(store, adoption_prefix, master, [&](std::uint32_t organization, const std::string& said) {
    by_organization_[{organization}] = from_json<std::vector<Adoption>>(said);
  });
}

std::vector<Adoption> Adoptions::of(OrganizationId organization) const {
  const std::scoped_lock lock{mutex_};
  const auto found = by_organization_.find(organization);
  return found == by_organization_.end() ? std::vector<Adoption>{} : found->second;
}

void Adoptions::keep(OrganizationId organization, std::vector<Adoption> all) {
  set_wrapped(store_, std::string{adoption_prefix} + std::to_string(organization.value), to_json(all),
              master_);  // what can't be kept was not said
  by_organization_[organization] = std::move(all);
}

void Adoptions::say(OrganizationId organization, const Adoption& said) {
  const std::scoped_lock lock{mutex_};
  std::vector<Adoption> all = by_organization_[organization];
  const auto before = std::ranges::find(all, said.about, &Adoption::about);
  if (before == all.end())
    all.push_back(said);
  else
    *before = said;
  keep(organization, std::move(all));
}

void Adoptions::take_back(OrganizationId organization, const Recommendation& about) {
  const std::scoped_lock lock{mutex_};
  std::vector<Adoption> all = by_organization_[organization];
  if (std::erase_if(all, [&](const Adoption& one) { return one.about == about; }) > 0)
    keep(organization, std::move(all));
}

std::map<Recommendation, AdoptionCount> Adoptions::counts(const std::vector<OrganizationId>& organizations) const {
  const std::scoped_lock lock{mutex_};
  std::map<Recommendation, AdoptionCount> counts;
  for (const OrganizationId organization : organizations) {
    const auto found = by_organization_.find(organization);
    if (found == by_organization_.end()) continue;
    for (const Adoption& one : found->second) ++number_of(counts[one.about], one.state);
  }
  return counts;
}

}  // namespace ccop::host
