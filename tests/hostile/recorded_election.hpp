// An election in a record that a host without a conscience keeps: what people sign is theirs, and nothing that they
// bring is checked. The rules alone are asked.
#pragma once

#include "ballot/archive.hpp"
#include "ballot/bound.hpp"
#include "ballot/cast.hpp"
#include "ballot/json.hpp"
#include "ballot/keybox.hpp"
#include "ballot/threshold.hpp"
#include "ballot/voting_key.hpp"
#include "host/archive_comparison.hpp"
#include "hostile/rewritten.hpp"

#include <gmock/gmock.h>

#include <map>

namespace ccop::hostile::recorded {

using namespace community;

/// Appends whatever the rules allow, and keeps it as a log that fits.
class CarelessHost {
 public:
  CarelessHost() {
    std::string charter = community::testing::charter_text("tests/charters/harbour.toml");
    for (const std::string key : {"DOCK", "BUOY"})
      charter.replace(charter.find("[[clause]]"), 0,
                      "[[organization]]\nkey = \"" + key + "\"\nname = \"" + key + "\"\nstatus = \"member\"\n\n");
    const ccop::testing::Device secretary{"Secretary"};
    ask_as_host(Found{charter, log_.key().text(), bring(R"({"name":"Sec"})"), secretary.link_key(), time + days{7}});
    devices.emplace_back("Secretary");
    enrol(devices.front());
  }

  /// Content that the next request brings.
  ContentHash bring(std::string text) {
    const store::Content content{std::string(16, 's'), std::move(text)};
    const ContentHash hash = store::content_hash(content);
    texts[hash] = content.text;
    kept_.push_back(store::seal(content, *master()));
    return hash;
  }
  void ask(const ccop::testing::Device& device, Command command) {
    Entry entry = entry_of(std::move(command));
    entry.request.person = device.person();
    entry.request.asked_at = time;
    entry.request.head = Head{frontier_.size(), frontier_.root()};
    entry.signature = entry.request.command.is<EnrolPasskey>()
                          ? simulation::sign_by_link(device.link(), entry.request, log_.key().text())
                          : device.passkey().sign(entry.request, log_.key().text());
    append(std::move(entry));
  }
  /// A new person with a passkey; the main representative of an organization.
  void lets_in(const std::string& name, const std::string& organization) {
    const PersonId person = people(now).all.next();
    ask(devices.front(), RegisterPerson{bring(R"({"name":")" + name + "\"}")});
    ask(devices.front(),
        AppointRepresentative{membership(now).find_key(organization).value(), person, time, {}, {0, 1}});
    devices.emplace_back(name, person);
    ask(devices.front(), OfferEnrolment{person, devices.back().link_key(), time + days{1}});
    enrol(devices.back());
  }

  /// The record as it was with so many entries.
  void goes_back_to(std::size_t size) {
    entries.resize(size);
    now = {};
    frontier_ = {};
    for (const Entry& entry : entries) {
      apply(now, entry.acts, asking_of(entry));
      add_leaf(entry);
    }
    time = entries.back().at;
  }

  /// Writes the record, under a checkpoint that fits, into a new file, and gives its name.
  [[nodiscard]] std::string write() const {
    std::string file = folder_.file("kept-" + std::to_string(++copies_) + ".db");
    const auto store = store::open_sqlite(file, true);
    store->set("log-key", store_->setting("log-key").value());
    host::Log log{*store, *master(), "unused"};
    store::Commit commit;
    for (const Entry& entry : entries) commit.entries.push_back(encode(entry));
    commit.contents = kept_;
    log.prepare(commit);
    store->commit(std::move(commit));
    return file;
  }
  /// What an audit with the master key says, or with the one that it is given.
  [[nodiscard]] host::AuditReport audited(const std::shared_ptr<const store::MasterKey>& key = master()) const {
    const auto store = store::open_sqlite(write(), false);
    host::AuditOptions asked;
    asked.master = key;
    return host::audit(*host::record_of(*store), asked);
  }
  [[nodiscard]] host::Texts reading() const {
    return [this](const ContentHash& hash) -> std::optional<std::string> {
      const auto found = texts.find(hash);
      return found == texts.end() ? std::nullopt : std::optional{found->second};
    };
  }

  Community now;
  std::vector<Entry> entries;
  std::vector<ccop::testing::Device> devices;  ///< the Secretary's first
  std::map<ContentHash, std::string> texts;
  Time time = community::testing::at("2027-03-01T08:00");

