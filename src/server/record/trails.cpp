#include "server/record/trails.hpp"

#include "community/elections/state.hpp"
#include "community/keyboxes/state.hpp"
#include "community/people/state.hpp"
#include "host/sealed.hpp"
#include "ledger/merkle.hpp"

#include <algorithm>
#include <charconv>
#include <set>

namespace ccop::server {
namespace {

using namespace community;

constexpr std::size_t most_people = 2'000;

using Seqs = std::set<std::uint64_t>;

ProvedEntries proved(const Call& call, const Seqs& wanted) {
  const std::uint64_t known = call.site.live.size();
  const std::uint64_t size = std::min(call.asked_number("size").value_or(known), known);
  const auto tiles = host::tiles_of(call.site.live.store(), known);
  ProvedEntries answer;
  for (const std::uint64_t seq : wanted) {
    if (seq >= size) break;
    ProvedEntry& row = answer.entries.emplace_back(seq, std::string{}, ledger::inclusion_proof(seq, size, tiles));
    host::read_entries_for(call.site.live, call.reader.person, call.now, seq, 1,
                           [&](std::string_view entry, bool) { row.entry = entry; });
  }
  return answer;
}

std::vector<Whole> first_messages(const Community& now, ElectionId id) {
  std::vector<Whole> all;
  for (const ElectionTrustee& trustee : elections(now).all[id].trustees)
    if (!trustee.messages.empty()) all.emplace_back(trustee.messages.front());
  return all;
}

/// The one whose trustees open it, with the keys that they made for that; null where they made them for itself.
const Election* keys_made_for(const Community& now, const Election& election) {
  const auto before = election.round ? election.round->keys_of : election.run_off_of;
  return before ? elections(now).find(*before) : nullptr;
}

Seqs made_of(const Community& now, ElectionId id) {
  const Election* election = elections(now).find(id);
  if (election == nullptr) throw nothing_there();
  Seqs found;
  for (std::size_t i = 0; i < election->roll.size(); ++i)
    if (const auto entry = keyboxes(now).registered_in(election->roll[i], election->keys[i])) found.insert(*entry);
  for (const Election* made = election; made != nullptr; made = keys_made_for(now, *made))
    for (const RecordedMessage& posted : made->recorded) found.insert(posted.entry);
  return found;
}

std::set<PersonId> people_asked(const Call& call) {
  const std::string listed = call.asked("people");
  std::set<PersonId> all;
  for (std::string_view rest = listed; !rest.empty();) {
    const auto end = rest.find(',');
    const std::string_view one = rest.substr(0, end);
    std::uint32_t number = 0;
    const auto [stop, error] = std::from_chars(one.data(), one.data() + one.size(), number);
    if (error != std::errc{} || stop != one.data() + one.size() || all.size() == most_people)
      throw BadInput{"people", "at most " + std::to_string(most_people) + " numbers between commas"};
    all.insert(PersonId{number});
    rest = end == std::string_view::npos ? std::string_view{} : rest.substr(end + 1);
  }
  return all;
}

Seqs enrolled(const Community& now, const std::set<PersonId>& asked) {
  Seqs found;
  for (const PersonId id : asked)
    if (const Person* person = people(now).find(id))
      for (const Enrolment& enrolment : person->enrolments) found.insert(enrolment.entry);
  return found;
}

}  // namespace

ElectionTrail election_trail(const Call& call) {
  const ElectionId id{call.number()};
  const auto seqs = call.site.live.read([&](const Community& now) { return made_of(now, id); });
  return {proved(call, seqs).entries,
          read_view(call, [&](const Reading& here) { return first_messages(here.state, id); })};
}

ProvedEntries enrolment_trail(const Call& call) {
  const auto asked = people_asked(call);
  return proved(call, call.site.live.read([&](const Community& now) { return enrolled(now, asked); }));
}

}  // namespace ccop::server
