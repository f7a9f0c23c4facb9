// What pages read about elections, and what anyone with a seat may take away to verify them elsewhere.
#include "server/routes.hpp"

#include "ballot/json.hpp"
#include "community/elections/chapter.hpp"
#include "server/elections/offers.hpp"
#include "server/elections/views.hpp"
#include "server/kernel/listed.hpp"

namespace ccop::server {
namespace {

using namespace community;

struct ElectionsView {
  std::vector<ElectionHeadView> elections;  ///< in the order of their ids: all that go on, of the others the latest
  OrNull<std::uint32_t> before;  ///< with which the query asks for those decided earlier, where there are any
  std::uint32_t positions{};
  May may;
};
BOOST_DESCRIBE_STRUCT(ElectionsView, (), (elections, before, positions, may))

ElectionsView elections_view(const Reading& here) {
  ElectionsView view;
  const auto& all = elections(here.state).all;
  const auto is_of_no_round = [&](ElectionId id) { return !all[id].round; };
  const auto shown = listed(here, all.ids() | std::views::filter(is_of_no_round),
                            [&](ElectionId id) { return all[id].stage != ElectionStage::decided; });
  for (const ElectionId id : shown.ids) view.elections.push_back(election_head(here, id));
  view.before = shown.before;
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

/// Whoever sees the page may take the archive and make it again: the contents of which it is made, those too of which a
/// part alone stands in it. What trustees tell one another is encrypted to each.
void show_archived(const Election& election, const Texts& texts) {
  if (!election.setup) return;
  for (const ContentHash& content : election.contents()) texts.show(content);
}

OrNull<Bytes> salt_of(const std::optional<ContentHash>& content, Texts& texts) {
  const store::Content* found = content ? texts.content(*content) : nullptr;
  if (found == nullptr) return std::nullopt;
  const auto salt = bytes_of(found->salt);
  return Bytes{salt.begin(), salt.end()};
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
  view.setup_salt = salt_of(facts.election.setup, texts);
  add_record(record_of(std::move(facts), texts), call.reader.person, view);
  fill(view, texts);
  return view;
}

struct Archive {
  std::string uuid;
  std::string bytes;
  std::optional<ballot::ElectionProofs> proofs;  ///< once a trustee decrypted
};

Archive archive_of(const Call& call) {
  Texts texts = call.site.texts();
  const auto record = record_of(call.site.live.read([&](const Community& state) {
    return asked_facts(Reading{state, call});
  }),
                                texts);
  Archive archive{record.uuid(), {}, {}};
  if (!record.facts().election.closed_at) {
    archive.bytes = record.archive();
  } else if (record.facts().election.setup) {
    const host::ElectionCount count = record.count();
    archive.bytes = record.archive(count);
    if (!record.facts().election.decrypted.empty()) archive.proofs = record.bound_proofs(count);
  }
  if (archive.bytes.empty()) throw nothing_there();
  return archive;
}

Response file_of(std::string bytes, const char* type, const std::string& name) {
  Response response;
  response.body = std::make_shared<const std::string>(std::move(bytes));
  response.content_type = type;
  response.headers.emplace_back("Content-Disposition", "attachment; filename=\"" + name + "\"");
  return response;
}

Response election_archive(const Call& call) {
  Archive archive = archive_of(call);
  return file_of(std::move(archive.bytes), "application/octet-stream", archive.uuid + ".bel");
}

Response election_proofs(const Call& call) {
  const Archive archive = archive_of(call);
  if (!archive.proofs) throw nothing_there();
  return file_of(ballot::to_json(*archive.proofs), "application/json", archive.uuid + ".proofs.json");
}

template <Response (*Answer)(const Call&)>
Route kept_file(std::string_view path) {
  Route route = routes::plain<Answer>(path, Who::seat);
  route.is_kept = true;
  return heavy(route);
}

}  // namespace

template <>
Routes pages<community::ElectionsChapter>() {
  const auto how_many = [](const Community& state) { return elections(state).all.size(); };
  return {routes::page<&elections_view>("/api/elections", Who::seat).in_pages(how_many, over_at_once),
          heavy(routes::kept<&election_page>("/api/elections/{id}", Who::seat)).of_each(how_many),
          kept_file<&election_archive>("/api/elections/{id}/archive"),
          kept_file<&election_proofs>("/api/elections/{id}/proofs")};
}

}  // namespace ccop::server
