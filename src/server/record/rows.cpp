#include "server/record/rows.hpp"

#include "base/text.hpp"
#include "community/record/state.hpp"
#include "host/sealed.hpp"
#include "server/people/views.hpp"
#include "server/record/subjects.hpp"

#include <algorithm>
#include <set>

namespace ccop::server {
namespace {

using namespace community;

constexpr std::uint64_t rows_per_page = 50;
/// Of a search: looked through at once, and for one answer.
constexpr std::uint64_t looked_through_at_once = 500;
constexpr std::uint64_t looked_through = 5000;

struct Wanted {
  std::set<std::string, std::less<>> acts;
  std::string text;  ///< in small letters
  bool is_all{};     ///< nothing was asked for
};

Wanted wanted_of(const Call& call) {
  const std::string listed = call.asked("acts");
  Wanted wanted{{}, in_small_letters(call.asked("text")), false};
  wanted.is_all = listed.empty() && wanted.text.empty();
  for (std::string& act : pieces_of(listed, ',')) wanted.acts.insert(std::move(act));
  return wanted;
}

/// What is sealed for its reader is nothing that they can look for.
bool fits(const RecordRow& row, const Wanted& wanted) {
  if (wanted.is_all) return true;
  if (row.is_sealed) return false;
  const auto has = [&](const Words& words) {
    return !wanted.text.empty() && in_small_letters(words.or_else("")).find(wanted.text) != std::string::npos;
  };
  return std::ranges::any_of(row.acts, [&](const std::string& act) { return wanted.acts.contains(act); }) ||
         has(row.person) ||
         std::ranges::any_of(row.about, [&](const RecordSubject& subject) { return has(subject.name); });
}

std::string name_on_wire(const Held& held) {
  return kebab_case(held.kind().name);
}

RecordRow record_row(const Reading& here, std::uint64_t seq, const Entry& entry) {
  RecordRow row{seq, false, entry.at, name_on_wire(entry.request.command), {}, {}, {}, false};
  for (const Act& act : entry.acts) {
    const auto place = static_cast<std::uint32_t>(row.acts.size());
    std::ranges::move(subjects_of(here, act, place), std::back_inserter(row.about));
    row.acts.push_back(name_on_wire(act));
  }
  if (entry.request.person) row.person = name_of(here, *entry.request.person);
  row.is_signed = entry.signature && entry.signature->passkey;
  return row;
}

/// From `first` up to `end`, the latest first.
std::vector<RecordRow> rows_between(const Call& call, std::uint64_t first, std::uint64_t end) {
  std::vector<std::optional<Entry>> entries;
  host::read_entries_for(call.site.live, call.reader.person, call.now, first, end - first,
                         [&](std::string_view bytes, bool is_sealed) {
                           entries.push_back(is_sealed ? std::nullopt : std::optional{decode_entry(bytes)});
                         });
  return read_view(call, [&](const Reading& here) {
    std::vector<RecordRow> rows;
    for (std::size_t i = entries.size(); i-- > 0;)
      rows.push_back(entries[i] ? record_row(here, first + i, *entries[i])
                                : RecordRow{first + i, true, {}, {}, {}, {}, {}, {}});
    return rows;
  });
}

}  // namespace

RecordPage record_page(const Call& call) {
  const Wanted wanted = wanted_of(call);
  RecordPage page;
  page.size = call.site.live.size();
  page.log_key = call.site.live.log_key();
  const std::uint64_t from = std::min(call.asked_number("before").value_or(page.size), page.size);
  const std::uint64_t least = from > looked_through ? from - looked_through : 0;
  const std::uint64_t step = wanted.is_all ? rows_per_page : looked_through_at_once;
  page.first = from;
  while (page.first > least && page.entries.size() < rows_per_page) {
    const std::uint64_t end = page.first;
    for (RecordRow& row : rows_between(call, end > step ? end - step : 0, end)) {
      page.first = row.seq;
      if (fits(row, wanted)) page.entries.push_back(std::move(row));
      if (page.entries.size() == rows_per_page) break;
    }
  }
  return page;
}

}  // namespace ccop::server
