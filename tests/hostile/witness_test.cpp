// What a host gets by its witnesses: nothing.
#include "host/audit.hpp"
#include "hostile/watched.hpp"

#include <gtest/gtest.h>

namespace ccop::hostile {
namespace {

using server::problem;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

class AHostThatIsWatched : public ::testing::Test, protected Watched {
 protected:
  AHostThatIsWatched() {
    EXPECT_THAT(pass(a, site), HasSubstr("cosigned 2 entries"));
    EXPECT_THAT(pass(b, site), HasSubstr("cosigned 2 entries"));
  }

  [[nodiscard]] std::size_t evidence_of(const std::string& witness) const {
    const std::filesystem::path kept = folder.file(witness + ".json.evidence");
    return std::filesystem::exists(kept)
               ? static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{kept}, {}))
               : 0;
  }

  server::Site& site = *served.site;
};

TEST_F(AHostThatIsWatched, HasNoForkCosignedOfTheSameSize) {
  const auto fork = copy();
  grow(site, "seen by all");
  grow(*fork, "seen by one");
  ASSERT_THAT(pass(a, site), HasSubstr("cosigned 3 entries"));
  EXPECT_THAT(pass(a, *fork), HasSubstr("FORKED"));
  EXPECT_EQ(a.state().logs.front().size, 3u);
  EXPECT_EQ(evidence_of("a"), 1u);
  EXPECT_THAT(text_at(*fork, "/log/checkpoint"), Not(HasSubstr("a.example.org")));
  EXPECT_THAT(pass(a, site), HasSubstr("cosigned 3 entries")) << "the true one goes on being cosigned";
}

TEST_F(AHostThatIsWatched, HasNoForkCosignedThatGrewLarger) {
  const auto fork = copy();
  grow(site, "seen by all");
  ASSERT_THAT(pass(a, site), HasSubstr("cosigned 3 entries"));
  for (const char* name : {"one", "two", "three"}) grow(*fork, name);
  EXPECT_THAT(pass(a, *fork), HasSubstr("FORKED"));
  EXPECT_EQ(a.state().logs.front().size, 3u);
  EXPECT_EQ(evidence_of("a"), 1u);
}

TEST_F(AHostThatIsWatched, HasAForkWitnessedByTooFewForAnybody) {
  const auto fork = copy();
  grow(site, "seen by all");
  grow(*fork, "seen by one");
  ASSERT_THAT(pass(a, site), HasSubstr("cosigned 3 entries"));
  ASSERT_THAT(pass(b, *fork), HasSubstr("cosigned 3 entries")) << "b was shown the fork alone";
  EXPECT_THAT(pass(b, site), HasSubstr("FORKED"));
  EXPECT_EQ(witnessed_in(text_at(*fork, "/log/witnessed")).value().checkpoint.size, 2u);
  EXPECT_EQ(witnessed_in(text_at(site, "/log/witnessed")).value().checkpoint.size, 2u);
  EXPECT_FALSE(witnessed_in(text_at(*fork, "/log/checkpoint")));
}

TEST_F(AHostThatIsWatched, ShowsNobodyAHistoryThatPassesForWitnessed) {
  const auto fork = copy();
  grow(site, "seen by all");
  for (const auto* each : {&a, &b}) ASSERT_THAT(pass(*each, site), HasSubstr("cosigned 3 entries"));
  grow(*fork, "seen by one");
  // The audit of what somebody was shown in secret says how far it is vouched for, and that is not its end.
  const auto report = host::audit(*host::record_of(fork->live().store()), {});
  EXPECT_THAT(report.wrong, IsEmpty());
  EXPECT_EQ(report.entries, 3u);
  EXPECT_EQ(report.witnessed.entries, 2u);
  // Nor do the cosignatures of the true record serve for it.
  const std::string cosigned = text_at(site, "/log/witnessed");
  EXPECT_THAT(bring(*fork, cosigned), problem("record-fell-behind")) << "it is told that its record is not that one";
  fork->live().store().set("cosigned/00000000000000000003", cosigned);
  EXPECT_THAT(host::audit(*host::record_of(fork->live().store()), {}).wrong, HasSubstr("history was rewritten"));
}

