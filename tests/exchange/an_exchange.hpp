// An exchange of its own, files that are brought to it, and what leaves it again.
#pragma once

#include "community/community.hpp"
#include "exchange/csv/lists.hpp"
#include "exchange/files.hpp"
#include "exchange/keys.hpp"
#include "exchange/stix/terms.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

namespace ccop::exchange::testing {

inline std::string file_of(const std::string& name) {
  std::ifstream in{std::string{CCOP_SOURCE_DIR} + "/tests/exchange/" + name, std::ios::binary};
  EXPECT_TRUE(in) << name;
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}
inline std::string case_of(const std::string& name) {
  return file_of("cases/" + name);
}

class AnExchange : public ::testing::Test {
 protected:
  IntakeReport bring(Format format, const std::string& text, Level level = Level::amber, bool custom = true) {
    Intake intake{exchange_, party_, identities_, {level, custom, true, true}};
    const auto reader = reader_of(format, "f", {identities_.community(), microseconds_now(), level, false}, intake);
    for (std::size_t at = 0; at < text.size(); at += 97) reader->feed(std::string_view{text}.substr(at, 97));
    reader->finish();
    return intake.finish();
  }
  IntakeReport bring_case(const std::string& name) {
    const Format format = name.starts_with("misp")  ? Format::misp
                          : name.starts_with("csv") ? Format::csv
                                                    : Format::stix;
    return bring(format, case_of(name));
  }
  [[nodiscard]] std::vector<store::ListId> lists(Level level) const {
    Party reader = party_;
    reader.ceiling = level;
    return readable(reader);
  }
  /// The latest version of everything, as it leaves.
  std::vector<Json> objects(Level level = Level::amber) {
    std::ostringstream out;
    write_bundle(exchange_.store(), lists(level), out);
    return Json::parse(out.str())["objects"];
  }
  std::vector<Json> objects_of_type(const std::string& type) {
    std::vector<Json> all;
    for (auto& one : objects())
      if (one["type"] == type) all.push_back(std::move(one));
    return all;
  }
  /// The events that leave, and what did not.
  std::vector<Json> events(Level level = Level::amber) {
    std::ostringstream out;
    exported_ = write_misp(exchange_.store(), lists(level), "Shared", out);
    std::vector<Json> all;
    const Json written = Json::parse(out.str());
    for (const auto& one : written["response"]) all.push_back(one["Event"]);
    return all;
  }
  std::vector<Json> attributes(Level level = Level::amber) {
    std::vector<Json> all;
    for (const auto& event : events(level))
      for (const auto& attribute : event["Attribute"]) all.push_back(attribute);
    return all;
  }
  std::string csv(Level level = Level::amber) {
    std::ostringstream out;
    exported_ = write_csv(exchange_.store(), lists(level), out);
    return out.str();
  }
  /// Ids of what is found by a term.
  std::vector<std::string> found(const std::string& text) {
    std::vector<std::string> ids;
    std::vector<std::string> terms;
    append_value_terms(terms, text);
    store::SearchQuery query{lists(Level::amber)};
    query.all_of = {{{terms.front(), false}}};
    exchange_.store().rows(exchange_.store().search(query),
                           [&](store::ObjectRow&& row) { ids.push_back(identifier(row.name.type, row.name.uuid)); });
    return ids;
  }
  static std::unique_ptr<store::ObjectStore> unlocked(const std::string& file) {
    auto objects = store::open_sqlite_objects(file, terms_of_row);
    static_cast<void>(Keys::unlock(*objects, store::MasterKey{sha256(bytes_of("master"))}));
    return objects;
  }

  ccop::testing::TemporaryFolder folder_;
  Exchange exchange_{unlocked(folder_.file("x.db"))};
  community::Community state_;
  Identities identities_{"ccop", state_};
  Party party_{{community::Standing::member, true, std::nullopt}, true, Level::red};
  Exported exported_;
};

/// `reason what number` of each kind.
inline std::vector<std::string> kinds_of(const Leftovers& left_out) {
  std::vector<std::string> all;
  for (const auto& one : left_out.all()) all.push_back(one.reason + " " + one.what + " " + std::to_string(one.number));
  return all;
}

}  // namespace ccop::exchange::testing
