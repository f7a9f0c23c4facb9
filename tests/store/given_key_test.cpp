// A master key that a store of keys gives, and no file of the host's own holds.
#include "store/given_key.hpp"

#include "store/vault.hpp"
#include "temporary_folder.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace ccop::store {
namespace {

using ::testing::HasSubstr;

const std::string one_key(43, 'A');
const std::string another_key = std::string(42, 'B') + "A";

class AGivenKey : public ::testing::Test {
 protected:
  void TearDown() override {
    for (const char* name : {"CCOP_MASTER_KEY", "CCOP_MASTER_KEY_COMMAND", "CREDENTIALS_DIRECTORY"}) unsetenv(name);
  }
  /// A program of this text, which is the command from now on.
  void says(const std::string& script, const std::string& arguments = "") {
    const std::string file = folder.file("keys");
    std::ofstream{file} << "#!/bin/sh\n" << script << "\n";
    std::filesystem::permissions(file, std::filesystem::perms::owner_all);
    setenv("CCOP_MASTER_KEY_COMMAND", (file + " " + arguments).c_str(), 1);
  }
  [[nodiscard]] std::string found() const {
    return to_base64url(MasterKey::find(folder.file("master.key"), false)->bytes());
  }
  [[nodiscard]] std::string refusal() const {
    try {
      return "found " + found();
    } catch (const StoreError& error) {
      return error.what();
    }
  }
  ccop::testing::TemporaryFolder folder;
};

TEST_F(AGivenKey, IsSaidByACommandWithItsArguments) {
  says("test \"$#\" = 3 && test \"$2\" = '$HOME;' && echo " + one_key, "get  $HOME; ccop");
  EXPECT_EQ(where_key_is_given(), "CCOP_MASTER_KEY_COMMAND");
  EXPECT_EQ(found(), one_key) << "no shell looks at them";
  EXPECT_FALSE(std::filesystem::exists(folder.file("master.key")));
}

TEST_F(AGivenKey, IsNoneWhereTheCommandFails) {
  says("echo " + one_key + "; exit 3");
  EXPECT_THAT(refusal(), HasSubstr("did not say a master key and end well"));
  says("exit 0");
  EXPECT_THAT(refusal(), HasSubstr("did not say a master key"));
  says("while :; do echo " + one_key + "; done");
  EXPECT_THAT(refusal(), HasSubstr("did not say a master key")) << "it says more than a key, without end";
  says("echo no key");
  EXPECT_THAT(refusal(), HasSubstr("base64url of 32 bytes"));
  setenv("CCOP_MASTER_KEY_COMMAND", "/nowhere/keys", 1);
  EXPECT_THAT(refusal(), HasSubstr("can't be run"));
  setenv("CCOP_MASTER_KEY_COMMAND", "echo x", 1);
  EXPECT_THAT(refusal(), HasSubstr("whole path"));
}

TEST_F(AGivenKey, IsACredentialOfSystemd) {
  setenv("CREDENTIALS_DIRECTORY", folder.path().c_str(), 1);
  EXPECT_THAT(refusal(), HasSubstr("no master key")) << "none of this name";
  std::ofstream{folder.file("ccop-master-key")} << one_key << "\n";
  EXPECT_EQ(found(), one_key);
  says("echo " + another_key);
  EXPECT_EQ(found(), one_key) << "before a command";
  setenv("CCOP_MASTER_KEY", another_key.c_str(), 1);
  EXPECT_EQ(found(), another_key) << "behind the environment";
}

TEST_F(AGivenKey, IsNotAnotherThanThatOfTheFolder) {
  says("echo " + one_key);
  write_secret_file(folder.file("master.key"), another_key);
  EXPECT_THAT(refusal(), HasSubstr("CCOP_MASTER_KEY_COMMAND and " + folder.file("master.key") + " hold different"));
}

}  // namespace
}  // namespace ccop::store
