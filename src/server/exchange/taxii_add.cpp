// Writing to a TAXII collection: an envelope is examined object by object, what is sound is kept, and the status says
// what became of each.
#include "base/canonical_json.hpp"
#include "base/text.hpp"
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

bool is_taxii(std::string_view type) {
  std::string text{type};
  std::erase(text, ' ');
  return text == taxii_type || text == "application/taxii+json" || text == "application/taxii+json;version=\"2.1\"";
}

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
  const exchange::Party& party;
  const exchange::Identities& identities;
  exchange::Microseconds requested;
  std::vector<store::NewObject> batch;

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
    result.trouble = objection_to_marking(examined.object);
    if (!result.trouble.empty()) return result;
    const exchange::Level least = least_of(examined.object);
    auto placed = exchange::placed(std::move(examined.object), least, party, identities);
    if (auto* refused = std::get_if<std::string>(&placed)) {
      result.trouble = std::move(*refused);
      return result;
    }
    result.place_in_batch = batch.size();
    batch.push_back(std::get<store::NewObject>(std::move(placed)));
    return result;
  }

 private:
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
  if (!is_taxii(request.header("content-type")))
    throw TaxiiProblem{415, "Unsupported media type", "Send " + std::string{taxii_type} + "."};
  if (request.is_encoded())
    throw TaxiiProblem{415, "Unsupported media type", "Send the envelope as it is, without a Content-Encoding."};
  const auto requested = exchange::microseconds_now();
  Taking taking{collection, caller.party, identities, requested, {}};
  std::vector<Result> results;
  exchange::BundleReader reader{[&](std::string_view json, std::uint64_t offset) {
                                  if (results.size() == most_per_request)
                                    throw TaxiiProblem{413, "Payload too large",
                                                       "At most " + std::to_string(most_per_request) +
                                                           " objects in a request; send the rest in another."};
                                  results.push_back(taking.take(json, offset));
                                },
                                exchange::largest_object};
  try {
    reader.feed(request.body);
    reader.finish();
  } catch (const exchange::BundleMistake& mistake) {
    throw TaxiiProblem{422, "Unprocessable",
                       std::string{"The envelope is broken "} + mistake.what() + ". Nothing was kept."};
  }
  if (results.empty()) throw TaxiiProblem{422, "Unprocessable", "The envelope holds no objects."};

  const std::string id = statuses_.new_id();
  exchange_.submit(std::move(taking.batch), [this, reply, id, requested, who = caller.who,
                                             results = std::move(results)](const exchange::Exchange::Outcome& outcome) {
    if (std::holds_alternative<std::string>(outcome))
      return reply(
          taxii_error({503, "Could not be kept", "The store could not keep it; nothing was kept. Try again."}));
    const auto& additions = std::get<std::vector<store::Addition>>(outcome);
    std::string json = status_json(id, requested, results, additions, results.size());
    statuses_.keep(
        id, who,
        results.size() <= most_details_kept ? json : status_json(id, requested, results, additions, most_details_kept));
    reply(taxii_response(std::move(json), 202));
  });
}

Response TaxiiRoot::status(std::string_view id, const TaxiiCaller& caller) {
  auto found = statuses_.find(id, caller.who);
  if (!found) throw TaxiiProblem{404, "Not found", "There is no such request of yours, or it is too long ago."};
  return taxii_response(std::move(*found));
}

}  // namespace ccop::server
