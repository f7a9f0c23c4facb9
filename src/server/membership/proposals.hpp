// Proposed Observers and their consultation (clause 4.6).
#pragma once

#include "community/membership/state.hpp"
#include "server/people/views.hpp"

namespace ccop::server {

struct ObserverCommentView {
  std::string organization;
  Words comment;
  Time at{};
};
BOOST_DESCRIBE_STRUCT(ObserverCommentView, (), (organization, comment, at))

struct ObserverOpinionView {
  PersonView person;
  bool admit{};
};
BOOST_DESCRIBE_STRUCT(ObserverOpinionView, (), (person, admit))

struct ObserverProposalView {
  community::ProposalId id{};
  std::string key;
  std::string name;
  Words statement;
  Time consultation_ends{};
  community::ProposalState state{};
  bool is_end{};
  std::vector<ObserverCommentView> comments;
  std::vector<ObserverOpinionView> opinions;
  ShownView wording;
  May may;
};
BOOST_DESCRIBE_STRUCT(ObserverProposalView, (),
                      (id, key, name, statement, consultation_ends, state, is_end, comments, opinions, wording, may))

struct ObserversView {
  std::vector<ObserverProposalView> proposals;
};
BOOST_DESCRIBE_STRUCT(ObserversView, (), (proposals))

[[nodiscard]] ObserverProposalView proposal_view(const Reading& here, community::ProposalId id);

}  // namespace ccop::server
