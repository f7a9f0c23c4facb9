// What happens in a room is sealed for whoever was not there; a host can't use that to put into the record what never
// happened, nor to leave out what did (clause 5.5).
#include "host/sealed.hpp"

#include "host/missed_acts.hpp"
#include "host/transfer.hpp"
#include "hostile/rewritten.hpp"

#include <gtest/gtest.h>

namespace ccop::hostile {
namespace {

using namespace community;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

/// Which of these entries are sealed.
std::vector<bool> sealed_among(const std::vector<Entry>& entries) {
  Community now;
  std::vector<bool> sealed;
  for (const Entry& entry : entries) {
    const std::size_t before = meetings(now).sealed.size();
    apply(now, entry.acts, asking_of(entry));
    sealed.push_back(meetings(now).sealed.size() > before);
  }
  return sealed;
}

/// The year as it is shown to somebody who was in no room.
class ForAMember final : public host::RecordSource {
 public:
  explicit ForAMember(const std::vector<Entry>& entries = lived_year().entries) : sealed_(sealed_among(entries)) {}

  std::string checkpoint() override { return source_->checkpoint(); }
  std::vector<std::string> cosigned() override { return {}; }
  void each_entry(std::uint64_t size, const std::function<void(std::string_view)>& each) override {
    std::uint64_t at = 0;
    source_->each_entry(size, [&](std::string_view bytes) {
      if (sealed_.at(at++) || at - 1 == also_sealed)
        each(host::sealed_leaf(bytes));
      else
        each(bytes);
    });
  }
  std::optional<std::string> tile(std::uint32_t level, std::uint64_t index) override {
    return source_->tile(level, index);
  }
  [[nodiscard]] host::Holding holding() const override { return held; }
  std::optional<store::ContentRow> content(const ContentHash&) override { return std::nullopt; }

  [[nodiscard]] std::uint64_t count() const { return static_cast<std::uint64_t>(std::ranges::count(sealed_, true)); }
  host::Holding held = host::Holding::nothing;
  std::uint64_t also_sealed = std::numeric_limits<std::uint64_t>::max();

