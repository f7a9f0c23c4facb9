#include "community/charter/charter.hpp"

#include "community/charter/table_reader.hpp"
#include "community/kernel/clause.hpp"

#include <algorithm>
#include <set>

namespace ccop::community {
namespace {

/// A charter stands twice in its founding entry, and an entry has at most 65535 bytes (docs/adr/0001).
constexpr std::size_t largest_charter = 28'000;
/// With the log's own, sixteen signatures on a note, which is what every reader of notes must take (C2SP signed-note).
constexpr std::size_t most_witnesses = 15;
/// Under 72 hours silence is asked of nobody, whatever a charter says (decision 74/544 of the General Assembly).
constexpr std::uint32_t least_silence_hours = 72;
/// Of fewer than ten answers the totals say too much of each, whatever a charter says.
constexpr std::uint32_t fewest_answers = 10;
/// Before version 4 of the rules: against whoever only subtracts one round's totals from another's.
constexpr std::uint32_t fewest_apart_before = 3;
constexpr std::size_t bands_of_risks = 5;
constexpr std::size_t longest_band = 150;

Share read_share(TableReader& table, std::string_view key) {
  const std::string text = table.text(key, 9);
  if (text.empty()) return {};
  const auto slash = text.find('/');
  const auto number = [&](std::string_view digits) -> std::uint32_t {
    std::uint32_t value = 0;
    for (const char c : digits)
      value = c < '0' || c > '9' || value > 999 ? 1000000 : value * 10 + static_cast<std::uint32_t>(c - '0');
    return digits.empty() ? 1000000 : value;
  };
  if (slash == std::string::npos) return table.mistake(key, "a share to exceed, such as \"1/2\""), Share{};
  const Share share{number(std::string_view{text}.substr(0, slash)), number(std::string_view{text}.substr(slash + 1))};
  if (share.denominator == 0 || share.denominator > 1000 || share.numerator >= share.denominator)
    table.mistake(key, "a share to exceed, below one, such as \"1/2\"");
  return share;
}

bool is_slug(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

void read_head(TableReader& root, Charter& charter) {
  auto head = root.table("community");
  charter.slug = head.text("slug", 40);
  if (!is_slug(charter.slug)) head.mistake("slug", "lower-case letters, digits and hyphens");
  charter.name = head.text("name", 200);
  charter.short_name = head.text("short_name", 40);
  charter.reports_to = head.text("reports_to", 200);
  charter.time_zone = head.text("time_zone", 60);
  head.finish();
}

void read_people_rules(TableReader& root, Charter& charter) {
  auto membership = root.table("membership");
  charter.membership.alternate_votes = membership.boolean("alternate_votes");
  charter.membership.observer_consultation_days = membership.integer("observer_consultation_days", 0, 365);
  charter.membership.seat_change_days =
      membership.optional_integer("seat_change_days", 1, 90, charter.membership.seat_change_days);
  charter.membership.responsibilities = membership.texts("responsibilities");
  membership.finish();

  auto bodies = root.table("bodies");
  charter.bodies.co_chairs = bodies.integer("co_chairs", 1, 9);
  charter.bodies.co_chair_term_months = bodies.integer("co_chair_term_months", 1, 120);
  charter.bodies.founding_terms_months = bodies.integers("founding_terms_months", 1, 120);
  if (charter.bodies.founding_terms_months.size() != charter.bodies.co_chairs)
    bodies.mistake("founding_terms_months", "one term for each co-Chair");
  bodies.finish();

  auto elections = root.table("elections");
  charter.elections.secret_ballot = elections.boolean("secret_ballot");
  charter.elections.immediate_reelection = elections.boolean("immediate_reelection");
  charter.elections.tie = elections.text("tie", 40);
  if (charter.elections.tie != "run-off-then-lots" && charter.elections.tie != "lots")
    elections.mistake("tie", "\"run-off-then-lots\" or \"lots\"");
  auto& e = charter.elections;
  e.trustees = elections.optional_integer("trustees", 1, 9, e.trustees);
  e.trustees_needed = elections.optional_integer("trustees_needed", 1, 9, std::min(e.trustees_needed, e.trustees));
  if (e.trustees_needed > e.trustees) elections.mistake("trustees_needed", "at most as many as there are trustees");
  e.trustee_replacements = elections.optional_integer("trustee_replacements", 0, 100, e.trustee_replacements);
  e.voting_hours_before = elections.optional_integer("voting_hours_before", 0, 24 * 30, 0);
  e.least_minutes_open = elections.optional_integer("least_minutes_open", 0, 24 * 60, e.least_minutes_open);
  e.least_ballots = elections.optional_integer("least_ballots", 1, 1000, e.least_ballots);
  elections.finish();
}

/// None, or what differs from the usual.
void read_exposure(TableReader& root, Charter& charter, std::uint32_t rules) {
  if (!root.has("exposure")) return;
  auto table = root.table("exposure");
  auto& e = charter.exposure;
  e.least_answers = table.optional_integer("least_answers", fewest_answers, 1000, e.least_answers);
  e.closest = table.optional_integer("closest", rules < rules_that_keep_apart ? fewest_apart_before : fewest_apart,
                                     1000, e.closest);
  e.yearly_days = table.optional_integer("yearly_days", 180, 366, e.yearly_days);
  e.quarterly_days = table.optional_integer("quarterly_days", 30, 92, e.quarterly_days);
  e.least_days_open = table.optional_integer("least_days_open", 1, 60, e.least_days_open);
  table.finish();
}

std::vector<std::string> read_bands(TableReader& table, std::string_view key, std::vector<std::string> usual) {
  if (!table.has(key)) return usual;
  auto bands = table.texts(key);
  const auto is_band = [](const std::string& band) {
    return band.size() <= longest_band && band.find(": ") > 0 && band.find(": ") != std::string::npos &&
           band.find('|') == std::string::npos;
  };
  if (bands.size() != bands_of_risks || !std::ranges::all_of(bands, is_band))
    table.mistake(key,
                  "five bands from the least, each a name and what it is, as \"Rare: less than once in 10 years\"");
  return bands;
}

/// None, or what differs from the usual.
void read_risks(TableReader& root, Charter& charter) {
  if (!root.has("risks")) return;
  auto table = root.table("risks");
  auto& risks = charter.risks;
  risks.frequency = read_bands(table, "frequency", std::move(risks.frequency));
  risks.impact = read_bands(table, "impact", std::move(risks.impact));
  risks.review_days = table.optional_integer("review_days", 30, 731, risks.review_days);
  table.finish();
}

void read_working_rules(TableReader& root, Charter& charter) {
  auto meetings = root.table("meetings");
  auto& m = charter.meetings;
  m.clearances_needed =
      meetings.integer("clearances_needed", 1, charter.bodies.co_chairs == 0 ? 1 : charter.bodies.co_chairs);
  m.waiting_list = meetings.boolean("waiting_list");
  m.symposium_needs_executive_day = meetings.boolean("symposium_needs_executive_day");
  m.discretion_notice = meetings.text("discretion_notice", 1000);
  m.plan_warning_months = meetings.integers("plan_warning_months", 1, 24);
  m.symposium_notice_days = meetings.integer("symposium_notice_days", 0, 365);
  m.mid_year_notice_days = meetings.integer("mid_year_notice_days", 0, 365);
  m.working_session_notice_days = meetings.integer("working_session_notice_days", 0, 365);
  m.ad_hoc_notice_days = meetings.integer("ad_hoc_notice_days", 0, 365);
  meetings.finish();

  auto voting = root.table("voting");
  auto& v = charter.voting;
  v.quorum = read_share(voting, "quorum_exceeds");
  v.majority = read_share(voting, "majority_exceeds");
  v.abstentions_count = voting.boolean("abstentions_count");
  v.silence_working_days = voting.integer("silence_working_days", 0, 60);
  v.release_working_days = voting.integer("release_working_days", 0, 60);
  v.objections_that_stop = voting.integer("objections_that_stop", 1, 1000);
  v.silence_floor_hours =
      voting.optional_integer("silence_floor_hours", least_silence_hours, 24 * 30, v.silence_floor_hours);
  v.rest_days = voting.integers("rest_days", 1, 7);
  if (v.rest_days.size() > 6) voting.mistake("rest_days", "at least one working day a week");
  voting.finish();

  auto plan = root.table("work_plan");
  charter.work_plan.mid_year = plan.text("mid_year", 5);
  charter.work_plan.reminder_days = plan.integers("reminder_days", 0, 365);
  charter.work_plan.least_organizations = plan.integer("least_organizations", 1, 1000);
  if (plan.has("warn_before_end_days"))
    charter.work_plan.warn_before_end_days = plan.integers("warn_before_end_days", 1, 365);
  charter.work_plan.lead_vacant_days =
      plan.optional_integer("lead_vacant_days", 1, 366, charter.work_plan.lead_vacant_days);
  plan.finish();
}

void read_ladder(TableReader& table, CharterLadder& ladder) {
  constexpr std::uint32_t most_days = 365;
  if (table.has("remind_before")) ladder.remind_before = table.integers("remind_before", 0, most_days);
  if (table.has("escalate_after")) ladder.escalate_after = table.integers("escalate_after", 0, most_days);
  if (table.has("escalate_to")) {
    ladder.escalate_to.clear();
    for (const std::string& word : table.texts("escalate_to")) {
      if (word != "secretary" && word != "co-chairs") table.mistake("escalate_to", "\"secretary\" or \"co-chairs\"");
      ladder.escalate_to.push_back(word == "co-chairs" ? Audience::co_chairs : Audience::secretary);
    }
  }
  if (ladder.escalate_to.size() != ladder.escalate_after.size())
    table.mistake("escalate_to", "one for each of escalate_after");
  ladder.expected_within = table.optional_integer("expected_within", 1, most_days, ladder.expected_within);
  table.finish();
}

/// None, or what differs from the usual one.
void read_ladders(TableReader& root, Charter& charter) {
  if (!root.has("ladder")) return;
  std::set<std::string> kinds;
  for (auto& table : root.tables("ladder")) {
    CharterLadder ladder;
    ladder.duty = table.optional_text("duty", 40);
    if (!kinds.insert(ladder.duty).second) table.mistake("duty", "each kind of duty once");
    read_ladder(table, ladder);
    if (ladder.duty.empty())
      charter.ladder = std::move(ladder);
    else
      charter.ladders.push_back(std::move(ladder));
  }
}

void read_organizations(TableReader& root, Charter& charter) {
  std::set<std::string> keys;
  for (auto& table : root.tables("organization")) {
    CharterOrganization organization;
    organization.key = table.text("key", 20);
    organization.name = table.text("name", 200);
    const std::string status = table.text("status", 20);
    if (status != "member" && status != "observer") table.mistake("status", "\"member\" or \"observer\"");
    organization.status = status == "observer" ? Status::observer : Status::member;
    organization.note = table.optional_text("note", 1000);
    if (!keys.insert(organization.key).second) table.mistake("key", "each organization once");
    table.finish();
    charter.organizations.push_back(std::move(organization));
  }
  if (std::ranges::none_of(charter.organizations, [](const auto& o) { return o.status == Status::member; }))
    root.mistake("organization", "at least one member");
}

/// None, or some and how many of them are needed.
void read_witnesses(TableReader& root, Charter& charter) {
  if (!root.has("witness") && !root.has("witnesses")) return;
  std::set<std::string> names;
  std::set<Hash> keys;
  for (auto& table : root.tables("witness")) {
    CharterWitness witness;
    witness.name = table.text("name", 80);
    const std::string text = table.text("key", 300);
    if (const auto key = ledger::WitnessKey::parse(text))
      witness.key = *key;
    else if (!text.empty())
      table.mistake("key", "a witness's verifier key, as \"ccop witness init\" prints it (type 0x04)");
    if (!names.insert(witness.name).second) table.mistake("name", "each witness once");
    // One key under two names would count twice, for what is cosigned does not hold the name.
    if (!text.empty() && !keys.insert(witness.key.public_key).second) table.mistake("key", "a key of its own");
    table.finish();
    charter.witnesses.push_back(std::move(witness));
  }
  if (charter.witnesses.size() > most_witnesses)
    root.mistake("witness", "at most " + std::to_string(most_witnesses) + " witnesses");
  auto rule = root.table("witnesses");
  const auto most = static_cast<std::uint32_t>(std::max<std::size_t>(1, charter.witnesses.size()));
  charter.witnesses_needed = rule.integer("needed", 1, most);
  rule.finish();
}

void read_clauses(TableReader& root, Charter& charter) {
  std::set<std::string> numbers;
  std::set<std::string> topics;
  for (auto& table : root.tables("clause")) {
    Clause clause;
    clause.number = table.text("number", 12);
    clause.topic = table.optional_text("topic", 60);
    clause.title = table.text("title", 120);
    clause.text = table.text("text", 2000);
    clause.practice = table.text("practice", 2000);
    if (!numbers.insert(clause.number).second) table.mistake("number", "each clause once");
    if (!clause.topic.empty() && !clause::is_topic(clause.topic))
      table.mistake("topic", "a topic that the rules cite (docs/charter.md lists them)");
    if (!clause.topic.empty() && !topics.insert(clause.topic).second) table.mistake("topic", "each topic once");
    table.finish();
    charter.clauses.push_back(std::move(clause));
  }
  for (const auto topic : clause::topics)
    if (!topics.contains(std::string{topic}))
      root.mistake("clause", "a clause with topic = \"" + std::string{topic} + "\"");
}

}  // namespace

const Clause* Charter::clause(std::string_view topic) const {
  const auto found = std::ranges::find(clauses, topic, &Clause::topic);
  return found == clauses.end() ? nullptr : &*found;
}

std::vector<ledger::WitnessKey> Charter::witness_keys() const {
  std::vector<ledger::WitnessKey> keys;
  keys.reserve(witnesses.size());
  for (const CharterWitness& witness : witnesses) keys.push_back(witness.key);
  return keys;
}

std::uint32_t Charter::notice_days(MeetingKind kind) const {
  switch (kind) {
    case MeetingKind::symposium:
      return meetings.symposium_notice_days;
    case MeetingKind::mid_year:
      return meetings.mid_year_notice_days;
    case MeetingKind::working_session:
      return meetings.working_session_notice_days;
    case MeetingKind::ad_hoc:
      return meetings.ad_hoc_notice_days;
  }
  return 0;
}

std::vector<std::string> cautions(const Charter& charter) {
  const auto& elections = charter.elections;
  std::vector<std::string> found;
  if (elections.trustees_needed == 1)
    found.emplace_back("elections.trustees_needed is 1: each trustee alone could open every ballot, by name");
  if (elections.least_ballots < 3)
    found.push_back("elections.least_ballots is " + std::to_string(elections.least_ballots) +
                    ": of fewer than 3 ballots the totals tell those who voted what the others voted");
  return found;
}

std::variant<Charter, std::vector<CharterMistake>> read_charter(std::string_view toml, std::uint32_t rules) {
  std::vector<CharterMistake> mistakes;
  if (toml.size() > largest_charter)
    return std::vector{CharterMistake{1, "", "at most " + std::to_string(largest_charter) + " bytes"}};
  try {
    const toml::table document = toml::parse(toml);
    TableReader root{document, "", mistakes};
    Charter charter;
    read_head(root, charter);
    read_people_rules(root, charter);
    read_exposure(root, charter, rules);
    read_risks(root, charter);
    read_working_rules(root, charter);
    read_ladders(root, charter);
    read_organizations(root, charter);
    read_clauses(root, charter);
    read_witnesses(root, charter);
    root.finish();
    if (mistakes.empty()) return charter;
  } catch (const toml::parse_error& error) {
    mistakes.push_back({error.source().begin.line, "", "TOML (" + std::string{error.description()} + ")"});
  }
  std::ranges::stable_sort(mistakes, {}, &CharterMistake::line);
  return mistakes;
}

}  // namespace ccop::community