 private:
  Entry entry_of(Command command) {
    time += std::chrono::seconds{1};
    Entry entry;
    entry.request.community = "harbour";
    entry.request.command = is_founded(now) ? seeing(now, command) : std::move(command);
    entry.at = time;
    entry.rules = current_rules;
    return entry;
  }
  void ask_as_host(Command command) { append(entry_of(std::move(command))); }
  void enrol(const ccop::testing::Device& device) {
    ask(device, device.passkey().enrolment(device.person(), bring("passkey")));
  }
  void append(Entry entry) {
    const Asking asking = asking_of(entry);
    Ruling ruling = decide(now, entry.request.command, asking);
    const auto* refusal = std::get_if<Refusal>(&ruling);
    ASSERT_EQ(refusal, nullptr) << refusal->key;
    entry.acts = std::get<std::vector<Act>>(std::move(ruling));
    apply(now, entry.acts, asking);
    add_leaf(entry);
    entries.push_back(std::move(entry));
  }
  void add_leaf(const Entry& entry) {
    std::vector<ledger::FullTile> filled;
    frontier_.append(ledger::leaf_hash(bytes_of(encode(entry))), filled);
  }

  ccop::testing::TemporaryFolder folder_;
  std::unique_ptr<store::Store> store_ = store::open_sqlite(folder_.file("log.db"), true);
  host::Log log_{*store_, *master(), "harbour.example"};
  ledger::Frontier frontier_;
  std::vector<store::ContentRow> kept_;
  mutable int copies_{};
};

/// Three Members have voted in an election of that host, one of them twice, and voting is closed.
class ARecordedElection : public ::testing::Test {
 protected:
  ARecordedElection() {
    for (const auto& [name, organization] : std::vector<std::pair<std::string, std::string>>{
             {"Ada", "PIER"}, {"Ben", "QUAY"}, {"Cleo", "TUGS"}, {"Dan", "DOCK"}, {"Eve", "BUOY"}})
      host.lets_in(name, organization);
    prepare();
    vote(1, 1);
    vote(3, 2);
    vote(4, 2);
    vote(1, 2);
    host.time += minutes{10};
    host.ask(secretary(), CloseElection{id});
  }

  [[nodiscard]] const ccop::testing::Device& secretary() const { return host.devices.front(); }
  /// Counted from 1.
  [[nodiscard]] const ccop::testing::Device& member(std::size_t number) const { return host.devices.at(number); }
  [[nodiscard]] const ccop::testing::Device& trustee(std::uint32_t number) const {
    return host.devices.at(election().trustees.at(number - 1).person.value);
  }
  [[nodiscard]] const Election& election() const { return elections(host.now).all[id]; }
  [[nodiscard]] host::ElectionRecord record() const {
    return {host::facts_of(host.now, id, host.time), host.reading()};
  }
  /// The same with the ballots as the host would have them.
  template <class Change>
  [[nodiscard]] host::ElectionRecord forged(const Change& change) const {
    auto facts = host::facts_of(host.now, id, host.time);
    change(facts.election);
    return {std::move(facts), host.reading()};
  }
  [[nodiscard]] std::string fingerprint() const { return ballot::fingerprint_of(record().setup_json()); }
  [[nodiscard]] std::string ballot_of(std::size_t voter, std::size_t choice) const {
    const std::string setup = record().setup_json();
    ballot::Choices choices{{false, false, false}};
    choices[0][choice] = true;
    return ballot::cast_ballot(ballot::from_json<ballot::Election>(setup), ballot::fingerprint_of(setup),
                               credential(voter), choices);
  }
  /// The same, with a proof that does not hold.
  [[nodiscard]] std::string unsound_ballot_of(std::size_t voter) const {
    std::string text = ballot_of(voter, 1);
    char& digit = text.at(text.find("\"response\":\"") + std::string_view{"\"response\":\""}.size());
    digit = digit == '1' ? '2' : '1';
    return text;
  }
  [[nodiscard]] const std::string& log_key() const { return community::record(host.now).log_key; }
  [[nodiscard]] ballot::Element key_of_seat(std::size_t voter) const {
    return ballot::written(ballot::power_of_generator(secrets.at(voter).value()));
  }
  /// The secret of the voter's credential.
  [[nodiscard]] ballot::SecretScalar credential(std::size_t voter) const {
    return ballot::SecretScalar{secrets.at(voter).value() +
                                ballot::credential_offset(log_key(), record().uuid(), key_of_seat(voter))};
  }
  void cast(std::size_t voter, const std::string& text) {
    const std::string credential = ballot::from_json<ballot::Ballot>(text).credential.text;
    host.ask(member(voter), CastBallot{id, credential, ballot::fingerprint_of(text), host.bring(text)});
  }
  /// `choice`: 0 is blank, then the candidates.
  void vote(std::size_t voter, std::size_t choice) { cast(voter, ballot_of(voter, choice)); }

