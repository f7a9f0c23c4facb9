#include "simulation/ballots.hpp"

#include "ballot/bound.hpp"
#include "ballot/json.hpp"
#include "ballot/threshold.hpp"
#include "ballot/trustee.hpp"
#include "ballot/voting_key.hpp"
#include "community/elections/commands.hpp"
#include "community/kernel/standing.hpp"
#include "community/keyboxes/commands.hpp"
#include "community/keyboxes/state.hpp"
#include "community/membership/state.hpp"
#include "community/record/state.hpp"
#include "simulation/offices.hpp"

#include <atomic>
#include <future>
#include <thread>

namespace ccop::simulation {
namespace {

using namespace community;

RegisterVotingKey registration(World& world, OrganizationId seat, std::uint32_t year) {
  constexpr std::size_t box_name_size = 16;
  ballot::SecretScalar secret;
  const Hash box = world.secret(), sealing = world.secret();
  const ballot::VotingKeyStatement said{world.read([](const Community& c) { return record(c).log_key; }),
                                        seat.value,
                                        year,
                                        Bytes(box.begin(), box.begin() + box_name_size),
                                        ballot::written(ballot::power_of_generator(secret.value())),
                                        Bytes(sealing.begin(), sealing.end())};
  const ballot::Proof proof = ballot::prove_voting_key(said, secret);
  world.ballot_secrets().voting.emplace(said.key.text, std::move(secret));
  return {seat,          year,         said.box,
          said.key.text, said.sealing, {ballot::to_decimal(proof.challenge), ballot::to_decimal(proof.response)}};
}

template <class T>
std::vector<T> key_messages(const host::ElectionRecord& record, std::uint32_t round) {
  std::vector<T> all;
  for (const std::string& text : record.key_messages(round)) all.push_back(ballot::from_json<T>(text));
  return all;
}

/// Of the trustee with this number, from 1, who posted a certificate.
const std::string& seed_of(World& world, const host::ElectionRecord& record, std::uint32_t number) {
  return world.ballot_secrets().seeds.at(record.facts().election.trustees[number - 1].messages.front());
}

/// Makes a seed, and what is posted of it in the first round.
store::Content certificate(World& world, const host::ElectionRecord& record, std::uint32_t number) {
  const std::string seed = ballot::new_seed();
  const auto trustees = static_cast<std::uint32_t>(record.facts().election.trustees.size());
  const std::uint32_t needed = record.facts().charter->elections.trustees_needed;
  store::Content content = world.content(
      ballot::to_json(ballot::make_certificate(seed, {std::string{ballot::group_name}, trustees, needed, number})));
  world.ballot_secrets().seeds.emplace(store::content_hash(content), seed);
  return content;
}

store::Content key_message(World& world, ElectionId id, std::uint32_t round, std::uint32_t number) {
  const auto record = recorded_ballot(world, id);
  if (round == 1) return certificate(world, record, number);
  const auto certificates = key_messages<ballot::SignedMessage>(record, 1);
  const std::string& seed = seed_of(world, record, number);
  if (round == 2) return world.content(ballot::to_json(ballot::make_polynomial(seed, certificates)));
  const auto input = ballot::input_for(number, key_messages<ballot::Polynomial>(record, 2));
  return world.content(ballot::to_json(ballot::make_output(seed, certificates, input)));
}

/// The secret of the credential with which a seat casts; nothing where a simulated device doesn't know it.
std::optional<ballot::SecretScalar> credential_secret(World& world, const host::ElectionRecord& record,
                                                      OrganizationId seat) {
  const Election& election = record.facts().election;
  const auto place = std::ranges::find(election.roll, seat) - election.roll.begin();
  if (place == std::ssize(election.roll)) return std::nullopt;
  const std::string& key = election.keys[static_cast<std::size_t>(place)];
  const auto own = world.ballot_secrets().voting.find(key);
  if (own == world.ballot_secrets().voting.end()) return std::nullopt;
  return std::optional<ballot::SecretScalar>{
      std::in_place,
      own->second.value() + ballot::credential_offset(record.facts().log_key, record.uuid(), ballot::Element{key})};
}

/// Does what is to be done in this order on all processors. Whoever waits for one has it when it is done.
class AllProcessors {
 public:
  using Task = std::packaged_task<std::string()>;

  explicit AllProcessors(std::vector<Task> tasks) : tasks_(std::move(tasks)) {
    for (Task& task : tasks_) done_.push_back(task.get_future());
    const std::size_t count = std::min<std::size_t>(std::max(1u, std::thread::hardware_concurrency()), tasks_.size());
    for (std::size_t i = 0; i < count; ++i) threads_.emplace_back([this] { work(); });
  }
  ~AllProcessors() {
    next_ = tasks_.size();
    for (std::thread& thread : threads_) thread.join();
  }
  AllProcessors(const AllProcessors&) = delete;
  AllProcessors& operator=(const AllProcessors&) = delete;
  AllProcessors(AllProcessors&&) = delete;
  AllProcessors& operator=(AllProcessors&&) = delete;

  [[nodiscard]] std::string wait_for(std::size_t number) { return done_[number].get(); }

 private:
  void work() {
    for (std::size_t i = next_++; i < tasks_.size(); i = next_++) tasks_[i]();
  }

