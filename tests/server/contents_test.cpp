// The contents that a seat is given to audit with: those that its pages show, in clear, and no other.
#include "server/record/contents.hpp"

#include "community/bodies/state.hpp"
#include "community/membership/state.hpp"
#include "host/transfer.hpp"
#include "served_site.hpp"
#include "simulation/simulation.hpp"

#include <set>

namespace ccop::server {
namespace {

using Json = nlohmann::json;
using Given = std::map<std::string, OpenContent>;

std::shared_ptr<const store::MasterKey> demo_key() {
  return std::make_shared<const store::MasterKey>(sha256(bytes_of("master")));
}

/// A demonstration, lived once: a finished year, and one under way today.
struct Demo {
  Demo() {
    simulation::SimulationOptions options;
    options.seed = 7;
    const Time today = clock_now();
    options.starts = std::chrono::floor<days>(today) - days{420} + hours{8};
    options.charter = community::testing::charter_text("charter/ccop.toml");
    entrances = simulation::make_demo(options, today, store::open_sqlite(folder.file("demo.db"), true), demo_key());
    site = std::make_unique<Site>(store::open_sqlite(folder.file("demo.db"), false), demo_key(), "ccop",
                                  SiteOptions{{"localhost", {"http://localhost:8080"}}, false});
  }
  [[nodiscard]] community::PersonId in_role(const std::string& role) const {
    return std::ranges::find(entrances, role, &simulation::DemoEntry::role)->person;
  }
  std::string token_of(community::PersonId person) {
    const Time now = site->live().now();
    const auto seat =
        site->live().read([&](const community::Community& state) { return membership(state).seat_of(person, now); });
    SignIns tokens{site->live().store(), token_kind(), now};
    return tokens.begin({person, {}, {}, now + days{1}, "audit", TokenUse::record, {}, {}, seat}, now);
  }
  /// A server starts with the tokens that there are.
  void begin_anew() {
    site->stop();
    site.reset();
    site = std::make_unique<Site>(store::open_sqlite(folder.file("demo.db"), false), demo_key(), "ccop",
                                  SiteOptions{{"localhost", {"http://localhost:8080"}}, false});
  }

  testing::TemporaryFolder folder;
  std::vector<simulation::DemoEntry> entrances;
  std::unique_ptr<Site> site;
};

class WhatASeatIsGiven : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    demo = std::make_unique<Demo>();
    for (const auto* role : {"Secretary", "co-Chair", "Member", "Observer"}) {
      tokens[role] = demo->token_of(demo->in_role(role));
    }
    demo->begin_anew();
  }
  static void TearDownTestSuite() { demo.reset(); }

  static Response asks(const std::string& role, const std::string& path) {
    return ServedSite::ask([&](const auto& request, const auto& reply) { demo->site->handle(request, reply); }, "GET",
                           path, "", {{"authorization", "Bearer " + tokens[role]}});
  }
  /// All that is given, by hash.
  static Given given_to(const std::string& role) {
    Given given;
    std::string after;
    for (bool more = true; more;) {
      const auto answer = asks(role, "/api/record/contents?after=" + after);
      EXPECT_EQ(answer.status, 200u) << *answer.body;
      if (answer.status != 200) break;
      const auto page = from_json<OpenContents>(*answer.body);
      for (const auto& content : page.contents) {
        after = to_base64url(content.hash);
        EXPECT_TRUE(given.emplace(after, content).second) << "twice";
      }
      more = page.more;
    }
    return given;
  }
  /// Every text that stands in some answer of the pages.
  static std::set<std::string> read_by(const std::string& role) {
    std::set<std::string> texts;
    const auto read = [&](const std::string& path) {
      const auto answer = asks(role, path);
      if (answer.status != 200 || answer.content_type != "application/json") return false;
      gather(Json::parse(*answer.body), texts);
      return true;
    };
    for (const std::string kind :
         {"motions", "meetings", "organizations", "elections", "priorities", "groups", "risks"}) {
      read("/api/" + kind);
      for (int id = 0; id < 300; ++id) read("/api/" + kind + "/" + std::to_string(id));
    }
    for (const auto* path : {"/api/people", "/api/bodies", "/api/observers", "/api/items"}) read(path);
    return texts;
  }
  static void gather(const Json& json, std::set<std::string>& texts) {
    if (json.is_string()) texts.insert(json.get<std::string>());
    if (json.is_structured())
      for (const auto& item : json) gather(item, texts);
  }

