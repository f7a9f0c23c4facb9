// The register of risks.
#include "server/routes.hpp"

#include "community/community.hpp"
#include "community/exposure/commands.hpp"
#include "community/risks/chapter.hpp"
#include "server/kernel/listed.hpp"
#include "server/risks/views.hpp"

namespace ccop::server {
namespace {

using namespace community;

void fill_row(const Reading& here, RiskId id, RiskRow& row) {
  const Risk& risk = risks(here.state).all[id];
  row.id = id;
  row.state = risk.state;
  row.title = Words::member(risk.current().text, "title");
  row.text = Whole{risk.current().text};
  row.items = risk.current().items;
  row.proposed_at = risk.versions.front().at;
  if (const auto owner = owner_of(here.state, risk, here.now)) row.owner = key_of(here, *owner);
  row.review_by = risk.review_by;
  row.over_at = risk.over_at;
}

RisksView risks_view(const Reading& here) {
  RisksView view;
  const auto& all = risks(here.state).all;
  const auto shown = listed(here, all.ids(), [&](RiskId id) { return !all[id].is_over(); });
  for (const RiskId id : shown.ids) fill_row(here, id, view.risks.emplace_back());
  view.before = shown.before;
  const Charter& rules = charter(here.state);
  view.bands = {rules.risks.frequency, rules.risks.impact};
  view.community = rules.name;
  view.may = here.may<ProposeRisk, ProposeQuestionSet>();
  return view;
}

RiskView risk_view(const Reading& here) {
  const RiskId id{here.call.number()};
  const Risk* risk = risks(here.state).find(id);
  if (risk == nullptr) throw nothing_there();
  RiskView view;
  fill_row(here, id, view);
  for (const RiskVersion& one : risk->versions)
    view.versions.push_back({Whole{one.text}, one.items, person_view(here, one.by), one.at});
  for (const RiskReview& one : risk->reviews)
    view.reviews.push_back({Words::of(one.note), person_view(here, one.by), one.at});
  view.taken_up_at = risk->taken_up_at;
  if (risk->reason) view.reason = Words::of(risk->reason);
  view.review_days = charter(here.state).risks.review_days;
  view.may = here.may<TakeUpRisk, DeclineRisk, ReviseRisk, ReviewRisk, HandOverRisk, CloseRisk>(id);
  return view;
}

}  // namespace

template <>
Routes pages<RisksChapter>() {
  const auto how_many = [](const Community& state) { return risks(state).all.size(); };
  return {routes::page<&risks_view>("/api/risks", Who::seat).in_pages(how_many, over_at_once),
          routes::page<&risk_view>("/api/risks/{id}", Who::seat).of_each(how_many)};
}

template <>
TaskSubject subject_of<RisksChapter>(const Reading& here, const Task& task) {
  TaskSubject about{Words::member(risks(here.state).all[task.risk.value()].current().text, "title")};
  about.risk = task.risk;
  return about;
}

}  // namespace ccop::server
