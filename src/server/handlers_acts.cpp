// Asking for something to happen: the one way in which the page, or any program, changes the record.
#include "community/clause.hpp"
#include "server/json.hpp"
#include "server/site.hpp"

namespace ccop::server {
namespace {

using namespace community;

struct SentContent {
  Bytes salt;
  std::string text;
};
BOOST_DESCRIBE_STRUCT(SentContent, (), (salt, text))

struct SentAct {
  std::string request;  ///< the canonical JSON that was signed, byte for byte
  std::vector<SentContent> contents;
  std::optional<Signature> signature;
};
BOOST_DESCRIBE_STRUCT(SentAct, (), (request, contents, signature))

struct Asked {
  Command command;
};
BOOST_DESCRIBE_STRUCT(Asked, (), (command))

constexpr std::size_t longest_text = 20'000;
constexpr std::size_t most_contents = 64;

}  // namespace

Response Site::prepare_act(const Request& http) {
  const Reader who = require_reader(http);
  if (who.by_token) throw Problem{403, "tokens-only-read", {}, {}, {}};
  const auto asked = from_json<Asked>(http.body);
  const auto refusal =
      live_.read([&](const Community& state) { return would_refuse(state, asked.command, who.person, live_.now()); });
  if (refusal) throw problem_of(*refusal);
  const bool formal = is_formal(asked.command);
  // The page builds the request itself and compares: it signs what it meant, not what it was handed.
  const community::Request request{slug_, who.person, formal ? std::optional{live_.now()} : std::nullopt,
                                   asked.command};
  Json credentials = Json::array();
  live_.read([&](const Community& state) {
    for (const Passkey& key : state.people.all[who.person.value].passkeys)
      credentials.push_back(to_base64url(key.credential));
  });
  return json_response({{"request", encode(request)}, {"formal", formal}, {"credentials", credentials}});
}

void Site::post_act(const Request& http, const Reply& reply) {
  const Reader who = require_reader(http);
  if (who.by_token) throw Problem{403, "tokens-only-read", {}, {}, {}};
  auto sent = from_json<SentAct>(http.body);
  host::Submission submission;
  try {
    submission.request = decode_request(sent.request);
  } catch (const BadInput& bad) {
    throw bad.inside("request");
  }
  if (encode(submission.request) != sent.request) throw BadInput{"request", "canonical JSON (RFC 8785)"};
  if (submission.request.person != who.person) throw Problem{403, "act-for-yourself", {}, {}, {}};
  if (sent.contents.size() > most_contents) throw BadInput{"contents", "at most 64 items"};
  for (auto& content : sent.contents) {
    if (content.salt.size() < 16 || content.salt.size() > 64) throw BadInput{"contents.salt", "16 to 64 bytes"};
    if (content.text.empty() || content.text.size() > longest_text)
      throw BadInput{"contents.text", "1 to 20000 bytes of text"};
    submission.contents.push_back({std::string{text_of(content.salt)}, std::move(content.text)});
  }
  if (sent.signature) {
    const bool holds = live_.read([&](const Community& state) {
      return submission.request.asked_at &&
             host::signature_holds(state, submission.request, *sent.signature, options_.party.origins);
    });
    if (!holds) throw problem_of(refuse(clause::the_record, "signature-does-not-hold"));
    submission.signature = std::move(sent.signature);
  } else if (submission.request.asked_at) {
    throw BadInput{"request.asked_at", "no such key without a signature"};
  }
  live_.submit(std::move(submission), [this, reply](const host::Outcome& outcome) { reply(answer_of(outcome)); });
}

Response Site::answer_of(const host::Outcome& outcome) const {
  if (const auto* refusal = std::get_if<Refusal>(&outcome)) return problem_response(problem_of(*refusal));
  if (std::holds_alternative<host::Failure>(outcome)) return problem_response({503, "could-not-be-kept", {}, {}, {}});
  const auto& receipt = std::get<host::Receipt>(outcome);
  return json_response({{"seq", receipt.seq}, {"acts", Json::parse(to_json(receipt.acts))}});
}

Response Site::get_events(const Request& request) {
  static_cast<void>(require_reader(request));
  Response response;
  response.content_type = "text/event-stream";
  response.headers.emplace_back("X-Accel-Buffering", "no");  // nginx would hold events back
  response.events = hub_.subscribe(live_.size());
  return response;
}

}  // namespace ccop::server
