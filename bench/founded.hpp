// What every benchmark begins with: the text of a charter, and the founding.
#pragma once

#include "community/entry.hpp"
#include "store/vault.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

namespace ccop::bench {

[[nodiscard]] inline std::string charter() {
  std::ifstream in{std::filesystem::path{CCOP_SOURCE_DIR} / "charter/ccop.toml"};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

/// The key of the Secretary's one-time link. It is made up: no bench that founds here checks what was signed with it.
[[nodiscard]] inline Hash secretary_link() {
  return sha256(bytes_of("the Secretary's link"));
}

[[nodiscard]] inline community::Found founding(const std::string& log_key, Time now) {
  return {charter(), log_key, store::content_hash({std::string(16, 's'), R"({"name":"Ada"})"}), secretary_link(),
          now + days{7}};
}

}  // namespace ccop::bench
