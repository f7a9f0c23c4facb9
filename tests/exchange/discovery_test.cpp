// Which collection of another TAXII server is meant by whatever address of it somebody gives.
#include "exchange/discovery.hpp"

#include <gmock/gmock.h>

#include <map>
#include <vector>

namespace ccop::exchange {
namespace {

using ::testing::ElementsAre;
using ::testing::EndsWith;
using ::testing::HasSubstr;

const std::string one_collection = R"({"collections":[{"id":"red","can_read":false},{"id":"green","can_read":true}]})";
const std::string a_root = R"({"title":"r","versions":["application/taxii+json;version=2.1"],"max_content_length":9})";

class Discovery : public ::testing::Test {
 protected:
  Discovered discovered(const std::string& url) {
    asked_.clear();
    return discover_collection(url, [&](const std::string& at) {
      asked_.push_back(at);
      return answers_[at];
    });
  }

  std::map<std::string, std::string> answers_;
  std::vector<std::string> asked_;
};

TEST_F(Discovery, AsksNobodyWhereACollectionIsGiven) {
  for (const auto* url : {"https://a.example/api/collections/green", "https://a.example/api/collections/green/"})
    EXPECT_EQ(discovered(url).collection, "https://a.example/api/collections/green/");
  EXPECT_TRUE(asked_.empty());
}

TEST_F(Discovery, FindsTheOnlyCollectionOfTheDefaultRootThatMayBeRead) {
  answers_["https://a.example/taxii2/"] = R"({"title":"t","default":"/api/","api_roots":["https://a.example/other/"]})";
  answers_["https://a.example/api/collections/"] = one_collection;
  for (const auto* url :
       {"https://a.example", "https://a.example/", "https://a.example/taxii2", "HTTPS://A.example/"}) {
    EXPECT_EQ(discovered(url).collection, "https://a.example/api/collections/green/") << url;
    EXPECT_EQ(asked_.size(), 2u) << url;
  }
}

TEST_F(Discovery, TakesTheFirstRootWhereNoneIsTheDefaultAndARootByItself) {
  answers_["https://a.example/taxii2/"] = R"({"title":"t","api_roots":["https://a.example/api","/other/"]})";
  answers_["https://a.example/api/"] = a_root;
  answers_["https://a.example/api/collections/"] = one_collection;
  for (const auto* url : {"https://a.example", "https://a.example/api"})
    EXPECT_EQ(discovered(url).collection, "https://a.example/api/collections/green/") << url;
}

TEST_F(Discovery, NeitherGuessesAmongSeveralNorMakesAnythingUpWhereThereIsNone) {
  answers_["https://a.example/api/"] = a_root;
  auto& collections = answers_["https://a.example/api/collections/"];
  collections = R"({"collections":[{"id":"a","can_read":true},{"id":"b","can_read":true}]})";
  EXPECT_THAT(discovered("https://a.example/api/").trouble,
              EndsWith("2 collections that may be read: give the address of one, such as "
                       "https://a.example/api/collections/a/"));
  for (const auto* none : {R"({"collections":[{"id":"../x","can_read":true},{"id":"y","can_read":"yes"},{"id":3},4]})",
                           R"({"collections":3})", "[]", ""}) {
    collections = none;
    EXPECT_THAT(discovered("https://a.example/api/").trouble, HasSubstr("no collection that may be read")) << none;
  }
  for (const auto* none : {R"({"title":"t"})", "[]", "no JSON", R"({"api_roots":3})"}) {
    answers_["https://a.example/api/"] = none;
    EXPECT_THAT(discovered("https://a.example/api/").trouble, HasSubstr("neither a discovery nor an API root")) << none;
  }
}

// Whoever has a secret for a host has it for nobody else.
TEST_F(Discovery, AsksNoOtherHostThanTheOneThatWasGiven) {
  for (const auto* elsewhere : {"http://a.example/api/", "https://a.example.org/api/", "//b.example/api/",
                                "https://a.example:8443/api/", "https://b.example/", "https://a.example@b.example/"}) {
    answers_["https://a.example/taxii2/"] = std::string{R"({"title":"t","api_roots":[")"} + elsewhere + R"("]})";
    EXPECT_THAT(discovered("https://a.example").trouble, HasSubstr("no API root of its own host")) << elsewhere;
    EXPECT_THAT(asked_, ElementsAre("https://a.example/taxii2/")) << elsewhere;
  }
}

}  // namespace
}  // namespace ccop::exchange
