// The acts that an audit may not read, and what rests on them: that somebody came, went or voted in a room, signed for
// in numbers by two who were there (docs/record.md, "Sealed acts").
#pragma once

#include "community/entry.hpp"

#include <map>
#include <string>
#include <vector>

namespace ccop::community {
struct MotionClosed;
struct SessionClosed;
}  // namespace ccop::community

namespace ccop::host {

struct SealedReport {
  std::uint64_t entries{};     ///< that are sealed for the reader
  std::uint64_t results{};     ///< of motions, in rooms that the reader didn't see
  std::uint64_t attested{};    ///< such rooms closed by two who were there
  std::uint64_t unattested{};  ///< by one alone
  std::uint64_t open{};        ///< not closed yet
};

class MissedActs {
 public:
  /// An entry can't be read. What is wrong with that; empty when nothing is.
  [[nodiscard]] std::string miss(community::Community& now);
  /// What an entry decides, before it is applied.
  [[nodiscard]] std::string look_at(const community::Community& now, const community::Entry& entry);
  /// Whether all has been signed for, once no room is open; after an entry was applied.
  [[nodiscard]] std::string balance(const community::Community& now) const;

  [[nodiscard]] SealedReport report(const community::Community& now) const;

 private:
  void take_down(const community::Community& now, const community::MotionClosed& result);
  [[nodiscard]] std::string look_at_closing(const community::Community& now, const community::SessionClosed& closed);

  SealedReport report_;
  /// Of motions whose votes were not seen, as the record tells them: until somebody who was there signs for them.
  std::map<community::MotionId, std::vector<std::uint32_t>> told_;
  std::uint64_t signed_for_{};
};

}  // namespace ccop::host
