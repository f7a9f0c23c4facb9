// Files that come in and go out: lists of indicators, bundles of STIX, events of MISP.
#include "exchange/files.hpp"

#include "community/community.hpp"
#include "exchange/csv/lists.hpp"
#include "exchange/misp/events.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>

#include <sstream>

namespace ccop::exchange {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Files : public ::testing::Test {
 protected:
  IntakeReport bring(Format format, const std::string& text, bool custom = true, Level least = Level::amber) {
    Intake intake{exchange_, party_, identities_, {least, custom, true}};
    const auto reader =
        reader_of(format, "f", {identities_.community(), microseconds_now(), Level::amber, false}, intake);
    for (std::size_t at = 0; at < text.size(); at += 11) reader->feed(std::string_view{text}.substr(at, 11));
    reader->finish();
    return intake.finish();
  }
  testing::TemporaryFolder folder_;
  Exchange exchange_{store::open_sqlite_objects(folder_.file("x.db"), terms_of_row)};
  community::Community state_;
  Identities identities_{"ccop", state_};
  Party party_{{community::Standing::member, true, std::nullopt}, true, Level::red};
};

TEST_F(Files, AreTakenInOnceHoweverOftenTheyCome) {
  const std::string csv = "indicator,comment\n198.51.100.7,seen\n\n# remark\nhxxp://evil[.]example/,x\nnonsense,here\n";
  const auto first = bring(Format::csv, csv);
  EXPECT_EQ(first.fresh, 2u);
  EXPECT_THAT(first.mistakes, ElementsAre(HasSubstr("f, line 6")));
  const auto second = bring(Format::csv, csv);
  EXPECT_EQ(second.fresh, 0u);
  EXPECT_EQ(second.known, 2u);
}

TEST_F(Files, OfStixTellThePlaceOfABadObjectAndTakeTheOthers) {
  const std::string good =
      R"({"type":"tool","spec_version":"2.1","id":"tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f","created":"2026-01-01T00:00:00Z","modified":"2026-01-01T00:00:00Z","name":"n"})";
  const auto report = bring(Format::stix, R"({"type":"bundle","objects":[{"type":"tool"},)" + good + "]}");
  EXPECT_EQ(report.objects, 2u);
  EXPECT_EQ(report.fresh, 1u);
  EXPECT_THAT(report.mistakes, ElementsAre(HasSubstr("f, byte 28")));
  EXPECT_THROW((void)bring(Format::stix, R"({"type":"bundle","objects":[)" + good), BundleMistake);
}

constexpr const char* tool_id = "tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";

std::string bundle_of_tool(const std::string& name) {
  return R"({"type":"bundle","objects":[{"type":"tool","spec_version":"2.1","id":")" + std::string{tool_id} +
         R"(","created":"2026-01-01T00:00:00Z","modified":"2026-01-01T00:00:00Z","name":")" + name + "\"}]}";
}

TEST_F(Files, TellOfAConflictWhereAVersionThatIsHereSaysSomethingElse) {
  EXPECT_EQ(bring(Format::stix, bundle_of_tool("n")).fresh, 1u);
  const auto same = bring(Format::stix, bundle_of_tool("n"));
  EXPECT_EQ(same.known, 1u);
  EXPECT_THAT(same.left_out.all(), IsEmpty()) << "the same file twice is none";

  const auto other = bring(Format::stix, bundle_of_tool("m"));
  EXPECT_EQ(other.refused, 1u);
  EXPECT_EQ(other.known, 0u);
  const auto told = other.left_out.all();
  ASSERT_EQ(told.size(), 1u);
  EXPECT_EQ(told.front().reason, reason::conflicting);
  EXPECT_EQ(told.front().what, "tool");
  EXPECT_THAT(told.front().names, ElementsAre(tool_id));
  EXPECT_THAT(sentence_of(told.front()), HasSubstr("say something else than what is here"));
}

TEST_F(Files, OfMispTellOfAConflictLikewise) {
  const auto event = [](const std::string& comment) {
    return R"({"Event":{"uuid":"6a6b7a5e-16b6-4a0b-9d3c-6a2b0f9a7d01","info":"i","date":"2026-01-01","timestamp":"1767225600","published":true,"Attribute":[{"uuid":"6a6b7a5e-16b6-4a0b-9d3c-6a2b0f9a7d02","type":"domain","category":"Network activity","to_ids":true,"timestamp":"1767225600","value":"a.example","comment":")" +
           comment + R"("}]}})";
  };
  EXPECT_THAT(bring(Format::misp, event("one")).left_out.all(), IsEmpty());
  EXPECT_THAT(bring(Format::misp, event("one")).left_out.all(), IsEmpty());
  const auto told = bring(Format::misp, event("other")).left_out.all();
  ASSERT_FALSE(told.empty());
  for (const auto& one : told) EXPECT_EQ(one.reason, reason::conflicting) << one.what;
}