  std::vector<Task> tasks_;
  std::vector<std::future<std::string>> done_;
  std::atomic<std::size_t> next_{};
  std::vector<std::thread> threads_;
};

/// What a trustee posts of the totals; whether the rules took it.
bool decrypt_totals(World& world, const host::ElectionRecord& record, const ballot::EncryptedTally& tally,
                    std::uint32_t number) {
  const auto outputs = key_messages<ballot::VerificationOutput>(record, 3);
  const ballot::SecretScalar key = ballot::decryption_key(seed_of(world, record, number), outputs[number - 1]);
  const std::string fingerprint = ballot::fingerprint_of(record.setup_json());
  const ballot::BoundProofs bound = ballot::prove_bound(tally, key, fingerprint, number);
  const store::Content factors = world.content(ballot::to_json(ballot::decrypt(tally, key, fingerprint)));
  const store::Content proofs = world.content(ballot::to_json(bound));
  return world.ask(
      record.facts().election.trustees[number - 1].person,
      PostDecryption{record.facts().id, bound.tally, store::content_hash(factors), store::content_hash(proofs)},
      {factors, proofs});
}

}  // namespace

std::vector<SeatedPerson> simulated_seats(const World& world) {
  const auto visited = doors(world);
  return world.read([&](const Community& c) {
    std::vector<SeatedPerson> seats;
    for (const OrganizationId seat : membership(c).seats(world.now())) {
      const auto person = membership(c).voice_of(seat, world.now(), charter(c).membership.alternate_votes);
      const auto enters = [&](const Door& door) {
        return membership(c).seat_organization(door.person, world.now()) == seat;
      };
      if (person && std::ranges::none_of(visited, enters)) seats.push_back({seat, *person});
    }
    return seats;
  });
}

void register_voting_keys(World& world, const std::vector<SeatedPerson>& seats, std::uint32_t year) {
  for (const auto& [seat, person] : seats) {
    const bool has_one = world.read([&](const Community& c) { return keyboxes(c).key_of(seat, year) != nullptr; });
    if (!has_one) world.ask(person, registration(world, seat, year));
  }
}

host::ElectionRecord recorded_ballot(const World& world, ElectionId id) {
  return {world.read([&](const Community& c) { return host::facts_of(c, id, world.now()); }),
          [&world](const ContentHash& hash) { return world.text(hash); }};
}

bool make_election_keys(World& world, ElectionId id) {
  if (!world.ask(secretary(world), NameElectionOfficers{id})) return false;
  const auto trustees = world.read([&](const Community& c) { return elections(c).all[id].trustees; });
  for (std::uint32_t round = 1; round <= key_rounds; ++round)
    for (std::uint32_t number = 1; number <= trustees.size(); ++number) {
      const store::Content message = key_message(world, id, round, number);
      if (!world.ask(trustees[number - 1].person, PostKeyMessage{id, round, store::content_hash(message)}, {message}))
        return false;
      world.pass(hours{2});
    }
  return true;
}

void cast_in_secret(World& world, ElectionId id, const std::vector<SecretAnswer>& answers,
                    std::chrono::milliseconds between) {
  const auto record = recorded_ballot(world, id);
  const std::string setup = record.setup_json();
  const auto on_ballot = ballot::from_json<ballot::Election>(setup);
  const std::string fingerprint = ballot::fingerprint_of(setup);
  std::vector<const SecretAnswer*> casting;
  std::vector<AllProcessors::Task> tasks;
  for (const SecretAnswer& answer : answers)
    if (auto secret = credential_secret(world, record, answer.by.seat)) {
      casting.push_back(&answer);
      tasks.emplace_back([&on_ballot, &fingerprint, &answer, own = *std::move(secret)] {
        return ballot::cast_ballot(on_ballot, fingerprint, own, answer.choices);
      });
    }
  AllProcessors made{std::move(tasks)};
  for (std::size_t i = 0; i < casting.size(); ++i) {
    const SeatedPerson& by = casting[i]->by;
    const store::Content cast = world.content(made.wait_for(i));
    world.ask(
        by.person,
        CastBallot{id, record.credential_of(by.seat), ballot::fingerprint_of(cast.text), store::content_hash(cast)},
        {cast});
    world.pass(between);
  }
}

std::vector<TrusteesFile> trustees_files(World& world, ElectionId id) {
  const auto record = recorded_ballot(world, id);
  std::vector<TrusteesFile> files;
  for (const ElectionTrustee& trustee : record.facts().election.trustees) {
    const auto number = static_cast<std::uint32_t>(files.size() + 1);
    files.push_back(
        {trustee.person, record.key_file_of(number), R"({"seed":")" + seed_of(world, record, number) + "\"}"});
  }
  return files;
}

bool open_totals(World& world, ElectionId id) {
  const auto closed = recorded_ballot(world, id);
  const auto tally = closed.count().tally;
  const std::uint32_t needed = closed.facts().charter->elections.trustees_needed;
  for (std::uint32_t number = 1; number <= needed; ++number) {
    if (!decrypt_totals(world, closed, tally, number)) return false;
    world.pass(hours{5});
  }
  const auto opened = recorded_ballot(world, id);
  const auto count = opened.count();
  if (!count.result) return false;
  const auto counts = count.result->together();
  return world.ask(secretary(world), DeclareResult{id, std::vector<std::uint32_t>(counts.begin(), counts.end()),
                                                   to_hex(sha256(bytes_of(opened.archive(count))))});
}

}  // namespace ccop::simulation
