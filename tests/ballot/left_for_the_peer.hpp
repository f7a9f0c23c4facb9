// Where CCOP_ELECTIONS names a folder, archives are left there, which belenios-tool then verifies (peer_test.py).
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace ccop::testing {

/// In a folder that is called as the test: elections of several tests may have one name.
inline void leave_for_the_peer(const std::string& uuid, const std::string& archive) {
  const char* folder = std::getenv("CCOP_ELECTIONS");
  if (folder == nullptr) return;
  const ::testing::TestInfo& test = *::testing::UnitTest::GetInstance()->current_test_info();
  const auto own = std::filesystem::path{folder} / (std::string{test.test_suite_name()} + "." + test.name());
  std::filesystem::create_directories(own);
  std::ofstream{own / (uuid + ".bel"), std::ios::binary} << archive;
}

}  // namespace ccop::testing
