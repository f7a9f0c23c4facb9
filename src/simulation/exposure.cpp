#include "base/codec.hpp"
#include "community/decisions/commands.hpp"
#include "community/exposure/chapter.hpp"
#include "exposure/rating_set.hpp"
#include "exposure/shipped.hpp"
#include "host/exposure_checks.hpp"
#include "simulation/answers.hpp"
#include "simulation/ballots.hpp"
#include "simulation/deliveries.hpp"
#include "simulation/offices.hpp"
#include "simulation/risks.hpp"
#include "simulation/story.hpp"

#include <array>

namespace ccop::simulation {
namespace {

using namespace community;

constexpr auto a_round_is_open = days{14};
constexpr std::uint32_t quarters = 4;
constexpr std::size_t silent_seats = 3;  ///< that could answer, and don't: at least so many
constexpr std::array techniques_to_choose_from{
    "T1566.002", "T1566.001", "T1078.004", "T1110.003", "T1204.002", "T1190",     "T1621",
    "T1059.001", "T1133",     "T1656",     "T1114.003", "T1098",     "T1539",     "T1486",
    "T1567.002", "T1021.001", "T1003.001", "T1071.001", "T1199",     "T1195.002", "T1490"};
constexpr std::array months{"January", "February", "March",     "April",   "May",      "June",
                            "July",    "August",   "September", "October", "November", "December"};

/// The Members decide on a set by silence procedure; nobody objects.
void propose_questions(World& world, std::string_view json, const exposure::QuestionSet& set) {
  const QuestionSetFacts facts = host::facts_of(set);
  const store::Content text = world.content(
      R"({"text":"We answer these questions in secret, and open nothing but totals. They are those whose fingerprint is )" +
      facts.fingerprint + R"( (SHA-256); \"ccop questions --show )" + facts.name +
      R"(\" prints them.","title":"Adopt the questions )" + facts.name + ", version " + std::to_string(facts.version) +
      "\"}");
  const store::Content questions = world.content(std::string{json});
  const MotionId motion = world.read([](const Community& c) { return decisions(c).motions.next(); });
  if (!world.ask(secretary(world),
                 ProposeQuestionSet{{}, store::content_hash(text), store::content_hash(questions), facts},
                 {text, questions}))
    return;
  if (world.ask(secretary(world), OpenMotion{motion, world.now() + days{10}, "Europe/Zurich", 60}))
    deliver(world, motion);
}

/// Those that were asked for, or else those that come with the program.
std::vector<std::string_view> texts_of_sets(const World& world) {
  const auto& wanted = world.question_sets();
  return wanted.empty() ? exposure::shipped_texts() : std::vector<std::string_view>{wanted.begin(), wanted.end()};
}

exposure::QuestionSet read_set(std::string_view json) {
  return std::get<exposure::QuestionSet>(exposure::read_question_set(json));
}

void adopt_questions(World& world) {
  for (const std::string_view json : texts_of_sets(world)) propose_questions(world, json, read_set(json));
  const auto risks = world.question_sets().empty() ? questions_on_risks(world) : std::nullopt;
  if (risks) propose_questions(world, to_json(*risks), *risks);
  world.pass(days{11});
}

/// The set that Members adopted to rate risks by, once a year.
std::optional<exposure::QuestionSet> risks_to_rate(const World& world, RoundId round) {
  if (round.value % quarters != 0) return std::nullopt;
  const auto questions = world.read([](const Community& c) -> std::optional<ContentHash> {
    const auto set = assessment(c).in_force(exposure::rating_set_id);
    return set ? std::optional{assessment(c).sets[*set].questions} : std::nullopt;
  });
  if (!questions) return std::nullopt;
  return read_set(world.text(*questions).value());
}

/// What happened, what moved, a quarter of the framework, and once a year the risks. Every second time interruptions
/// and losses are counted together.
host::RoundPaper paper_of(const World& world, RoundId round, Time opens) {
  host::RoundPaper paper;
  const std::chrono::year_month_day date{std::chrono::floor<days>(opens)};
  paper.paper.title = std::string{months[static_cast<unsigned>(date.month()) - 1]} + " " +
                      std::to_string(static_cast<int>(date.year()));
  paper.paper.techniques.assign(techniques_to_choose_from.begin(), techniques_to_choose_from.end());
  for (const std::string_view json : texts_of_sets(world)) {
    exposure::QuestionSet set = read_set(json);
    if (set.id == "events-of-the-quarter" && round.value % 2 == 1)
      paper.paper.joint.push_back({"availability", "loss"});
    const bool is_whole = set.rhythm == exposure::Rhythm::quarterly;
    if (!is_whole && !set.quarters) continue;
    paper.parts.push_back(is_whole ? std::nullopt : std::optional{1 + round.value % quarters});
    paper.sets.push_back(std::move(set));
  }
  if (auto risks = risks_to_rate(world, round)) {
    paper.parts.emplace_back();
    paper.sets.push_back(*std::move(risks));
  }
  return paper;
}

/// What the paper asks, as the rules name it; nothing where the Members have not adopted all of it.
std::vector<AskedPart> asked_by_name(const World& world, const host::RoundPaper& paper) {
  std::vector<AskedPart> asks;
  for (std::size_t i = 0; i < paper.sets.size(); ++i) {
    const auto set = world.read([&](const Community& c) { return assessment(c).in_force(paper.sets[i].id); });
    if (!set) return {};
    asks.push_back({*set, paper.parts[i]});
  }
  return asks;
}

std::uint32_t answers_on(const host::RoundPaper& paper) {
  std::size_t answers = 0;
  for (const auto& question : paper.questions()) answers += question.answers.size();
  return static_cast<std::uint32_t>(answers);
}

ExposureRound round_of(const World& world, RoundId id) {
  return world.read([&](const Community& c) { return assessment(c).rounds[id]; });
}

Election ballot_of(const World& world, RoundId id) {
  return world.read([&](const Community& c) { return elections(c).all[assessment(c).rounds[id].election]; });
}

/// Calls a round and has its ballot prepared; nothing where the rules refused it. Where trustees made keys for a round
/// of the same year, the rules take these.
std::optional<RoundId> call_round(World& world, Time opens) {
  register_voting_keys(world, simulated_seats(world), year_of(opens));
  const RoundId id = world.read([](const Community& c) { return assessment(c).rounds.next(); });
  const host::RoundPaper paper = paper_of(world, id, opens);
  const store::Content content = world.content(to_json(paper.paper));
  if (!world.ask(secretary(world),
                 CallRound{asked_by_name(world, paper), store::content_hash(content), answers_on(paper), opens,
                           opens + a_round_is_open},
                 {content}))
    return std::nullopt;
  const ElectionId election = round_of(world, id).election;
  if (ballot_of(world, id).rounds_done() < key_rounds && !make_election_keys(world, election)) return std::nullopt;
  const store::Content setup = world.content(recorded_ballot(world, election).setup_json());
  if (!world.ask(secretary(world), PrepareRound{id, store::content_hash(setup)}, {setup})) return std::nullopt;
  return id;
}

/// In an order that chance gives. Whoever is the first casts other answers in the end.
std::vector<SecretAnswer> secret_answers(World& world, RoundId id) {
  auto seats = simulated_seats(world);
  const Election ballot = ballot_of(world, id);
  std::erase_if(seats,
                [&](const SeatedPerson& one) { return std::ranges::find(ballot.roll, one.seat) == ballot.roll.end(); });
  for (std::size_t i = 0; i < seats.size(); ++i) std::swap(seats[i], seats[i + world.chance().below(seats.size() - i)]);
  if (seats.size() > silent_seats) seats.resize(std::min(seats.size() - silent_seats, world.answering()));
  const host::RoundPaper paper = paper_of(world, id, ballot.round.value().opens);
  std::vector<SecretAnswer> answers;
  answers.reserve(seats.size() + 1);
  for (const SeatedPerson& one : seats) answers.push_back({one, answers_of(one.seat, id.value, paper)});
  if (!seats.empty()) answers.push_back({seats.front(), answers_of(seats.front().seat, id.value + quarters, paper)});
  return answers;
}

struct HeldRound {
  RoundId id{};
  std::vector<SecretAnswer> answers;
};

/// Three seats verify the archive, each with another program.
void audit_round(World& world, RoundId id, const std::vector<SecretAnswer>& answers) {
  const std::string archive = ballot_of(world, id).archive;
  std::size_t auditor = 0;
  for (const AuditProgram program : {AuditProgram::page, AuditProgram::ccop, AuditProgram::belenios_tool}) {
    if (auditor < answers.size()) world.ask(answers[auditor++].by.person, AuditRound{id, program, archive});
    world.pass(hours{9});
  }
}

/// Up to the close; gives the round and what was answered, or nothing where it was not held.
std::optional<HeldRound> collect_ballots(World& world) {
  const Time opens = std::chrono::floor<days>(world.now()) + days{3} + hours{8};
  const auto id = call_round(world, opens);
  if (!id) return std::nullopt;
  const ElectionId election = round_of(world, *id).election;
  world.wait_until(opens);
  world.settle();
  if (ballot_of(world, *id).stage != ElectionStage::voting) return std::nullopt;
  auto answers = secret_answers(world, *id);
  const auto most_of_it = std::chrono::milliseconds{a_round_is_open - days{2}};
  cast_in_secret(world, election, answers, most_of_it / (1 + answers.size()));
  world.wait_until(opens + a_round_is_open + hours{1});
  world.settle();
  return HeldRound{*id, std::move(answers)};
}

void hold_round(World& world) {
  const auto held = collect_ballots(world);
  if (held && open_totals(world, round_of(world, held->id).election)) audit_round(world, held->id, held->answers);
}

}  // namespace

template <>
void story<ExposureChapter>(World& world, const Scene& scene) {
  if (world.answering() == 0) return;
  switch (scene.occasion) {
    case Occasion::questions:
      return adopt_questions(world);
    case Occasion::round:
      return hold_round(world);
    case Occasion::ballots:
      static_cast<void>(collect_ballots(world));
      return;
    case Occasion::demo_call:
      static_cast<void>(call_round(world, scene.today + world.opens_in()));
      return;
    default:
      return;
  }
}

}  // namespace ccop::simulation
