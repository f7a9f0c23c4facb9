// The one way in which the page, or any program, changes the record.
#include "server/identity/acts.hpp"

#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/membership/state.hpp"
#include "community/people/acts.hpp"
#include "community/people/state.hpp"
#include "host/signatures.hpp"
#include "server/identity/doors_changed.hpp"
#include "server/identity/emails.hpp"
#include "server/identity/fresh_passkey.hpp"
#include "server/kernel/problem_view.hpp"
#include "server/routes.hpp"

namespace ccop::server {
namespace {

using namespace community;

/// A command, before anybody signs it.
struct IntendedAct {
  Command command;
};
BOOST_DESCRIBE_STRUCT(IntendedAct, (), (command))

/// What the page needs to sign a request that the rules would allow.
struct Preparation {
  bool formal{};  ///< by a passkey, and not by the key of the sign-in
  std::vector<std::string> credentials;
  Time after{};  ///< the time of the person's last signed request: the next is later
};
BOOST_DESCRIBE_STRUCT(Preparation, (), (formal, credentials, after))

Preparation prepare(const Call& call, const IntendedAct& asked) {
  // What a one-time link may do as well, a person who is signed in does by their passkey.
  const bool formal = authority_of(asked.command) != Authority::session || ends_another_sign_in(call, asked.command);
  Preparation preparation{formal, {}, {}};
  const auto refusal = call.site.live.read([&](const Community& state) {
    const Person& person = people(state).all[call.reader.person];
    preparation.after = person.last_signed_at;
    for (const Passkey& key : person.passkeys) preparation.credentials.push_back(to_base64url(key.credential));
    return would_refuse(state, asked.command, call.reader.person, call.now);
  });
  if (refusal) throw call.site.problem_of(*refusal);
  return preparation;
}

/// Several, of which one is to be chosen: one for each person in a list.
struct IntendedActs {
  ListOf<Command, 250, 1> commands;
};
BOOST_DESCRIBE_STRUCT(IntendedActs, (), (commands))

struct BarredAct {
  std::uint32_t place{};  ///< among those that were asked about
  ProblemView problem;
};
BOOST_DESCRIBE_STRUCT(BarredAct, (), (place, problem))

struct BarredActs {
  std::vector<BarredAct> barred;
};
BOOST_DESCRIBE_STRUCT(BarredActs, (), (barred))

/// Which of them the rules would refuse, and why.
BarredActs tell_barred(const Call& call, const IntendedActs& asked) {
  std::vector<std::optional<Refusal>> refusals;
  call.site.live.read([&](const Community& state) {
    for (const Command& command : asked.commands)
      refusals.push_back(would_refuse(state, command, call.reader.person, call.now));
  });
  BarredActs told;
  for (std::uint32_t place = 0; place < refusals.size(); ++place)
    if (refusals[place]) told.barred.push_back({place, view_of(call.site.problem_of(*refusals[place]))});
  return told;
}

community::Request request_in(const SentAct& sent) {
  try {
    community::Request request = decode_request(sent.request);
    if (encode(request) != sent.request) throw BadInput{"", "canonical JSON (RFC 8785)"};
    return request;
  } catch (const BadInput& bad) {
    throw bad.inside("request");
  }
}

std::vector<store::Content> contents_in(const SentAct& sent, const Command& command) {
  const std::size_t largest = evidence_of(command) == Evidence::proved ? largest_proved : largest_written;
  std::vector<store::Content> contents;
  for (const auto& content : sent.contents) {
    if (content.text.size() > largest)
      throw BadInput{"contents.text", "1 to " + std::to_string(largest) + " bytes of text"};
    if (content.salt.size() < 16 || content.salt.size() > 64) throw BadInput{"contents.salt", "16 to 64 bytes"};
    contents.push_back({std::string{text_of(content.salt)}, content.text});
  }
  return contents;
}

/// The session key of whoever asks, as it was signed at the sign-in; nothing where the record has it.
std::optional<SessionGrant> grant_of(const Call& call) {
  const auto sign_in = call.site.admission.sign_ins().find(call.site.admission.secret_in(call.request), call.now);
  if (!sign_in || !sign_in->grant) return std::nullopt;
  const Hash key = sign_in->grant->statement.key();
  const bool is_there = call.site.live.read(
      [&](const Community& state) { return people(state).all[call.reader.person].session_key(key) != nullptr; });
  return is_there ? std::nullopt : sign_in->grant;
}

/// A browser reads no longer once the passkey by which it came in is removed.
void end_with_passkeys(const Served& site, const std::vector<Act>& acts, Time now) {
  for (const Act& act : acts) {
    const auto* removed = act.as<PasskeyRemoved>();
    if (removed == nullptr) continue;
    SignIns& sign_ins = site.admission.sign_ins();
    for (const auto& [id, sign_in] : sign_ins.of(removed->person, now))
      if (sign_in.grant && sign_in.grant->passkey && sign_in.grant->passkey->credential == removed->credential)
        static_cast<void>(sign_ins.end_by_id(removed->person, id));
    site.events.look_again();
  }
}

/// What one person asks for stays forever in the record, and what they write on everybody's disk.
void take_from_quotas(const Call& call, const host::Submission& submission) {
  const PersonId person = call.reader.person;
  std::optional<OrganizationId> organization;
  const bool is_committee = call.site.live.read([&](const Community& state) {
    organization = membership(state).seat_organization(person, call.now);
    return community::is_committee(state, person, call.now);
  });
  std::size_t bytes = 0;
  for (const store::Content& content : submission.contents) bytes += content.text.size();
  if (!call.site.quotas.take_act(person, is_committee, call.now)) throw too_often("quota-of-acts");
  if (!call.site.quotas.take_contents(quota_holder(organization, person), bytes, call.now))
    throw too_often("quota-of-contents");
}

void post_act(const Call& call, const SentAct& sent, const Reply& reply) {
  host::Submission submission =
      submission_of(call, sent, sent.signature.session ? grant_of(call) : std::optional<SessionGrant>{});
  if (submission.request.person != call.reader.person) throw not_allowed("act-for-yourself");
  require_own_email(call.site.live, submission, call.now);
  require_passkey_where_it_matters(call, submission);
  take_from_quotas(call, submission);
  const bool is_proved = evidence_of(submission.request.command) == Evidence::proved;
  auto submit = [&site = call.site, reply, by = Doer{call.reader.person, caller_of(call.request.address), call.now},
                 submission = std::make_shared<host::Submission>(std::move(submission))] {
    site.live.submit(std::move(*submission), [&site, reply, by](const host::Outcome& outcome) {
      if (const auto* receipt = std::get_if<host::Receipt>(&outcome)) {
        end_with_passkeys(site, receipt->acts, by.at);
        note_doors(site, receipt->acts, by);
      }
      reply(answer_of(site, outcome));
    });
  };
  if (is_proved) return call.site.go_on(call, reply, std::move(submit));  // as long as counting all ballots
  submit();
}

/// Live events for as long as whoever listens is signed in, by a sign-in of their own or a token.
class GuardedEvents final : public EventSource {
 public:
  GuardedEvents(std::shared_ptr<EventSource> events, Crowd::Place place, Admission& admission, Request asked)
      : events_(std::move(events)), place_(std::move(place)), admission_(admission), asked_(std::move(asked)) {}

