// A host whose charter names witnesses, and a deadline: it is over when they show it, whatever the host's clock says.
#include "hostile/rewritten.hpp"
#include "hostile/watched.hpp"
#include "server/log/pushes.hpp"

#include <gtest/gtest.h>

#include <numeric>

namespace ccop::hostile {
namespace {

using namespace community;
using community::testing::refused_for;
using ::testing::HasSubstr;

class ADeadline : public ::testing::Test {
 protected:
  ADeadline() {
    open(false);
    takes(secretary.founding(*live, charter_with_witnesses(), "harbour"));
    takes(secretary.enrols(*live));
    has_a_silence_procedure();
  }

  /// `by_itself`: it looks at its clock although nobody asks for anything.
  void open(bool by_itself) {
    cosigned.reset();
    live.reset();
    live =
        std::make_unique<host::LiveCommunity>(store::open_sqlite(folder.file("c.db"), true), master(), "localhost/log",
                                              host::Surroundings{[this] { return now(); }, fill_random, by_itself});
    cosigned = std::make_unique<host::CosignedNotes>(*live);
  }
  [[nodiscard]] Time now() const { return Time{std::chrono::milliseconds{clock}}; }
  void set_clock(Time to) { clock = to.time_since_epoch().count(); }

  [[nodiscard]] std::string charter_with_witnesses() const {
    return community::testing::charter_text("tests/charters/harbour.toml") +
           naming({{"A", a.key()}, {"B", b.key()}}, 2);
  }
  void takes(host::Submission submission) const {
    const auto outcome = live->execute(std::move(submission));
    const auto* refusal = std::get_if<Refusal>(&outcome);
    ASSERT_TRUE(std::holds_alternative<host::Receipt>(outcome)) << (refusal == nullptr ? "" : refusal->key);
  }
  /// A Member's representative moves something, and the Secretary puts it to a silence procedure.
  void has_a_silence_procedure() {
    const store::Content profile{std::string(16, 'p'), R"({"name":"Ada"})"};
    takes(secretary.asks(*live, RegisterPerson{store::content_hash(profile)}, {profile}));
    ccop::testing::Device ada{"Ada", PersonId{1}};
    std::vector<std::uint32_t> all(
        live->read([](const Community& state) { return charter(state).membership.responsibilities.size(); }));
    std::iota(all.begin(), all.end(), 0u);
    takes(secretary.asks(*live, AppointRepresentative{OrganizationId{0}, ada.person(), now(), {}, all}));
    takes(secretary.asks(*live, OfferEnrolment{ada.person(), ada.link_key(), now() + days{1}}));
    takes(ada.enrols(*live));
    const store::Content text{std::string(16, 't'), R"({"title":"That we share more."})"};
    takes(ada.asks(*live,
                   ProposeMotion{{}, Purpose::resolution, store::content_hash(text), {}, Method::silence, false, {}},
                   {text}));
    takes(secretary.asks(*live, OpenMotion{MotionId{0}, deadline, "Europe/Rome", 60}));
    // Its deadline alone is what it waits for.
    const store::Content way{std::string(16, 'w'), "by telephone"};
    for (const OrganizationId seat : live->read([&](const Community& state) { return membership(state).roll(now()); }))
      takes(secretary.asks(*live, AttestDelivery{MotionId{0}, seat, store::content_hash(way)}, {way}));
  }
  [[nodiscard]] host::Outcome acts(const std::string& name) {
    const store::Content profile{std::string(16, 'p'), R"({"name":")" + name + R"("})"};
    return live->execute(secretary.asks(*live, RegisterPerson{store::content_hash(profile)}, {profile}));
  }
  [[nodiscard]] bool can_act(const std::string& name) { return std::holds_alternative<host::Receipt>(acts(name)); }
  /// These witnesses cosign the newest head.
  void cosign(Time at, const std::vector<const ledger::Cosigner*>& by) const {
    const std::string note = live->store().checkpoint();
    ASSERT_EQ(cosigned->take(cosigned_by(note, at, by)), host::CosignedNotes::Taken::kept);
  }
  [[nodiscard]] static std::string cosigned_by(const std::string& note, Time at,
                                               const std::vector<const ledger::Cosigner*>& by) {
    std::string all = note;
    for (const auto* each : by) all += each->cosign(note, at);
    return all;
  }
  [[nodiscard]] host::AuditReport audited() const { return host::audit(*host::record_of(live->store()), {}); }
  [[nodiscard]] std::vector<Entry> entries() const {
    std::vector<Entry> all;
    live->store().read_entries(0, live->size(), [&](std::string_view bytes) { all.push_back(decode_entry(bytes)); });
    return all;
  }

