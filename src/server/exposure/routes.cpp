// What is asked, and what rounds there are.
#include "server/routes.hpp"

#include "community/exposure/chapter.hpp"
#include "exposure/shipped.hpp"
#include "host/exposure_checks.hpp"
#include "server/exposure/own_answers.hpp"
#include "server/exposure/views.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;

struct ExposureView {
  std::vector<QuestionSetView> sets;
  std::vector<RoundHeadView> rounds;  ///< the latest first
  std::uint32_t least_answers{};
  std::uint32_t least_days_open{};
  May may;
};
BOOST_DESCRIBE_STRUCT(ExposureView, (), (sets, rounds, least_answers, least_days_open, may))

ExposureView exposure_view(const Reading& here) {
  ExposureView view;
  for (const QuestionSetId id : assessment(here.state).sets.ids()) view.sets.push_back(question_set_view(here, id));
  for (const RoundId id : assessment(here.state).rounds.ids()) view.rounds.push_back(round_head(here, id));
  std::ranges::reverse(view.rounds);
  view.least_answers = charter(here.state).exposure.least_answers;
  view.least_days_open = charter(here.state).exposure.least_days_open;
  view.may = here.may<ProposeQuestionSet, CallRound>();
  return view;
}

/// The questions as the record has them: with the salt, the content that the proposal names.
struct QuestionSetPage {
  QuestionSetView set;
  Whole questions;
};
BOOST_DESCRIBE_STRUCT(QuestionSetPage, (), (set, questions))

QuestionSetPage asked_set(const Reading& here) {
  const QuestionSetId id{here.call.number()};
  const QuestionSetRow* set = assessment(here.state).sets.find(id);
  if (set == nullptr) throw nothing_there();
  return {question_set_view(here, id), Whole{set->questions}};
}

RoundView asked_round(const Reading& here) {
  const RoundId id{here.call.number()};
  if (assessment(here.state).rounds.find(id) == nullptr) throw nothing_there();
  return round_view(here, id);
}

/// The sets that come with the program, to be proposed.
struct ShippedSet {
  QuestionSetFacts facts;
  std::string title;
  std::string questions;
};
BOOST_DESCRIBE_STRUCT(ShippedSet, (), (facts, title, questions))

struct ShippedSets {
  std::vector<ShippedSet> sets;
};
BOOST_DESCRIBE_STRUCT(ShippedSets, (), (sets))

ShippedSets read_shipped() {
  ShippedSets view;
  for (const std::string_view text : exposure::shipped_texts()) {
    const auto read = exposure::read_question_set(text);
    const auto& set = std::get<exposure::QuestionSet>(read);
    view.sets.push_back({host::facts_of(set), set.title, std::string{text}});
  }
  return view;
}

/// The same as long as the program runs.
ShippedSets shipped(const Reading&) {
  static const ShippedSets all = read_shipped();
  return all;
}

}  // namespace

template <>
Routes pages<ExposureChapter>() {
  Routes all{routes::page<&exposure_view>("/api/exposure", Who::seat),
             routes::page<&asked_set>("/api/exposure/sets/{id}", Who::seat).of_each([](const Community& state) {
               return assessment(state).sets.size();
             }),
             routes::page<&asked_round>("/api/exposure/rounds/{id}", Who::seat).of_each([](const Community& state) {
               return assessment(state).rounds.size();
             }),
             heavy(routes::page<&shipped>("/api/exposure/shipped", Who::seat))};
  std::ranges::move(own_answer_routes(), std::back_inserter(all));
  return all;
}

template <>
TaskSubject subject_of<ExposureChapter>(const Reading& here, const Task& task) {
  const Election& ballot = elections(here.state).all[task.election.value()];
  TaskSubject about{Words::member(assessment(here.state).rounds[ballot.round.value().round].paper, "title")};
  about.election = task.election;
  about.round = ballot.round->round;
  return about;
}

}  // namespace ccop::server