TEST_F(AHostThatIsWatched, IsToldByTheWitnessWhenAnOlderCopyWasPutBack) {
  const auto older = copy();
  grow(site, "lost");
  ASSERT_THAT(pass(a, site), HasSubstr("cosigned 3 entries"));
  EXPECT_THAT(pass(a, *older), HasSubstr("WENT BACK"));
  EXPECT_EQ(evidence_of("a"), 1u);
  EXPECT_EQ(older->live().behind(), 3u);
  const store::Content profile{std::string(16, 'p'), R"({"email":"x@example.org","name":"X"})"};
  const auto submission = [&] {
    return served.secretary.asks(older->live(), community::RegisterPerson{store::content_hash(profile)}, {profile});
  };
  EXPECT_TRUE(std::holds_alternative<host::Failure>(older->live().execute(submission())));
  older->live().accept_loss();
  EXPECT_TRUE(std::holds_alternative<host::Receipt>(older->live().execute(submission())));
}

TEST_F(AHostThatIsWatched, IsStoppedByNobodyWhoHasNoSignatureOfItsOwn) {
  const ledger::Signer stranger{ledger::VerifierKey::parse(log_key()).value().name, sha256(bytes_of("stranger"))};
  EXPECT_THAT(bring(site, stranger.sign({stranger.key().name, 900, sha256({})})), problem("cosignature-does-not-hold"));
  EXPECT_FALSE(site.live().behind());
}

TEST_F(AHostThatIsWatched, TakesNoCosignatureThatWasMoved) {
  const std::string before = text_at(site, "/log/checkpoint");
  const std::string lines = before.substr(before.find("\u2014 a.example.org"));
  grow(site, "later");
  const std::string plain = text_at(site, "/log/checkpoint");
  ASSERT_THAT(plain, Not(HasSubstr("a.example.org")));
  EXPECT_THAT(bring(site, plain + lines), problem("cosignature-does-not-hold")) << "to another size";

  server::ServedSite other{folder, "other", naming({{"A", key_of_a}, {"B", key_of_b}}, 2)};
  EXPECT_THAT(bring(*other.site, text_at(*other.site, "/log/checkpoint") + lines), problem("cosignature-does-not-hold"))
      << "to another log";
  EXPECT_THAT(bring(*other.site, before), problem("cosignature-does-not-hold")) << "with its own note";

  std::string renamed = lines;
  renamed.replace(renamed.find("a.example.org"), 13, "c.example.org");
  EXPECT_THAT(bring(site, plain + renamed.substr(0, renamed.find('\n') + 1)), problem("witness-not-named"))
      << "to another name";
}

TEST_F(AHostThatIsWatched, TakesCosignaturesOfTheCharterWitnessesAlone) {
  grow(site, "later");
  const std::string note = text_at(site, "/log/checkpoint");
  const ledger::Cosigner stranger{"stranger.example.org", sha256(bytes_of("stranger"))};
  EXPECT_THAT(bring(site, note + stranger.cosign(note, clock_now())), problem("witness-not-named"));
  EXPECT_THAT(bring(site, note), problem("witness-not-named"));
  EXPECT_THAT(bring(site, std::string(9000, 'x')), problem("bad-input"));
  const auto kept = host::cosigned_notes(site.live().store());
  ASSERT_EQ(kept.size(), 1u);
  EXPECT_EQ(ledger::read_unverified(kept.front()).value().size, 2u) << "nothing was kept for a stranger";
}

TEST_F(AHostThatIsWatched, TakesNoCosignatureFromTheFuture) {
  const std::string note = text_at(site, "/log/checkpoint");
  const std::string plain = note.substr(0, note.find("\u2014 a.example.org"));
  const auto cosigner = witness::StateFile{folder.file("a.json")}.state().cosigner();
  EXPECT_THAT(bring(site, plain + cosigner.cosign(plain, clock_now() + minutes{6})), problem("cosignature-too-early"));
  EXPECT_EQ(bring(site, plain + cosigner.cosign(plain, clock_now() + minutes{4})).status, 200u);
}