  const ccop::testing::TemporaryFolder folder;
  const ledger::Cosigner a{"a.example.org", sha256(bytes_of("a"))};
  const ledger::Cosigner b{"b.example.org", sha256(bytes_of("b"))};
  const ledger::Cosigner stranger{"stranger.example.org", sha256(bytes_of("stranger"))};
  const Time begun = community::testing::at("2026-01-05T09:00");
  const Time deadline = begun + days{9};
  std::atomic<std::int64_t> clock{begun.time_since_epoch().count()};
  ccop::testing::Device secretary{"Secretary"};
  std::unique_ptr<host::LiveCommunity> live;
  std::unique_ptr<host::CosignedNotes> cosigned;
};

TEST_F(ADeadline, IsSettledOnceEnoughWitnessesShowThatItHasPassed) {
  EXPECT_TRUE(can_act("in time"));
  set_clock(deadline + minutes{1});
  EXPECT_THAT(acts("too early"), refused_for("settle-deadlines-first"));
  EXPECT_TRUE(live->awaits_witnesses());
  cosign(deadline - std::chrono::seconds{1}, {&a, &b});
  EXPECT_THAT(acts("too early"), refused_for("settle-deadlines-first")) << "what they cosigned before shows nothing";
  cosign(deadline + minutes{1}, {&a});
  EXPECT_THAT(acts("too early"), refused_for("settle-deadlines-first")) << "one of two is not enough";
  cosign(deadline, {&b});
  EXPECT_TRUE(can_act("after"));
  EXPECT_FALSE(live->awaits_witnesses());
  EXPECT_TRUE(live->read([](const Community& state) { return decisions(state).registered.size(); }) == 1);
  const auto report = audited();
  EXPECT_EQ(report.wrong, "");
  EXPECT_EQ(report.settled, 1u);
  EXPECT_EQ(report.by_witnesses, 1u);
  EXPECT_EQ(report.on_its_word, 0u);
}

TEST_F(ADeadline, WaitsForThemOverARestart) {
  set_clock(deadline + minutes{1});
  open(false);
  EXPECT_THAT(acts("too early"), refused_for("settle-deadlines-first"));
  cosign(deadline, {&a, &b});
  open(false);
  EXPECT_TRUE(can_act("after")) << "what they showed before the start counts";
}

/// The entry has what shows it: nobody need keep anything beside.
TEST_F(ADeadline, IsShownByTheRecordAlone) {
  set_clock(deadline + minutes{1});
  cosign(deadline, {&a, &b});
  ASSERT_TRUE(can_act("after"));
  ASSERT_FALSE(host::cosigned_notes(live->store()).empty());
  const auto copied = store::open_sqlite(folder.file("copy.db"), true);
  host::copy_community(live->store(), *copied, host::Secrets::leave_out);
  for (const auto& note : host::cosigned_notes(*copied)) {
    const std::string size = std::to_string(host::size_of(note));
    copied->unset("cosigned/" + std::string(20 - size.size(), '0') + size);
  }
  ASSERT_TRUE(host::cosigned_notes(*copied).empty());
  const auto report = host::audit(*host::record_of(*copied), {});
  EXPECT_EQ(report.wrong, "");
  EXPECT_EQ(report.by_witnesses, 1u);
}

/// The lie: a host whose clock runs ahead, and that asks no witness. People act later, but that does not show that
/// nobody was kept from objecting.
TEST_F(ADeadline, OfAHostWhoseClockRanAheadRestsOnItsWordForGood) {
  live->settle_on_its_word();
  set_clock(deadline);
  EXPECT_TRUE(can_act("at once"));
  set_clock(deadline + days{1});
  cosign(now(), {&a, &b});
  EXPECT_TRUE(can_act("long after"));
  const auto report = audited();
  EXPECT_EQ(report.wrong, "");
  EXPECT_EQ(report.settled, 1u);
  EXPECT_EQ(report.by_witnesses, 0u);
  EXPECT_EQ(report.on_its_word, 1u);
  EXPECT_EQ(report.unwitnessed, 1u);
}

TEST_F(ADeadline, IsShownByNoOtherCheckpoint) {
  set_clock(deadline + minutes{1});
  const std::string head = live->store().checkpoint();
  cosign(deadline, {&a, &b});
  ASSERT_TRUE(can_act("after"));
  auto all = entries();
  all.resize(first_of<SettleDue>(all) + 1);
  const auto said_of = [&](const std::string& note, Time passed) {
    all.back().request.command = SettleDue{passed, note};
    return audit_in_place_of(live->store(), all, {.now = now()}).wrong;
  };
  const Time later = deadline + minutes{1};
  const std::string sound = cosigned_by(head, later, {&a, &b});
  EXPECT_EQ(said_of(sound, deadline), "");
  EXPECT_EQ(said_of(sound, later), "");
  EXPECT_THAT(said_of(cosigned_by(head, deadline, {&a, &b}), later), HasSubstr("before the deadline had passed"));
  const auto not_cosigned = HasSubstr("not cosigned as the charter asks");
  EXPECT_THAT(said_of(head, deadline), not_cosigned);
  EXPECT_THAT(said_of(cosigned_by(head, later, {&a}), deadline), not_cosigned);
  EXPECT_THAT(said_of(cosigned_by(head, later, {&a, &a}), deadline), not_cosigned);
  EXPECT_THAT(said_of(cosigned_by(head, later, {&a, &stranger}), deadline), not_cosigned);
  EXPECT_THAT(said_of("no note", deadline), not_cosigned);
  // What they cosigned once, with a time of the host's choice.
  std::string redated = cosigned_by(head, deadline - minutes{1}, {&a, &b});
  const std::string lines = cosigned_by(head, later, {&b});
  const auto place = redated.rfind(" ") + 1;
  redated.replace(place, 16, lines.substr(lines.rfind(" ") + 1, 16));
  EXPECT_THAT(said_of(redated, deadline), not_cosigned);
  EXPECT_THAT(said_of(cosigned_by(head, now() + minutes{6}, {&a, &b}), deadline), HasSubstr("yet to come"));

  host::LogKeys keys{live->store(), *master(), "unused"};
  const std::uint64_t size = host::size_of(head);
  const std::string& name = keys.signer().key().name;
  const std::string fork = keys.signer().sign(ledger::Checkpoint{name, size, sha256(bytes_of("fork"))});
  EXPECT_THAT(said_of(cosigned_by(fork, later, {&a, &b}), deadline), HasSubstr("not of this record"));
  const std::string beyond = keys.signer().sign(ledger::Checkpoint{name, size + 1, sha256(bytes_of("beyond"))});
  EXPECT_THAT(said_of(cosigned_by(beyond, later, {&a, &b}), deadline), HasSubstr("not of this record"));
  const ledger::Signer other{name, sha256(bytes_of("another log"))};
  const std::string theirs = other.sign(ledger::read_unverified(head).value());
  EXPECT_THAT(said_of(cosigned_by(theirs, later, {&a, &b}), deadline), not_cosigned);
}

TEST_F(ADeadline, HasWitnessesThatListenAskedAgain) {
  set_clock(deadline - minutes{1});
  open(true);
  const auto answered = [&](const exchange::Fetching& asking) {
    const auto asked = ledger::parse_add_checkpoint(asking.body.value()).value();
    const auto& by = asking.url.starts_with("http://a") ? a : b;
    return exchange::Fetched{200, by.cosign(asked.note, now()), {}, {}};
  };
  server::Pushes pushes{*live, *cosigned, answered, {{"A", "http://a.example"}, {"B", "http://b.example"}}};
  const std::uint64_t size = live->size();
  set_clock(deadline + minutes{1});
  for (int i = 0; i < 200 && live->size() == size; ++i) std::this_thread::sleep_for(std::chrono::milliseconds{100});
  EXPECT_EQ(live->size(), size + 1);
  pushes.stop();
  EXPECT_EQ(audited().by_witnesses, 1u);
}

}  // namespace
}  // namespace ccop::hostile
