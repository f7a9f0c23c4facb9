// Files that come in pieces, and what is told of them.
#include "served_site.hpp"

namespace ccop::server {
namespace {

using Json = nlohmann::json;

TEST(Uploads, ComeInPiecesAndTellWhatBecameOfThem) {
  testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour"};
  const std::string cookie = served.sign_in();
  const auto ask = [&](const std::string& path, const std::string& body, const char* type) {
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); },
                           "POST", path, body,
                           {{"cookie", cookie.substr(0, cookie.find(';'))}, {"content-type", type}});
  };
  const auto begin = [&](const std::string& format) {
    const auto response = ask("/api/exchange/uploads",
                              Json{{"name", "f"}, {"format", format}, {"marking", "green"}}.dump(), "application/json");
    return Json::parse(*response.body).value("id", "");
  };
  const auto piece = [&](const std::string& id, const std::string& bytes, bool last) {
    return ask("/api/exchange/uploads/piece?id=" + id + (last ? "&last=yes" : ""), bytes, "application/octet-stream");
  };
  std::string id = begin("text");
  EXPECT_EQ(Json::parse(*piece(id, "198.51.", false).body)["done"], false);
  const Json report = Json::parse(*piece(id, "100.7 and a.example", true).body);
  EXPECT_EQ(report["fresh"], 2);
  EXPECT_EQ(report["done"], true);
  EXPECT_EQ(piece(id, "x", true).status, 404u);

  id = begin("stix");
  const Json broken = Json::parse(*piece(id, "{\"objects\":[{},", true).body);
  EXPECT_EQ(broken["done"], true);
  EXPECT_EQ(broken["refused"], 2);
  EXPECT_EQ(ask("/api/exchange/uploads/piece?id=x", "x", "text/plain").status, 415u);
  EXPECT_EQ(ask("/api/exchange/uploads", "x", "application/octet-stream").status, 415u);
  const std::string first = begin("stix");
  const std::string second = begin("stix");
  EXPECT_EQ(piece(first, "{", false).status, 404u);  // given up for the second
  EXPECT_EQ(piece(second, "{", false).status, 200u);
}

}  // namespace
}  // namespace ccop::server
