#include "witness/witness.hpp"

#include <algorithm>

namespace ccop::witness {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t most_logs = 256;
constexpr std::size_t most_evidence = 256;

ledger::Cosigned last_of(const FollowedLog& log) {
  return log.size == 0 ? ledger::Cosigned{} : ledger::Cosigned{log.size, log.root};
}

/// This witness cosigned more than its file knows of: the file is an older copy.
void require_memory(const State& state, const FollowedLog& log, const std::string& note,
                    const ledger::Checkpoint& checkpoint) {
  const std::array own{state.cosigner().key()};
  const auto by = ledger::cosignatures_on(note, own);
  if (!by || by->empty()) return;
  const bool is_known =
      checkpoint.size < log.size || (checkpoint.size == log.size && checkpoint.root == last_of(log).root);
  if (!is_known)
    throw Trouble{"the log " + checkpoint.origin + " shows a cosignature of this witness on " +
                  std::to_string(checkpoint.size) + " entries, and its file knows of " + std::to_string(log.size) +
                  " only: the file is an older copy. Make a new witness, and have its key put into the charter"};
}

Answer size_answer(const FollowedLog& log) {
  return {409, std::to_string(log.size) + "\n", "text/x.tlog.size", log.checkpoint};
}

}  // namespace

Answer Witness::add_checkpoint(std::string_view body) const {
  const auto asked = ledger::parse_add_checkpoint(body);
  if (!asked) return {400, "this is no request of tlog-witness\n"};
  const auto checkpoint = ledger::read_unverified(asked->note).value();

  StateFile file{file_};
  FollowedLog* const log = file.state().find(checkpoint.origin);
  if (log == nullptr) return {404, "this witness does not follow that log\n"};
  switch (ledger::answer_to(*asked, log->key_for(checkpoint.size), last_of(*log))) {
    case ledger::WitnessAnswer::not_signed:
      return {403, "the log's key did not sign this checkpoint\n"};
    case ledger::WitnessAnswer::bad_request:
      return {400, "the old size is beyond the checkpoint's\n"};
    case ledger::WitnessAnswer::another_size:
      require_memory(file.state(), *log, asked->note, checkpoint);
      return size_answer(*log);
    case ledger::WitnessAnswer::not_consistent:
      return {422, "the proof does not show that this continues what was cosigned\n", "text/plain; charset=utf-8",
              log->checkpoint};
    case ledger::WitnessAnswer::cosign:
      break;
  }
  require_memory(file.state(), *log, asked->note, checkpoint);
  log->size = checkpoint.size;
  log->root = checkpoint.root;
  log->checkpoint = asked->note;
  file.save();
  return {200, file.state().cosigner().cosign(asked->note, clock_now())};
}

void Witness::follow(const std::string& log_key, const std::string& address) const {
  const auto key = ledger::VerifierKey::parse(log_key);
  if (!key)
    throw Trouble{"--log takes the log's first key, name+id+base64, as \"ccop init\" and the Record page show it"};
  StateFile file{file_};
  auto& logs = file.state().logs;
  if (FollowedLog* const log = file.state().find(key->name)) {
    if (log->key != log_key)
      throw Trouble{"this witness follows another log of that name, with the key " + log->key +
                    ": it stays with what it has seen"};
    log->address = address;
  } else {
    if (logs.size() == most_logs) throw Trouble{"a witness follows at most " + std::to_string(most_logs) + " logs"};
    logs.push_back({log_key, address, 0, {}, {}, {}});
  }
  file.save();
}

bool Witness::learn(std::string_view origin, const std::vector<ledger::SignedKeyChange>& told) const {
  StateFile file{file_};
  FollowedLog* const log = file.state().find(origin);
  if (log == nullptr) return false;
  auto& known = log->key_changes;
  const std::size_t common = std::min(known.size(), told.size());
  if (!std::equal(told.begin(), told.begin() + static_cast<std::ptrdiff_t>(common), known.begin())) return false;
  if (told.size() <= known.size()) return true;
  if (!ledger::is_chain(log->key, told) || told[common].change.after < log->size) return false;
  known = told;
  file.save();
  return true;
}

std::string Witness::keep_evidence(std::string_view cosigned, const ledger::AddCheckpoint& shown) const {
  std::string text = "These two checkpoints were signed by one log, and the second does not continue the first.\n\n" +
                     std::string{"Cosigned before by "} + state().cosigner().key().text() + ":\n\n" +
                     std::string{cosigned} + "\nShown at " + to_rfc3339(clock_now()) + ":\n\n" + shown.note +
                     "\nThe proof that came with it, from " + std::to_string(shown.old_size) + " entries on:\n\n";
  for (const Hash& hash : shown.proof) text += to_base64(hash) + "\n";

  const fs::path folder = file_.string() + ".evidence";
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) throw Trouble{"can't make the folder " + folder.string() + ": " + error.message()};
  fs::permissions(folder, fs::perms::owner_all, error);
  // The same two are kept once, however often they are shown.
  const Hash name = sha256(bytes_of(cosigned), bytes_of(shown.note));
  const fs::path kept = folder / (to_hex(ByteView{name}.first(8)) + ".txt");
  const auto count = std::distance(fs::directory_iterator{folder}, fs::directory_iterator{});
  if (fs::exists(kept)) return kept.string();
  if (static_cast<std::size_t>(count) >= most_evidence) return {};
  write_whole(kept, text);
  return kept.string();
}

State Witness::state() const {
  return StateFile{file_}.state();
}

}  // namespace ccop::witness
