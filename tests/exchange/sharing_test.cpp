// How far each marking lets an object travel: every marking against every kind of reader (clauses 2.3, 2.8, 5.4, 5.5).
#include "exchange/sharing.hpp"

#include "community/community.hpp"
#include "exchange/stix/examine.hpp"

#include <nlohmann/json.hpp>

namespace ccop::exchange {
namespace {

using Json = nlohmann::json;
using community::OrganizationId;
using community::Standing;
using ::testing::HasSubstr;

constexpr OrganizationId who{0};
constexpr OrganizationId fao{1};
constexpr OrganizationId oecd{2};

Identities identities() {
  community::Community state;
  for (const auto* key : {"WHO", "FAO", "OECD"}) {
    community::Organization organization;
    organization.key = organization.name = key;
    community::of<community::Membership>(state).organizations.add(organization);
  }
  return {"ccop", state, {"identity--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f"}};
}

Party member(OrganizationId organization) {
  return {{Standing::member, false, organization}, true, Level::red};
}
Party secretary() {
  return {{Standing::member, true, std::nullopt}, true, Level::red};
}
Party observer() {
  return {{Standing::observer, false, oecd}, false, Level::red};
}

StixObject object(const Json& more = Json::object(), const std::string& type = "identity") {
  Json json{{"type", type},
            {"spec_version", "2.1"},
            {"id", type + "--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f"},
            {"name", "n"},
            {"created", "2026-01-01T00:00:00Z"},
            {"modified", "2026-01-01T00:00:00Z"}};
  json.update(more);
  auto examined = Examiner{}.examine(json.dump());
  EXPECT_TRUE(examined.errors.empty()) << json;
  return examined.object;
}
Json marked(std::initializer_list<std::string> ids) {
  return {{"object_marking_refs", std::vector<std::string>{ids}}};
}
Json marked(Level level) {
  return marked({std::string{marking_id(level)}});
}
Json for_recipients(Json json, const std::vector<std::string>& ids) {
  json["extensions"][recipients_extension()] = {{"extension_type", "property-extension"}, {"recipients", ids}};
  return json;
}

std::variant<store::NewObject, std::string> shared(const Json& json, const Party& by = member(who),
                                                   Level least = Level::clear) {
  return placed(object(json), least, by, identities());
}
bool is_read_by(const Party& reader, const Json& json, const Party& by = member(who), Level least = Level::clear) {
  const auto lists = std::get<store::NewObject>(shared(json, by, least)).lists;
  const auto reads = readable(reader);
  return std::ranges::any_of(lists, [&](auto list) { return std::ranges::find(reads, list) != reads.end(); });
}

TEST(Markings, AreCrossedWithEveryKindOfReader) {
  struct Reader {
    const char* name;
    Party party;
    std::string
        reads;  ///< c g a s: clear, green, amber, amber+strict; R: red that names it; x: expressly released amber
  };
  const std::vector<Reader> readers{
      {"nobody in particular", {}, "c"},
      {"a guest", {{Standing::outside, false, std::nullopt}, false, Level::red}, "c"},
      {"a liaison", {{Standing::liaison, false, std::nullopt}, false, Level::red}, "cx"},
      {"an Observer", observer(), "cg"},
      {"a recipient who is an Observer", {{Standing::observer, false, fao}, false, Level::red}, "cgR"},
      {"a Member", member(oecd), "cgasx"},
      {"a recipient", member(fao), "cgasRx"},
      {"the source", member(who), "cgasRx"},
      {"the Secretary", secretary(), "cgasx"},
      {"a co-Chair of another Member", {{Standing::member, true, oecd}, true, Level::red}, "cgasx"},
      {"a Member's token up to green", {{Standing::member, false, fao}, true, Level::green}, "cg"},
      {"a Member's token up to amber", {{Standing::member, false, fao}, true, Level::amber}, "cgax"},
  };
  const std::string fao_identity = identities().organization(fao);
  const std::vector<std::pair<char, Json>> objects{
      {'c', marked(Level::clear)},
      {'g', marked(Level::green)},
      {'a', marked(Level::amber)},
      {'s', marked(Level::amber_strict)},
      {'R', for_recipients(marked(Level::red), {fao_identity})},
  };
  for (const auto& [name, party, reads] : readers) {
    for (const auto& [letter, json] : objects)
      EXPECT_EQ(is_read_by(party, json), reads.find(letter) != std::string::npos) << name << " and " << letter;
    // What the committee released goes to liaisons beside those who read its level anyway.
    EXPECT_EQ(is_read_by(party, marked({std::string{marking_id(Level::amber)}, released_marking()}), secretary()),
              reads.find('x') != std::string::npos)
        << name << " and a release";
  }
}

TEST(Markings, OfTlp1MeanWhatTheyMeantThen) {
  EXPECT_EQ(level_of("marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9"), Level::clear);
  EXPECT_EQ(level_of("marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da"), Level::green);
  EXPECT_EQ(level_of("marking-definition--f88d31f6-486f-44da-b317-01333bde0b82"), Level::amber);
  EXPECT_EQ(level_of("marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed"), Level::red);
  EXPECT_EQ(level_of(""), std::nullopt);
  EXPECT_EQ(parse_level("TLP:WHITE"), Level::clear);
  EXPECT_EQ(parse_level("tlp:amber+strict"), Level::amber_strict);
  EXPECT_EQ(parse_level("amber-strict"), Level::amber_strict);
  EXPECT_EQ(parse_level("purple"), std::nullopt);
}

TEST(Markings, CountByTheStrictestWhereverInTheObjectItStands) {
  Json json = marked(Level::green);
  json["granular_markings"] = {{{"selectors", {"name"}}, {"marking_ref", marking_id(Level::amber)}}};
  EXPECT_FALSE(is_read_by(observer(), json));
  EXPECT_TRUE(is_read_by(member(fao), json));
}

TEST(Markings, AreNeverWidenedByThePlaceOfSharing) {
  EXPECT_FALSE(is_read_by(observer(), marked(Level::clear), member(who), Level::amber));
  EXPECT_FALSE(is_read_by(observer(), Json::object(), member(who), Level::amber));
  EXPECT_TRUE(is_read_by(observer(), Json::object(), member(who), Level::green));
}

TEST(Markings, AreAllDefinedAsObjectsOfStix) {
  for (const auto& json : marking_definitions()) {
    const auto examined = Examiner{{false, true, true}}.examine(json);
    EXPECT_TRUE(examined.errors.empty()) << examined.errors.front().sentence();
    EXPECT_TRUE(examined.warnings.empty()) << examined.warnings.front().sentence();
  }
}

TEST(TlpRed, WithoutRecipientsIsReadByItsSourceAlone) {
  EXPECT_TRUE(is_read_by(member(who), marked(Level::red)));
  EXPECT_FALSE(is_read_by(member(fao), marked(Level::red)));
  EXPECT_FALSE(is_read_by(secretary(), marked(Level::red)));
}

TEST(TlpRed, NamesOrganizationsOfThisCommunityAlone) {
  const auto refused = shared(for_recipients(marked(Level::red), {"identity--f431f809-377b-45e0-aa1c-6a4751cae5ff"}));
  EXPECT_THAT(std::get<std::string>(refused), HasSubstr("recipients that are identities of this community"));
}

TEST(TlpRed, SharedAsTheCommunityNamesItsSourceInNoList) {
  const std::string everybody = identities().community();
  Json json = marked(Level::red);
  json["created_by_ref"] = everybody;
  EXPECT_THAT(std::get<std::string>(shared(json)), HasSubstr("recipients, for a TLP:RED object"));
  const auto kept = std::get<store::NewObject>(shared(for_recipients(json, {identities().organization(fao)})));
  EXPECT_EQ(kept.source, source::community);
  EXPECT_EQ(kept.lists, std::vector{list_of_recipient(fao)});
}

TEST(Attribution, ToTheCommunityTiesTheObjectToNobody) {
  const auto kept = std::get<store::NewObject>(shared({{"created_by_ref", identities().community()}}));
  EXPECT_EQ(kept.source, source::community);
  EXPECT_EQ(std::get<store::NewObject>(shared(Json::object())).source, source::of(who));
}

TEST(Attribution, MayNotBeToAnotherMember) {
  EXPECT_THAT(std::get<std::string>(shared({{"created_by_ref", identities().organization(fao)}})),
              HasSubstr("created_by_ref"));
  EXPECT_TRUE(std::holds_alternative<store::NewObject>(shared({{"created_by_ref", identities().organization(who)}})));
  EXPECT_TRUE(std::holds_alternative<store::NewObject>(
      shared({{"created_by_ref", "identity--f431f809-377b-45e0-aa1c-6a4751cae5ff"}})));
}

TEST(ChathamHouseRule, AllowsNoMemberToBeNamed) {  // clause 5.5
  Json json = marked({chatham_house_marking()});
  EXPECT_TRUE(std::holds_alternative<store::NewObject>(shared(json)));
  json["created_by_ref"] = identities().community();
  EXPECT_TRUE(std::holds_alternative<store::NewObject>(shared(json)));
  json["created_by_ref"] = identities().organization(who);
  EXPECT_THAT(std::get<std::string>(shared(json)), HasSubstr("Chatham House Rule"));
}

TEST(Release, IsMarkedByTheCommitteeAlone) {  // clause 5.4
  EXPECT_THAT(std::get<std::string>(shared(marked({released_marking()}))), HasSubstr("clause 5.4"));
  EXPECT_FALSE(community::objection_to_release(secretary().sharer, true));
  EXPECT_TRUE(community::objection_to_release(member(who).sharer, true));
}

TEST(Release, IsMarkedOnlyOnWhatTheGroupAgreedTo) {  // clause 5.4
  EXPECT_TRUE(std::holds_alternative<store::NewObject>(shared(marked({released_marking()}), secretary())));
  Json other = marked({released_marking()});
  other["id"] = "identity--00000000-0000-4000-8000-000000000001";
  EXPECT_THAT(std::get<std::string>(shared(other, secretary())), HasSubstr("clause 5.4"));
  EXPECT_TRUE(community::objection_to_release(secretary().sharer, false));
}

TEST(Release, NamesItsObjectsInTheTextThatWasAgreedTo) {  // clause 5.4
  const std::string tool = "tool--8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f";
  const std::string indicator = "indicator--00000000-0000-4000-8000-000000000001";
  const ContentHash erased{sha256(bytes_of("erased"))};
  const ContentHash kept{sha256(bytes_of("kept"))};
  const auto text_of = [&](const ContentHash& hash) -> std::optional<std::string> {
    if (hash == erased) return std::nullopt;
    return R"({"text":"To IASMN:\n)" + tool + "\\n" + indicator + R"(, not tool--1 or --","title":"Release"})";
  };
  EXPECT_THAT(named_by_releases({erased, kept}, text_of), ::testing::ElementsAre(indicator, tool));
}

TEST(Sharing, IsForMembersWhileObserversRead) {  // clause 2.3
  EXPECT_FALSE(community::objection_to_sharing(member(who).sharer));
  EXPECT_TRUE(community::objection_to_sharing(observer().sharer));
  EXPECT_TRUE(community::objection_to_sharing({Standing::liaison, false, {}}));
  EXPECT_TRUE(community::objection_to_sharing({}));
}

TEST(Observables, OfSeveralMarkingsAreItemsOfTheirOwn) {
  const Json address{
      {"type", "ipv4-addr"}, {"id", "ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4"}, {"value", "198.51.100.3"}};
  const auto place = [&](Level level) {
    return std::get<store::NewObject>(
        placed(Examiner{}.examine(address.dump()).object, level, member(who), identities()));
  };
  EXPECT_NE(place(Level::green).version, place(Level::amber).version);
  EXPECT_FALSE(place(Level::green).has_versions);
  Json released = address;
  released["object_marking_refs"] = {std::string{marking_id(Level::green)}, released_marking()};
  const Identities agreed{"ccop", community::Community{}, {address["id"].get<std::string>()}};
  const auto leaving =
      std::get<store::NewObject>(placed(Examiner{}.examine(released.dump()).object, Level::green, secretary(), agreed));
  EXPECT_NE(leaving.version, place(Level::green).version);
}

}  // namespace
}  // namespace ccop::exchange
