// The exchange as people read it: lists and searches, one object, the graph, the matrix; and what a text holds before
// anything of it is shared.
#include "base/text.hpp"
#include "exchange/recognise.hpp"
#include "exchange/stix/schema.hpp"
#include "exchange/stix/timestamp.hpp"
#include "exchange/text/written.hpp"
#include "server/exchange/limits.hpp"
#include "server/exchange/party.hpp"
#include "server/exchange/routes.hpp"

namespace ccop::server {
namespace {

using namespace community;
using exchange::Level;

constexpr std::size_t longest_question = 300;
constexpr std::size_t most_types = 100;
constexpr std::size_t longest_list_of_types = 4000;
constexpr std::size_t most_signs = 2000;

struct TextToRead {
  static constexpr std::string_view component = "FreeText";
  FreeText text;
};
BOOST_DESCRIBE_STRUCT(TextToRead, (), (text))

/// What is looked for. It comes in a body, for addresses are noted along the way.
struct SearchFor {
  static constexpr std::string_view component = "SearchFor";
  using Part = std::optional<TextUpTo<longest_question>>;
  Part q;
  std::optional<TextUpTo<longest_list_of_types>> type;  ///< several between commas
  Part label;
  Part marking;
  Part since;
  Part until;
  Part by;  ///< the number of an organization, or `community`
  std::optional<bool> oldest_first;
  Part before;  ///< what `next` said
};
BOOST_DESCRIBE_STRUCT(SearchFor, (), (q, type, label, marking, since, until, by, oldest_first, before))

struct SignView {
  static constexpr std::string_view component = "RecognisedSign";
  std::string kind;
  std::string value;
  std::optional<std::string> known_for;  ///< why somebody should look twice: a resolver, an example, a private network
};
BOOST_DESCRIBE_STRUCT(SignView, (), (kind, value, known_for))

struct SignsView {
  static constexpr std::string_view component = "RecognisedSigns";
  std::vector<SignView> signs;
  std::vector<SignView> left_out;  ///< addresses by which a machine means itself
};
BOOST_DESCRIBE_STRUCT(SignsView, (), (signs, left_out))

std::vector<std::string> words_in(const std::string& text) {
  auto words = pieces_of(text, ',');
  words.resize(std::min(words.size(), most_types));
  return words;
}

/// What is looked for, as the recognition of free text reads it: a value is found as it was pasted, and its beginning,
/// too. A scheme is recognised with its host alone, which may not be there yet.
std::string mended(std::string_view text) {
  constexpr std::string_view scheme = "http";
  std::string whole = exchange::free_text::written(text).text;
  const std::string small = in_small_letters(whole);
  for (const std::string_view broken : {"hxxp", "h**p"})
    for (auto at = small.find(broken); at != std::string::npos; at = small.find(broken, at + broken.size()))
      whole.replace(at, broken.size(), scheme);
  return whole;
}

std::optional<exchange::Microseconds> moment_in(const SearchFor::Part& said, const char* member) {
  if (!said || said->empty()) return std::nullopt;
  const auto time = exchange::parse_timestamp(*said);
  if (!time) throw BadInput{member, "a timestamp in UTC"};
  return time;
}

std::string maker_in(const std::string& said, const exchange::Identities& known) {
  if (said.empty()) return {};
  if (said == "community") return known.community();
  const auto organization = whole_number(said);
  if (!organization || *organization >= known.size()) throw BadInput{"by", "an organization of this community"};
  return known.organization({static_cast<std::uint32_t>(*organization)});
}

ExchangeQuestion question_of(const SearchFor& asked, const exchange::Identities& known) {
  ExchangeQuestion question;
  question.text = mended(asked.q.value_or(""));
  question.types = words_in(asked.type.value_or(""));
  question.label = asked.label.value_or("");
  if (asked.marking) {
    question.level = exchange::parse_level(*asked.marking);
    if (!question.level) throw BadInput{"marking", "a word of TLP"};
  }
  question.since = moment_in(asked.since, "since");
  question.until = moment_in(asked.until, "until");
  question.maker = maker_in(asked.by.value_or(""), known);
  question.oldest_first = asked.oldest_first.value_or(false);
  if (const std::string before = asked.before.value_or(""); !before.empty()) {
    const auto place = whole_number(before);
    if (!place) throw BadInput{"before", "what `next` said"};
    question.from = static_cast<std::int64_t>(*place);
  }
  return question;
}

Found search(const Call& call, const SearchFor& asked) {
  const AtExchange here{call};
  Found found = here.reader().found(question_of(asked, *here.known));
  if (here.may_share()) found.may.push_back(ExchangeDeed::share);
  return found;
}

bool is_domain_object(const std::string& type) {
  const auto* known = exchange::Schema::stix21().type(type);
  return known != nullptr && known->kind == exchange::Kind::domain;
}

std::vector<ExchangeDeed> offers_on_object(const AtExchange& here, const ObjectPage& page, bool is_theirs) {
  if (!here.may_share()) return {};
  std::vector<ExchangeDeed> may{ExchangeDeed::comment};
  if (page.marking.level != Level::red && !page.released) {
    const bool is_agreed = here.known->is_release_agreed(page.id);
    if (!is_agreed) may.push_back(ExchangeDeed::propose_release);
    if (!objection_to_release(here.party.sharer, is_agreed)) may.push_back(ExchangeDeed::release);
  }
  if (is_domain_object(page.type) && !page.mine && !page.seen) may.push_back(ExchangeDeed::sight);
  if (is_domain_object(page.type) && is_theirs && !page.revoked) may.push_back(ExchangeDeed::change);
  return may;
}

ObjectPage object_page(const Call& call) {
  const AtExchange here{call};
  const auto row = here.object(call.asked("id"));
  ObjectPage page = here.reader().page(row);
  page.may = offers_on_object(here, page, exchange::is_theirs(row, here.party, *here.known));
  return page;
}

Graph object_graph(const Call& call) {
  const AtExchange here{call};
  return here.reader().graph(here.object(call.asked("id")));
}

Matrix matrix(const Call& call) {
  return AtExchange{call}.reader().matrix();
}

std::vector<SignView> views_of(const std::vector<exchange::Sign>& signs) {
  static constexpr std::array names{"ipv4", "ipv6",   "domain", "url", "email",     "md5",
                                    "sha1", "sha256", "sha512", "cve", "technique", "file-name"};
  std::vector<SignView> views;
  for (const auto& sign : signs) {
    const auto known = exchange::word_of(exchange::known_for(sign));
    views.push_back({names.at(static_cast<std::size_t>(sign.kind)), sign.value,
                     known.empty() ? std::nullopt : std::optional<std::string>{known}});
  }
  return views;
}

SignsView recognise(const Call& call, const TextToRead& asked) {
  const AtExchange here{call};
  const auto reading = exchange::read_signs(asked.text, most_signs);
  return {views_of(reading.signs), views_of(reading.left_out)};
}

}  // namespace

Routes exchange_reading_routes() {
  return {routes::take<&search>("/api/exchange/search", Who::seat),
          routes::get<&object_page>("/api/exchange/object", Who::seat),
          routes::get<&object_graph>("/api/exchange/graph", Who::seat),
          routes::get<&matrix>("/api/exchange/matrix", Who::seat),
          routes::take<&recognise>("/api/exchange/recognise", Who::seat)};
}

}  // namespace ccop::server
