#include "community/sharing/rules.hpp"

#include "community/decisions/state.hpp"
#include "community/kernel/clause.hpp"
#include "community/membership/state.hpp"
#include "community/sharing/sentences.hpp"

namespace ccop::community {

Sharer sharer(const Community& now, PersonId person, Time at) {
  Sharer found;
  found.is_committee = is_committee(now, person, at);
  found.organization = membership(now).seat_organization(person, at);
  if (found.organization) {
    const bool is_member = membership(now).organizations[*found.organization].status == Status::member;
    found.standing = is_member ? Standing::member : Standing::observer;
  }
  if (found.is_committee) found.standing = Standing::member;
  return found;
}

bool reads(Standing standing, Circle circle) {
  switch (circle) {
    case Circle::open:
      return true;
    case Circle::released:
      return standing == Standing::liaison;
    case Circle::community:
      return standing == Standing::observer || standing == Standing::member;
    case Circle::members:
      return standing == Standing::member;
    case Circle::named:
      return standing == Standing::observer || standing == Standing::member;
  }
  return false;
}

std::vector<ContentHash> agreed_releases(const Community& now) {
  std::vector<ContentHash> texts;
  for (const Motion& motion : decisions(now).motions)
    if (motion.purpose == Purpose::release && motion.outcome == Outcome::adopted) texts.push_back(motion.text);
  return texts;
}

std::optional<Refusal> objection_to_release(const Sharer& sharer, bool is_agreed) {
  if (!sharer.is_committee) return refuse(clause::release, sentence::only_committee_releases);
  if (!is_agreed) return refuse(clause::release, sentence::release_not_agreed);
  return std::nullopt;
}

std::optional<Refusal> objection_to_sharing(const Sharer& sharer) {
  if (sharer.standing == Standing::member) return std::nullopt;
  return refuse(clause::sharing, sentence::only_members_share);
}

}  // namespace ccop::community
