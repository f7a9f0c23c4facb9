// The directory, an organization, and the proposed Observers.
#include "server/routes.hpp"

#include "community/membership/chapter.hpp"
#include "server/membership/offers.hpp"
#include "server/membership/proposals.hpp"
#include "server/membership/views.hpp"

namespace ccop::server {
namespace {

using namespace community;

OrNull<PersonView> holder_of(const Reading& here, OrganizationId id, MandateKind kind) {
  const auto mandate = membership(here.state).holder(id, kind, here.now);
  if (!mandate) return std::nullopt;
  return person_view(here, membership(here.state).mandates[*mandate].person);
}

OrganizationsView organizations_view(const Reading& here) {
  OrganizationsView view;
  for (const auto i : membership(here.state).organizations.ids())
    view.organizations.push_back({organization_view(here, i), holder_of(here, i, MandateKind::main),
                                  holder_of(here, i, MandateKind::alternate)});
  view.may.propose_observer = may_propose_observer(here);
  return view;
}

OrganizationPage organization_page(const Reading& here) {
  const OrganizationId id{here.call.number()};
  const Organization* organization = membership(here.state).find(id);
  if (organization == nullptr) throw nothing_there();
  OrganizationPage page{
      organization_view(here, id), {}, history_of(here, id), {}, offers_on_organization(here, id), {}, {}};
  for (const MandateId mandate : organization->mandates) {
    const Mandate& m = membership(here.state).mandates[mandate];
    page.mandates.push_back({mandate, m.kind, person_view(here, m.person), m.from, m.until, m.holds(here.now),
                             m.responsibilities, ShownView::of(shown(here.state, EndMandate{mandate})),
                             offers_on_mandate(here, mandate)});
  }
  page.absent = membership(here.state).is_absent(id, here.now);
  if (const auto waiting = membership(here.state).waiting(id, here.now))
    page.waiting = seat_change_view(here, *waiting);
  for (const auto& listed : charter(here.state).organizations)
    if (listed.key == organization->key) page.note = listed.note;
  return page;
}

ObserversView observers_view(const Reading& here) {
  ObserversView view;
  for (const auto i : membership(here.state).proposals.ids()) view.proposals.push_back(proposal_view(here, i));
  return view;
}

}  // namespace

template <>
Routes pages<community::MembershipChapter>() {
  // Whole: the organizations are those that the charter lists, and observers whom the membership admits one by one.
  return {routes::page<&organizations_view>("/api/organizations", Who::seat),
          routes::page<&organization_page>("/api/organizations/{id}", Who::seat).of_each([](const Community& state) {
            return membership(state).organizations.size();
          }),
          routes::page<&observers_view>("/api/observers", Who::seat)};
}

}  // namespace ccop::server
