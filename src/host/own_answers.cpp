#include "host/own_answers.hpp"

namespace ccop::host {

OwnAnswers::OwnAnswers(store::Store& store, const store::MasterKey& master)
    : kept_(store, master, own_answers_prefix) {}

std::optional<SealedAnswers> OwnAnswers::of(community::OrganizationId seat) const {
  auto kept = kept_.of(seat);
  return kept.empty() ? std::nullopt : std::optional{std::move(kept.front())};
}

void OwnAnswers::keep(community::OrganizationId seat, SealedAnswers answers) {
  kept_.change(seat, [&](std::vector<SealedAnswers>& all) {
    all = {std::move(answers)};
    return true;
  });
}

}  // namespace ccop::host
