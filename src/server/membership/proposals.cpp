#include "server/membership/proposals.hpp"

#include "community/membership/commands.hpp"
#include "server/membership/offers.hpp"
#include "server/membership/views.hpp"

namespace ccop::server {

using namespace community;

ObserverProposalView proposal_view(const Reading& here, ProposalId id) {
  const ObserverProposal& p = membership(here.state).proposals[id];
  ObserverProposalView view{id, p.key, p.name, Words::of(p.statement),      p.consultation_ends, p.state, p.is_end,
                            {}, {},    {},     offers_on_proposal(here, id)};
  view.wording = ShownView::of(shown(here.state, DecideOnObserver{id, {}}));
  for (const ObserverComment& comment : p.comments)
    view.comments.push_back({key_of(here, comment.organization), Words::of(comment.comment), comment.at});
  for (const ObserverOpinion& opinion : p.opinions)
    view.opinions.push_back({person_view(here, opinion.given_by), opinion.admit});
  return view;
}

}  // namespace ccop::server
