// What an election's page computes of real keys and ballots, and what it offers to whom.
#include "host/hosted_election.hpp"
#include "server/elections/views.hpp"
#include "server/served_site.hpp"

#include <algorithm>

namespace ccop::server {
namespace {

using namespace community;

class AnElectionsPage : public host::testing::AHostedElection {};

/// Adding up is slow where many have voted: the archive needs it once, and so does the page, though it shows the totals
/// to a trustee and the result to whoever declares it.
TEST_F(AnElectionsPage, CountsOnce) {
  open();
  EXPECT_EQ(vote(0, 1), "");
  EXPECT_EQ(vote(2, 2), "");
  EXPECT_EQ(vote(3, 0), "");
  close();
  for (const std::uint32_t number : {1u, 3u}) must(trustee(number), posting(number));
  const ContentHash one_ballot = election().ballots.front().ballot;
  std::size_t times_read = 0;
  const host::ElectionRecord watched{host::facts_of(story.now, id, story.time), [&](const ContentHash& hash) {
                                       if (hash == one_ballot) ++times_read;
                                       return read_text(hash);
                                     }};
  const std::string archive = watched.archive();
  const std::size_t for_the_archive = std::exchange(times_read, 0);
  ElectionView page;
  add_record(watched, trustee(1), page);
  EXPECT_EQ(times_read, for_the_archive);
  ASSERT_TRUE(page.as_trustee && page.to_declare);
  EXPECT_EQ(page.to_declare->archive, to_hex(sha256(bytes_of(archive))));
  EXPECT_EQ(page.to_declare->counts, (std::vector<std::uint64_t>{1, 1, 1}));
}

/// What the page offers, where of the trustees one speaks for no organization, and another's has no voting key.
class AnElectionsOffers : public AnElectionsPage {
 protected:
  AnElectionsOffers() {
    make_keys();
    for (std::size_t i = 0; i < people.size(); ++i)
      if (people[i] != keyless()) must(people[i], registration(i));
    begin_session();
    const auto voters = voters_at(story.now, election(), story.time);
    must(story.secretary(), OpenElection{id, candidates(), voters.without_key, bring(record().setup_json())});
  }
  ~AnElectionsOffers() override { served.site->stop(); }

  [[nodiscard]] PersonId seatless() const { return story.secretary(); }
  [[nodiscard]] PersonId keyless() const { return trustee(2); }
  [[nodiscard]] PersonId trustee_on_the_roll() const { return trustee(3); }
  [[nodiscard]] ElectionView shown_to(PersonId person) const {
    const Call call{parts, request, {person, true}, story.time};
    return election_view(Reading{story.now, call}, id);
  }
  [[nodiscard]] std::string offered_to(PersonId person) const {
    std::string names;
    shown_to(person).may.write_json(names);
    return names;
  }
  [[nodiscard]] bool awaits(PersonId person, std::string_view kind) const {
    return std::ranges::any_of(tasks(story.now, person, story.time), [&](const Task& t) { return t.kind == kind; });
  }

 private:
  const ccop::testing::TemporaryFolder folder;
  ServedSite served{folder, "ccop"};
  EventHub events;
  SecurityLog security{{}};
  Quotas quotas{{}};
  const Served parts{"ccop",
                     {{"localhost", {"http://localhost:8080"}}, false},
                     served.site->live(),
                     served.site->admission(),
                     events,
                     served.site->rooms(),
                     security,
                     quotas,
                     {}};
  const Request request;
};

using ::testing::HasSubstr;
using ::testing::Not;

TEST_F(AnElectionsOffers, AreNoBallotToATrusteeFromOutsideTheRoll) {
  ASSERT_EQ(trustee(1), seatless());
  ASSERT_FALSE(membership(story.now).own_organization(seatless(), story.time));
  for (const PersonId person : {seatless(), keyless()}) {
    EXPECT_THAT(offered_to(person), Not(HasSubstr("cast-ballot")));
    EXPECT_FALSE(shown_to(person).on_roll);
    EXPECT_FALSE(awaits(person, "cast-ballot"));
  }
  EXPECT_THAT(offered_to(trustee_on_the_roll()), HasSubstr("cast-ballot"));
  EXPECT_TRUE(awaits(trustee_on_the_roll(), "cast-ballot"));
}

TEST_F(AnElectionsOffers, AreNoBallotToAnObserver) {
  const auto observer = std::ranges::find(membership(story.now).organizations, Status::observer, &Organization::status);
  EXPECT_THAT(offered_to(story.representative(observer->key)), Not(HasSubstr("cast-ballot")));
}

TEST_F(AnElectionsOffers, AreTheTotalsToEveryTrusteeWhetherOnTheRollOrNot) {
  for (const std::size_t voter : {0u, 1u, 2u, 3u, 4u, 5u, 6u})
    if (people[voter] != keyless()) EXPECT_EQ(vote(voter, 1), "");
  close();
  for (const PersonId person : {seatless(), keyless(), trustee_on_the_roll()}) {
    EXPECT_THAT(offered_to(person), HasSubstr("post-decryption"));
    EXPECT_TRUE(awaits(person, "decrypt-totals"));
  }
}

}  // namespace
}  // namespace ccop::server
