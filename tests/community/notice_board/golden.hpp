// A ledger of each version of the rules, as it was written then: golden/. What was decided stays as it was decided, so
// these files never change; a new version adds one.
#pragma once

#include "harbour.hpp"

#include <filesystem>
#include <fstream>

namespace ccop::community::testing {

[[nodiscard]] inline std::filesystem::path golden_file(std::uint32_t version) {
  return std::filesystem::path{NOTICE_BOARD_FOLDER} / "golden" / ("version-" + std::to_string(version) + ".jsonl");
}

[[nodiscard]] inline std::vector<std::string> golden(std::uint32_t version) {
  std::ifstream in{golden_file(version)};
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

/// What happened in each of the ledgers: as much of it as the version allowed.
[[nodiscard]] inline std::vector<std::string> told(const std::string& charter_text, std::uint32_t rules) {
  Harbour harbour{charter_text, rules};
  harbour.pin(harbour.member);
  harbour.pin(harbour.observer);
  harbour.pin(harbour.member);
  harbour.ask(harbour.member, TakeNoticeDown{{0}});
  harbour.time += days{8};
  harbour.pin(harbour.member);
  return harbour.entries;
}

}  // namespace ccop::community::testing
