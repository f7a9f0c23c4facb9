// Who keeps a seat's keys, and which (clauses 3.5, 4.2, 4.3).
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/kernel/standing.hpp"
#include "community/keyboxes/chapter.hpp"
#include "community/keyboxes/sentences.hpp"

#include <algorithm>

namespace ccop::community {
namespace {

constexpr std::size_t box_name_size = 16;
constexpr std::size_t point_digits = 64;
constexpr std::size_t sealing_key_size = 32;
/// For the passkeys of a representative and an alternate, and of those before them.
constexpr std::size_t most_wrapped = 64;

/// Whoever speaks for it, as main representative or alternate; the Observers' seats have keys too.
std::optional<Refusal> objection_to_keeper(const Community& now, OrganizationId organization, const Asking& asking) {
  if (membership(now).find(organization) == nullptr) return refuse(clause::the_record, sentence::no_such_organization);
  if (membership(now).seat_organization(asking.person, asking.at) == organization) return std::nullopt;
  return refuse(clause::main_representative, sentence::only_the_seat_keeps_its_keys);
}

bool is_written_as_a_point(const std::string& key) {
  return key.size() == point_digits && key.find_first_not_of("0123456789abcdef") == std::string::npos;
}

}  // namespace

void KeyboxesChapter::note(Community& now, const VotingKeyRegistered& act, const Noting& noting) {
  of<Keyboxes>(now).recorded.push_back({act.organization, act.key, noting.entry});
}

std::vector<Act> KeyboxesChapter::due(const Community&, Time) {
  return {};
}

/// What asks for a key tells of it: elections.
std::vector<Task> KeyboxesChapter::tasks(const Community&, PersonId, Time) {
  return {};
}

void KeyboxesChapter::duties(const Community&, Time, Duties&) {}

std::optional<Refusal> bars(const Community& now, const KeepKeybox::About& about, const Asking& asking) {
  return objection_to_keeper(now, about.organization, asking);
}

Ruling decide(const Community& now, const KeepKeybox& asked, const Asking& asking) {
  if (asked.box.size() != box_name_size) return refuse(clause::the_record, sentence::keybox_does_not_fit);
  if (people(now).all[asking.person].passkey(asked.credential) == nullptr)
    return refuse(clause::the_record, sentence::keybox_is_for_own_passkeys);
  const Keybox* kept = keyboxes(now).find(asked.organization);
  if (kept != nullptr && kept->wrapped.size() >= most_wrapped)
    return refuse(clause::the_record, sentence::too_many_keyboxes, most_wrapped);
  return accept(KeyboxKept{asked.organization, asking.person, asked.box, asked.credential, asked.wrapped});
}

std::optional<Refusal> bars(const Community& now, const RegisterVotingKey::About& about, const Asking& asking) {
  return objection_to_keeper(now, about.organization, asking);
}

Ruling decide(const Community& now, const RegisterVotingKey& asked, const Asking& asking) {
  const std::uint32_t year = year_of(asking.at);
  if (asked.year != year && asked.year != year + 1)
    return refuse(clause::candidacies, sentence::voting_key_is_for_this_year_or_next, year);
  if (asked.box.size() != box_name_size || !is_written_as_a_point(asked.key) ||
      asked.sealing.size() != sealing_key_size)
    return refuse(clause::the_record, sentence::voting_key_does_not_fit);
  // Of two seats with one key either could take the other's ballot away; and of one that comes again nobody knows
  // whether it was given up for a reason.
  if (keyboxes(now).knows(asked.key)) return refuse(clause::candidacies, sentence::voting_key_was_registered);
  return accept(
      VotingKeyRegistered{asked.organization, asking.person, asked.year, asked.box, asked.key, asked.sealing});
}

}  // namespace ccop::community
