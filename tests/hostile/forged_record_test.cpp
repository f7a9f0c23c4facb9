// A host that rewrites its record acts in the name of its members, and the audit says so.
#include "host/signatures.hpp"
#include "hostile/rewritten.hpp"

#include <gtest/gtest.h>

namespace ccop::hostile {
namespace {

using namespace community;
using ::testing::HasSubstr;

constexpr const char* no_signature = "its signature does not hold";
constexpr const char* no_signer = "it does not say who asked, or not once";
constexpr const char* another_history = "they were shown another history";

class AHost : public ::testing::Test {
 protected:
  std::vector<Entry> entries = lived_year().entries;
  const std::string log = entries.front().request.command.as<Found>()->log_key;

  /// A person's request at the end of the year, as the host makes it up.
  [[nodiscard]] Entry made_up(PersonId person, Command command) const {
    Entry entry;
    entry.at = lived_year().ends + hours{1};
    entry.request = {entries.front().request.community, person, entry.at, head_of(entries), std::move(command)};
    entry.rules = current_rules;
    return entry;
  }
  [[nodiscard]] static Head head_of(const std::vector<Entry>& entries) {
    ledger::Frontier frontier;
    std::vector<ledger::FullTile> filled;
    for (const Entry& entry : entries) frontier.append(ledger::leaf_hash(bytes_of(encode(entry))), filled);
    return {frontier.size(), frontier.root()};
  }
  /// Appended with the acts that the rules give.
  [[nodiscard]] std::string appended(Entry entry) {
    entries.push_back(std::move(entry));
    const std::size_t before = entries.size();
    entries = decided_again(entries);
    EXPECT_EQ(entries.size(), before) << "the rules alone refuse it: nothing was tried";
    return audit_of(entries).wrong;
  }
};

TEST_F(AHost, ThatChangesNothingIsBelieved) {
  EXPECT_EQ(audit_of(entries).wrong, "");
  EXPECT_EQ(audit_of(decided_again(entries)).wrong, "");
  EXPECT_EQ(audit_of(entries).signatures, entries.size() - static_cast<std::size_t>(std::ranges::count_if(
                                                               entries, [](const Entry& e) { return !e.signature; })));
}

TEST_F(AHost, EnrolsNoPasskeyOfItsOwnForWhoeverHasALink) {
  // The Secretary's link is made out by the founding; its secret is not the host's.
  const std::size_t at = first_of<EnrolPasskey>(entries);
  const simulation::SoftwarePasskey own{sha256(bytes_of("the host's")), "localhost", "http://localhost:8080"};
  EnrolPasskey asked = own.enrolment({0}, entries[at].request.command.as<EnrolPasskey>()->label);
  entries.resize(at + 1);
  entries[at].request.command = asked;
  entries = decided_again(entries);
  ASSERT_EQ(entries.size(), at + 1);
  EXPECT_EQ(audit_of(entries).wrong, no_signature);
  // Nor with a signature of its own making.
  entries[at].signature = simulation::sign_by_link("a link of the host's", entries[at].request, log);
  EXPECT_THAT(audit_of(entries).wrong, HasSubstr("link-not-valid"));
}

TEST_F(AHost, DoesNothingUnsignedInAnybodysName) {
  const ContentHash profile = entries[first_of<RegisterPerson>(entries)].request.command.as<RegisterPerson>()->profile;
  Entry entry = made_up({1}, CorrectPerson{{1}, profile});
  entry.acts = {PersonCorrected{{1}, profile}};
  entries.push_back(entry);
  EXPECT_EQ(audit_of(entries).wrong, no_signer);
  // Nor as its own act: what people do is not the host's to do.
  entries.back().request.person.reset();
  entries.back().request.asked_at.reset();
  entries.back().request.head.reset();
  EXPECT_THAT(audit_of(entries).wrong, HasSubstr("sign-in-first"));
}

TEST_F(AHost, DoesNothingByASessionKeyOfItsOwn) {
  const simulation::SoftwareSession own{sha256(bytes_of("the host's")), log};
  const simulation::SoftwarePasskey invented{sha256(bytes_of("the host's")), "localhost", "http://localhost:8080"};
  const ContentHash profile = entries[first_of<RegisterPerson>(entries)].request.command.as<RegisterPerson>()->profile;
  Entry entry = made_up({1}, CorrectPerson{{1}, profile});
  entry.grant = own.granted_by(invented, own.statement({}, entry.at + days{1}, head_of(entries)));
  entry.signature = own.sign(entry.request);
  EXPECT_EQ(appended(entry), no_signature);
}

TEST_F(AHost, TakesNoSignInForAnAct) {
  // What somebody's passkey signed to begin a session, put under an act.
  const auto granted = std::ranges::find_if(entries, [](const Entry& entry) { return entry.grant.has_value(); });
  ASSERT_NE(granted, entries.end());
  Entry entry = made_up(*granted->request.person, ResignCoChair{});
  entry.request.command = EndSessionKey{granted->signature->session->key};
  entry.signature = Signature{granted->grant->passkey, {}, {}};
  std::vector<Entry> all{entries.begin(), granted + 1};
  entry.at = granted->at;
  entry.request.asked_at = *granted->request.asked_at + std::chrono::milliseconds{1};
  entry.request.head = head_of(all);
  all.push_back(entry);
  entries = decided_again(all);
  ASSERT_EQ(entries.size(), all.size());
  EXPECT_EQ(audit_of(entries).wrong, no_signature);
}

TEST_F(AHost, ChangesNoTextUnderTheSignatureOfWhoProposedIt) {
  const std::size_t at = first_of<ProposeMotion>(entries);
  ProposeMotion asked = *entries[at].request.command.as<ProposeMotion>();
  asked.text = entries[first_of<RegisterPerson>(entries)].request.command.as<RegisterPerson>()->profile;
  entries[at].request.command = asked;
  EXPECT_EQ(audit_of(decided_again(entries)).wrong, no_signature);
}

/// Even where whoever proposed it signs the other text in its place: a vote is on the text that the voter saw.
TEST_F(AHost, KeepsNoVoteUnderAnotherText) {
  const MotionId motion = entries[first_of<CastVote>(entries)].request.command.as<CastVote>()->motion;
  const auto votes_in = [&](const std::vector<Entry>& all) {
    return std::ranges::count_if(all, [&](const Entry& entry) {
      const auto* vote = entry.request.command.as<CastVote>();
      return vote != nullptr && vote->motion == motion;
    });
  };
  const auto proposing = std::ranges::find_if(entries, [&](const Entry& entry) {
    return std::ranges::any_of(entry.acts, [&](const Act& act) {
      const auto* proposed = act.as<MotionProposed>();
      return proposed != nullptr && proposed->motion == motion;
    });
  });
  ASSERT_NE(proposing, entries.end());
  EXPECT_GT(votes_in(decided_again(entries)), 0);
  ProposeMotion asked = *proposing->request.command.as<ProposeMotion>();
  asked.text = entries[first_of<RegisterPerson>(entries)].request.command.as<RegisterPerson>()->profile;
  proposing->request.command = asked;
  EXPECT_EQ(votes_in(decided_again(entries)), 0);
}

TEST_F(AHost, MovesNoSignatureToAnotherPersonOrLog) {
  const std::size_t at = first_of<CastVote>(entries);
  auto other = entries;
  other[at].request.person = PersonId{0};
  EXPECT_NE(audit_of(other).wrong, "");
  other = entries;
  std::swap(other[at].signature->passkey->signature, other[at + 1].signature->passkey->signature);
  EXPECT_EQ(audit_of(other).wrong, no_signature);
}

TEST_F(AHost, LeavesNoSignatureOut) {
  const std::size_t at = first_of<ProposeMotion>(entries);
  auto stripped = entries;
  stripped[at].signature.reset();
  stripped[at].grant.reset();
  EXPECT_EQ(audit_of(stripped).wrong, no_signer);
  stripped = entries;
  stripped[at].request.head.reset();
  EXPECT_EQ(audit_of(stripped).wrong, no_signer);
}

/// Whoever signs later has seen the tree with the entry in it.
TEST_F(AHost, DropsNoActThatOthersHaveSeen) {
  const std::size_t at = first_of<CastVote>(entries);
  entries.erase(entries.begin() + static_cast<std::ptrdiff_t>(at));
  EXPECT_THAT(audit_of(decided_again(entries)).wrong, HasSubstr(another_history));
}

TEST_F(AHost, ChangesNoOrderOfActs) {
  const std::size_t at = first_of<CastVote>(entries);
  std::swap(entries[at], entries[at + 1]);
  EXPECT_NE(audit_of(decided_again(entries)).wrong, "");
}

/// Two histories for two people: an act that was signed in the one stands in no other.
TEST_F(AHost, JoinsNoActOfAFork) {
  const std::size_t at = first_of<CastVote>(entries);
  std::vector<Entry> forked{entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(at)};
  forked.back().salt[0] ^= 1;  // the host's own to choose, and enough to make another tree
  forked.push_back(entries[at]);
  EXPECT_THAT(audit_of(forked).wrong, HasSubstr(another_history));
}

/// Somebody is shown the record as it was before their own last act, and signs again.
TEST(AHostThatHidesAnAct, IsFoundOutByTheNextOneOfTheSamePerson) {
  const ccop::testing::TemporaryFolder folder;
  ccop::testing::Device secretary{"Secretary"};
  const store::Content profile{std::string(16, 'p'), R"({"name":"Ada"})"};
  Head before;
  Entry next;
  {
    host::LiveCommunity live{store::open_sqlite(folder.file("c.db"), true), master(), "localhost"};
    static_cast<void>(live.execute(
        secretary.founding(live, community::testing::charter_text("tests/charters/harbour.toml"), "harbour")));
    static_cast<void>(live.execute(secretary.enrols(live)));
    before = live.head();
    const RegisterPerson asked{store::content_hash(profile)};
    ASSERT_TRUE(std::holds_alternative<host::Receipt>(live.execute(secretary.asks(live, asked, {profile}))));
    const auto submission = secretary.asks(live, asked, {}, before);
    next.request = submission.request;
    next.signature = submission.signature;
    next.acts = {PersonRegistered{{2}, asked.profile}};
    next.at = *submission.request.asked_at;
    next.rules = current_rules;
  }
  const auto store = store::open_sqlite(folder.file("c.db"), false);
  host::Log log{*store, *master(), "unused"};
  store::Commit commit;
  commit.entries.push_back(encode(next));
  log.prepare(commit);
  store->commit(commit);
  EXPECT_THAT(host::audit(*host::record_of(*store), {}).wrong, HasSubstr("had not seen what the same person signed"));
}

/// Whoever has the data and not the log's key puts one of their own in its place.
TEST(TheLogsKey, IsHandedOverByTheOneBeforeAlone) {
  const auto honest = lived_year().open();
  const ledger::Signer theirs{"ccop", sha256(bytes_of("theirs"))};
  auto entries = lived_year().entries;
  const std::string first = ledger::VerifierKey::parse(entries.front().request.command.as<Found>()->log_key)->text();
  const ledger::Signer own_name{ledger::VerifierKey::parse(first)->name, sha256(bytes_of("theirs"))};
  const LogKeyChange change{first, own_name.key().text(), entries.size()};
  Entry next;
  next.request.community = entries.front().request.community;
  next.at = entries.back().at;
  next.rules = current_rules;
  const auto with = [&](const LogKeyChange& claimed, const Bytes& signature) {
    next.request.command = ChangeLogKey{claimed, signature};
    next.acts = {LogKeyChanged{claimed, signature}};
    entries.push_back(next);
    const auto wrong = audit_of(entries).wrong;
    entries.pop_back();
    return wrong;
  };
  const auto signed_by = [&](const ledger::Signer& signer, const LogKeyChange& claimed) {
    return signer.sign(ledger::key_change_message(first, claimed));
  };
  EXPECT_THAT(with(change, signed_by(own_name, change)), HasSubstr("did not sign"));
  EXPECT_THAT(with(change, {}), HasSubstr("did not sign"));
  const LogKeyChange renamed{first, theirs.key().text(), entries.size()};
  EXPECT_THAT(with(renamed, signed_by(theirs, renamed)), HasSubstr("did not sign"));
}

}  // namespace
}  // namespace ccop::hostile
