#include "ballot/archive.hpp"
#include "ballot/bound.hpp"
#include "ballot/certificates.hpp"
#include "ballot/json.hpp"
#include "ballot/key_file.hpp"
#include "ballot/threshold.hpp"
#include "ballot/trustee.hpp"
#include "ballot/verify.hpp"
#include "base/files.hpp"
#include "cli/election_secrets.hpp"
#include "cli/passphrase.hpp"
#include "cli/sound_record.hpp"
#include "community/community.hpp"
#include "community/membership/state.hpp"
#include "host/archive_comparison.hpp"

#include <cstring>
#include <iostream>
#include <sstream>

namespace ccop::cli {
namespace {

/// Of fewer nobody may know the totals, whatever the charter says.
constexpr std::uint32_t fewest_ballots = 2;

/// Why nothing is decrypted.
struct NotDecryptable {
  std::string why;
};

/// What a record that was found sound says of the election.
struct RecordedTotals {
  std::string uuid;
  std::string fingerprint;
  ballot::EncryptedTally tally;
  std::uint64_t ballots{};
  std::string trustees;
  std::vector<ballot::VerificationOutput> outputs;  ///< of the trustees, in their order
  std::vector<std::string> key_files;               ///< as theirs are called
};

struct SeedFile {
  std::string seed;
};
BOOST_DESCRIBE_STRUCT(SeedFile, (), (seed))

/// What the trustee's passkey signs: the contents of the act, and the fingerprint of the totals.
struct MadeDecryption {
  std::string election;
  std::string tally;
  std::string decryption;
  std::string proofs;
};
BOOST_DESCRIBE_STRUCT(MadeDecryption, (), (election, tally, decryption, proofs))

void compare_archive(const std::string& archive, const community::Community& state,
                     const host::ElectionRecord& record) {
  const auto found = host::differences(archive, record, [&](community::OrganizationId organization) {
    return community::membership(state).organizations[organization].key;
  });
  if (found.empty()) return;
  std::string all = "this is not the archive that follows from the record:";
  for (const std::string& difference : found) all += "\n  " + difference;
  throw NotDecryptable{all};
}

/// Throws NotDecryptable, or ArchiveError where the archive of the record does not hold.
RecordedTotals totals_of(const host::ElectionRecord& record) {
  const community::Election& election = record.facts().election;
  if (election.stage != community::ElectionStage::closed)
    throw NotDecryptable{"by the record the ballot is not closed, or the election is over"};
  std::istringstream archive{record.archive()};
  (void)ballot::verify_election(archive, {});
  host::ElectionCount count = record.count();
  const std::uint32_t least = std::max(fewest_ballots, community::least_ballots(*record.facts().charter, election));
  if (count.ballots < least)
    throw NotDecryptable{"there are " + std::to_string(count.ballots) + " ballots that count, and of fewer than " +
                         std::to_string(least) + " none is opened"};
  if (election.round && record.facts().charter->exposure.closest < community::fewest_apart)
    throw NotDecryptable{"the charter of this round lets fewer than " + std::to_string(community::fewest_apart) +
                         " organizations come or go between two rounds, which would tell what they answered"};
  RecordedTotals out{record.uuid(),
                     ballot::fingerprint_of(record.setup_json()),
                     std::move(count.tally),
                     count.ballots,
                     record.trustees_json(),
                     {},
                     {}};
  for (const std::string& text : record.key_messages(3))
    out.outputs.push_back(ballot::from_json<ballot::VerificationOutput>(text));
  for (std::uint32_t number = 1; number <= out.outputs.size(); ++number)
    out.key_files.push_back(record.key_file_of(number));
  return out;
}

/// The election that is meant: the one that is named, else the only one whose ballot is closed.
RecordedTotals find_totals(const community::Community& state, const host::Texts& texts,
                           const DecryptSettings& settings) {
  std::optional<community::ElectionId> meant;
  for (const community::ElectionId id : community::elections(state).all.ids()) {
    const bool is_meant = settings.election
                              ? *settings.election == id.value
                              : community::elections(state).all[id].stage == community::ElectionStage::closed;
    if (!is_meant) continue;
    if (meant) throw NotDecryptable{"there are several elections to decrypt: say which with --election"};
    meant = id;
  }
  if (!meant) throw NotDecryptable{"the record has no such election whose ballot is closed"};
  const host::ElectionRecord record{host::facts_of(state, *meant, state.last_at), texts};
  if (!settings.archive.empty()) compare_archive(read_file(settings.archive), state, record);
  return totals_of(record);
}

std::optional<RecordedTotals> sound_totals(const DataOptions& options, const DecryptSettings& settings) {
  std::optional<RecordedTotals> totals;
  const auto look = [&](const community::Community& state, const host::Texts& texts) {
    totals = find_totals(state, texts, settings);
    return 0;
  };
  if (with_sound_record(options, {settings.record, settings.at}, look) != 0) return std::nullopt;
  return totals;
}

/// Whose seed it is, and the key that follows from it.
struct TrusteesKey {
  std::uint32_t number{};
  ballot::SecretScalar key;
};

TrusteesKey key_from(const std::string& seed, const RecordedTotals& totals) {
  const ballot::Trustees trustees{totals.trustees, ballot::group_name};
  for (std::uint32_t number = 1; number <= totals.outputs.size(); ++number) {
    try {
      ballot::SecretScalar key = ballot::decryption_key(seed, totals.outputs[number - 1]);
      if (ballot::written(ballot::power_of_generator(key.value())) == trustees.key(number))
        return {number, std::move(key)};
    } catch (const BadInput&) {  // another trustee's
      continue;
    }
  }
  throw NotDecryptable{"the key file's key is not among the keys of this election"};
}

/// How the key file must be called: as the one that its purpose says, where one of the trustees has such a file.
const std::string& name_of_file(const std::string& key_file, const RecordedTotals& totals) {
  const auto named = std::ranges::find(totals.key_files, ballot::purpose_of_key_file(key_file));
  return named == totals.key_files.end() ? totals.key_files.front() : *named;
}

int decrypt_and_write(const DecryptSettings& settings, const RecordedTotals& totals) {
  const std::string key_file = read_file(settings.key_file);
  const ballot::SecretText json = ballot::open_key_file(
      key_file, name_of_file(key_file, totals),
      secret_from({settings.passphrase_file, "CCOP_TRUSTEE_PASSPHRASE", "Passphrase of the key file",
                   "a passphrase is needed: --passphrase-file FILE, "
                   "CCOP_TRUSTEE_PASSPHRASE, or a terminal to ask at"}));
  const ballot::SecretText seed{ballot::from_json<SeedFile>(json.text()).seed};
  const TrusteesKey own = key_from(seed.text(), totals);
  const auto proofs = ballot::prove_bound(totals.tally, own.key, totals.fingerprint, own.number);
  const MadeDecryption made{totals.uuid, proofs.tally,
                            ballot::to_json(ballot::decrypt(totals.tally, own.key, totals.fingerprint)),
                            ballot::to_json(proofs)};
  const std::string out = settings.out.empty() ? totals.uuid + ".decryption.json" : settings.out;
  if (!write_whole(out, ballot::to_json(made)))
    throw store::StoreError{"can't write " + out + ": " + std::strerror(errno)};
  std::cout << "trustee " << own.number << " decrypts the totals of " << totals.ballots << " ballots in " << out
            << "\n  fingerprint of the totals: " << made.tally
            << "\nIt is nothing until the trustee's passkey signed that "
               "fingerprint.\n";
  return 0;
}

}  // namespace

int decrypt_totals(const DataOptions& options, const DecryptSettings& settings) {
  const auto refused = [](const std::string& why) {
    std::cerr << "ccop: nothing was decrypted: " << why << "\n";
    return 1;
  };
  try {
    const auto totals = sound_totals(options, settings);
    return totals ? decrypt_and_write(settings, *totals) : refused("the record does not hold");
  } catch (const NotDecryptable& found) {
    return refused(found.why);
  } catch (const ballot::ArchiveError& error) {
    return refused(std::string{"the archive is not sound: "} + error.what());
  } catch (const BadInput& bad) {
    return refused(bad.what());
  }
}

}  // namespace ccop::cli
