// The objects of MISP events, which hold several attributes.
#include "exchange/misp_events.hpp"

namespace ccop::exchange {
namespace {

using namespace testing;

TEST(MispObjects, ThatDetectBecomeOnePatternOfWhatDetectsInThem) {
  const auto file = [](bool to_ids) {
    return object("file", 'a',
                  Json::array({related("filename", "filename", "oui", to_ids),
                               related("md5", "md5", "8764605c6f388c89096b534d33565802", to_ids),
                               related("size-in-bytes", "size-in-bytes", "35", false)}));
  };
  const auto objects = objects_of(event({{"Object", Json::array({file(true)})}}));
  const Json indicator = first_of(objects, "indicator");
  EXPECT_EQ(indicator["pattern"], "[file:name = 'oui' AND file:hashes.MD5 = '8764605c6f388c89096b534d33565802']");
  EXPECT_EQ(first_of(objects, "file")["size"], 35);
  const Json based_on = first_of(objects, "relationship");
  EXPECT_EQ(based_on["relationship_type"], "based-on");
  EXPECT_EQ(based_on["source_ref"], indicator["id"]);
  EXPECT_EQ(based_on["target_ref"], first_of(objects, "observed-data")["id"]);

  const auto quiet = objects_of(event({{"Object", Json::array({file(false)})}}));
  EXPECT_TRUE(first_of(quiet, "indicator").empty());
  EXPECT_EQ(first_of(quiet, "file")["name"], "oui");
}

TEST(MispObjects, ThatStixHasNoPlaceForAreKeptAsTheyAre) {
  const Json unknown =
      object("coin-address", 'a', Json::array({related("address", "btc", "1E38kt7ryhbRXUzbam6iQ6sd93VHUUdjEE")}));
  const Json incomplete = object("http-request", 'b',
                                 Json::array({related("method", "http-method", "GET", false),
                                              related("ip-dst", "ip-dst", "198.51.100.7", false)}));
  const Json without_a_name = object("course-of-action", 'c', Json::array({related("cost", "text", "low", false)}));
  const auto objects = objects_of(event({{"Object", Json::array({unknown, incomplete, without_a_name})}}));
  EXPECT_EQ(first_of(objects, "x-misp-object")["x_misp_attributes"][0]["value"], "1E38kt7ryhbRXUzbam6iQ6sd93VHUUdjEE");
  EXPECT_EQ(first_of(objects, "network-traffic")["x_misp_request_method"], "GET");  // an extension needs a path too
  EXPECT_EQ(std::ranges::count(objects, "x-misp-object", [](const Json& one) { return one["type"]; }), 2);
}

TEST(MispObjects, LoseNoAttributeThatHasNoPlaceOrDoesNotFit) {
  const auto objects = objects_of(
      event({{"Object",
              Json::array({object(
                  "file", 'a',
                  Json::array({related("filename", "filename", "a.exe"), related("filename", "filename", "b.exe"),
                               related("size-in-bytes", "size-in-bytes", "many", false),
                               related("Odd One", "text", "x", false), related("Odd One", "text", "y", false)}))})}}));
  const Json file = first_of(objects, "file");
  EXPECT_EQ(file["name"], "a.exe");
  EXPECT_EQ(file["x_misp_filename"], "b.exe");
  EXPECT_EQ(file["x_misp_size_in_bytes"], "many");
  EXPECT_EQ(file["x_misp_odd_one"], Json::array({"x", "y"}));
  EXPECT_EQ(first_of(objects, "indicator")["pattern"], "[file:name = 'a.exe' AND file:x_misp_filename = 'b.exe']");
}

TEST(MispObjects, NameAPersonOnceHoweverOftenItsNamesAreSaid) {
  const Json full = related("full-name", "full-name", "Ana Lima", false);
  const Json first = related("first-name", "first-name", "Ana", false);
  const Json last = related("last-name", "last-name", "Lima", false);
  for (const auto& names : {Json::array({full, first, last}), Json::array({first, last, full})}) {
    const auto objects = objects_of(event({{"Object", Json::array({object("person", 'a', names)})}}));
    EXPECT_EQ(std::ranges::count(objects, "Ana Lima", [](const Json& one) { return one.value("name", ""); }), 1);
  }
}

TEST(MispObjects, HaveTheirPartsWithinThem) {
  const Json section = object("pe-section", 'c', Json::array({related("name", "text", ".rsrc")}));
  const Json pe =
      object("pe", 'b', Json::array({related("type", "text", "exe")}), Json::array({reference(section, "includes")}));
  const Json file = object("file", 'a', Json::array({related("filename", "filename", "a.exe")}),
                           Json::array({reference(pe, "includes")}));
  const auto objects = objects_of(event({{"Object", Json::array({section, pe, file})}}));
  const auto is_file = [](const Json& one) { return one["type"] == "file"; };
  EXPECT_EQ(std::ranges::count_if(objects, is_file), 1);
  const Json extension = first_of(objects, "file")["extensions"]["windows-pebinary-ext"];
  EXPECT_EQ(extension["pe_type"], "exe");
  EXPECT_EQ(extension["sections"][0]["name"], ".rsrc");
  EXPECT_EQ(std::ranges::count(objects, "relationship", [](const Json& one) { return one["type"]; }), 1);  // based-on
}

TEST(MispObjects, ReferToEachOther) {
  const Json address = object("ip-port", 'a', Json::array({related("ip", "ip-dst", "198.51.100.7")}));
  const Json file = object("file", 'b', Json::array({related("filename", "filename", "a.exe")}),
                           Json::array({reference(address, "Connects To")}));
  const auto objects = objects_of(event({{"Object", Json::array({file, address})}}));
  const auto found = std::ranges::find(objects, "relationship--77777777-7777-4777-8777-777777777777",
                                       [](const Json& one) { return one["id"]; });
  ASSERT_NE(found, objects.end());
  EXPECT_EQ((*found)["relationship_type"], "connects-to");
  EXPECT_EQ((*found)["source_ref"], "indicator--" + file["uuid"].get<std::string>());
  EXPECT_EQ((*found)["target_ref"], "indicator--" + address["uuid"].get<std::string>());
}

TEST(MispObjects, AreMarkedAsStrictlyAsAnyOfTheirAttributes) {
  Json secret = related("md5", "md5", std::string(32, 'a'));
  secret["Tag"] = Json::array({{{"name", "tlp:red"}}});
  const Json section = object("pe-section", 'b', Json::array({secret}));
  const Json pe =
      object("pe", 'c', Json::array({related("type", "text", "exe")}), Json::array({reference(section, "includes")}));
  const auto objects = objects_of(event({{"Object", Json::array({pe, section})}}));
  EXPECT_EQ(first_of(objects, "indicator")["object_marking_refs"][0], marking_id(Level::red));
  // A file without a name or a hash is none, so the rest is kept as it is.
  EXPECT_EQ(first_of(objects, "x-misp-object")["object_marking_refs"][0], marking_id(Level::red));
}

TEST(MispObjects, BringTheSightingsOfTheirAttributesToo) {
  Json seen = attribute("domain", "circl.lu");
  seen["uuid"] = "44444444-4444-4444-8444-444444444444";
  seen["Sighting"] = Json::array({{{"uuid", "11111111-1111-4111-8111-111111111111"}, {"type", "0"}}});
  const Json object{{"uuid", "55555555-5555-4555-8555-555555555555"},
                    {"name", "domain-ip"},
                    {"meta-category", "network"},
                    {"Attribute", Json::array({seen})}};
  const auto objects = objects_of(event({{"Object", Json::array({object})}}));
  EXPECT_EQ(first_of(objects, "sighting")["sighting_of_ref"], first_of(objects, "indicator")["id"]);
}

}  // namespace
}  // namespace ccop::exchange