  void start(Wake wake) override { events_->start(std::move(wake)); }
  [[nodiscard]] std::string take() override { return events_->take(); }
  [[nodiscard]] bool is_over() const override { return !admission_.reader(asked_); }

 private:
  std::shared_ptr<EventSource> events_;
  Crowd::Place place_;
  Admission& admission_;
  Request asked_;
};

Response listen(const Call& call) {
  auto place = call.site.admission.streams().enter(std::to_string(call.reader.person.value),
                                                   call.site.quotas.settings().streams);
  if (!place) throw too_often("too-many-streams");
  Response response;
  response.content_type = "text/event-stream";
  response.headers.emplace_back("X-Accel-Buffering", "no");  // nginx would hold events back
  response.events = std::make_shared<GuardedEvents>(call.site.events.subscribe(call.site.live.size()), std::move(place),
                                                    call.site.admission, call.request);
  return response;
}

}  // namespace

host::Submission submission_of(const Call& call, const SentAct& sent, const std::optional<SessionGrant>& grant) {
  host::Submission submission;
  submission.request = request_in(sent);
  submission.contents = contents_in(sent, submission.request.command);
  const host::SignatureCheck check = call.site.live.read([&](const Community& state) {
    return host::SignatureCheck{state, submission.request, sent.signature, grant};
  });
  // The sent text is the request's canonical JSON: what is checked is what was signed.
  if (!check.holds(sent.request, sent.signature, grant, call.site.options.party.origins))
    throw call.site.problem_of(refuse(clause::the_record, sentence::signature_does_not_hold));
  submission.signature = sent.signature;
  submission.grant = grant;
  return submission;
}

Response answer_of(const Served& site, const host::Outcome& outcome) {
  if (const auto* refusal = std::get_if<Refusal>(&outcome)) return problem_response(site.problem_of(*refusal));
  if (std::holds_alternative<host::Failure>(outcome))
    return problem_response(site.live.behind() ? Problem{503, "record-fell-behind"} : not_kept());
  const auto& receipt = std::get<host::Receipt>(outcome);
  return json_response(to_json(ReceiptView{receipt.seq, receipt.acts}));
}

Routes act_routes() {
  return {routes::take<&prepare>("/api/acts/prepare", Who::person),
          routes::take<&tell_barred>("/api/acts/barred", Who::person),
          routes::take_and_wait<&post_act, ReceiptView>("/api/acts", Who::person),
          routes::plain<&listen>("/api/events", Who::signed_in)};
}

}  // namespace ccop::server
