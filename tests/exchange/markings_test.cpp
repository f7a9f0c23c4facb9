// Markings in whatever form they come: what is brought never travels further than its marking says, in or out. The
// inputs in cases/ are ones that programs like this one got wrong.
#include "cli/program.hpp"
#include "community/community.hpp"
#include "exchange/csv/lists.hpp"
#include "exchange/files.hpp"
#include "exchange/keys.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>

#include <sstream>

namespace ccop::exchange {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::string input(const std::string& name) {
  return cli::read_file(std::string{CCOP_SOURCE_DIR} + "/tests/exchange/cases/" + name);
}

class MarkingsBrought : public ::testing::Test {
 protected:
  IntakeReport bring(Format format, const std::string& text, Level least = Level::clear, bool narrow_too = false) {
    Intake intake{exchange_, party_, identities_, {least, true, true, narrow_too}};
    const auto reader = reader_of(format, "f", {identities_.community(), microseconds_now(), least, false}, intake);
    for (std::size_t at = 0; at < text.size(); at += 13) reader->feed(std::string_view{text}.substr(at, 13));
    reader->finish();
    return intake.finish();
  }
  static std::unique_ptr<store::ObjectStore> unlocked(const std::string& file) {
    auto objects = store::open_sqlite_objects(file, terms_of_row);
    static_cast<void>(Keys::unlock(*objects, store::MasterKey{sha256(bytes_of("master"))}));
    return objects;
  }
  std::vector<std::string> read_at(Level level) {
    std::vector<std::string> ids;
    const auto lists = level == Level::red ? std::vector{committee_list} : std::vector{list_of(level)};
    exchange_.store().rows(exchange_.store().page({lists}),
                           [&](store::ObjectRow&& row) { ids.push_back(identifier(row.name.type, row.name.uuid)); });
    return ids;
  }
  std::string csv_of(Level level) {
    std::ostringstream out;
    write_csv(exchange_.store(), {list_of(level)}, out);
    return out.str();
  }
  static Json definition(const Json& more = Json::object()) {
    Json json{{"type", "marking-definition"},
              {"spec_version", "2.1"},
              {"id", "marking-definition--00000000-0000-4000-8000-000000000001"},
              {"created", "2026-01-01T00:00:00Z"}};
    json.update(more);
    return json;
  }
  static Json marked(const Json& definition) {
    return {{"type", "tool"},
            {"spec_version", "2.1"},
            {"id", "tool--00000000-0000-4000-8000-000000000001"},
            {"created", "2026-01-01T00:00:00Z"},
            {"modified", "2026-01-01T00:00:00Z"},
            {"name", "n"},
            {"object_marking_refs", Json::array({definition["id"]})}};
  }
  static std::string bundle(const std::vector<Json>& objects) {
    return Json{{"type", "bundle"}, {"objects", objects}}.dump();
  }

