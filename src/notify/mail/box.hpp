// What one person has been told by mail, or is about to be. Kept beside the record, one setting for each person.
#pragma once

#include "base/codec.hpp"
#include "community/kernel/ids.hpp"
#include "notify/mail/invite.hpp"
#include "store/store.hpp"

#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <vector>

namespace ccop::notify {

/// When somebody wants to be written to.
enum class Rhythm {
  at_once,
  daily,
  weekly,
  urgent  ///< of what can't wait alone
};
BOOST_DESCRIBE_ENUM(Rhythm, at_once, daily, weekly, urgent)

struct Preference {
  Rhythm rhythm{};
  std::uint32_t hour{8};     ///< of the day, in `zone`
  std::uint32_t weekday{1};  ///< Monday is 1, as in ISO 8601
  std::string zone;          ///< of the machine's table; empty: the community's
  /// Whether meetings come as invitations; where nothing is said, as `wants_invitations` has it.
  std::optional<bool> invitations{};

  [[nodiscard]] bool is_collected() const { return rhythm == Rhythm::daily || rhythm == Rhythm::weekly; }
  bool operator==(const Preference&) const = default;
};
BOOST_DESCRIBE_STRUCT(Preference, (), (rhythm, hour, weekday, zone, invitations))

enum class Standing {
  waiting,
  accepted,  ///< by the relay
  refused,   ///< for good, with its answer
  seen,      ///< on the page, before it was sent
  over       ///< what it was about had come to an end before it was sent
};
BOOST_DESCRIBE_ENUM(Standing, waiting, accepted, refused, seen, over)

/// One step of a duty, a notice, or a meeting for a calendar: what is told once.
struct Item {
  std::string about;                            ///< the duty or notice, the same for all of its steps
  std::uint32_t step{};                         ///< of its ladder, from 1
  std::string words;                            ///< the key of what it says
  std::string path;                             ///< of the page where it is dealt with
  std::optional<community::MotionId> motion{};  ///< whose silence it tells of
  std::optional<Time> by;
  Time since;             ///< when this step came
  bool is_escalated{};    ///< somebody else owes it
  bool cannot_wait{};     ///< it has legal effect, or is about the person's own account
  bool is_current{true};  ///< what it is about still stands
  Standing standing{};
  Time at;                            ///< since when it stands so
  std::optional<std::string> mail;    ///< the id of the mail with it
  std::optional<std::string> answer;  ///< the relay's
  std::optional<Invite> invite{};     ///< goes in a mail of its own

  /// It still stands, and nobody could be told.
  [[nodiscard]] bool is_lost() const { return is_current && standing == Standing::refused; }
  bool operator==(const Item&) const = default;
};
BOOST_DESCRIBE_STRUCT(Item, (),
                      (about, step, words, path, motion, by, since, is_escalated, cannot_wait, is_current, standing, at,
                       mail, answer, invite))

struct Box {
  Preference preference;
  std::vector<Item> items;           ///< the oldest first
  std::optional<Time> collected_at;  ///< when the collected ones go next
  std::optional<Time> looked_at;     ///< when the person was shown the desk
  std::uint32_t tries{};             ///< in vain, of the mail that is under way
  std::optional<Time> next_try;
  std::optional<std::string> refused_for;  ///< the address whose server refused

  bool operator==(const Box&) const = default;
};
BOOST_DESCRIBE_STRUCT(Box, (), (preference, items, collected_at, looked_at, tries, next_try, refused_for))

/// All of a community's. Safe to be used by several threads; whoever reads waits for no disk.
class Boxes {
 public:
  explicit Boxes(store::Store& store);

  [[nodiscard]] Box of(community::PersonId person) const;
  [[nodiscard]] std::map<community::PersonId, Box> all() const;
  /// Durable when it returns, where it changed anything.
  void change(community::PersonId person, const std::function<void(Box&)>& how);

 private:
  store::Store& store_;
  std::mutex changing_;       ///< held while what changes is written; taken before the other
  mutable std::mutex mutex_;  ///< held while `boxes_` is looked at or changed, and no longer
  std::map<community::PersonId, Box> boxes_;
};

}  // namespace ccop::notify
