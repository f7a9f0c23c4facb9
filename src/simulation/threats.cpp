#include "simulation/threats.hpp"

#include "community/membership/state.hpp"
#include "exchange/compose.hpp"
#include "exchange/stix/examine.hpp"

#include <array>

namespace ccop::simulation {
namespace {

using namespace exchange;

struct Technique {
  const char* id;
  const char* name;
  const char* tactic;
};
constexpr std::array techniques{
    Technique{"T1589", "Gather Victim Identity Information", "reconnaissance"},
    Technique{"T1583", "Acquire Infrastructure", "resource-development"},
    Technique{"T1566", "Phishing", "initial-access"},
    Technique{"T1190", "Exploit Public-Facing Application", "initial-access"},
    Technique{"T1059", "Command and Scripting Interpreter", "execution"},
    Technique{"T1053", "Scheduled Task/Job", "persistence"},
    Technique{"T1078", "Valid Accounts", "defense-evasion"},
    Technique{"T1110", "Brute Force", "credential-access"},
    Technique{"T1021", "Remote Services", "lateral-movement"},
    Technique{"T1071", "Application Layer Protocol", "command-and-control"},
    Technique{"T1486", "Data Encrypted for Impact", "impact"},
};

struct Example {
  int days_ago;
  Level level;
  bool as_community;
  const char* name;
  const char* description;
  const char* found_by;
  const char* helped;
  const char* signs;
};
constexpr std::array examples{
    Example{
        21, Level::amber, true, "Phishing that copies our travel portal",
        "Some 40 colleagues received a message about a travel claim. Six entered their password on the page behind it.",
        "Two colleagues forwarded the message to the service desk within ten minutes.",
        "Passkeys: of the six accounts the four that have one could not be used.",
        "hxxps://travel-claims[.]example/login from 203.0.113.45, sender claims@travel-claims.example; T1566 T1078"},
    Example{9, Level::green, false, "Password spraying against the VPN",
            "Three passwords tried on every account, slowly, from one network.",
            "An alert on failed sign-ins over a day.", "Blocking the network; a second factor for all.",
            "203.0.113.0/24 T1110 T1078"},
    Example{3, Level::amber_strict, false, "Exploited file-transfer appliance",
            "A supplier's appliance was exploited before the update was there. No data of ours was on it.",
            "The supplier told us; the address was in our proxy's log.",
            "The indicators that others shared here last year.",
            "CVE-2026-20017 203.0.113.45 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 T1190 T1071"},
};

Uuid example_uuid(std::size_t number) {
  return name_based_uuid(exchange_namespace(), "demo/incident/" + std::to_string(number));
}

}  // namespace

std::string example_to_release() {
  return identifier("incident", example_uuid(0));
}

void share_examples(Exchange& exchange, const std::string& slug, const community::Community& state, Time today) {
  const Identities identities{slug, state};
  const auto members = membership(state).roll(today);
  Examiner examiner;
  std::vector<store::NewObject> batch;
  const auto share = [&](const Json& json, Level level, const Party& party) {
    auto examined = examiner.examine(json.dump());
    if (!examined.errors.empty()) throw std::logic_error{examined.errors.front().sentence()};
    batch.push_back(std::get<store::NewObject>(placed(std::move(examined.object), level, party, identities)));
  };
  const auto at = [&](int days_ago) {
    return std::chrono::duration_cast<std::chrono::microseconds>((today - days{days_ago}).time_since_epoch()).count();
  };
  const auto party_of = [&](std::size_t member) {
    return Party{{community::Standing::member, false, members.at(member % members.size())}, true, Level::red};
  };

  std::map<std::string, std::string> technique_ids;
  const Making making{identities.community(), at(60), Level::clear, false};
  for (const Technique& technique : techniques) {
    Json json =
        made(making, "attack-pattern", name_based_uuid(exchange_namespace(), std::string{"demo/"} + technique.id));
    json["name"] = technique.name;
    json["external_references"] = {{{"source_name", "mitre-attack"}, {"external_id", technique.id}}};
    json["kill_chain_phases"] = {{{"kill_chain_name", "mitre-attack"}, {"phase_name", technique.tactic}}};
    technique_ids[technique.id] = json["id"];
    share(json, Level::clear, party_of(0));
  }
  for (std::size_t i = 0; i < examples.size(); ++i) {
    const Example& example = examples[i];
    const Party party = party_of(i);
    const Making by{example.as_community ? identities.community() : identities.organization(*party.sharer.organization),
                    at(example.days_ago), example.level, example.as_community};
    const auto objects = compose(by, {example.name, example.description, example.found_by, example.helped, by.at,
                                      example.signs, example_uuid(i)});
    for (const Json& json : objects) share(json, example.level, party);
    for (const auto& [id, technique] : technique_ids) {
      if (std::string_view{example.signs}.find(id) == std::string_view::npos) continue;
      Json uses = made(by, "relationship");
      uses["relationship_type"] = "related-to";
      uses["source_ref"] = objects.front()["id"];
      uses["target_ref"] = technique;
      share(uses, example.level, party);
    }
  }
  exchange.add(std::move(batch));
}

}  // namespace ccop::simulation
