#include "simulation/world.hpp"

#include "base/codec.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>

namespace ccop::simulation {
namespace {

using namespace community;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::array given_names{"Amina",   "Bruno", "Chen",  "Dalia", "Emeka", "Fatou",  "Goran", "Hana",
                                 "Ivan",    "Joana", "Kofi",  "Lucía", "Maya",  "Nils",   "Omar",  "Priya",
                                 "Quentin", "Rosa",  "Samir", "Tala",  "Uma",   "Viktor", "Wei",   "Ximena"};
constexpr std::array family_names{"Abara",   "Bauer",  "Castro", "Diallo",   "Eriksen", "Fontaine", "García", "Haddad",
                                  "Ito",     "Jansen", "Kaya",   "Larsen",   "Mensah",  "Novak",    "Okafor", "Petrov",
                                  "Quiroga", "Rossi",  "Sato",   "Tremblay", "Usman",   "Vargas"};

}  // namespace

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
  Hash seed{};
  chance_.fill(seed);
  store->set("log-key", store::wrap(std::string{text_of(seed)} + options.relying_party + "/c/" + slug_ + "/log",
                                    "log-key", *master));
  live_ = std::make_unique<host::LiveCommunity>(std::move(store), std::move(master), "unused", std::move(surroundings));
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

bool World::ask(PersonId person, Command command, Contents contents) {
  host::Submission submission;
  const auto passkey = passkeys_.find(person.value);
  const bool formal = is_formal(command) && passkey != passkeys_.end();
  submission.request = {slug_, person, formal ? std::optional{now_} : std::nullopt, std::move(command)};
  if (formal) submission.signature = passkey->second.sign(submission.request);
  submission.contents = std::move(contents);
  return submit(std::move(submission));
}

store::Content World::content(std::string text) {
  std::array<std::uint8_t, 32> salt{};
  chance_.fill(salt);
  return {std::string{text_of(salt)}, std::move(text)};
}

std::vector<std::uint32_t> World::all_responsibilities() const {
  std::vector<std::uint32_t> all(
      live_->read([](const Community& c) { return c.charter().membership.responsibilities.size(); }));
  std::iota(all.begin(), all.end(), 0u);
  return all;
}

void World::found() {
  const store::Content profile =
      content(R"({"email":"secretary@example.org","name":"The Secretary","title":"Secretary"})");
  Hash token{};
  chance_.fill(token);
  host::Submission submission;
  submission.request = {
      slug_,
      {},
      {},
      Found{options_.charter, live_->log_key(), store::content_hash(profile), sha256(token), now_ + days{7}}};
  submission.contents = {profile};
  if (!submit(std::move(submission))) throw std::logic_error("the founding was refused");
  enrol(secretary_, sha256(token));
  staff_seats();
  const auto people = representatives();
  for (std::uint32_t p = 0;
       p < live_->read([](const Community& c) { return c.charter().bodies.co_chairs; }) && p < people.size(); ++p) {
    const int term =
        static_cast<int>(live_->read([&](const Community& c) { return c.charter().bodies.founding_terms_months[p]; }));
    ask(secretary_, SeatFoundingCoChair{p, people[p], months_after(now_, term) - days{1}});
  }
}

void World::enrol(PersonId person, const Hash& token_hash) {
  Hash seed{};
  chance_.fill(seed);
  const SoftwarePasskey passkey{seed, options_.relying_party, options_.origin};
  const store::Content label = content("Simulated passkey");
  host::Submission submission;
  submission.request = {slug_, {}, {}, passkey.enrolment(person, store::content_hash(label))};
  submission.token_hash = token_hash;
  submission.contents = {label};
  if (submit(std::move(submission))) passkeys_.emplace(person.value, passkey);
}

PersonId World::register_person(PersonId by) {
  const std::string name = std::string{given_names[named_ % given_names.size()]} + " " +
                           family_names[(named_ * 7 + named_ / 24) % family_names.size()];
  const store::Content profile = content(R"({"email":"person)" + std::to_string(named_) + R"(@example.org","name":")" +
                                         name + R"(","title":"Chief Information Security Officer"})");
  ++named_;
  const PersonId next = live_->read([](const Community& c) { return c.people.next(); });
  ask(by, RegisterPerson{store::content_hash(profile)}, {profile});
  return next;
}

void World::invite_and_enrol(PersonId person) {
  Hash token{};
  chance_.fill(token);
  if (ask(secretary_, OfferEnrolment{person, sha256(token), now_ + days{14}})) enrol(person, sha256(token));
}

void World::staff_seats() {
  const auto count = live_->read([](const Community& c) { return c.membership.organizations.size(); });
  for (std::uint32_t i = 0; i < count; ++i) {
    const bool vacant = live_->read([&](const Community& c) {
      return c.membership.organizations[i].belongs(now_) && !c.membership.holder({i}, MandateKind::main, now_);
    });
    if (!vacant || (i > 2 && chance_.percent(4))) continue;  // some seats stay empty for a while
    const PersonId person = register_person(secretary_);
    if (ask(secretary_, AppointRepresentative{{i}, person, now_, {}, all_responsibilities()})) invite_and_enrol(person);
  }
}

void World::change_some_representatives() {
  const auto count = live_->read([](const Community& c) { return c.membership.organizations.size(); });
  for (std::uint32_t i = 2; i < count; ++i) {
    if (!chance_.percent(12)) continue;
    const PersonId successor = register_person(secretary_);
    if (ask(secretary_, SucceedRepresentative{{i}, successor, now_ + hours{1}, {}, all_responsibilities()})) {
      pass(hours{2});
      invite_and_enrol(successor);
    }
  }
}

std::vector<PersonId> World::representatives() const {
  return live_->read([&](const Community& c) {
    std::vector<PersonId> people;
    for (std::uint32_t i = 0; i < c.membership.organizations.size(); ++i)
      if (const auto seat = c.membership.holder({i}, MandateKind::main, now_))
        people.push_back(c.membership.mandates[seat->value].person);
    return people;
  });
}

PersonId World::chair() const {
  return live_->read([&](const Community& c) {
    for (std::uint32_t p = 0; p < c.charter().bodies.co_chairs; ++p)
      if (const auto person = c.bodies.co_chair(p, now_); person && c.is_co_chair(*person, now_)) return *person;
    return secretary_;
  });
}

MotionId World::next_motion() const {
  return {live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.decisions.motions.size()); })};
}

SimulationReport World::report() {
  report_.entries = live_->size();
  report_.ends = now_;
  live_->stop();
  return report_;
}

}  // namespace ccop::simulation
