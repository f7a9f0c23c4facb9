// With what a backup is sealed and opened: a passphrase from a file, the environment or whoever sits at the terminal;
// keys from files or as they are.
#include "cli/passphrase.hpp"
#include "cli/program.hpp"

#include <cstdlib>

namespace ccop::cli {
namespace {

constexpr std::size_t shortest_passphrase = 12;
constexpr const char* passphrase_variable = "CCOP_BACKUP_PASSPHRASE";
constexpr const char* no_passphrase =
    "a passphrase is needed: --passphrase-file FILE, CCOP_BACKUP_PASSPHRASE, or a terminal to ask at; or a key (--to, "
    "--backup-key)";

bool names_passphrase(const BackupSettings& settings) {
  return !settings.passphrase_file.empty() || std::getenv(passphrase_variable) != nullptr;
}

std::string passphrase_of(const BackupSettings& settings, bool is_new) {
  std::string passphrase =
      secret_from({settings.passphrase_file, passphrase_variable, "Passphrase of the backup", no_passphrase});
  if (is_new && !names_passphrase(settings) && asked_in_silence("The same again", no_passphrase) != passphrase)
    throw store::StoreError{"the two passphrases differ"};
  if (is_new && passphrase.size() < shortest_passphrase)
    throw store::StoreError{"the passphrase is too short: take 12 characters at least, better six random words"};
  return passphrase;
}

}  // namespace

store::Locks locks_of(const BackupSettings& settings) {
  store::Locks locks;
  for (const auto& named : settings.recipients) {
    const auto key = store::SealingKeys::parse_public(std::filesystem::exists(named) ? first_line_of(named) : named);
    if (!key) throw store::StoreError{named + " is no public key for backups (ccop-backup-public-1-...)"};
    locks.recipients.push_back(*key);
  }
  if (locks.recipients.empty() || names_passphrase(settings)) locks.passphrase = passphrase_of(settings, true);
  return locks;
}

store::Unlocking unlocking_of(const BackupSettings& settings) {
  store::Unlocking with;
  if (settings.key_file.empty()) {
    with.passphrase = passphrase_of(settings, false);
    return with;
  }
  with.keys = store::SealingKeys::parse_secret(first_line_of(settings.key_file));
  if (!with.keys) throw store::StoreError{settings.key_file + " holds no secret key for backups"};
  return with;
}

}  // namespace ccop::cli
