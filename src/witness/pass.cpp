#include "witness/pass.hpp"

#include "ledger/merkle.hpp"

namespace ccop::witness {
namespace {

constexpr long longest_seconds = 30;
/// A head that others began, the newest one, and once more for whoever was quicker.
constexpr int most_rounds = 4;
constexpr std::size_t longest_answer = std::size_t{64} * 1024;

/// What a host says of its log.
struct ToldHead {
  std::string checkpoint;
  std::vector<Hash> consistency;
  std::string log_key;
  std::vector<ledger::SignedKeyChange> key_changes;
};
BOOST_DESCRIBE_STRUCT(ToldHead, (), (checkpoint, consistency, log_key, key_changes))

struct Brought {
  std::string checkpoint;
};
BOOST_DESCRIBE_STRUCT(Brought, (), (checkpoint))

exchange::Fetched ask(const exchange::Fetch& fetch, const std::string& url, std::optional<std::string> body = {}) {
  exchange::Fetching asking;
  asking.url = url;
  asking.accept = "application/json";
  asking.body = std::move(body);
  asking.content_type = "application/json";
  asking.longest_seconds = longest_seconds;
  auto answer = fetch(asking);
  if (answer.body.size() > longest_answer) return {0, {}, {}, "the answer is too long"};
  return answer;
}

std::string reason_of(const exchange::Fetched& answer) {
  return answer.status == 0 ? answer.trouble : "it answered with status " + std::to_string(answer.status);
}

/// Follows one log.
class Following {
 public:
  Following(const Witness& witness, const exchange::Fetch& fetch, const Tell& tell, std::string origin)
      : witness_(witness), fetch_(fetch), tell_(tell), origin_(std::move(origin)) {}

  bool run() {
    for (int round = 0; round < most_rounds; ++round) {
      auto state = witness_.state();
      const FollowedLog* const log = state.find(origin_);
      if (log == nullptr) return true;
      const auto shown = read_head(*log);
      if (!shown) return false;
      const std::uint64_t size = ledger::read_unverified(shown->note).value().size;
      if (size < log->size) return went_back(*log, *shown, size);
      if (round > 0 && size == log->size) return true;
      if (!cosign(*log, *shown, size)) return false;
    }
    return true;
  }

 private:
  [[nodiscard]] std::optional<ledger::AddCheckpoint> read_head(const FollowedLog& log) const {
    const auto answer = ask(fetch_, log.address + "/api/log/to-cosign?from=" + std::to_string(log.size));
    if (answer.status != 200) return fail("could not be reached: " + reason_of(answer));
    try {
      auto told = from_json<ToldHead>(answer.body);
      if (!witness_.learn(origin_, told.key_changes))
        return fail(
            "shows changes of its key that do not follow from those of before, or that the keys before did not "
            "sign. Nothing was cosigned; tell the other members");
      ledger::AddCheckpoint shown{log.size, std::move(told.consistency), std::move(told.checkpoint)};
      if (!is_signed(shown)) return std::nullopt;
      return shown;
    } catch (const BadInput&) {
      return fail("answers with something else than a head. Is the address that of the community?");
    }
  }

  /// By the key that signs so many entries by now; and by none that was handed over before.
  [[nodiscard]] bool is_signed(const ledger::AddCheckpoint& shown) const {
    auto state = witness_.state();
    const FollowedLog& log = *state.find(origin_);
    const auto said = ledger::read_unverified(shown.note);
    if (said && ledger::open_note(shown.note, log.key_for(said->size))) return true;
    for (const auto& [change, signature] : log.key_changes)
      if (ledger::open_note(shown.note, ledger::VerifierKey::parse(change.from).value())) {
        tell_(origin_ + " FORKED: a key that was handed over signs on, a head of " + std::to_string(said->size) +
              " entries. Nothing was cosigned; tell the other members. Both checkpoints are kept in " +
              witness_.keep_evidence(log.checkpoint, shown));
        return false;
      }
    tell_(origin_ + " shows a head that the log's key did not sign. Nothing was cosigned");
    return false;
  }

  [[nodiscard]] std::nullopt_t fail(const std::string& what) const {
    tell_(origin_ + " " + what);
    return std::nullopt;
  }

  [[nodiscard]] bool went_back(const FollowedLog& log, const ledger::AddCheckpoint& shown, std::uint64_t size) const {
    tell_(origin_ + " WENT BACK: its host shows " + std::to_string(size) + " entries, and this witness has cosigned " +
          std::to_string(log.size) +
          ". An older copy was put back, or the host hides the rest. Nothing was cosigned; tell the other members. "
          "Both checkpoints are kept in " +
          witness_.keep_evidence(log.checkpoint, shown));
    // A host that was restored in good faith learns from it what it lost.
    static_cast<void>(hand_over(log, log.checkpoint));
    return false;
  }

  [[nodiscard]] bool cosign(const FollowedLog& log, const ledger::AddCheckpoint& shown, std::uint64_t size) const {
    const auto answer = witness_.add_checkpoint(to_text(shown));
    if (answer.status == 200) {
      const auto handed = hand_over(log, shown.note + answer.body);
      if (handed.status == 200) {
        tell_("cosigned " + std::to_string(size) + " entries of " + origin_);
        return true;
      }
      if (handed.status == 403) {
        tell_("checked " + std::to_string(size) + " entries of " + origin_ +
              "; its host does not take the cosignature, for the charter does not name this witness");
        return true;
      }
      tell_(origin_ + " did not take the cosignature: " + reason_of(handed));
      return false;
    }
    // Another pass of this witness was quicker: what it cosigned is looked at in the next round.
    if (answer.status == 409 && size != log.size) return true;
    tell_(origin_ + " FORKED: its host signed a head of " + std::to_string(size) +
          " entries that does not continue the one of " + std::to_string(log.size) +
          " entries that this witness has cosigned. Nothing was cosigned; tell the other members. Both checkpoints are "
          "kept in " +
          witness_.keep_evidence(log.checkpoint, shown));
    static_cast<void>(hand_over(log, log.checkpoint));
    return false;
  }

  [[nodiscard]] exchange::Fetched hand_over(const FollowedLog& log, const std::string& note) const {
    return ask(fetch_, log.address + "/api/log/cosignatures", to_json(Brought{note}));
  }

  const Witness& witness_;
  const exchange::Fetch& fetch_;
  const Tell& tell_;
  std::string origin_;
};

}  // namespace

bool pass(const Witness& witness, const exchange::Fetch& fetch, const Tell& tell) {
  bool is_well = true;
  for (const FollowedLog& log : witness.state().logs) {
    if (log.address.empty()) continue;
    const auto key = ledger::VerifierKey::parse(log.key);
    if (!key || !Following{witness, fetch, tell, key->name}.run()) is_well = false;
  }
  return is_well;
}

}  // namespace ccop::witness
