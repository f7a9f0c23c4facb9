#include "community/bodies/acts.hpp"
#include "community/bodies/state.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/due.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/people/acts.hpp"
#include "community/people/state.hpp"
#include "community/record/chapter.hpp"
#include "community/record/sentences.hpp"

#include <algorithm>

namespace ccop::community {

std::optional<Refusal> bars(const Community& now, const Found::About&, const Asking&) {
  if (is_founded(now)) return refuse(clause::the_record, sentence::founded_already);
  return std::nullopt;
}

Ruling decide(const Community& now, const Found& asked, const Asking& asking) {
  const auto read = read_charter(asked.charter, asking.rules);
  if (const auto* mistakes = std::get_if<std::vector<CharterMistake>>(&read)) {
    const CharterMistake& first = mistakes->front();
    return refuse(clause::the_record, sentence::charter_has_mistakes, first.line, first.key, first.expected);
  }
  const PersonId secretary = people(now).all.next();
  return std::vector<Act>{
      CommunityFounded{asked.charter, asked.log_key}, PersonRegistered{secretary, asked.secretary_profile},
      SecretaryAppointed{secretary, asking.at}, EnrolmentOffered{secretary, asked.link_key, asked.link_until}};
}

std::optional<Refusal> bars(const Community&, const SettleDue::About&, const Asking&) {
  return std::nullopt;
}

Ruling decide(const Community& now, const SettleDue& asked, const Asking& asking) {
  auto acts = asked.passed > asking.at ? std::vector<Act>{} : due(now, asked.passed);
  if (acts.empty()) return refuse(clause::the_record, sentence::nothing_is_due);
  return acts;
}

std::optional<Refusal> bars(const Community&, const ChangeLogKey::About&, const Asking&) {
  return std::nullopt;
}

/// What was a key once is none again: whoever follows the log would go round in a circle.
Ruling decide(const Community& now, const ChangeLogKey& asked, const Asking&) {
  const Record& all = record(now);
  if (asked.change.from != signing_key(all) || asked.change.after != record_size(now))
    return refuse(clause::the_record, sentence::log_key_changes_elsewhere);
  const auto was = [&](const LogKeyChanged& earlier) { return earlier.change.from == asked.change.to; };
  if (asked.change.to == asked.change.from || std::ranges::any_of(all.key_changes, was))
    return refuse(clause::the_record, sentence::log_key_was_used);
  return accept(LogKeyChanged{asked.change, asked.signature});
}

std::optional<Refusal> bars(const Community&, const EraseContent::About&, const Asking&) {
  return std::nullopt;
}

Ruling decide(const Community& now, const EraseContent& asked, const Asking&) {
  if (asked.contents.empty()) return refuse(clause::the_record, sentence::nothing_to_erase);
  for (const ContentHash& content : asked.contents)
    if (std::ranges::find(record(now).erased, content) != record(now).erased.end())
      return refuse(clause::the_record, sentence::erased_already);
  return accept(ContentErased{{asked.contents.begin(), asked.contents.end()}});
}

std::vector<Act> RecordChapter::due(const Community&, Time) {
  return {};
}

std::vector<Task> RecordChapter::tasks(const Community&, PersonId, Time) {
  return {};
}

void RecordChapter::duties(const Community&, Time, Duties&) {}

}  // namespace ccop::community
