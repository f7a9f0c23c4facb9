// Witnesses of a log that was handed over to another key: they follow what the key before signed for, and nothing else.
#include "host/audit.hpp"
#include "hostile/watched.hpp"

#include <gtest/gtest.h>

namespace ccop::hostile {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;

class ALogThatIsHandedOver : public ::testing::Test, protected Watched {
 protected:
  ALogThatIsHandedOver() {
    for (const auto* each : {&a, &b}) EXPECT_THAT(pass(*each, site), HasSubstr("cosigned 2 entries"));
  }
  void hand_over() { ASSERT_TRUE(std::holds_alternative<host::Receipt>(site.live().change_log_key())); }
  /// With its secret, as the host has it.
  [[nodiscard]] ledger::Signer signer() const {
    return host::LogKeys{site.live().store(), site.live().master(), "unused"}.signer();
  }

  /// A host that shows this head and these changes.
  [[nodiscard]] std::string pass_shown(const std::string& note, const std::vector<ledger::SignedKeyChange>& changes) {
    nlohmann::json shown{{"checkpoint", note},
                         {"consistency", nlohmann::json::array()},
                         {"log_key", first.key().text()},
                         {"key_changes", nlohmann::json::parse(to_json(changes))}};
    std::string told;
    const exchange::Fetch lying = [&](const exchange::Fetching&) {
      return exchange::Fetched{200, shown.dump(), {}, {}};
    };
    EXPECT_FALSE(witness::pass(a, lying, [&](const std::string& sentence) { told += sentence; }));
    return told;
  }
  [[nodiscard]] ledger::SignedKeyChange change_to(const ledger::Signer& next, std::uint64_t after,
                                                  const ledger::Signer& by) const {
    const ledger::LogKeyChange change{first.key().text(), next.key().text(), after};
    return {change, by.sign(ledger::key_change_message(first.key().text(), change))};
  }
  [[nodiscard]] witness::FollowedLog followed() const { return a.state().logs.front(); }

  server::Site& site = *served.site;
  const ledger::Signer first = signer();
  const ledger::Signer thief{first.key().name, sha256(bytes_of("thief"))};
};

TEST_F(ALogThatIsHandedOver, IsCosignedUnderItsNextKeys) {
  for (std::uint64_t size : {3u, 4u}) {
    hand_over();
    for (const auto* each : {&a, &b})
      EXPECT_THAT(pass(*each, site), HasSubstr("cosigned " + std::to_string(size) + " entries"));
    EXPECT_EQ(witnessed_in(text_at(site, "/log/witnessed")).value().checkpoint.size, size);
  }
  EXPECT_EQ(followed().key, first.key().text()) << "its name";
  EXPECT_EQ(followed().key_changes.size(), 2u);
  const auto report = host::audit(*host::record_of(site.live().store()), {});
  EXPECT_THAT(report.wrong, IsEmpty());
  EXPECT_EQ(report.witnessed.entries, 4u);
  EXPECT_EQ(report.witnessed.by.size(), 2u);
}

TEST_F(ALogThatIsHandedOver, StaysWitnessedAsFarAsItWas) {
  hand_over();
  const std::string note = text_at(site, "/log/witnessed");
  EXPECT_TRUE(ledger::witnessed(note, first.key(), keys(), 2)) << "under the key that signed then";
  EXPECT_THAT(pass(a, site), HasSubstr("cosigned 3 entries"));
  EXPECT_EQ(text_at(site, "/log/witnessed"), note) << "one of two is not enough for more";
}

TEST_F(ALogThatIsHandedOver, HasNoHeadOfTheKeyBeforeCosignedAnyMore) {
  const auto fork = copy();
  hand_over();
  ASSERT_THAT(pass(a, site), HasSubstr("cosigned 3 entries"));
  for (const char* name : {"one", "two"}) grow(*fork, name);
  EXPECT_THAT(pass(a, *fork), HasSubstr("FORKED: a key that was handed over signs on"));
  EXPECT_EQ(followed().size, 3u);
  EXPECT_TRUE(std::filesystem::exists(folder.file("a.json.evidence")));
  const auto asked = ledger::AddCheckpoint{3, ledger::consistency_proof(3, 4, host::tiles_of(fork->live().store(), 4)),
                                           fork->live().store().checkpoint()};
  EXPECT_EQ(a.add_checkpoint(to_text(asked)).status, 403u) << "nor where it is brought";
}

TEST_F(ALogThatIsHandedOver, IsFollowedToNoKeyThatTheOneBeforeDidNotSignFor) {
  const std::string note = thief.sign(ledger::Checkpoint{first.key().name, 3, sha256(bytes_of("theirs"))});
  EXPECT_THAT(pass_shown(note, {change_to(thief, 2, thief)}), HasSubstr("changes of its key"));
  EXPECT_THAT(pass_shown(note, {}), HasSubstr("the log's key did not sign"));
  auto moved = change_to(thief, 2, first);
  moved.change.after = 3;
  EXPECT_THAT(pass_shown(note, {moved}), HasSubstr("changes of its key"));
  const ledger::Signer renamed{"another.example/log", sha256(bytes_of("renamed"))};
  EXPECT_THAT(pass_shown(note, {change_to(renamed, 2, first)}), HasSubstr("changes of its key"));
  EXPECT_TRUE(followed().key_changes.empty());
  EXPECT_EQ(followed().size, 2u);
}

TEST_F(ALogThatIsHandedOver, HandsOverNothingThatTheKeyBeforeHasSigned) {
  const std::string note = thief.sign(ledger::Checkpoint{first.key().name, 3, sha256(bytes_of("theirs"))});
  EXPECT_THAT(pass_shown(note, {change_to(thief, 1, first)}), HasSubstr("changes of its key"))
      << "two entries were cosigned under the key before";
  EXPECT_TRUE(followed().key_changes.empty());
}

TEST_F(ALogThatIsHandedOver, IsHandedOverOnce) {
  hand_over();
  ASSERT_THAT(pass(a, site), HasSubstr("cosigned 3 entries"));
  const std::string note = thief.sign(ledger::Checkpoint{first.key().name, 4, sha256(bytes_of("theirs"))});
  EXPECT_THAT(pass_shown(note, {change_to(thief, 3, first)}), HasSubstr("changes of its key"))
      << "the key before signed for another already";
  ASSERT_EQ(followed().key_changes.size(), 1u);
  auto back = followed().key_changes;
  const ledger::LogKeyChange change{signer().key().text(), first.key().text(), 3};
  back.push_back({change, signer().sign(ledger::key_change_message(first.key().text(), change))});
  EXPECT_THAT(pass_shown(note, back), HasSubstr("changes of its key")) << "to a key that signed before";
}

/// add-checkpoint has no place for a change of keys: a witness that listens learns of it in a pass.
TEST_F(ALogThatIsHandedOver, IsTakenFromWhoeverBringsItAfterOnePass) {
  hand_over();
  const auto brought = [&] {
    auto& store = site.live().store();
    const std::uint64_t size = site.size();
    return a
        .add_checkpoint(to_text(ledger::AddCheckpoint{
            followed().size, ledger::consistency_proof(followed().size, size, host::tiles_of(store, size)),
            store.checkpoint()}))
        .status;
  };
  EXPECT_EQ(brought(), 403u);
  ASSERT_THAT(pass(a, site), HasSubstr("cosigned 3 entries"));
  grow(site, "later");
  EXPECT_EQ(brought(), 200u);
}

}  // namespace
}  // namespace ccop::hostile
