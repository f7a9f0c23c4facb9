// What may be asked of the community as a whole. Founding, deadlines and erasure are the host's; amending is the
// members'.
#pragma once

#include "community/kernel/command.hpp"
#include "community/kernel/profile.hpp"
#include "community/record/acts.hpp"

namespace ccop::community {

struct Community;

/// Founds the community: once, as the first entry of its ledger, with the Secretary who can then enrol the others.
struct Found {
  static constexpr Authority needs = Authority::host;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  std::string charter;
  std::string log_key;
  BroughtAs<ProfileText> secretary_profile;
  Hash link_key;
  Time link_until;

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(Found, (), (charter, log_key, secretary_profile, link_key, link_until))

/// Does what became due by `passed`: silence procedures end, amendments take force. The host asks this whenever a
/// deadline has passed, and nobody's act of a later time is decided before it is done. That the time has come the
/// charter's witnesses show, where it names any: an audit looks, see docs/record.md.
struct SettleDue {
  static constexpr Authority needs = Authority::host;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  Time passed{};
  /// A checkpoint of this log that as many witnesses as the charter needs cosigned at `passed` or later: this was not
  /// written before that time. Without it, it is the host's word.
  std::optional<std::string> witnessed{};

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(SettleDue, (), (passed, witnessed))

/// Hands the signing of the log over to a new key. What signs it says so itself, before it is gone.
struct ChangeLogKey {
  static constexpr Authority needs = Authority::host;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  LogKeyChange change;
  Bytes signature;

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(ChangeLogKey, (), (change, signature))

struct EraseContent {
  static constexpr Authority needs = Authority::host;
  static constexpr Evidence evidence = Evidence::none;
  using About = EraseContent;  // a later chapter may need one of them
  std::vector<Known<Content>> contents;
};
BOOST_DESCRIBE_STRUCT(EraseContent, (), (contents))

using RecordCommands = List<Found, SettleDue, ChangeLogKey, EraseContent>;
template <OneOf<RecordCommands> T>
inline constexpr std::string_view command_chapter<T> = "record";

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const Found::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const SettleDue::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ChangeLogKey::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const EraseContent::About& about, const Asking& asking);

[[nodiscard]] Ruling decide(const Community& now, const Found& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const SettleDue& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ChangeLogKey& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const EraseContent& asked, const Asking& asking);

}  // namespace ccop::community
