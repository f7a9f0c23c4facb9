// Which documents a group lists (clause 5.8).
#include "community/groups/acts.hpp"
#include "community/groups/chapter.hpp"
#include "community/groups/sentences.hpp"
#include "community/groups/standing.hpp"
#include "community/kernel/clause.hpp"

namespace ccop::community {
namespace {

/// What nobody finds anything in any more.
constexpr std::size_t most_documents = 200;

}  // namespace

std::optional<Refusal> bars(const Community& now, const AddGroupDocument::About& about, const Asking& asking) {
  if (auto objection = objection_in_founded(now, about.group, asking, objection_to_keeper)) return objection;
  if (groups(now).all[about.group].documents.size() >= most_documents)
    return refuse(clause::lead_organizations, sentence::documents_within, most_documents);
  return std::nullopt;
}

Ruling decide(const Community& now, const AddGroupDocument& asked, const Asking&) {
  if (groups(now).all[asked.group].lists(asked.document))
    return refuse(clause::lead_organizations, sentence::document_is_listed);
  return accept(GroupDocumentAdded{asked.group, asked.document});
}

std::optional<Refusal> bars(const Community& now, const DropGroupDocument::About& about, const Asking& asking) {
  return objection_in_founded(now, about.group, asking, objection_to_keeper);
}

Ruling decide(const Community& now, const DropGroupDocument& asked, const Asking&) {
  if (!groups(now).all[asked.group].lists(asked.document))
    return refuse(clause::lead_organizations, sentence::document_is_not_listed);
  return accept(GroupDocumentDropped{asked.group, asked.document});
}

}  // namespace ccop::community