class WitnessesThatCome : public ::testing::Test, protected Watched {
 protected:
  server::Site& site = *served.site;
};

TEST_F(WitnessesThatCome, MakeAHeadWitnessedOnceThereAreEnough) {
  EXPECT_THAT(pass(a, site), HasSubstr("cosigned 2 entries"));
  EXPECT_THAT(ask(site, "GET", "/log/witnessed"), problem("not-witnessed-yet"));
  EXPECT_THAT(text_at(site, "/log/checkpoint"), HasSubstr("a.example.org"));
  EXPECT_THAT(pass(b, site), HasSubstr("cosigned 2 entries"));
  EXPECT_EQ(witnessed_in(text_at(site, "/log/witnessed")).value().checkpoint.size, 2u);
  EXPECT_TRUE(witnessed_in(text_at(site, "/log/checkpoint")));
}

TEST_F(WitnessesThatCome, MeetAtOneSizeAlthoughTheRecordGrowsBetween) {
  ASSERT_THAT(pass(a, site), HasSubstr("cosigned 2 entries"));
  grow(site, "between");
  const std::string told = pass(b, site);
  EXPECT_THAT(told, HasSubstr("cosigned 2 entries"));
  EXPECT_THAT(told, HasSubstr("cosigned 3 entries"));
  EXPECT_EQ(witnessed_in(text_at(site, "/log/witnessed")).value().checkpoint.size, 2u);
  EXPECT_THAT(pass(a, site), HasSubstr("cosigned 3 entries"));
  EXPECT_EQ(witnessed_in(text_at(site, "/log/witnessed")).value().checkpoint.size, 3u);
  EXPECT_EQ(host::cosigned_notes(site.live().store()).size(), 1u) << "older ones are given up";
}

TEST_F(WitnessesThatCome, AreToldOfInAnAuditAndInAnExport) {
  for (const auto* each : {&a, &b}) ASSERT_THAT(pass(*each, site), HasSubstr("cosigned 2 entries"));
  grow(site, "later");
  const auto exported = store::open_sqlite(folder.file("export.ccop"), true);
  host::copy_community(site.live().store(), *exported, host::Secrets::leave_out);
  for (store::Store* store : {&site.live().store(), exported.get()}) {
    const auto report = host::audit(*host::record_of(*store), {});
    EXPECT_THAT(report.wrong, IsEmpty());
    EXPECT_EQ(report.witnessed.needed, 2u);
    EXPECT_EQ(report.witnessed.entries, 2u);
    ASSERT_EQ(report.witnessed.by.size(), 2u);
    EXPECT_EQ(report.witnessed.by.front().name, "A");
    EXPECT_LE(std::chrono::abs(report.witnessed.by.front().at - clock_now()), minutes{1});
  }
}

TEST_F(WitnessesThatCome, SpoilAnAuditWhereWhatTheyCosignedIsNotThere) {
  grow(site, "later");
  for (const auto* each : {&a, &b}) ASSERT_THAT(pass(*each, site), HasSubstr("cosigned 3 entries"));
  const auto note = host::cosigned_notes(site.live().store()).front();
  const auto audited = [&](const std::string& cosigned) {
    const auto older = copy();
    older->live().store().set("cosigned/00000000000000000003", cosigned);
    return host::audit(*host::record_of(older->live().store()), {}).wrong;
  };
  EXPECT_THAT(audited(note), IsEmpty());
  std::string broken = note;
  broken.replace(broken.find("\u2014 a.example.org ") + 30, 4, "AAAA");
  EXPECT_THAT(audited(broken), HasSubstr("does not hold"));
  const ledger::Signer log{ledger::VerifierKey::parse(log_key()).value().name, sha256(bytes_of("another"))};
  EXPECT_THAT(audited(log.sign({log.key().name, 3, sha256({})})), HasSubstr("not signed by the log's key"));
}

TEST_F(WitnessesThatCome, AreOfferedToWhoeverHasASeatAlone) {
  EXPECT_EQ(ask(site, "GET", "/api/log/witnesses").status, 401u);
}

}  // namespace
}  // namespace ccop::hostile
