// What became of recommendations at home (clause 5.3): one's own organization's words, and of all others the numbers.
#include "server/routes.hpp"

#include "base/bounds.hpp"
#include "community/decisions/state.hpp"
#include "community/items/sentences.hpp"
#include "community/items/state.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/membership/state.hpp"
#include "server/people/views.hpp"
#include "server/rooms.hpp"
#include "server/sentences.hpp"

namespace ccop::server {
namespace {

using namespace community;
using host::Adoption;
using host::AdoptionState;

constexpr std::size_t longest_adoption_text = 4000;

struct OwnAdoptionView {
  OrNull<std::uint32_t> decision;  ///< its number in the register
  OrNull<ItemId> item;
  AdoptionState state{};
  std::string text;
  Words by;
  Time at{};
};
BOOST_DESCRIBE_STRUCT(OwnAdoptionView, (), (decision, item, state, text, by, at))

struct AdoptionCountView {
  OrNull<std::uint32_t> decision;
  OrNull<ItemId> item;
  std::uint32_t conveyed{};
  std::uint32_t adopted{};
  std::uint32_t declined{};
};
BOOST_DESCRIBE_STRUCT(AdoptionCountView, (), (decision, item, conveyed, adopted, declined))

/// What a working group delivered: a milestone of it that is done.
struct DeliverableView {
  ItemId item{};
  GroupId group{};
  Words title;
};
BOOST_DESCRIBE_STRUCT(DeliverableView, (), (item, group, title))

struct AdoptionsView {
  std::vector<DeliverableView> deliverables;
  std::vector<AdoptionCountView> counts;  ///< of how many organizations said each; never which
  std::vector<OwnAdoptionView> own;       ///< the reader's organization's
  bool may_say{};
};
BOOST_DESCRIBE_STRUCT(AdoptionsView, (), (deliverables, counts, own, may_say))

struct AdoptionSaid {
  std::optional<std::uint32_t> decision;
  std::optional<ItemId> item;
  std::optional<AdoptionState> state;  ///< none: what was said is taken back
  TextOf<0, longest_adoption_text> text;
};
BOOST_DESCRIBE_STRUCT(AdoptionSaid, (), (decision, item, state, text))

OrNull<std::uint32_t> number_of(const Recommendation& about) {
  if (!about.decision) return {};
  return about.decision->value + 1;
}

OrNull<ItemId> item_of(const Recommendation& about) {
  if (!about.item) return {};
  return *about.item;
}

OwnAdoptionView own_view(const Reading& here, const Adoption& one) {
  return {number_of(one.about), item_of(one.about), one.state, one.text, name_of(here, one.by), one.at};
}

std::vector<DeliverableView> deliverables(const Reading& here) {
  std::vector<DeliverableView> all;
  for (const ItemId id : delivered(here.state)) {
    const Item& item = items(here.state).all[id];
    all.push_back({id, item.group.value(), Words::member(item.text, "title")});
  }
  return all;
}

AdoptionsView adoptions_view(const Reading& here) {
  const host::Adoptions& kept = here.call.site.rooms.adoptions;
  AdoptionsView view;
  view.deliverables = deliverables(here);
  for (const auto& [about, count] : kept.counts(membership(here.state).roll(here.now)))
    view.counts.push_back({number_of(about), item_of(about), count.conveyed, count.adopted, count.declined});
  if (const auto own = membership(here.state).seat_organization(here.person, here.now))
    for (const Adoption& one : kept.of(*own)) view.own.push_back(own_view(here, one));
  view.may_say = std::holds_alternative<OrganizationId>(conveying_member(here.state, here.person, here.now));
  return view;
}

Recommendation recommendation_in(const AdoptionSaid& said) {
  if (said.decision.has_value() == said.item.has_value()) throw BadInput{"decision", "a decision or an item"};
  if (said.item) return {{}, said.item};
  return {DecisionId{*said.decision - 1}, {}};  // 0 becomes one that nothing has
}

Nothing say_adoption(const Call& call, const AdoptionSaid& said) {
  const Recommendation about = recommendation_in(said);
  const OrganizationId own = call.site.live.read([&](const Community& state) {
    const auto who = conveying_member(state, call.reader.person, call.now);
    if (const auto* refusal = std::get_if<Refusal>(&who)) throw Refused{*refusal, 403};
    if (const auto refusal = objection_to_conveying(state, about)) throw Refused{*refusal};
    return std::get<OrganizationId>(who);
  });
  host::Adoptions& kept = call.site.rooms.adoptions;
  if (said.state)
    kept.say(own, {about, *said.state, said.text, call.reader.person, call.now});
  else
    kept.take_back(own, about);
  return {};
}

}  // namespace

Routes adoption_routes() {
  Route all = routes::page<&adoptions_view>("/api/adoptions", Who::seated_person);
  all.is_kept = false;  // what is said changes it, and not the record
  return {all, routes::take<&say_adoption>("/api/adoptions/say", Who::seated_person)};
}

}  // namespace ccop::server