 private:
  std::unique_ptr<store::Store> store_ = lived_year().open();
  std::unique_ptr<host::RecordSource> source_ = host::record_of(*store_);
  std::vector<bool> sealed_;
};

TEST(AMembersAudit, SaysWhatRestsOnTheSignaturesOfThoseWhoWereThere) {
  ForAMember shown;
  ASSERT_GT(shown.count(), 20u);
  const auto report = host::audit(shown, {});
  EXPECT_EQ(report.wrong, "");
  EXPECT_EQ(report.sealed.entries, shown.count());
  EXPECT_GT(report.sealed.results, 0u);
  EXPECT_GT(report.sealed.attested, 0u);
  EXPECT_EQ(report.sealed.open, 0u);
}

TEST(AMembersAudit, ReadsTheFileThatTheyWereGiven) {
  const ccop::testing::TemporaryFolder folder;
  const auto store = store::open_sqlite(folder.file("given.db"), true);
  ForAMember shown;
  host::copy_for_a_seat(
      shown, [](const auto&) {}, *store);
  const auto report = host::audit(*host::record_of(*store), {});
  EXPECT_EQ(report.wrong, "");
  EXPECT_EQ(report.sealed.entries, shown.count());
}

TEST(TheCommitteesAudit, DecidesEverythingAgain) {
  const auto report = audit_of(lived_year().entries);
  EXPECT_EQ(report.wrong, "");
  EXPECT_EQ(report.sealed.entries, 0u);
}

TEST(AHostThatSeals, HidesNothingThatHappenedInNoRoom) {
  ForAMember shown;
  shown.also_sealed = first_of<OpenSession>(lived_year().entries) - 1;
  EXPECT_THAT(host::audit(shown, {}).wrong, HasSubstr("no session was open in which it could have happened"));
}

TEST(AHostThatSeals, HidesNothingElseWhileARoomIsOpen) {
  // A motion was proposed in the room: what follows of it can't be applied.
  ForAMember shown;
  shown.also_sealed = first_of<OpenMotion>(lived_year().entries);
  EXPECT_NE(host::audit(shown, {}).wrong, "");
}

TEST(AHostThatSeals, GivesNoBackupWithHoles) {
  ForAMember shown;
  shown.held = host::Holding::everything;
  EXPECT_THAT(host::audit(shown, {}).wrong, HasSubstr("a copy that has to hold everything"));
}

TEST(ASealedLeaf, IsReadInItsOneForm) {
  const std::string leaf = host::sealed_leaf("an entry");
  EXPECT_EQ(host::read_sealed_leaf(leaf), ledger::leaf_hash(bytes_of("an entry")));
  for (const std::string& other :
       {std::string{"an entry"}, std::string{R"({"sealed":""})"}, std::string{R"({"sealed":")"}, leaf + " ",
        R"({"sealed":"AAAA"})" + std::string{}, leaf.substr(0, leaf.size() - 3) + R"(_"})", std::string{}})
    EXPECT_EQ(host::read_sealed_leaf(other), std::nullopt) << other;
}

/// A room with a vote in it, audited by somebody who was not there. Of signatures nothing is asked here: the host has
/// the record as it likes, and people sign what their devices counted.
class ARoomThatWasNotSeen : public ::testing::Test {
 protected:
  ARoomThatWasNotSeen() : people(ccop.members(20)) {
    session = ccop.executive_session({people.begin(), people.begin() + 17});
    motion = ccop.motion(people[1], session, Method::vote);
    ccop.ask(people[0], OpenMotion{motion, {}, {}, {}});
    for (std::uint32_t i = 0; i < 10; ++i) ccop.ask(people[i], CastVote{motion, i < 7 ? 0u : 1u});
    ccop.ask(people[0], CloseMotion{motion});
    ccop.closes(people[0], session);
    entries = ccop.entries;
  }
  /// What is wrong by the rules, and by what was signed for; nothing where all is well. `own`: whose acts are read all
  /// the same, for they are theirs.
  std::string audited(std::optional<PersonId> own = {}) const {
    Community now;
    host::MissedActs missed;
    const std::vector<bool> sealed = sealed_among(ccop.entries);
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (i < sealed.size() && sealed[i] && entries[i].request.person != own) {
        if (auto wrong = missed.miss(now); !wrong.empty()) return wrong;
        continue;
      }
      Asking asking = asking_of(entries[i]);
      asking.recorded = &entries[i].acts;
      const Ruling ruling = decide(now, entries[i].request.command, asking);
      const auto* acts = std::get_if<std::vector<Act>>(&ruling);
      if (acts == nullptr) return std::string{std::get<Refusal>(ruling).key};
      if (to_json(*acts) != to_json(entries[i].acts)) return "other acts";
      if (auto wrong = missed.look_at(now, entries[i]); !wrong.empty()) return wrong;
      apply(now, *acts, asking);
      if (auto wrong = missed.balance(now); !wrong.empty()) return wrong;
    }
    return {};
  }
  template <class C>
  Entry& entry_of() {
    return entries[first_of<C>(entries)];
  }
  community::testing::Scenario ccop;
  std::vector<PersonId> people;
  SessionId session{};
  MotionId motion{};
  std::vector<Entry> entries;
};

TEST_F(ARoomThatWasNotSeen, IsBelievedAsItWas) {
  EXPECT_EQ(audited(), "");
}

TEST_F(ARoomThatWasNotSeen, HasNoOtherResultThanTheOneThatWasCounted) {
  MotionClosed told = *entry_of<CloseMotion>().acts.front().as<MotionClosed>();
  told.counts = {3, 7, 0};
  told.outcome = Outcome::rejected;
  told.winner.reset();
  entry_of<CloseMotion>().acts.front() = told;
  EXPECT_EQ(audited(), "the result of a motion is not what those who were there counted");
}

TEST_F(ARoomThatWasNotSeen, HasNoOutcomeThatItsCountsDoNotGive) {
  MotionClosed told = *entry_of<CloseMotion>().acts.front().as<MotionClosed>();
  told.outcome = Outcome::rejected;
  told.winner.reset();
  entry_of<CloseMotion>().acts.front() = told;
  EXPECT_EQ(audited(), "other acts");
}

TEST_F(ARoomThatWasNotSeen, HasNoMoreAndNoFewerSealedActsThanWereSignedFor) {
  // A vote more, which nobody who was there has counted.
  const auto last_vote = first_of<CloseMotion>(ccop.entries) - 1;
  ccop.entries.insert(ccop.entries.begin() + static_cast<std::ptrdiff_t>(last_vote), ccop.entries[last_vote]);
  entries = ccop.entries;
  EXPECT_THAT(audited(), HasSubstr("sealed acts, and"));
}

TEST_F(ARoomThatWasNotSeen, IsClosedWithTheNumbersThatWereAttested) {
  const auto closing = first_of<CloseSession>(entries);
  CloseSession asked = *entries[closing].request.command.as<CloseSession>();
  asked.counts.acts -= 1;
  entries[closing].request.command = asked;
  EXPECT_EQ(audited(), "counts-differ");
}

TEST_F(ARoomThatWasNotSeen, IsAttestedByAMemberAlone) {
  const auto drawing = first_of<BeginClosing>(entries);
  ClosingBegun told = *entries[drawing].acts.front().as<ClosingBegun>();
  told.attester = ccop.secretary();
  entries[drawing].acts.front() = told;
  EXPECT_EQ(audited(), "other acts");
}

TEST_F(ARoomThatWasNotSeen, BringsForthNoActsButItsOwn) {
  entry_of<CloseMotion>().acts.emplace_back(SecretaryAppointed{people[3], ccop.time});
  EXPECT_EQ(audited(), "other acts");
}

/// The same room, in which an alternate voted and the main representative changed that.
class AVoteThatWasChangedUnseen : public ARoomThatWasNotSeen {
 protected:
  AVoteThatWasChangedUnseen() {
    const PersonId alternate = ccop.person();
    ccop.ask(main, NameAlternate{alternate, ccop.time + std::chrono::seconds{1}, ccop.time + days{9}});
    session = ccop.executive_session({people.begin(), people.begin() + 17});
    motion = ccop.motion(people[1], session, Method::vote);
    ccop.ask(people[0], OpenMotion{motion, {}, {}, {}});
    ccop.ask(main, DeclareAbsence{ccop.time + std::chrono::seconds{1}, ccop.time + hours{4}});
    ccop.pass(minutes{1});
    ccop.ask(alternate, AcceptDiscretion{meetings(ccop.now).sessions[session].meeting});
    ccop.ask(alternate, EnterSession{session});
    ccop.ask(alternate, CastVote{motion, 0});
    ccop.ask(main, EndAbsence{});
    ccop.ask(main, ChangeVote{motion, 1});
    ccop.ask(people[0], CloseMotion{motion});
    ccop.closes(people[0], session);
    entries = ccop.entries;
  }
  const PersonId main = people[3];
};

TEST_F(AVoteThatWasChangedUnseen, IsBelievedByWhoeverReadsNeitherAndByWhoeverReadsTheChangeAlone) {
  EXPECT_THAT(decisions(ccop.now).motions[motion].counts, ::testing::ElementsAre(0, 1, 0));
  EXPECT_EQ(audited(), "");
  EXPECT_EQ(audited(main), "");
}

TEST_F(AVoteThatWasChangedUnseen, IsNoneThatNobodyCouldHaveCastOrThatChangesNothing) {
  VoteChanged changed = *entry_of<ChangeVote>().acts.front().as<VoteChanged>();
  changed.before = 3;
  entry_of<ChangeVote>().acts.front() = changed;
  EXPECT_EQ(audited(main), "no-vote-to-change");
  changed.before = changed.choice;
  entry_of<ChangeVote>().acts.front() = changed;
  EXPECT_EQ(audited(main), "voted-so-already");
}

}  // namespace
}  // namespace ccop::hostile
