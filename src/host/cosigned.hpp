// The heads of a served record that its witnesses cosigned: taken from whoever brings them, kept in the store, and
// given out. Only the charter's witnesses count, so nobody else can fill anything.
#pragma once

#include "host/live_community.hpp"
#include "host/watch.hpp"

#include <mutex>

namespace ccop::host {

class CosignedNotes {
 public:
  explicit CosignedNotes(const LiveCommunity& live) : live_(live) {}

  enum class Taken {
    kept,
    nothing_new,   ///< it was there already, or witnesses saw more since
    no_note,       ///< not a note of this log, or a cosignature on it does not hold
    not_named,     ///< no witness that the charter names now cosigned it
    not_our_tree,  ///< the log's key signed it, and it is no tree of this record
    too_early,     ///< it is dated later than this host's clock
  };
  /// Takes the cosignatures that a note carries. What is kept is durable when it returns.
  [[nodiscard]] Taken take(std::string_view note);

  /// The log's newest checkpoint, with the cosignatures that there are on it.
  [[nodiscard]] std::string checkpoint() const;
  /// The newest one with as many cosignatures as the charter needs.
  [[nodiscard]] std::optional<std::string> newest_witnessed() const;
  /// What a witness that has cosigned `from` entries should cosign next, so that enough of them meet at one size: the
  /// newest head that others began and that is not witnessed yet, else the newest of all.
  [[nodiscard]] std::string to_cosign(std::uint64_t from) const;

 private:
  /// Gives up what is older than the newest witnessed one, and what there is too much of.
  void forget_old(const Watch& watch);

  const LiveCommunity& live_;
  std::mutex mutex_;
};

}  // namespace ccop::host
