// The record for people: entries a page at a time, and one with its inclusion proof; and the charter in force.
#include "server/routes.hpp"

#include "community/elections/state.hpp"
#include "community/meetings/state.hpp"
#include "community/record/chapter.hpp"
#include "host/entry_times.hpp"
#include "host/sealed.hpp"
#include "ledger/checkpoint.hpp"
#include "server/record/contents.hpp"
#include "server/record/rows.hpp"
#include "server/record/trails.hpp"
#include "server/record/views.hpp"

namespace ccop::server {
namespace {

using namespace community;

constexpr std::uint64_t room_acts_at_once = 1000;

CommunityView community_view(const Reading& here) {
  const Charter& charter = community::charter(here.state);
  return {charter.slug,
          charter.name,
          charter.short_name,
          charter.time_zone,
          record(here.state).log_key,
          here.call.site.options.party.id,
          here.call.site.live.behind().has_value()};
}

CharterPeriods periods_of(const Charter& charter) {
  const auto& voting = charter.voting;
  const auto& meetings = charter.meetings;
  return {voting.silence_working_days,    voting.release_working_days,   voting.rest_days,
          meetings.symposium_notice_days, meetings.mid_year_notice_days, meetings.working_session_notice_days,
          meetings.ad_hoc_notice_days};
}

CharterView charter_view(const Reading& here) {
  const Charter& charter = community::charter(here.state);
  CharterView view{charter.name,
                   charter.short_name,
                   charter.reports_to,
                   charter.membership.responsibilities,
                   charter.meetings.discretion_notice,
                   {},
                   {},
                   periods_of(charter),
                   record(here.state).charter};
  for (const Clause& clause : charter.clauses)
    view.clauses.push_back({clause.number, clause.title, clause.text, clause.practice, !clause.topic.empty()});
  for (const auto& organization : charter.organizations)
    if (!organization.note.empty()) view.notes.push_back({organization.key, organization.note});
  return view;
}

/// A number of entries that the query asks for by this name, at most `most`; all of them where it asks for none.
std::uint64_t entries_asked(const Call& call, std::string_view name, std::uint64_t most) {
  return std::min(call.asked_number(name).value_or(most), most);
}

EntryProof entry_proof(const Call& call) {
  const std::uint64_t seq = call.number();
  store::Store& store = call.site.live.store();
  // The checkpoint decides the size, so that proof and checkpoint fit even while the record grows.
  const std::string note = store.checkpoint();
  const auto checkpoint = ledger::read_unverified(note);
  if (!checkpoint) throw nothing_there();
  // Whoever has checked an older head proves it against that one.
  const std::uint64_t size = entries_asked(call, "size", checkpoint->size);
  if (seq >= size) throw nothing_there();
  EntryProof proof{seq, {}, {}, note, call.site.live.log_key()};
  host::read_entries_for(call.site.live, call.reader.person, call.now, seq, 1,
                         [&](std::string_view entry, bool) { proof.entry = entry; });
  for (const Hash& hash : ledger::inclusion_proof(seq, size, host::tiles_of(store, checkpoint->size)))
    proof.proof.push_back(to_base64(hash));
  return proof;
}

/// Where what happens in a session begins: with its opening, or with that of a ballot before it (clause 3.4).
struct SessionBegins {
  std::optional<std::uint64_t> entry;  ///< of its opening
  std::optional<Time> ballot;          ///< that was opened before
};

SessionBegins session_begins(const Community& now, SessionId id) {
  const Session* session = meetings(now).find(id);
  if (session == nullptr) throw nothing_there();
  SessionBegins begins;
  if (session->opened_at) begins.entry = session->opened_in;
  for (const Election& election : elections(now).all)
    if (election.session == id && election.opened_at &&
        (!session->opened_at || election.opened_at < session->opened_at))
      begins.ballot = std::min(begins.ballot.value_or(*election.opened_at), *election.opened_at);
  return begins;
}

/// Of the session with that number, from the entry that the query asks for on, up to the head that it names.
RoomActs room_acts(const Call& call) {
  const SessionBegins begins =
      call.site.live.read([&](const Community& now) { return session_begins(now, SessionId{call.number()}); });
  const std::uint64_t known = call.site.live.size();
  auto opened = begins.entry;
  if (begins.ballot) opened = host::first_entry_since(call.site.live.store(), known, *begins.ballot);
  if (!opened) throw nothing_there();
  const std::uint64_t size = entries_asked(call, "size", known);
  const std::uint64_t from = call.asked_number("from").value_or(*opened);
  RoomActs acts{std::max(from, *opened), {}, {}};
  if (acts.first >= size) throw nothing_there();
  acts.edge = ledger::peaks_at(acts.first, host::tiles_of(call.site.live.store(), known));
  host::read_entries_for(call.site.live, call.reader.person, call.now, acts.first,
                         std::min(size - acts.first, room_acts_at_once),
                         [&](std::string_view entry, bool) { acts.entries.emplace_back(entry); });
  return acts;
}

Route community_route() {
  Route route = routes::page<&community_view>("/api/community", Who::everybody);
  route.is_kept = false;
  return route;
}

}  // namespace

template <>
Routes pages<community::RecordChapter>() {
  return {community_route(),
          routes::page<&charter_view>("/api/charter", Who::seat),
          routes::kept<&record_page>("/api/record", Who::seat),
          routes::kept<&entry_proof>("/api/record/{id}", Who::seat),
          routes::get<&room_acts>("/api/record/sessions/{id}", Who::seat),
          heavy(routes::get<&election_trail>("/api/record/elections/{id}", Who::seat)),
          heavy(routes::get<&enrolment_trail>("/api/record/enrolments", Who::seat)),
          heavy(routes::get<&open_contents>("/api/record/contents", Who::seat))};
}

}  // namespace ccop::server
