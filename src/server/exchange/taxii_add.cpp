// Writing to a TAXII collection: an envelope is examined object by object, what is sound is kept, and the status says
// what became of each.
#include "base/canonical_json.hpp"
#include "base/text.hpp"
#include "exchange/definitions.hpp"
#include "exchange/stix/bundle_reader.hpp"
#include "exchange/stix/examine.hpp"
#include "server/exchange/taxii.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace ccop::server {
namespace {

using Json = nlohmann::json;

constexpr std::size_t most_details_kept = 100;
constexpr std::size_t longest_message = 500;
constexpr std::size_t most_per_request = TaxiiRoot::most_per_request;

/// What became of one object of the request.
struct Result {
  std::string id;
  std::string version;
  std::string trouble;  ///< empty when it went to the store
  std::size_t place_in_batch{};
};

/// Takes the objects of one request, and gathers for the store those that are sound and may be shared there.
struct Taking {
  const TaxiiCollection& collection;
  exchange::Party party;
  store::ObjectStore& store;
  const exchange::Identities& identities;
  exchange::Microseconds requested;
  exchange::Definitions definitions;
  std::vector<store::NewObject> batch;
  bool is_anonymous{};  ///< something of it was brought as the community, or is a sighting
  bool is_owned_by_secret{};

  /// Takes note of the marking-definitions that come along, wherever they stand.
  void learn(std::string_view json) {
    thread_local exchange::Examiner examiner{{true, false, false}};
    if (json.find("\"marking-definition\"") == std::string_view::npos) return;
    const auto examined = examiner.examine(json);
    if (examined.errors.empty() && examined.object.type == "marking-definition")
      definitions.learn(examined.object.id(), examined.object.json);
  }

  Result take(std::string_view json, std::uint64_t offset) {
    thread_local exchange::Examiner examiner{{true, false, true}};
    Result result;
    auto examined = examiner.examine(json);
    if (!examined.errors.empty()) {
      result.id = examined.errors.front().object;
      for (const auto& error : examined.errors)
        result.trouble += (result.trouble.empty() ? "" : "; ") + error.sentence();
      result.trouble += " (at byte " + std::to_string(offset) + ")";
      return result;
    }
    result.id = examined.object.id();
    result.version = exchange::to_timestamp(examined.object.version.value_or(requested));
    const std::string unknown = definitions.interpret(examined.object);
    result.trouble =
        unknown.empty() ? objection_to_marking(examined.object) : exchange::unknown_marking(result.id, unknown);
    if (!result.trouble.empty()) return result;
    const exchange::Level least = least_of(examined.object);
    examined.object.is_of_own = is_of_own(examined.object);
    auto placed = exchange::placed(std::move(examined.object), least, party, identities);
    if (auto* refused = std::get_if<std::string>(&placed)) {
      result.trouble = std::move(*refused);
      return result;
    }
    result.place_in_batch = batch.size();
    batch.push_back(std::get<store::NewObject>(std::move(placed)));
    is_anonymous = is_anonymous || batch.back().source == exchange::source::community;
    is_owned_by_secret = is_owned_by_secret ||
                         (batch.back().source == exchange::source::community && batch.back().name.type != "sighting");
    return result;
  }

