#include "store/given_key.hpp"

#include "base/text.hpp"
#include "store/store.hpp"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <thread>

namespace ccop::store {
namespace {

constexpr const char* variable = "CCOP_MASTER_KEY";
constexpr const char* command_variable = "CCOP_MASTER_KEY_COMMAND";
constexpr const char* credential = "ccop-master-key";
constexpr std::size_t most_said = 256;
constexpr std::chrono::seconds longest_run{60};

/// Empty where the variable is not set.
std::string in_environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// Empty where systemd gave none of this name.
std::string credential_file() {
  const std::string folder = in_environment("CREDENTIALS_DIRECTORY");
  const std::string file = folder + "/" + credential;
  return !folder.empty() && access(file.c_str(), F_OK) == 0 ? file : "";
}

std::string first_line_said(std::string text) {
  text.resize(std::min(text.size(), text.find('\n')));
  return text;
}

/// A program that runs, and what it says.
class Running {
 public:
  explicit Running(std::vector<std::string> words) {
    std::array<int, 2> ends{-1, -1};
    if (pipe2(ends.data(), O_CLOEXEC) != 0) throw StoreError{"no pipe can be made"};
    said_ = ends[0];
    posix_spawn_file_actions_t actions{};
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    std::vector<char*> arguments;
    arguments.reserve(words.size() + 1);
    for (auto& word : words) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    const int error = posix_spawn(&child_, arguments.front(), &actions, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    if (error == 0) return;
    close(said_);
    throw StoreError{words.front() + ", of " + command_variable + ", can't be run: name a program by its whole path"};
  }
  ~Running() {
    close(said_);
    if (child_ > 0) end();
  }
  Running(const Running&) = delete;
  Running& operator=(const Running&) = delete;
  Running(Running&&) = delete;
  Running& operator=(Running&&) = delete;

  /// All of it; cut off, and longer than a key, where it is too much, and empty where it takes too long.
  [[nodiscard]] std::string said() const {
    std::string text;
    std::array<char, most_said> piece{};
    while (text.size() <= most_said) {
      const auto left = std::chrono::ceil<std::chrono::milliseconds>(until_ - std::chrono::steady_clock::now());
      pollfd wanted{said_, POLLIN, 0};
      if (left.count() <= 0 || poll(&wanted, 1, static_cast<int>(left.count())) != 1) return {};
      const auto count = read(said_, piece.data(), piece.size());
      if (count <= 0) break;
      text.append(piece.data(), static_cast<std::size_t>(count));
    }
    return text;
  }
  /// Whether it ends well, now that it has said all.
  [[nodiscard]] bool ends_well() {
    int status = 0;
    while (waitpid(child_, &status, WNOHANG) == 0) {
      if (std::chrono::steady_clock::now() > until_) return false;
      std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
    child_ = 0;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
  }

 private:
  void end() const {
    kill(child_, SIGKILL);
    waitpid(child_, nullptr, 0);
  }
  pid_t child_{};
  int said_{-1};
  std::chrono::steady_clock::time_point until_{std::chrono::steady_clock::now() + longest_run};
};

std::string said_by(const std::string& command) {
  auto words = pieces_of(command, ' ');
  if (words.empty() || !words.front().starts_with('/'))
    throw StoreError{std::string{command_variable} + " takes the whole path of a program, and its arguments"};
  const std::string program = words.front();
  Running running{std::move(words)};
  std::string text = running.said();
  if (text.empty() || text.size() > most_said || !running.ends_well())
    throw StoreError{program + ", of " + command_variable + ", did not say a master key and end well"};
  return text;
}

}  // namespace

std::string where_key_is_given() {
  if (std::getenv(variable) != nullptr) return variable;
  if (!credential_file().empty()) return std::string{"the credential "} + credential;
  return in_environment(command_variable).empty() ? "" : command_variable;
}

std::string given_key() {
  if (std::getenv(variable) != nullptr) return in_environment(variable);
  if (const auto file = credential_file(); !file.empty()) {
    std::ifstream in{file};
    std::string line;
    if (!std::getline(in, line)) throw StoreError{"can't read the credential " + file};
    return line;
  }
  return first_line_said(said_by(in_environment(command_variable)));
}

}  // namespace ccop::store
