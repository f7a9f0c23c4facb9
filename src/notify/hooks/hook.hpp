// A hook: an address of somebody else's, a channel of Teams for one, that hears when something happened in the
// community and where to read of it, and nothing of what it is.
#pragma once

#include "base/time.hpp"
#include "community/kernel/ids.hpp"

#include <boost/describe.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ccop::notify {

/// What a hook may hear of: what every Member knows anyway.
enum class HookKind {
  meeting_published,
  meeting_changed,
  meeting_cancelled,
  silence_opened,
  vote_opened,
  decision_registered,
  candidacies_called,
  ballot_opened,
  election_decided,
  group_founded,
  status_round_opened,
};
BOOST_DESCRIBE_ENUM(HookKind, meeting_published, meeting_changed, meeting_cancelled, silence_opened, vote_opened,
                    decision_registered, candidacies_called, ballot_opened, election_decided, group_founded,
                    status_round_opened)

/// How a message is written.
enum class HookForm {
  json,  ///< for a program
  text,  ///< a line for people, as Slack and Mattermost take it
  card,  ///< the same as an adaptive card, which is all that Teams' workflows take
};
BOOST_DESCRIBE_ENUM(HookForm, json, text, card)

/// As it is kept.
struct Hook {
  std::string id;
  std::string title;
  std::string server;  ///< of the address; the rest of it is often a secret, and sealed
  HookForm form{};
  std::vector<HookKind> kinds;
  community::PersonId by{};
  Time since{};
  std::string sealed;  ///< its HookSecrets (kept.hpp)
};
BOOST_DESCRIBE_STRUCT(Hook, (), (id, title, server, form, kinds, by, since, sealed))

/// A message that waits to be sent.
struct Delivery {
  std::string id;                ///< by which a receiver knows it again
  std::optional<HookKind> kind;  ///< none: a test
  std::string path;              ///< of the page's address, beneath the community's
  Time at{};                     ///< when it happened
  std::uint64_t entry{};         ///< of the record
  Time queued{};
};
BOOST_DESCRIBE_STRUCT(Delivery, (), (id, kind, path, at, entry, queued))

/// Why nothing is sent to a hook until it is resumed.
enum class HookPause { failed_too_long, gone };
BOOST_DESCRIBE_ENUM(HookPause, failed_too_long, gone)

/// What was wrong with the last try.
enum class HookTrouble { none, no_answer, refused, redirected, gone };
BOOST_DESCRIBE_ENUM(HookTrouble, none, no_answer, refused, redirected, gone)

/// How sending stands.
struct HookStanding {
  std::optional<Time> sent_at;  ///< the last message that was taken
  std::optional<Time> tried_at;
  std::optional<Time> failing_since;
  std::uint32_t failures{};  ///< in a row
  std::optional<Time> next_at;
  HookTrouble trouble{};
  std::uint32_t status{};  ///< that was answered, where something was
  std::string detail;      ///< why there was no answer
  std::uint32_t missed{};  ///< messages that were given up
  std::optional<HookPause> pause;
};
BOOST_DESCRIBE_STRUCT(HookStanding, (),
                      (sent_at, tried_at, failing_since, failures, next_at, trouble, status, detail, missed, pause))

}  // namespace ccop::notify
