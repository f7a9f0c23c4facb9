#include "cli/passphrase.hpp"

#include "cli/program.hpp"

#include <termios.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>

namespace ccop::cli {
namespace {

constexpr std::size_t longest_passphrase = 1024;

}  // namespace

std::string first_line_of(const std::string& file) {
  const std::string text = read_file(file);
  return text.substr(0, text.find_first_of("\r\n"));
}

std::string asked_in_silence(const std::string& prompt, const std::string& missing) {
  if (isatty(STDIN_FILENO) != 1) throw store::StoreError{missing};
  termios before{};
  tcgetattr(STDIN_FILENO, &before);
  termios silent = before;
  silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
  std::cerr << prompt << ": " << std::flush;
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
  std::string line;
  std::getline(std::cin, line);
  tcsetattr(STDIN_FILENO, TCSAFLUSH, &before);
  std::cerr << "\n";
  return line;
}

std::string secret_from(const SecretSources& sources) {
  std::string secret;
  if (!sources.file.empty()) {
    secret = first_line_of(sources.file);
  } else if (const char* given = std::getenv(sources.variable)) {
    secret = given;
  } else {
    secret = asked_in_silence(sources.prompt, sources.missing);
  }
  if (secret.size() > longest_passphrase) throw store::StoreError{"the passphrase is longer than 1024 bytes"};
  return secret;
}

}  // namespace ccop::cli
