// What may be asked of keyboxes. A seat's keybox is 32 bytes that its own devices made; the keys with which the seat
// votes follow from it, so that whoever acts for the seat votes with them and nobody hands out credentials.
#pragma once

#include "base/bytes.hpp"
#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/command.hpp"
#include "community/kernel/ids.hpp"

namespace ccop::community {

struct Community;

/// Keeps the box of the asker's seat, encrypted for one of the asker's passkeys.
struct KeepKeybox {
  static constexpr Authority needs = Authority::session;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    OrganizationId organization;
  };
  OrganizationId organization;
  Bytes box;
  Bytes credential;
  Brought<Content> wrapped;

  [[nodiscard]] About about() const { return {organization}; }
};
BOOST_DESCRIBE_STRUCT(KeepKeybox, (), (organization, box, credential, wrapped))

/// That whoever registers a key knows its secret: Schnorr's proof as Belenios makes it (specification 3.0, section
/// 4.5), numbers in base 10.
struct KnowledgeProof {
  std::string challenge;
  std::string response;
};
BOOST_DESCRIBE_STRUCT(KnowledgeProof, (), (challenge, response))

/// Registers the keys of the asker's seat for a year: this one or the next. The proof is bound to the log, the seat,
/// the year, the box and both keys (`ballot/voting_key.hpp`).
struct RegisterVotingKey {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::proved;
  struct About {
    OrganizationId organization;
  };
  OrganizationId organization;
  std::uint32_t year;
  Bytes box;
  std::string key;
  Bytes sealing;
  KnowledgeProof proof;

  [[nodiscard]] About about() const { return {organization}; }
};
BOOST_DESCRIBE_STRUCT(RegisterVotingKey, (), (organization, year, box, key, sealing, proof))

using KeyboxesCommands = List<KeepKeybox, RegisterVotingKey>;
template <OneOf<KeyboxesCommands> T>
inline constexpr std::string_view command_chapter<T> = "keyboxes";

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const KeepKeybox::About& about, const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const RegisterVotingKey::About& about,
                                          const Asking& asking);

[[nodiscard]] Ruling decide(const Community& now, const KeepKeybox& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const RegisterVotingKey& asked, const Asking& asking);

}  // namespace ccop::community