  testing::TemporaryFolder folder_;
  Exchange exchange_{unlocked(folder_.file("x.db"))};
  community::Community state_;
  Identities identities_{"ccop", state_};
  Party party_{{community::Standing::member, true, std::nullopt}, true, Level::red};
};

TEST_F(MarkingsBrought, AsTagsOfMispCountWhateverTheirCase) {
  EXPECT_EQ(bring(Format::misp, input("misp-tlp-tag-in-capitals.json")).refused, 0u);
  EXPECT_THAT(read_at(Level::clear), IsEmpty()) << "who made the event isn't told to more than the event";
  EXPECT_THAT(read_at(Level::red), Contains(HasSubstr("indicator--")));
}

TEST_F(MarkingsBrought, AsAWordOfTlpThatNobodyKnowsAreTheStrictest) {
  std::string event = input("misp-tlp-tag-in-capitals.json");
  event.replace(event.find("TLP:RED"), 7, "TLP:MAROON");
  EXPECT_EQ(bring(Format::misp, event).refused, 0u);
  EXPECT_THAT(read_at(Level::red), Contains(HasSubstr("indicator--")));
}

TEST_F(MarkingsBrought, UnderAnotherIdAreWhatTheirDefinitionSays) {
  EXPECT_EQ(bring(Format::stix, input("stix-tlp-red-under-another-id.json")).refused, 0u);
  EXPECT_THAT(read_at(Level::red), ElementsAre("indicator--6ff441a8-8337-477a-9e63-98efe4c602bf",
                                               "indicator--e83329ca-6b4e-4221-8026-4e84f01e251a"));
}

TEST_F(MarkingsBrought, WhoseDefinitionStandsBehindTheObjectWaitForIt) {
  const Json strict = definition(
      {{"name", "TLP:AMBER+STRICT"}, {"definition_type", "statement"}, {"definition", {{"statement", "custom"}}}});
  EXPECT_EQ(bring(Format::stix, bundle({marked(strict), strict})).fresh, 2u);
  EXPECT_THAT(read_at(Level::amber_strict), ElementsAre(HasSubstr("tool--")));
}

TEST_F(MarkingsBrought, ThatAreDefinedHereAlreadyNeedNotBeDefinedAgain) {
  const Json green =
      definition({{"name", "TLP:GREEN"}, {"definition_type", "tlp"}, {"definition", {{"tlp", "green"}}}});
  EXPECT_EQ(bring(Format::stix, bundle({green})).fresh, 1u);
  EXPECT_EQ(bring(Format::stix, bundle({marked(green)})).fresh, 1u);
  EXPECT_THAT(read_at(Level::green), ElementsAre(HasSubstr("tool--")));
}

TEST_F(MarkingsBrought, ThatNobodyDefinedKeepTheirObjectOut) {
  const auto report = bring(Format::stix, bundle({marked(definition())}));
  EXPECT_EQ(report.fresh, 0u);
  EXPECT_THAT(report.mistakes, ElementsAre(HasSubstr("a marking-definition that is here or comes along")));
}

TEST_F(MarkingsBrought, AreTheStrictestOfAllThatTheirDefinitionSays) {
  const auto level = [](const Json& more) { return level_said_by(definition(more).dump()); };
  EXPECT_EQ(level({{"name", "TLP:RED"}, {"definition_type", "tlp"}, {"definition", {{"tlp", "white"}}}}), Level::red);
  EXPECT_EQ(level({{"definition_type", "tlp"}, {"definition", {{"tlp", "purple"}}}}), Level::red);
  EXPECT_EQ(level({{"definition_type", "tlp"}, {"definition", {{"tlp", 4}}}}), Level::red);
  EXPECT_EQ(level({{"name", "tlp amber strict"}}), Level::amber_strict);
  EXPECT_EQ(level({{"name", "Copyright"}, {"definition", {{"statement", "All rights reserved"}}}}), std::nullopt);
}

TEST_F(MarkingsBrought, OfTheStandardAreRedefinedByNobody) {
  for (const bool is_committee : {false, true}) {
    party_.sharer.is_committee = is_committee;
    const auto report = bring(Format::stix, input("stix-redefines-tlp-red-1.0-as-white.json"));
    EXPECT_EQ(report.fresh, 0u);
    EXPECT_THAT(report.mistakes, ElementsAre(HasSubstr("what this id stands for everywhere")));
  }
  Json own = definition({{"definition_type", "statement"}, {"definition", {{"statement", "Name whom you like."}}}});
  own["id"] = chatham_house_marking();
  EXPECT_EQ(bring(Format::stix, bundle({own})).refused, 1u);
  std::vector<Json> all;
  for (const auto& json : marking_definitions()) all.push_back(Json::parse(json));
  EXPECT_EQ(bring(Format::stix, bundle(all)).refused, 0u);
}

TEST_F(MarkingsBrought, DoNotMarkThemselves) {
  const auto report = bring(Format::stix, input("stix-marking-that-marks-itself.json"));
  EXPECT_THAT(report.mistakes, ElementsAre(HasSubstr("object_marking_refs: expected no reference to itself")));
}

TEST_F(MarkingsBrought, InOurOwnCsvAreReadBack) {
  EXPECT_EQ(bring(Format::csv, input("csv-own-export-read-again.csv")).fresh, 1u);
  EXPECT_THAT(read_at(Level::clear), IsEmpty());
  EXPECT_THAT(read_at(Level::amber_strict), SizeIs(1));
}

TEST_F(MarkingsBrought, InAnybodysCsvAreTheStricterOfTheLinesAndThePlaces) {
  EXPECT_EQ(bring(Format::csv, "\xEF\xBB\xBFvalue;TLP\na.example;amber+strict\nb.example;\n", Level::green).fresh, 2u);
  EXPECT_THAT(read_at(Level::amber_strict), SizeIs(1));
  EXPECT_THAT(read_at(Level::green), SizeIs(1));
  EXPECT_EQ(bring(Format::csv, "c.example,TLP:AMBER\n").fresh, 1u);
  EXPECT_THAT(read_at(Level::amber), SizeIs(1));
  const auto report = bring(Format::csv, "d.example,tlp:maroon\n");
  EXPECT_THAT(report.mistakes, ElementsAre(HasSubstr("f, line 1: expected a word of TLP")));
}

TEST_F(MarkingsBrought, NowhereAreThoseOfThePlaceWhenTheObjectLeaves) {
  EXPECT_EQ(bring(Format::stix, input("stix-unmarked-exported-without-its-place.json"), Level::amber).fresh, 1u);
  EXPECT_THAT(csv_of(Level::amber), HasSubstr("\"tlp:amber\""));
  std::ostringstream misp;
  write_misp(exchange_.store(), {list_of(Level::amber)}, "Shared", misp);
  EXPECT_THAT(misp.str(), HasSubstr("tlp:amber"));
  std::ostringstream stix;
  write_bundle(exchange_.store(), {list_of(Level::amber)}, stix);
  EXPECT_EQ(Json::parse(stix.str())["objects"][0]["object_marking_refs"], Json::array({marking_id(Level::amber)}));
}

TEST_F(MarkingsBrought, WiderThanThePlaceLeaveAsThePlaceSays) {
  Json wide = marked(definition());
  wide["object_marking_refs"] = Json::array({marking_id(Level::clear)});
  EXPECT_EQ(bring(Format::stix, bundle({wide}), Level::amber).fresh, 1u);
  std::ostringstream stix;
  write_bundle(exchange_.store(), {list_of(Level::amber)}, stix);
  EXPECT_THAT(Json::parse(stix.str())["objects"][0]["object_marking_refs"], Contains(marking_id(Level::amber)));
}

TEST_F(MarkingsBrought, AreAskedForWhereMispWouldGiveToFew) {
  const std::string own = input("misp-distribution-own-organisation-only.json");
  std::string group = own;
  group.replace(group.find("\"distribution\": \"0\""), 19, "\"distribution\": \"4\"");
  std::string within = own;
  within.replace(within.find("\"distribution\": \"0\""), 19, "\"distribution\": \"3\"");
  within.replace(within.find("\"distribution\": \"5\""), 19, "\"distribution\": \"0\"");
  for (const auto& event : {own, group, within}) {
    const auto report = bring(Format::misp, event, Level::amber);
    EXPECT_THAT(report.narrow, SizeIs(1));
    EXPECT_EQ(report.objects, 0u);
  }
  EXPECT_THAT(read_at(Level::amber), IsEmpty());
  const auto said = bring(Format::misp, own, Level::red, true);
  EXPECT_THAT(said.narrow, IsEmpty());
  EXPECT_THAT(read_at(Level::red), Contains(HasSubstr("indicator--")));
}

}  // namespace
}  // namespace ccop::exchange
