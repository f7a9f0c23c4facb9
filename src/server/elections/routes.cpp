// What pages read about elections, and what anyone with a seat may take away to verify them elsewhere.
#include "server/routes.hpp"

#include "community/elections/chapter.hpp"
#include "server/elections/offers.hpp"
#include "server/elections/views.hpp"
#include "server/rooms.hpp"

namespace ccop::server {
namespace {

using namespace community;

struct ElectionsView {
  std::vector<ElectionHeadView> elections;
  std::uint32_t positions{};
  May may;
};
BOOST_DESCRIBE_STRUCT(ElectionsView, (), (elections, positions, may))

ElectionsView elections_view(const Reading& here) {
  ElectionsView view;
  for (const ElectionId id : elections(here.state).all.ids()) view.elections.push_back(election_head(here, id));
  view.positions = charter(here.state).bodies.co_chairs;
  view.may = offers_on_elections(here);
  return view;
}

ElectionId asked_election(const Reading& here) {
  const ElectionId id{here.call.number()};
  if (elections(here.state).find(id) == nullptr) throw nothing_there();
  return id;
}

/// The election as its archive has it; `texts` outlives it.
host::ElectionRecord record_of(host::ElectionFacts facts, Texts& texts) {
  return {std::move(facts), [&texts](const ContentHash& content) {
            const std::string* text = texts.of(content);
            return text == nullptr ? std::nullopt : std::optional{*text};
          }};
}

host::ElectionFacts asked_facts(const Reading& here) {
  return host::facts_of(here.state, asked_election(here), here.now);
}

/// Whoever sees the page may take the archive, in which these stand as they are.
void show_archived(const Election& election, const Texts& texts) {
  if (!election.setup) return;
  texts.show(*election.setup);
  for (const CastBallotRow& row : election.ballots) texts.show(row.ballot);
  if (!election.closed_at) return;
  for (const std::uint32_t owner : election.decrypted)
    if (const auto& decryption = election.trustees[owner - 1].decryption) texts.show(*decryption);
}

ElectionView election_page(const Call& call) {
  host::ElectionFacts facts;
  auto view = call.site.live.read([&](const Community& state) {
    const Reading here{state, call};
    facts = asked_facts(here);
    return election_view(here, facts.id);
  });
  Texts texts = call.site.texts();
  show_archived(facts.election, texts);
  add_record(record_of(std::move(facts), texts), call.reader.person, view);
  fill(view, texts);
  return view;
}

struct Archive {
  std::string uuid;
  std::string bytes;
};

Archive archive_of(const Call& call) {
  Texts texts = call.site.texts();
  const auto record = record_of(call.site.live.read([&](const Community& state) {
    return asked_facts(Reading{state, call});
  }),
                                texts);
  Archive archive{record.uuid(), record.archive()};
  if (archive.bytes.empty()) throw nothing_there();
  return archive;
}

Response election_archive(const Call& call) {
  Archive archive = archive_of(call);
  Response response;
  response.body = std::make_shared<const std::string>(std::move(archive.bytes));
  response.content_type = "application/octet-stream";
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + archive.uuid + ".bel\"");
  return response;
}

ElectionChecks election_checks(const Call& call) {
  return call.site.rooms.archive_checks.of(archive_of(call).bytes);
}

Route kept_archive() {
  Route route = routes::plain<&election_archive>("/api/elections/{id}/archive", Who::seat);
  route.is_kept = true;
  return route;
}

}  // namespace

template <>
Routes pages<community::ElectionsChapter>() {
  return {routes::page<&elections_view>("/api/elections", Who::seat),
          routes::kept<&election_page>("/api/elections/{id}", Who::seat).of_each([](const Community& state) {
            return elections(state).all.size();
          }),
          kept_archive(), routes::kept<&election_checks>("/api/elections/{id}/checks", Who::seat)};
}

}  // namespace ccop::server
