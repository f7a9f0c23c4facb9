#include "host/adoptions.hpp"

#include <algorithm>

namespace ccop::host {
namespace {

using community::OrganizationId;
using community::Recommendation;

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

Adoptions::Adoptions(store::Store& store, const store::MasterKey& master) : said_(store, master, adoption_prefix) {}

std::vector<Adoption> Adoptions::of(OrganizationId organization) const {
  return said_.of(organization);
}

void Adoptions::say(OrganizationId organization, const Adoption& said) {
  said_.change(organization, [&](std::vector<Adoption>& all) {
    const auto before = std::ranges::find(all, said.about, &Adoption::about);
    if (before == all.end())
      all.push_back(said);
    else
      *before = said;
    return true;
  });
}

void Adoptions::take_back(OrganizationId organization, const Recommendation& about) {
  said_.change(organization, [&](std::vector<Adoption>& all) {
    return std::erase_if(all, [&](const Adoption& one) { return one.about == about; }) > 0;
  });
}

std::map<Recommendation, AdoptionCount> Adoptions::counts(const std::vector<OrganizationId>& organizations) const {
  std::map<Recommendation, AdoptionCount> counts;
  for (const OrganizationId organization : organizations)
    for (const Adoption& one : said_.of(organization)) ++number_of(counts[one.about], one.state);
  return counts;
}

}  // namespace ccop::host
