// With what a backup is sealed and opened: a passphrase from a file, the environment or whoever sits at the terminal;
// keys from files or as they are.
#include "cli/program.hpp"

#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace ccop::cli {
namespace {

constexpr std::size_t shortest_passphrase = 12;
constexpr std::size_t longest_passphrase = 1024;

std::string first_line_of(const std::string& file) {
  const std::string text = read_file(file);
  return text.substr(0, text.find_first_of("\r\n"));
}

/// Asks at the terminal, without showing what is typed.
std::string asked_for(const std::string& what) {
  if (isatty(STDIN_FILENO) != 1)
    throw store::StoreError{
        "a passphrase is needed: --passphrase-file FILE, CCOP_BACKUP_PASSPHRASE, or a terminal to ask at; or a key "
        "(--to, "
        "--backup-key)"};
  termios before{};
  tcgetattr(STDIN_FILENO, &before);
  termios silent = before;
  silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  std::cerr << what << ": " << std::flush;
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  std::string line;
  std::getline(std::cin, line);
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  std::cerr << "\n";
  return line;
}

std::string passphrase_of(const BackupSettings& settings, bool is_new) {
  std::string passphrase;
  if (!settings.passphrase_file.empty()) {
    passphrase = first_line_of(settings.passphrase_file);
  } else if (const char* given = std::getenv("CCOP_BACKUP_PASSPHRASE")) {
    passphrase = given;
  } else {
    passphrase = asked_for("Passphrase of the backup");
    if (is_new && asked_for("The same again") != passphrase) throw store::StoreError{"the two passphrases differ"};
  }
  if (passphrase.size() > longest_passphrase) throw store::StoreError{"the passphrase is longer than 1024 bytes"};
  if (is_new && passphrase.size() < shortest_passphrase)
    throw store::StoreError{"the passphrase is too short: take 12 characters at least, better six random words"};
  return passphrase;
}

bool names_passphrase(const BackupSettings& settings) {
  return !settings.passphrase_file.empty() || std::getenv("CCOP_BACKUP_PASSPHRASE") != nullptr;
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
