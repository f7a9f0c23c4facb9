#include "exchange/intake.hpp"

#include "base/codec.hpp"
#include "exchange/json.hpp"

#include <algorithm>
#include <array>

namespace ccop::exchange {
namespace {

/// Batches grow: the first are small, so that the writer has something to do at once; the later share its costs better.
constexpr std::size_t first_batch_objects = 500;
constexpr std::size_t largest_batch_objects = 10'000;
constexpr std::size_t largest_batch_bytes = std::size_t{16} * 1024 * 1024;
constexpr std::size_t most_in_flight = 4;
constexpr std::size_t most_mistakes = 100;
constexpr std::size_t most_shown = 20;
/// Of objects that wait for a definition.
constexpr std::size_t most_held_bytes = std::size_t{64} * 1024 * 1024;

/// Empty where it is here now.
std::string_view why_not_taken(store::Addition addition) {
  switch (addition) {
    case store::Addition::fresh:
    case store::Addition::known:
      return {};
    case store::Addition::differs:
      return reason::conflicting;
    case store::Addition::looser:
      return reason::wider;
    case store::Addition::not_theirs:
      return reason::of_others;
  }
  return {};
}

}  // namespace

Intake::Intake(Exchange& exchange, const Party& party, const Identities& identities, IntakeOptions options)
    : exchange_(exchange),
      party_(party),
      identities_(identities),
      options_(options),
      examiner_({options.custom, true, options.write}),
      batch_objects_(first_batch_objects) {}

Intake::~Intake() {
  wait_for(0);  // what is under way still refers to this
}

void Intake::refuse(const std::string& sentence) {
  ++report_.refused;
  if (report_.mistakes.size() < most_mistakes) report_.mistakes.push_back(sentence);
}

void Intake::take(std::string_view json, const std::string& place, bool only_if_absent) {
  ++report_.objects;
  auto examined = examiner_.examine(json);
  report_.remarks += examined.warnings.size();
  if (!examined.errors.empty()) {
    std::string sentence = place;
    for (const auto& error : examined.errors)
      sentence += (&error == &examined.errors.front() ? ": " : "; ") + error.sentence();
    return refuse(sentence);
  }
  auto& object = examined.object;
  if (object.type == "marking-definition") definitions_.learn(object.id(), object.json);
  if (std::string awaits = definitions_.interpret(object); !awaits.empty()) {
    held_bytes_ += json.size();
    held_.push_back({std::move(object), place, only_if_absent, std::move(awaits)});
    if (held_bytes_ > most_held_bytes) take_held();
    return;
  }
  take(std::move(object), place, only_if_absent);
}

void Intake::take_held() {
  for (auto& held : std::exchange(held_, {})) {
    if (const std::string unknown = definitions_.interpret(held.object); !unknown.empty())
      refuse(held.place + ": " + unknown_marking(held.object.id(), unknown));
    else
      take(std::move(held.object), held.place, held.only_if_absent);
  }
  held_bytes_ = 0;
}

std::optional<store::ObjectRow> Intake::latest_of_own(const std::string& id) const {
  const auto name = parse_identifier(id);
  if (!name) return std::nullopt;
  std::optional<store::ObjectRow> latest;
  for (auto& row : exchange_.store().versions({std::string{name->type}, name->uuid}))
    if (is_theirs(row, party_, identities_) && (!latest || row.version > latest->version)) latest = std::move(row);
  return latest;
}

bool Intake::has(const std::string& id) const {
  return latest_of_own(id).has_value();
}

void Intake::take_back(const std::string& id, Microseconds at, const std::string& place) {
  if (!options_.write) return;
  if (!batch_.empty()) flush();
  wait_for(0);  // it may have come just now
  const auto row = latest_of_own(id);
  if (!row || row->version >= at) return;
  Json json = Json::parse(row->json);
  if (json.value("revoked", false)) return;
  json["revoked"] = true;
  json["modified"] = to_timestamp(at);
  report_.left_out.add(reason::taken_back, row->name.type, id);
  take(json.dump(), place);
}

std::vector<std::string> Intake::awaited() const {
  std::vector<std::string> ids;
  for (const auto& held : held_)
    if (std::ranges::find(ids, held.awaits) == ids.end()) ids.push_back(held.awaits);
  return ids;
}

void Intake::ask(const std::vector<std::string>& narrow) {
  for (const auto& sentence : narrow)
    if (report_.narrow.size() < most_mistakes) report_.narrow.push_back(sentence);
}

void Intake::take(StixObject&& object, const std::string& place, bool only_if_absent) {
  const std::size_t length = object.json.size();
  auto kept = placed(std::move(object), options_.least, party_, identities_);
  if (const auto* refused = std::get_if<std::string>(&kept)) return refuse(place + ": " + *refused);
  if (!options_.write) return;
  batch_.push_back(std::get<store::NewObject>(std::move(kept)));
  batch_.back().only_if_absent |= only_if_absent;
  show(batch_.back());
  report_.is_anonymous |= batch_.back().source == source::community && batch_.back().name.type != "sighting";
  batch_bytes_ += length;
  if (batch_.size() >= batch_objects_ || batch_bytes_ >= largest_batch_bytes) flush();
}

void Intake::show(const store::NewObject& object) {
  static constexpr std::array<std::string_view, 3> stories{"incident", "report", "grouping"};
  static constexpr std::array<std::string_view, 8> others{"indicator",    "vulnerability", "malware", "campaign",
                                                          "threat-actor", "intrusion-set", "tool",    "attack-pattern"};
  const bool is_story = std::ranges::find(stories, object.name.type) != stories.end();
  if (!is_story && std::ranges::find(others, object.name.type) == others.end()) return;
  auto& shown = report_.brought;
  if (shown.size() == most_shown && (!is_story || stories_shown_ == most_shown)) return;
  if (shown.size() == most_shown) shown.pop_back();
  shown.insert(is_story ? shown.begin() + static_cast<std::ptrdiff_t>(stories_shown_++) : shown.end(),
               {identifier(object.name.type, object.name.uuid), object.name.type, from_json<Head>(object.head).title});
}

void Intake::count(const std::vector<store::ObjectName>& names, const std::vector<store::Addition>& additions) {
  for (std::size_t at = 0; at < additions.size(); ++at) {
    if (additions[at] == store::Addition::fresh) ++fresh_;
    if (additions[at] == store::Addition::known) ++known_;
    const auto why = why_not_taken(additions[at]);
    if (why.empty()) continue;
    ++not_taken_;
    why_not_taken_.add(why, names[at].type, identifier(names[at].type, names[at].uuid));
  }
}

void Intake::flush() {
  if (batch_.empty()) return;
  wait_for(most_in_flight - 1);
  {
    const std::scoped_lock lock{mutex_};
    ++in_flight_;
  }
  std::vector<store::ObjectName> names;
  names.reserve(batch_.size());
  for (const auto& object : batch_) names.push_back(object.name);
  exchange_.submit(std::exchange(batch_, {}), [this, names = std::move(names)](const Exchange::Outcome& outcome) {
    const std::scoped_lock lock{mutex_};
    if (const auto* trouble = std::get_if<std::string>(&outcome))
      trouble_ = *trouble;
    else
      count(names, std::get<std::vector<store::Addition>>(outcome));
    --in_flight_;
    written_.notify_all();
  });
  batch_bytes_ = 0;
  batch_objects_ = std::min(batch_objects_ * 2, largest_batch_objects);
}

void Intake::wait_for(std::size_t most) {
  std::unique_lock lock{mutex_};
  written_.wait(lock, [&] { return in_flight_ <= most; });
}

IntakeReport Intake::so_far() const {
  IntakeReport report = report_;
  const std::scoped_lock lock{mutex_};
  report.fresh = fresh_;
  report.known = known_;
  report.refused += not_taken_;
  report.left_out.add(why_not_taken_);
  return report;
}

IntakeReport Intake::finish() {
  take_held();
  flush();
  wait_for(0);
  {
    const std::scoped_lock lock{mutex_};
    if (!trouble_.empty()) throw store::StoreError{trouble_};
  }
  return so_far();
}

}  // namespace ccop::exchange