  static inline std::unique_ptr<Demo> demo;
  static inline std::map<std::string, std::string> tokens;
};

TEST_F(WhatASeatIsGiven, FitsTheHashesOfTheRecord) {
  const auto given = given_to("Member");
  EXPECT_GT(given.size(), 50u);
  for (const auto& [hash, content] : given)
    EXPECT_EQ(to_base64url(store::content_hash({std::string{text_of(content.salt)}, content.text}).hash), hash);
}

/// Each text, or each member of it, stands on a page that the same token reads; the archives of elections apart.
TEST_F(WhatASeatIsGiven, IsWhatItsPagesShowAndNoMore) {
  for (const auto* role : {"Secretary", "co-Chair", "Member", "Observer"}) {
    const auto texts = read_by(role);
    for (const auto& [hash, content] : given_to(role)) {
      if (texts.contains(content.text)) continue;
      const Json json = Json::parse(content.text, nullptr, false);
      if (content.text.starts_with("{\"") && json.is_object() && json.contains("answers")) continue;  // a ballot
      if (json.is_object() && (json.contains("decryption_factors") || json.contains("group"))) continue;
      if (json.is_array()) continue;  // credentials
      if (!json.is_object()) {
        EXPECT_TRUE(texts.contains(content.text)) << role << " " << content.text;
        continue;
      }
      for (const auto& [name, value] : json.items())
        if (value.is_string()) EXPECT_TRUE(texts.contains(value.get<std::string>())) << role << " " << content.text;
    }
  }
}

TEST_F(WhatASeatIsGiven, IsLessForOneWhoReadsLess) {
  const auto observer = given_to("Observer");
  const auto secretary = given_to("Secretary");
  EXPECT_GT(observer.size(), 20u);
  EXPECT_LE(observer.size(), secretary.size());
  // What nobody's page shows any more, such as a profile that was corrected, is not given either.
  std::uint64_t all = 0;
  demo->site->live().store().each_content([&](const store::ContentRow&) { ++all; });
  EXPECT_LT(secretary.size(), all);
}

TEST_F(WhatASeatIsGiven, IsGivenToNobodyElse) {
  EXPECT_EQ(asks("nobody", "/api/record/contents").status, 401u);
  EXPECT_EQ(asks("Member", "/api/record/contents?after=x").status, 400u);
}

/// The file that a member takes away is audited without the host's key, and no text in it is changed unnoticed.
TEST_F(WhatASeatIsGiven, IsOpenedByTheAuditOfWhoeverHasIt) {
  const auto given = given_to("Member");
  const auto audited = [&](const std::function<void(store::Content&)>& spoil) {
    const testing::TemporaryFolder folder;
    const auto to = store::open_sqlite(folder.file("given"), true);
    const auto from = host::record_of(demo->site->live().store());
    bool is_first = true;
    host::copy_for_a_seat(
        *from,
        [&](const auto& take) {
          for (const auto& [hash, content] : given) {
            store::Content text{std::string{text_of(content.salt)}, content.text};
            if (is_first) spoil(text);
            is_first = false;
            take(ContentHash{content.hash}, text);
          }
        },
        *to);
    return host::audit(*host::record_of(*to), {});
  };
  const auto sound = audited([](store::Content&) {});
  EXPECT_EQ(sound.wrong, "");
  EXPECT_EQ(sound.opened, given.size());
  EXPECT_GT(sound.withheld, 0u);
  for (const auto& report : {audited([](store::Content& content) { content.text += "."; }),
                             audited([](store::Content& content) { content.salt[0] ^= 1; })})
    EXPECT_THAT(report.wrong, ::testing::HasSubstr("is another text than the one that the record names"));
}

/// In a host's own data a text in clear is none of its contents.
TEST_F(WhatASeatIsGiven, IsNotBelievedByAHost) {
  const auto hash = store::content_hash({std::string(16, 's'), "text"});
  EXPECT_THROW(static_cast<void>(store::unseal(store::clear_row(hash, {std::string(16, 's'), "text"}), *demo_key())),
               store::StoreError);
}

}  // namespace
}  // namespace ccop::server
