#include "ballot/verify.hpp"

#include "ballot/agreement.hpp"
#include "ballot/archive.hpp"
#include "ballot/certificates.hpp"
#include "ballot/json.hpp"
#include "ballot/tally.hpp"
#include "ballot/trustees.hpp"

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace ccop::ballot {
namespace {

constexpr std::size_t most_pending_bytes = std::size_t{128} * 1024 * 1024;
constexpr std::uint64_t most_weight = std::uint64_t{1} << 40;
constexpr std::string_view before_credential = "\"credential\":\"";

struct Voter {
  std::uint64_t weight{1};
  std::uint64_t ballot_at{};  ///< where the last ballot lies in the archive
  std::size_t ballot_length{};
};

/// The questions of an election's JSON that are not homomorphic come as `{"type":...,"value":...}`.
Election read_election(const std::string& json) {
  const auto object = codec::read_object(parse_json(json));
  simdjson::dom::array questions;
  if (object["questions"].get(questions) == simdjson::SUCCESS) {
    std::size_t number = 0;
    for (const auto question : questions) {
      ++number;
      simdjson::dom::element type;
      if (question["type"].get(type) == simdjson::SUCCESS)
        throw ArchiveError{"question " + std::to_string(number) + " is of type " +
                           std::string{codec::read_string(type)} +
                           ", and only homomorphic questions are verified here; use belenios-tool for this election"};
    }
  }
  auto election = from_json<Election>(json);
  if (election.version != 1) throw ArchiveError{"the election's version is not 1, the only one known here"};
  if (election.group != group_name)
    throw ArchiveError{"the election's group is " + election.group + ", and only Ed25519 is known here"};
  for (const Question& q : election.questions)
    if (q.min > q.max || q.max > q.answers.size() || q.answers.empty())
      throw ArchiveError{"a question asks for more choices than it has answers"};
  return election;
}

/// Reads events in their order. Each kind of event is a function; `Stage` says which may come next.
class ElectionVerifier {
 public:
  ElectionVerifier(std::istream& in, const VerifyOptions& options) : archive_(in), options_(options) {}

  Verification run() {
    while (auto record = archive_.next()) {
      if (record->is_event) {
        take_event(*record);
      } else {
        keep(std::move(*record));
      }
    }
    if (stage_ == Stage::nothing) throw ArchiveError{"the archive holds no election"};
    if (stage_ == Stage::voting) end_ballots();
    if (options_.proofs) check_bound_proofs(*options_.proofs);
    report_.last_event = last_hash_;
    return std::move(report_);
  }

 private:
  enum class Stage { nothing, voting, ended, tallied, decided };

  /// Data comes before the event that refers to it.
  void keep(Record record) {
    const std::size_t size = record.bytes.size();
    if (!pending_.emplace(record.hash, std::move(record)).second) return;
    pending_bytes_ += size;
    if (pending_bytes_ > most_pending_bytes) throw ArchiveError{"the archive holds much that no event refers to"};
  }

  void take_event(const Record& record) {
    const auto event = from_canonical_json<Event>(record.bytes);
    const std::string what = "event " + std::to_string(events_) + " (" + event.type + ")";
    if (event.height != events_) throw ArchiveError{what + " is not numbered in order"};
    if (event.parent.value_or("") != last_hash_) throw ArchiveError{what + " does not refer to the event before it"};
    ++events_;
    last_hash_ = record.hash;
    height_ = event.height;
    try {
      dispatch(event, what);
    } catch (const BadInput& bad) {
      throw ArchiveError{what + ": " + bad.what()};
    }
  }

  void dispatch(const Event& event, const std::string& what) {
    const auto in = [&](Stage stage) {
      if (stage_ != stage) throw ArchiveError{what + " does not belong here"};
    };
    if (event.type == "Setup") {
      in(Stage::nothing);
      set_up(take(event.payload));
    } else if (event.type == "Ballot") {
      in(Stage::voting);
      take_ballot(event.payload);
    } else if (event.type == "EndBallots") {
      in(Stage::voting);
      if (event.payload) throw ArchiveError{what + " has a payload"};
      end_ballots();
    } else if (event.type == "EncryptedTally") {
      in(Stage::ended);
      check_tally(take(event.payload));
    } else if (event.type == "PartialDecryption") {
      in(Stage::tallied);
      take_decryption(take(event.payload));
    } else if (event.type == "Result") {
      in(Stage::tallied);
      check_result(take(event.payload));
    } else {
      throw ArchiveError{what + " is of a kind that is not verified here"};
    }
  }

  /// The data of that hash, which came before and is not needed again.
  Record take_record(const std::optional<std::string>& hash) {
    const auto found = pending_.find(hash.value_or(""));
    if (found == pending_.end())
      throw ArchiveError{"event " + std::to_string(height_) + " refers to data that is missing"};
    Record record = std::move(found->second);
    pending_bytes_ -= record.bytes.size();
    pending_.erase(found);
    return record;
  }
  std::string take(const std::optional<std::string>& hash) { return take_record(hash).bytes; }

  void set_up(const std::string& json) {
    const auto setup = from_canonical_json<SetupData>(json);
    const std::string election = take(setup.election);
    report_.election = read_election(election);
    report_.fingerprint = fingerprint_of(election);
    trustees_.emplace(take(setup.trustees), report_.election.group);
    if (to_hex(trustees_->election_key()) != report_.election.public_key.text)
      throw ArchiveError{"the election's key is not the product of the trustees' keys"};
    report_.trustees = trustees_->description();
    read_credentials(take(setup.credentials));
    public_key_.emplace(trustees_->election_key(), PowerTable::wide);
    if (lanes::are_there() && !options_.by_tables_alone) key_rows_.emplace(trustees_->election_key());
    context_ = {&report_.election, report_.fingerprint, &*public_key_, key_rows_ ? &*key_rows_ : nullptr};
    verifier_.emplace(context_, options_.threads);
    report_.checks.push_back(Check::keys);
    stage_ = Stage::voting;
  }

  void read_credentials(const std::string& json) {
    for (const auto& line : from_json<std::vector<std::string>>(json)) {
      const auto comma = line.find(',');
      Voter voter;
      if (comma != std::string::npos) {
        const auto [end, error] = std::from_chars(line.data() + comma + 1, line.data() + line.size(), voter.weight);
        if (error != std::errc{} || end != line.data() + line.size() || voter.weight == 0 || voter.weight > most_weight)
          throw BadInput{"credentials", "weights that are positive numbers"};
      }
      if (!voters_.emplace(line.substr(0, comma), voter).second) throw BadInput{"credentials", "each credential once"};
    }
    report_.voters = voters_.size();
  }

  void take_ballot(const std::optional<std::string>& payload) {
    Record record = take_record(payload);
    ++report_.ballots;
    if (options_.progress && report_.ballots % 1000 == 0) options_.progress(report_.ballots);
    // Its place follows from the canonical form, which is checked with the proofs.
    const auto at = record.bytes.find(before_credential);
    const auto found =
        voters_.find(at == std::string::npos ? "" : record.bytes.substr(at + before_credential.size(), 64));
    if (found == voters_.end())
      throw ArchiveError{"the ballot of event " + std::to_string(height_) + " is signed with no voter's credential"};
    Voter& voter = found->second;
    if (voter.ballot_length != 0) {
      hand_over({height_, archive_.bytes_at(voter.ballot_at, voter.ballot_length), voter.weight, true});
    } else {
      ++report_.counted;
      report_.weight += voter.weight;
    }
    voter.ballot_at = record.offset;
    voter.ballot_length = record.bytes.size();
    hand_over({height_, std::move(record.bytes), voter.weight, false});
  }

  void hand_over(BallotJob job) {
    if (!verifier_->add(std::move(job))) static_cast<void>(verifier_->finish());  // throws what is wrong
  }

  void end_ballots() {
    sums_ = verifier_->finish();
    report_.checks.push_back(Check::ballots);
    stage_ = Stage::ended;
  }

  void check_tally(const std::string& json) {
    const auto sized = from_canonical_json<SizedTally>(json);
    if (sized.num_tallied != report_.counted || sized.total_weight != report_.weight)
      throw ArchiveError{"the tally is of another number of ballots than were cast"};
    tally_ = from_canonical_json<EncryptedTally>(take(sized.encrypted_tally));
    if (to_json(written(sums_)) != to_json(tally_))
      throw ArchiveError{"the encrypted tally is not the product of the ballots"};
    report_.checks.push_back(Check::tally);
    stage_ = Stage::tallied;
  }

  void take_decryption(const std::string& json) {
    const auto owned = from_canonical_json<Owned>(json);
    const std::string whose = name_of_decryption(owned.owner);
    auto decryption = from_canonical_json<PartialDecryption>(take(owned.payload));
    if (!fits_tally(tally_, decryption.decryption_factors) || !fits_tally(tally_, decryption.decryption_proofs))
      throw ArchiveError{"a decryption is of another tally"};
    try {
      check_decryption(decryption, tally_, decryptor(owned.owner));
    } catch (const BadInput&) {
      throw ArchiveError{"a proof of " + whose + " does not hold"};
    }
    if (!decryptions_.emplace(owned.owner, std::move(decryption)).second)
      throw ArchiveError{"a trustee decrypted twice"};
  }

  [[nodiscard]] std::string name_of_decryption(std::uint32_t owner) const {
    if (owner == 0 || owner > trustees_->size()) throw ArchiveError{"a decryption is of no trustee"};
    return "the decryption by trustee " + std::to_string(owner);
  }
  [[nodiscard]] Decryptor decryptor(std::uint32_t owner) const {
    return {report_.fingerprint, owner, trustees_->key(owner)};
  }

  void check_result(const std::string& json) {
    const auto result = from_canonical_json<Result>(json);
    std::set<std::uint32_t> decrypted;
    for (const auto& [owner, decryption] : decryptions_) decrypted.insert(owner);
    if (!trustees_->suffice(decrypted)) throw ArchiveError{"too few trustees decrypted"};
    if (!has_shape_of(sums_, result.result)) throw ArchiveError{"the result is of another tally"};
    for (std::size_t i = 0; i < sums_.size(); ++i)
      for (std::size_t j = 0; j < sums_[i].size(); ++j) {
        std::map<std::uint32_t, Point> factors;
        for (const auto& [owner, decryption] : decryptions_)
          factors.emplace(owner, group_element(decryption.decryption_factors[i][j]));
        const auto factor = trustees_->combined(factors);
        const Point claimed = product_of(Power{&generator_powers(), scalar_of(result.result[i][j])});
        if (!factor || result.result[i][j] > report_.weight || !(sums_[i][j].beta - *factor == claimed))
          throw ArchiveError{"the result of question " + std::to_string(i + 1) + " is not what was decrypted" +
                             words_of_astray()};
      }
    report_.checks.push_back(Check::decryptions);
    report_.checks.push_back(Check::result);
    report_.result = result;
    stage_ = Stage::decided;
  }

  /// Whose decryption it is that does not fit, where more decrypted than are needed.
  [[nodiscard]] std::string words_of_astray() const {
    const auto found = agreement_of(tally_, *trustees_, decryptions_, report_.weight);
    return found.astray ? ": " + name_of_decryption(*found.astray) + " does not fit the others" : std::string{};
  }

  /// Each decryption of the archive has its bound proofs; those of further trustees are compared with it.
  void check_bound_proofs(const ElectionProofs& given) {
    if (given.election != report_.fingerprint) throw ArchiveError{"the bound proofs are of another election"};
    if (stage_ < Stage::tallied) throw ArchiveError{"there are bound proofs, and no tally in the archive yet"};
    auto all = decryptions_;
    std::set<std::uint32_t> bound;
    for (const TrusteeProofs& of_one : given.trustees) {
      const std::string whose = name_of_decryption(of_one.trustee);
      if (!bound.insert(of_one.trustee).second) throw ArchiveError{"there are bound proofs of " + whose + " twice"};
      try {
        check_bound({given.tally, of_one.proofs}, tally_, of_one.factors, decryptor(of_one.trustee));
      } catch (const BadInput& bad) {
        throw ArchiveError{"the bound proofs of " + whose + ": expected " + bad.expected};
      }
      const auto in_archive = decryptions_.find(of_one.trustee);
      if (in_archive == decryptions_.end())
        report_.further.push_back(of_one.trustee);
      else if (to_json(in_archive->second.decryption_factors) != to_json(of_one.factors))
        throw ArchiveError{"the bound proofs of " + whose + " are about other factors than the archive has"};
      all[of_one.trustee].decryption_factors = of_one.factors;
    }
    for (const auto& [owner, decryption] : decryptions_)
      if (!bound.contains(owner)) throw ArchiveError{"there are no bound proofs of " + name_of_decryption(owner)};
    if (report_.result) compare(all);
    report_.checks.push_back(Check::bound);
  }

  void compare(const std::map<std::uint32_t, PartialDecryption>& decryptions) const {
    const auto found = agreement_of(tally_, *trustees_, decryptions, report_.weight);
    if (found.astray) throw ArchiveError{name_of_decryption(*found.astray) + " does not fit the others"};
    if (!found.result || to_json(*found.result) != to_json(*report_.result))
      throw ArchiveError{"the decryptions of all trustees do not give the result"};
  }

  ArchiveReader archive_;
  const VerifyOptions& options_;
  Verification report_;
  Stage stage_{};
  std::uint32_t events_{};
  std::uint32_t height_{};
  std::string last_hash_;
  std::unordered_map<std::string, Record> pending_;
  std::size_t pending_bytes_{};
  std::unordered_map<std::string, Voter> voters_;
  std::optional<Trustees> trustees_;
  std::optional<PowerTable> public_key_;
  std::optional<lanes::FixedRows> key_rows_;
  BallotContext context_;
  std::optional<BallotVerifier> verifier_;
  OpenAnswers sums_;
  EncryptedTally tally_;
  std::map<std::uint32_t, PartialDecryption> decryptions_;
};

}  // namespace

std::string_view words_of(Check check) {
  constexpr std::array words{
      std::string_view{"every file fits its hash, and the events form one chain"},
      std::string_view{"the trustees' keys prove that somebody knows the private keys, and give the election's key"},
      std::string_view{"every ballot is signed with a voter's credential, and its proofs hold"},
      std::string_view{"the encrypted tally is the product of each voter's last ballot"},
      std::string_view{"enough trustees decrypted, and their proofs hold"},
      std::string_view{"the result is what the decryptions give"},
      std::string_view{"each decryption is bound to this tally by a proof of its own"},
  };
  return words.at(static_cast<std::size_t>(check));
}

Verification verify_election(std::istream& archive, const VerifyOptions& options) {
  try {
    ElectionVerifier verifier{archive, options};
    auto verification = verifier.run();
    verification.checks.insert(verification.checks.begin(), Check::chain);
    return verification;
  } catch (const BadInput& bad) {
    throw ArchiveError{bad.what()};
  }
}

}  // namespace ccop::ballot