TEST_F(Files, TellOfWhatOthersBroughtAndOfWhatIsMarkedWider) {
  const auto marked = [](Level level, const std::string& modified) {
    return Json{{"type", "bundle"},
                {"objects",
                 {{{"type", "tool"},
                   {"spec_version", "2.1"},
                   {"id", tool_id},
                   {"created", "2026-01-01T00:00:00Z"},
                   {"modified", modified},
                   {"name", "n"},
                   {"object_marking_refs", {marking_id(level)}}}}}}
        .dump();
  };
  EXPECT_EQ(bring(Format::stix, marked(Level::amber, "2026-01-01T00:00:00Z")).fresh, 1u);
  const auto wider = bring(Format::stix, marked(Level::clear, "2026-01-02T00:00:00Z"), true, Level::clear);
  EXPECT_EQ(wider.refused, 1u);
  ASSERT_EQ(wider.left_out.all().size(), 1u);
  EXPECT_EQ(wider.left_out.all().front().reason, reason::wider);

  party_.sharer = {community::Standing::member, false, community::OrganizationId{3}};
  const auto of_others = bring(Format::stix, marked(Level::amber, "2026-01-03T00:00:00Z"));
  EXPECT_EQ(of_others.refused, 1u);
  ASSERT_EQ(of_others.left_out.all().size(), 1u);
  EXPECT_EQ(of_others.left_out.all().front().reason, reason::of_others);
}

TEST_F(Files, AreReadAsWhatTheyTurnOutToBe) {
  EXPECT_EQ(bring(Format::recognised, "a,b\nx,198.51.100.7\ny,evil.example\n").fresh, 2u);
  EXPECT_EQ(bring(Format::recognised, "They came from 203.0.113.9, and left.").fresh, 1u);
  std::ostringstream out;
  write_bundle(exchange_.store(), readable(party_), out);
  EXPECT_EQ(bring(Format::recognised, out.str()).known, 3u);
  std::string long_text(3 * telling_bytes, ' ');
  long_text += "evil2.example";
  EXPECT_EQ(bring(Format::recognised, long_text).fresh, 1u) << "whatever its beginning says";
}

TEST_F(Files, GoOutAsEventsOfMispThatComeInAgain) {
  std::string text;
  for (int i = 0; i < 10'001; ++i) text += "host" + std::to_string(i) + ".example\n";
  EXPECT_EQ(bring(Format::csv, text).fresh, 10'001u);
  std::ostringstream out;
  const auto lists = std::vector{list_of(Level::amber)};
  EXPECT_EQ(write_misp(exchange_.store(), lists, "Shared", out).written, 10'001u);
  const Json events = Json::parse(out.str())["response"];
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0]["Event"]["Attribute"].size(), 10'000u);
  EXPECT_EQ(events[1]["Event"]["info"], "Shared, 2");
  EXPECT_THAT(from_misp(out.str(), {"", 1'767'225'600'000'000, Level::amber, false}).mistakes, IsEmpty());
}

TEST_F(Files, GoOutAsTheValuesThatIndicatorsLookFor) {
  const Json quoted{{"type", "indicator"},
                    {"spec_version", "2.1"},
                    {"id", "indicator--00000000-0000-4000-8000-000000000001"},
                    {"created", "2026-01-01T00:00:00Z"},
                    {"modified", "2026-01-01T00:00:00Z"},
                    {"name", "=a \"b\", c"},
                    {"pattern", "[domain-name:value = 'a.example']"},
                    {"pattern_type", "stix"},
                    {"valid_from", "2026-01-01T00:00:00Z"},
                    {"object_marking_refs", Json::array({marking_id(Level::green)})}};
  const Json bundle{
      {"type", "bundle"}, {"id", "bundle--00000000-0000-4000-8000-000000000001"}, {"objects", Json::array({quoted})}};
  EXPECT_EQ(bring(Format::stix, bundle.dump()).fresh, 1u);
  std::ostringstream out;
  EXPECT_EQ(write_csv(exchange_.store(), {list_of(Level::amber)}, out).written, 1u);
  EXPECT_EQ(out.str(),
            "kind,value,marking,name,indicator\r\n"
            "\"domain-name:value\",\"a.example\",\"tlp:amber\",\"'=a \"\"b\"\", c\","
            "\"indicator--00000000-0000-4000-8000-000000000001\"\r\n");
}

TEST_F(Files, GoOutAsABundleThatComesInAgain) {
  EXPECT_EQ(bring(Format::text, "198.51.100.7 and CVE-2026-1234").fresh, 2u);
  std::ostringstream out;
  EXPECT_EQ(write_bundle(exchange_.store(), readable(party_), out).written, 2u);
  EXPECT_EQ(bring(Format::stix, out.str()).known, 2u);
}

}  // namespace
}  // namespace ccop::exchange
