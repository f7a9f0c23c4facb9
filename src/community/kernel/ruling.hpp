// What a rule answers: the acts that follow, or a refusal that cites its clause. And who asks.
#pragma once

#include "base/bytes.hpp"
#include "base/time.hpp"
#include "community/kernel/held.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/sentence.hpp"

#include <boost/describe.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace ccop::community {

/// Later than any version of the rules: what is asked now is decided by the latest.
inline constexpr std::uint32_t latest_rules = 0xFFFFFFFF;

/// What signed a request. Checked by whoever took it in, before the rules see it.
enum class SignedBy {
  nobody,   ///< the program's own acts
  link,     ///< the key of a one-time link
  session,  ///< the key that a browser made at its sign-in
  passkey,
};

/// How long a session key signs at most.
inline constexpr auto session_key_lasts = days{7};

/// A session key that speaks for its person from this request on: a passkey or a guest's link signed it at the sign-in.
struct NewSessionKey {
  Hash id{};  ///< SHA-256 of the public key
  std::int32_t algorithm{};
  Bytes public_key;
  Time end{};
  Bytes credential;  ///< of the passkey; empty for a guest's link
};

/// The log as somebody's device had checked it.
struct Head {
  std::uint64_t size{};
  Hash root{};
  bool operator==(const Head&) const = default;
};
BOOST_DESCRIBE_STRUCT(Head, (), (size, root))

/// Who asks for something, when, and by which version of the rules it is decided. Rules learn the time from here alone.
struct Asking {
  enum class Kind {
    host,    ///< the program itself: founding, deadlines that passed
    person,  ///< by a session key's or a passkey's signature
    link,    ///< by the key of a one-time link
  };
  Kind kind{Kind::host};
  PersonId person{};
  SignedBy signed_by{SignedBy::nobody};
  Hash key{};                           ///< of the link, or the id of the session key
  std::optional<NewSessionKey> begins;  ///< where it signs its first act
  std::optional<Time> asked_at;         ///< the asker's own clock, when signed
  Time at{};                            ///< the host's clock
  std::uint32_t rules{latest_rules};    ///< the version; a rule that changed asks for it
  std::optional<Head> head;             ///< what the asker had seen of the record, when signed
  /// What followed, as the record has it: for an audit, of what rests on acts that are sealed for it. A rule believes
  /// it only of a session whose acts were missed (`Session::unseen`).
  const std::vector<Act>* recorded{};
};

/// A person who asks at that time and signs with a passkey: for asking what stands open.
[[nodiscard]] inline Asking asked_by(PersonId person, Time at) {
  Asking asking;
  asking.kind = Asking::Kind::person;
  asking.person = person;
  asking.signed_by = SignedBy::passkey;
  asking.asked_at = at;
  asking.at = at;
  return asking;
}

struct Refusal {
  std::string_view clause;                    ///< a topic of clause.hpp
  std::string_view key;                       ///< which sentence to show
  std::map<std::string, std::string> values;  ///< what stands in the sentence's gaps
};

[[nodiscard]] inline std::string in_words(std::string value) {
  return value;
}
[[nodiscard]] inline std::string in_words(std::integral auto value) {
  return std::to_string(value);
}
[[nodiscard]] inline std::string in_words(Time value) {
  return to_rfc3339(value);
}

/// Refuses with a sentence, and with a value for each of its gaps, in their order.
template <std::size_t Gaps, class... Values>
  requires(sizeof...(Values) == Gaps)
[[nodiscard]] Refusal refuse(std::string_view clause, const Sentence<Gaps>& sentence, const Values&... values) {
  Refusal refusal{clause, sentence.key, {}};
  std::size_t gap = 0;
  (refusal.values.emplace(sentence.gaps[gap++], in_words(values)), ...);
  return refusal;
}

/// What a rule answers: the acts that follow, at least one; or why not.
using Ruling = std::variant<std::vector<Act>, Refusal>;

template <AnAct A>
[[nodiscard]] Ruling accept(A act) {
  std::vector<Act> acts;
  acts.emplace_back(std::move(act));
  return acts;
}

/// The first act of this kind that the record says followed; null where there is none.
template <AnAct A>
[[nodiscard]] const A* recorded(const Asking& asking) {
  if (asking.recorded == nullptr) return nullptr;
  for (const Act& act : *asking.recorded)
    if (const A* found = act.as<A>()) return found;
  return nullptr;
}

}  // namespace ccop::community
