// What products ask for that put an address, a type or a key together in their own way.
#include "a_taxii_root.hpp"

namespace ccop::server {
namespace {

class TaxiiClients : public Taxii {};

// Base URL http://HOST, API root `harbour`, the token as key: what the page's recipe tells MISP, which asks for
// BASE/taxii2/, keeps the last part of each root, and writes `basic` before its key.
TEST_F(TaxiiClients, AnswersMispAsItsRecipeIsPrinted) {
  for (const std::string& key : {token_, to_base64(bytes_of("ccop:" + token_))}) {
    const Headers headers{{"authorization", "basic " + key}, {"accept", "application/taxii+json;version=2.1"}};
    const auto found = ask("GET", "/taxii2/", "", headers);
    ASSERT_EQ(found.status, 200u);
    for (const auto& root : found.body["api_roots"]) {
      std::string last = root.get<std::string>();
      last = last.substr(last.rfind('/', last.size() - 2) + 1);
      const auto collections = ask("GET", "/" + last + "collections/", "", headers);
      ASSERT_EQ(collections.status, 200u) << last;
      EXPECT_EQ(collections.body["collections"].size(), 6u);
      const std::string one = collections.body["collections"][3]["id"];
      const auto sent =
          ask("POST", "/" + last + "collections/" + one + "/objects/", Json{{"objects", {tool(1)}}}.dump(), headers);
      EXPECT_EQ(sent.status, 202u) << sent.body;
      EXPECT_EQ(ask("GET", "/" + last + "collections/" + one + "/objects/", "", headers).body["objects"].size(), 1u);
    }
  }
}

TEST_F(TaxiiClients, AnswersWithAndWithoutSlashes) {
  for (const std::string path :
       {"/c/harbour/taxii2", "/c/harbour/taxii2/", "/c/harbour//taxii2//", "/harbour", "/harbour/"})
    EXPECT_EQ(ask("GET", path).body.value("max_content_length", 0u), TaxiiRoot::largest_body) << path;
  for (const std::string path : {"/taxii2", "/taxii2/", "//taxii2//", "/taxii2//taxii2/"})
    EXPECT_TRUE(ask("GET", path).body.contains("api_roots")) << path;
  for (const std::string path : {"/c/harbour/taxii2/collections", "/c/harbour//taxii2/collections/",
                                 "/harbour/collections", "/taxii2/collections/"})
    EXPECT_EQ(ask("GET", path).body["collections"].size(), 6u) << path;
  expect_error(ask("GET", "/harbour/collections/nowhere/"), 404);
}

TEST_F(TaxiiClients, TakesQuotedParametersAsUnquotedOnes) {
  for (const std::string type :
       {"application/taxii+json;version=\"2.1\"", "application/taxii+json; version=2.1; charset=utf-8",
        "Application/TAXII+JSON; charset=\"utf-8\"; Version=\"2.1\"", "application/taxii+json"}) {
    EXPECT_EQ(ask("GET", root, "", {{"accept", type}}).status, 200u) << type;
    const Headers headers{{"content-type", type}};
    EXPECT_EQ(ask("POST", root + objects, Json{{"objects", {tool(1)}}}.dump(), headers).status, 202u) << type;
  }
  for (const std::string type : {"application/taxii+json;version=2.10", "application/taxii+json;version=\"2.0\""}) {
    expect_error(ask("GET", root, "", {{"accept", type}}), 406);
    expect_error(ask("POST", root + objects, "{}", {{"content-type", type}}), 415);
  }
  EXPECT_EQ(get(objects + "?limit=50&next=").status, 200u);
}

}  // namespace
}  // namespace ccop::server
