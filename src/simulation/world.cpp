#include "simulation/world.hpp"

#include "base/codec.hpp"

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

bool World::ask(PersonId person, Command command, Contents contents) {
  host::Submission submission;
  const auto passkey = passkeys_.find(person.value);
  const bool formal = authority_of(command) == Authority::signature && passkey != passkeys_.end();
  submission.request = {slug_, person, formal ? std::optional{now_} : std::nullopt, std::move(command)};
  if (formal) submission.signature = passkey->second.sign(submission.request);
  submission.contents = std::move(contents);
  return submit(std::move(submission));
}

bool World::ask_unnamed(Command command, Contents contents, std::optional<Hash> token_hash) {
  host::Submission submission;
  submission.request = {slug_, {}, {}, std::move(command)};
  submission.token_hash = token_hash;
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
