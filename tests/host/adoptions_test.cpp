// What Members made of recommendations, as it is kept: wrapped by the master key, in backups, and in nothing else.
#include "host/adoptions.hpp"

#include "host/rewrap.hpp"
#include "store/sealed_settings.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>

namespace ccop::host {
namespace {

using community::DecisionId;
using community::ItemId;
using community::OrganizationId;
using community::Recommendation;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

constexpr OrganizationId one{3};
constexpr OrganizationId other{4};

Adoption said(Recommendation about, AdoptionState state, const std::string& text = "To the board in May.") {
  return {about, state, text, {7}, from_rfc3339("2026-05-04T10:00:00.000Z").value()};
}

class AnAdoption : public ::testing::Test {
 protected:
  store::MasterKey key{sha256(bytes_of("master"))};
  testing::TemporaryFolder folder;
  std::unique_ptr<store::Store> store = store::open_sqlite(folder.file("record.db"), true);
  static inline const Recommendation decision{DecisionId{0}, {}};
  static inline const Recommendation item{{}, ItemId{0}};
};

TEST_F(AnAdoption, IsSaidOnceAboutEachThingAndTakenBack) {
  Adoptions kept{*store, key};
  kept.say(one, said(decision, AdoptionState::conveyed));
  kept.say(one, said(item, AdoptionState::declined));
  kept.say(one, said(decision, AdoptionState::adopted));
  EXPECT_THAT(kept.of(one),
              UnorderedElementsAre(said(decision, AdoptionState::adopted), said(item, AdoptionState::declined)));
  kept.take_back(one, item);
  EXPECT_THAT((Adoptions{*store, key}.of(one)), UnorderedElementsAre(said(decision, AdoptionState::adopted)));
  EXPECT_THAT(kept.of(other), IsEmpty());
}

TEST_F(AnAdoption, IsCountedWithoutSayingWhose) {
  Adoptions kept{*store, key};
  kept.say(one, said(decision, AdoptionState::adopted));
  kept.say(other, said(decision, AdoptionState::adopted));
  kept.say(other, said(item, AdoptionState::conveyed));
  EXPECT_EQ(kept.counts({one, other}),
            (std::map<Recommendation, AdoptionCount>{{decision, {0, 2, 0}}, {item, {1, 0, 0}}}));
  // One that left counts no more.
  EXPECT_EQ(kept.counts({one}), (std::map<Recommendation, AdoptionCount>{{decision, {0, 1, 0}}}));
}

TEST_F(AnAdoption, TellsWhoeverReadsTheDatabaseNothingAndCantBeGivenToAnother) {
  Adoptions{*store, key}.say(one, said(decision, AdoptionState::adopted, "planted-word"));
  const std::string wrapped = store->setting("adoption/3").value();
  EXPECT_THAT(wrapped, Not(HasSubstr("planted-word")));
  EXPECT_THAT(wrapped, Not(HasSubstr("adopted")));
  EXPECT_THROW((Adoptions{*store, store::MasterKey{sha256(bytes_of("another"))}}), store::StoreError);
  store->set("adoption/4", wrapped);
  EXPECT_THROW((Adoptions{*store, key}), store::StoreError);
}

TEST_F(AnAdoption, ComesUnderAnotherMasterKeyWithAllElse) {
  const store::MasterKey next{sha256(bytes_of("next"))};
  Adoptions{*store, key}.say(one, said(decision, AdoptionState::adopted));
  store::seal_settings(*store, key);
  rewrap(*store, key, next);
  EXPECT_THAT((Adoptions{*store, next}.of(one)), UnorderedElementsAre(said(decision, AdoptionState::adopted)));
  EXPECT_THROW((Adoptions{*store, key}), store::StoreError);
}

}  // namespace
}  // namespace ccop::host
