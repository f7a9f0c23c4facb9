#include "witness/state.hpp"

#include "base/files.hpp"
#include "ledger/note.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace ccop::witness {
namespace {

namespace fs = std::filesystem;

constexpr mode_t owner_alone = S_IRUSR | S_IWUSR;
constexpr std::size_t largest_file = std::size_t{4} * 1024 * 1024;

/// Counts with the file, so that an older copy that is put back in its place is known.
fs::path counter_of(const fs::path& file) {
  return file.string() + ".count";
}

std::string read_whole(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  std::ostringstream text;
  text << in.rdbuf();
  if (!in) throw Trouble{"can't read " + file.string() + ": make a witness with \"ccop witness init\""};
  return text.str();
}

std::uint64_t counted(const fs::path& file) {
  std::ifstream in{counter_of(file)};
  std::uint64_t count = 0;
  in >> count;
  return count;
}

int locked(const fs::path& file) {
  const std::string name = file.string() + ".lock";
  const int handle = open(name.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, owner_alone);
  if (handle < 0) throw Trouble{"can't write beside " + file.string() + ": " + std::strerror(errno)};
  while (flock(handle, LOCK_EX) != 0)
    if (errno != EINTR) throw Trouble{"can't lock " + name + ": " + std::strerror(errno)};
  return handle;
}

State read_state(const fs::path& file) {
  struct stat found {};
  if (stat(file.c_str(), &found) == 0) {
    if ((found.st_mode & (S_IRWXG | S_IRWXO)) != 0)
      throw Trouble{file.string() + " holds a secret key and is open to others: run chmod 600 on it"};
    if (static_cast<std::size_t>(found.st_size) > largest_file) throw Trouble{file.string() + " is no witness's file"};
  }
  State state;
  try {
    state = from_json<State>(read_whole(file));
  } catch (const BadInput& bad) {
    throw Trouble{file.string() + " is no witness's file: " + bad.what()};
  }
  if (counted(file) > state.written)
    throw Trouble{file.string() +
                  " is an older copy of the witness's memory: it has cosigned more since. It signs nothing any more; "
                  "make a new witness, and have its key put into the charter in the place of this one"};
  return state;
}

}  // namespace

void write_whole(const fs::path& file, std::string_view text) {
  if (!ccop::write_whole(file, text)) throw Trouble{"can't write " + file.string() + ": " + std::strerror(errno)};
}

ledger::VerifierKey FollowedLog::key_for(std::uint64_t size_then) const {
  return ledger::VerifierKey::parse(ledger::signing_key(key, key_changes, size_then)).value();
}

FollowedLog* State::find(std::string_view origin) {
  const auto found = std::ranges::find_if(logs, [&](const FollowedLog& log) {
    const auto key = ledger::VerifierKey::parse(log.key);
    return key && key->name == origin;
  });
  return found == logs.end() ? nullptr : &*found;
}

State StateFile::create(const fs::path& file, const std::string& name) {
  if (!ledger::is_key_name(name))
    throw Trouble{
        "--name takes 1 to 200 printable ASCII characters without spaces and \"+\", such as witness.example.org"};
  if (fs::exists(file)) throw Trouble{file.string() + " exists already; give a new name"};
  State state;
  state.name = name;
  fill_random(state.seed);
  write_whole(file, to_json(state));
  return state;
}

StateFile::StateFile(fs::path file) : file_(std::move(file)) {
  if (!fs::exists(file_))
    throw Trouble{"there is no " + file_.string() + ": make a witness with \"ccop witness init\""};
  lock_ = locked(file_);
  try {
    state_ = read_state(file_);
  } catch (const Trouble&) {
    close(lock_);
    throw;
  }
}

StateFile::~StateFile() {
  close(lock_);
}

void StateFile::save() {
  ++state_.written;
  write_whole(file_, to_json(state_));
  // Second: a crash between the two leaves a count that is too low, which says nothing.
  write_whole(counter_of(file_), std::to_string(state_.written) + "\n");
}

}  // namespace ccop::witness