  [[nodiscard]] ballot::SecretScalar key_of(std::uint32_t number) const {
    return ballot::decryption_key(seeds.at(number - 1),
                                  ballot::from_json<ballot::VerificationOutput>(record().key_messages(3)[number - 1]));
  }
  void post(std::uint32_t number, const ballot::PartialDecryption& decryption, const ballot::BoundProofs& proofs) {
    host.ask(trustee(number), PostDecryption{id, proofs.tally, host.bring(ballot::to_json(decryption)),
                                             host.bring(ballot::to_json(proofs))});
  }
  /// What a trustee's device makes of totals that it believes.
  void decrypts(std::uint32_t number, const ballot::EncryptedTally& tally) {
    post(number, ballot::decrypt(tally, key_of(number), fingerprint()),
         ballot::prove_bound(tally, key_of(number), fingerprint(), number));
  }
  void decrypts(std::uint32_t number) { decrypts(number, record().count().tally); }
  /// Whoever conducts signs what the host says.
  void declare(const std::vector<std::uint32_t>& counts, const std::string& archive) {
    host.ask(secretary(), DeclareResult{id, counts, to_hex(sha256(bytes_of(archive)))});
  }
  [[nodiscard]] std::vector<std::string> differences_of(const std::string& archive) const {
    return host::differences(archive, record(), [this](OrganizationId organization) {
      return membership(host.now).organizations[organization].key;
    });
  }

  CarelessHost host;
  ElectionId id{0};
  std::vector<std::string> seeds;
  std::map<std::size_t, ballot::SecretScalar> secrets;  ///< of the Members' voting keys

 private:
  void prepare() {
    host.ask(secretary(), PlanMeeting{MeetingKind::symposium, host.bring(R"({"title":"Symposium"})"),
                                      host.time + hours{1}, host.time + hours{9}, "Europe/Rome", 100, 60});
    host.ask(secretary(), AddSession{{0},
                                     SessionKind::executive,
                                     host.bring("Council"),
                                     meetings(host.now).all[{0}].starts,
                                     meetings(host.now).all[{0}].ends});
    host.ask(secretary(), PublishMeeting{{0}});
    host.ask(secretary(), CallCandidacies{{0}, 0});
    for (const std::size_t candidate : {1u, 2u})
      host.ask(member(candidate), StandForElection{id, host.bring("statement " + std::to_string(candidate))});
    host.ask(secretary(), CloseCandidacies{id});
    host.ask(secretary(), NameElectionOfficers{id});
    make_keys();
    register_keys();
    begin();
    host.ask(secretary(),
             OpenElection{id, candidates_at(host.now, election(), host.time), {}, host.bring(record().setup_json())});
  }
  void make_keys() {
    for (std::uint32_t i = 1; i <= 3; ++i) {
      seeds.push_back(ballot::new_seed());
      post_key(i, 1, ballot::to_json(ballot::make_certificate(seeds.back(), {"Ed25519", 3, 2, i})));
    }
    const auto certificates = messages<ballot::SignedMessage>(1);
    for (std::uint32_t i = 1; i <= 3; ++i)
      post_key(i, 2, ballot::to_json(ballot::make_polynomial(seeds[i - 1], certificates)));
    const auto polynomials = messages<ballot::Polynomial>(2);
    for (std::uint32_t i = 1; i <= 3; ++i)
      post_key(i, 3,
               ballot::to_json(ballot::make_output(seeds[i - 1], certificates, ballot::input_for(i, polynomials))));
  }
  void post_key(std::uint32_t number, std::uint32_t round, const std::string& message) {
    host.ask(trustee(number), PostKeyMessage{id, round, host.bring(message)});
  }
  template <class T>
  [[nodiscard]] std::vector<T> messages(std::uint32_t round) const {
    std::vector<T> all;
    for (const std::string& text : record().key_messages(round)) all.push_back(ballot::from_json<T>(text));
    return all;
  }
  void register_keys() {
    const std::uint32_t year = year_of(host.time);
    for (std::size_t i = 1; i <= 5; ++i) {
      const auto seat = membership(host.now).own_organization(member(i).person(), host.time).value();
      const ballot::Keybox box{ballot::SecretText{std::string(32, static_cast<char>(i))}};
      const ballot::SecretScalar& secret =
          secrets.emplace(i, box.voting_secret({log_key(), seat.value, year})).first->second;
      const ballot::VotingKeyStatement said{log_key(), seat.value, year, Bytes(16, 1), key_of_seat(i), Bytes(32, 7)};
      const auto proof = ballot::prove_voting_key(said, secret);
      host.ask(member(i), RegisterVotingKey{seat,
                                            year,
                                            said.box,
                                            said.key.text,
                                            said.sealing,
                                            {ballot::to_decimal(proof.challenge), ballot::to_decimal(proof.response)}});
    }
  }
  void begin() {
    host.time += hours{1};
    host.ask(secretary(), OpenSession{{0}});
    for (std::size_t i = 1; i <= 5; ++i) {
      host.ask(member(i), AcceptDiscretion{{0}});
      host.ask(member(i), EnterSession{{0}});
    }
  }
};

}  // namespace ccop::hostile::recorded