 private:
  /// Whether it says that its bringer saw what it shared itself as the community.
  [[nodiscard]] bool is_of_own(const exchange::StixObject& object) const {
    if (party.edit_secret.empty() || object.type != "sighting" || !object.head.target) return false;
    const auto name = exchange::parse_identifier(*object.head.target);
    if (!name) return false;
    return std::ranges::any_of(store.versions({std::string{name->type}, name->uuid}), [&](const auto& row) {
      return row.editor == exchange::editor_of(*object.head.target, party.edit_secret);
    });
  }
  /// What is written to "all" takes its own marking; unmarked it is for Members.
  [[nodiscard]] bool is_all() const { return collection.alias == "all"; }
  [[nodiscard]] exchange::Level least_of(const exchange::StixObject& object) const {
    return is_all() && !exchange::strictest(object.markings) ? exchange::Level::amber : collection.least;
  }
  [[nodiscard]] std::string objection_to_marking(const exchange::StixObject& object) const {
    const auto own = exchange::strictest(object.markings);
    const std::string property = object.id() + ": object_marking_refs: expected ";
    if (!is_all() && own > collection.least)
      return property + "TLP:" + std::string{exchange::word_of(collection.least)} + " at most in this collection";
    return {};
  }
};

/// Takes the objects of an envelope one by one. Throws TaxiiProblem for one that is broken or too large as a whole.
std::vector<Result> results_of(const std::string& body, Taking& taking) {
  std::vector<Result> results;
  exchange::BundleReader definitions{[&](std::string_view json, std::uint64_t) { taking.learn(json); },
                                     exchange::largest_object};
  exchange::BundleReader reader{[&](std::string_view json, std::uint64_t offset) {
                                  if (results.size() == most_per_request)
                                    throw TaxiiProblem{413, "Payload too large",
                                                       "At most " + std::to_string(most_per_request) +
                                                           " objects in a request; send the rest in another."};
                                  results.push_back(taking.take(json, offset));
                                },
                                exchange::largest_object};
  try {
    if (body.find("\"marking-definition\"") != std::string::npos) {
      definitions.feed(body);
      definitions.finish();
    }
    reader.feed(body);
    reader.finish();
  } catch (const exchange::BundleMistake& mistake) {
    throw TaxiiProblem{422, "Unprocessable",
                       std::string{"The envelope is broken "} + mistake.what() + ". Nothing was kept."};
  }
  return results;
}

std::string detail(const Result& result, const std::string& message) {
  std::string text = "{\"id\":";
  append_json_string(text, result.id);
  text += ",\"version\":\"" + result.version + "\",\"message\":";
  append_json_string(text, message);
  return text + "}";
}

/// `most_details`: of how many objects it says what became of them; all are counted.
std::string status_json(const std::string& id, exchange::Microseconds requested, const std::vector<Result>& results,
                        const std::vector<store::Addition>& additions, std::size_t most_details) {
  std::string successes;
  std::string failures;
  std::size_t failed = 0;
  std::size_t succeeded = 0;
  for (const auto& result : results) {
    std::string trouble = result.trouble;
    if (trouble.empty() && additions[result.place_in_batch] == store::Addition::not_theirs)
      trouble = result.id + ": expected a new version from whoever brought the object";
    if (trouble.empty() && additions[result.place_in_batch] == store::Addition::looser)
      trouble =
          result.id + ": object_marking_refs: expected no wider marking than before, without a release (clause 5.4)";
    if (trouble.empty() && additions[result.place_in_batch] == store::Addition::differs)
      trouble =
          result.id + ": modified: expected a later one, for this version is here already and says something else";
    if (trouble.empty()) {
      if (++succeeded > most_details) continue;
      const bool was_there = additions[result.place_in_batch] == store::Addition::known;
      successes += (successes.empty() ? "" : ",") + detail(result, was_there ? "It was here already." : "");
    } else {
      if (++failed > most_details) continue;
      failures += (failures.empty() ? "" : ",") + detail(result, std::string{shortened(trouble, longest_message)});
    }
  }
  std::string text = "{\"id\":\"" + id + "\",\"status\":\"complete\",\"request_timestamp\":\"" +
                     exchange::to_timestamp(requested, true) + "\",\"total_count\":" + std::to_string(results.size()) +
                     ",\"success_count\":" + std::to_string(succeeded);
  if (!successes.empty()) text += ",\"successes\":[" + successes + "]";
  text += ",\"failure_count\":" + std::to_string(failed);
  if (!failures.empty()) text += ",\"failures\":[" + failures + "]";
  return text + ",\"pending_count\":0}";
}

}  // namespace

void TaxiiRoot::add(const Request& request, const TaxiiCollection& collection, const TaxiiCaller& caller,
                    const exchange::Identities& identities, const Reply& reply) {
  if (!is_envelope_type(request.header("content-type")))
    throw TaxiiProblem{415, "Unsupported media type", "Send " + std::string{taxii_type} + "."};
  if (request.is_encoded())
    throw TaxiiProblem{415, "Unsupported media type", "Send the envelope as it is, without a Content-Encoding."};
  const auto requested = exchange::microseconds_now();
  Taking taking{collection,
                caller.party,
                exchange_.store(),
                identities,
                requested,
                exchange::Definitions{[&](const std::string& definition) {
                  return exchange::definitions_in_sight(exchange_.store(), caller.party, definition);
                }},
                {}};
  if (caller.party.edit_secret.empty()) taking.party.edit_secret = exchange::fresh_edit_secret();
  std::vector<Result> results = results_of(request.body, taking);
  if (results.empty()) throw TaxiiProblem{422, "Unprocessable", "The envelope holds no objects."};
  caller.brought(taking.batch.size());

  const std::string id = statuses_.new_id();
  // Of what was brought as the community no note says who brought what: whoever knows its id is told how many.
  const std::size_t most_kept = taking.is_anonymous ? 0 : most_details_kept;
  const std::string fresh_secret =
      taking.is_owned_by_secret && caller.party.edit_secret.empty() ? taking.party.edit_secret : std::string{};
  exchange_.submit(std::move(taking.batch), [this, reply, id, requested, most_kept, fresh_secret,
                                             who = taking.is_anonymous ? std::string{} : caller.who,
                                             results = std::move(results)](const exchange::Exchange::Outcome& outcome) {
    if (std::holds_alternative<std::string>(outcome))
      return reply(
          taxii_error({503, "Could not be kept", "The store could not keep it; nothing was kept. Try again."}));
    const auto& additions = std::get<std::vector<store::Addition>>(outcome);
    std::string json = status_json(id, requested, results, additions, results.size());
    statuses_.keep(id, who,
                   results.size() <= most_kept ? json : status_json(id, requested, results, additions, most_kept));
    Response response = taxii_response(std::move(json), 202);
    if (!fresh_secret.empty()) response.headers.emplace_back(edit_secret_field, fresh_secret);
    reply(std::move(response));
  });
}

Response TaxiiRoot::status(std::string_view id, const TaxiiCaller& caller) {
  auto found = statuses_.find(id, caller.who);
  if (!found) throw TaxiiProblem{404, "Not found", "There is no such request of yours, or it is too long ago."};
  return taxii_response(std::move(*found));
}

}  // namespace ccop::server
