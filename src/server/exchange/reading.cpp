// The exchange as people read it: lists and searches, one object, the graph, the matrix; and what a text holds before
// anything of it is shared.
#include "base/text.hpp"
#include "exchange/recognise.hpp"
#include "exchange/stix/schema.hpp"
#include "exchange/stix/timestamp.hpp"
#include "server/exchange/limits.hpp"
#include "server/exchange/party.hpp"
#include "server/exchange/routes.hpp"

#include <charconv>

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
  Part before;
};
BOOST_DESCRIBE_STRUCT(SearchFor, (), (q, type, label, marking, since, before))

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

ExchangeQuestion question_of(const SearchFor& asked) {
  ExchangeQuestion question;
  question.text = asked.q.value_or("");
  question.types = words_in(asked.type.value_or(""));
  question.label = asked.label.value_or("");
  if (asked.marking) {
    question.level = exchange::parse_level(*asked.marking);
    if (!question.level) throw BadInput{"marking", "a word of TLP"};
  }
  if (asked.since) {
    question.since = exchange::parse_timestamp(*asked.since);
    if (!question.since) throw BadInput{"since", "a timestamp in UTC"};
  }
  if (const std::string before = asked.before.value_or(""); !before.empty()) {
    const auto [end, error] = std::from_chars(before.data(), before.data() + before.size(), question.before);
    if (error != std::errc{} || end != before.data() + before.size()) throw BadInput{"before", "what `next` said"};
  }
  return question;
}

Found search(const Call& call, const SearchFor& asked) {
  const AtExchange here{call};
  Found found = here.reader().found(question_of(asked));
  if (here.may_share()) found.may.push_back(ExchangeDeed::share);
  return found;
}

bool is_domain_object(const std::string& type) {
  const auto* known = exchange::Schema::stix21().type(type);
  return known != nullptr && known->kind == exchange::Kind::domain;
}

std::vector<ExchangeDeed> offers_on_object(const AtExchange& here, const ObjectPage& page) {
  if (!here.may_share()) return {};
  std::vector<ExchangeDeed> may{ExchangeDeed::comment};
  if (page.marking.level != Level::red && !page.released) {
    const bool is_agreed = here.known->is_release_agreed(page.id);
    if (!is_agreed) may.push_back(ExchangeDeed::propose_release);
    if (!objection_to_release(here.party.sharer, is_agreed)) may.push_back(ExchangeDeed::release);
  }
  if (is_domain_object(page.type) && !page.mine) may.push_back(ExchangeDeed::sight);
  return may;
}

ObjectPage object_page(const Call& call) {
  const AtExchange here{call};
  ObjectPage page = here.reader().page(here.object(call.asked("id")));
  page.may = offers_on_object(here, page);
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
