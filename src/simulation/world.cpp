#include "simulation/world.hpp"

#include "base/codec.hpp"
#include "community/hub.hpp"
#include "community/kernel/standing.hpp"
#include "community/record/commands.hpp"
#include "host/deliveries.hpp"

#include <array>
#include <stdexcept>

namespace ccop::simulation {

using namespace community;
using std::chrono::milliseconds;
using std::chrono::seconds;

World::World(const SimulationOptions& options, std::unique_ptr<store::Store> store,
             std::shared_ptr<const store::MasterKey> master)
    : options_(options), chance_(options.seed), now_(options.starts) {
  const auto charter = read_charter(options.charter);
  if (!std::holds_alternative<Charter>(charter))
    throw std::invalid_argument("the charter has mistakes; check it first");
  slug_ = std::get<Charter>(charter).slug;
  host::Surroundings surroundings;
  surroundings.now = [this] { return now_; };
  surroundings.random = [this](std::span<std::uint8_t> out) { chance_.fill(out); };
  surroundings.time_passes_by_itself = false;
  // The log's key too must come from the seed, or no two ledgers would be the same.
  const Hash seed = secret();
  store->set("log-key", store::wrap(std::string{text_of(seed)} + options.relying_party + "/c/" + slug_ + "/log",
                                    "log-key", *master));
  live_ = std::make_unique<host::LiveCommunity>(std::move(store), std::move(master), "unused", std::move(surroundings));
}

Hash World::secret() {
  Hash drawn{};
  chance_.fill(drawn);
  return drawn;
}

store::Content World::content(std::string text) {
  std::array<std::uint8_t, 32> salt{};
  chance_.fill(salt);
  return {std::string{text_of(salt)}, std::move(text)};
}

void World::settle() {
  if (!live_->read([&](const Community& c) { return has_due(c, now_); })) return;
  host::Submission submission;
  submission.request = {slug_, {}, {}, {}, SettleDue{now_}};
  // Whatever is asked, all that is due comes first; then this finds nothing left to do.
  static_cast<void>(live_->execute(std::move(submission)));
}

bool World::ask(PersonId person, Command command, Contents contents) {
  const auto device = devices_.find(person.value);
  if (device == devices_.end()) {
    ++report_.refusals;
    ++report_.refused_for["no-passkey-yet"];
    return false;
  }
  if (evidence_of(command) == community::Evidence::proved) settle();  // it is checked against what is on record
  host::Submission submission;
  command = live_->read([&](const Community& now) { return seeing(now, command); });
  submission.request = {slug_, person, now_, live_->head(), std::move(command)};
  submission.contents = std::move(contents);
  if (authority_of(submission.request.command) == Authority::signature)
    submission.signature = device->second.passkey.sign(submission.request, live_->log_key());
  else
    sign_in_session(submission, device->second);
  return submit(std::move(submission));
}

/// Signs in anew where the last sign-in is over, or ended with a seat.
void World::sign_in_session(host::Submission& submission, Device& device) {
  const PersonId person = *submission.request.person;
  const bool counts = device.session && live_->read([&](const Community& c) {
    return session_key_counts(c, person, device.session->key(), now_);
  });
  if (!counts) {
    device.session.emplace(secret(), live_->log_key());
    const auto statement = device.session->statement(secret(), now_ + session_key_lasts, live_->head());
    submission.grant = device.session->granted_by(device.passkey, statement);
  }
  submission.signature = device.session->sign(submission.request);
}

bool World::ask_as_host(Command command, Contents contents) {
  host::Submission submission;
  submission.request = {slug_, {}, {}, {}, std::move(command)};
  submission.contents = std::move(contents);
  return submit(std::move(submission));
}

bool World::ask_as_mailer(MotionId motion, PersonId person, std::string_view answer) {
  return submit(host::delivery_report(*live_, motion, person, answer, secret()));
}

bool World::ask_by_link(PersonId person, std::string_view link_secret, Command command, Contents contents) {
  host::Submission submission;
  submission.request = {slug_, person, now_, live_->head(), std::move(command)};
  submission.signature = sign_by_link(link_secret, submission.request, live_->log_key());
  submission.contents = std::move(contents);
  return submit(std::move(submission));
}

bool World::submit(host::Submission submission) {
  const auto outcome = live_->execute(std::move(submission));
  if (const auto* failure = std::get_if<host::Failure>(&outcome)) throw store::StoreError{failure->message};
  if (const auto* refusal = std::get_if<Refusal>(&outcome)) {
    ++report_.refusals;
    ++report_.refused_for[std::string{refusal->key}];
    return false;
  }
  pass(seconds{1} + milliseconds{chance_.below(20000)});
  return true;
}

SoftwarePasskey World::make_passkey() {
  return {secret(), options_.relying_party, options_.origin};
}

SimulationReport World::report() {
  report_.entries = live_->size();
  report_.ends = now_;
  live_->stop();
  return report_;
}

}  // namespace ccop::simulation
