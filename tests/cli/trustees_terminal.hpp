// Where a trustee runs `ccop election decrypt`: the files that it is given, and what it says.
#pragma once

#include "ballot/key_file.hpp"
#include "cli/election_secrets.hpp"
#include "hostile/careless_host.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace ccop::cli {

inline constexpr std::string_view trustee_passphrase = "six random words of a trustee";

class TrusteesTerminal {
 protected:
  explicit TrusteesTerminal(hostile::recorded::CarelessHost& keeper) : keeper_(keeper) {
    data.master_key = keep("master.key", to_base64url(hostile::master()->bytes()) + "\n");
    std::filesystem::permissions(data.master_key, std::filesystem::perms::owner_read);
    asked.passphrase_file = keep("passphrase", std::string{trustee_passphrase} + "\n");
    asked.out = folder.file("decryption.json");
  }
  [[nodiscard]] std::string keep(const std::string& name, const std::string& bytes) const {
    std::ofstream{folder.file(name), std::ios::binary} << bytes;
    return folder.file(name);
  }
  /// That was saved when the keys of this ballot were made.
  void has_key_file(const std::string& uuid, const std::string& seed) {
    asked.key_file =
        keep("key.json", ballot::seal_key_file("trustee-" + uuid, R"({"seed":")" + seed + "\"}", trustee_passphrase));
  }
  /// What the command says, on both of its outputs; `status` is how it ends.
  std::string decrypt() {
    asked.record = keeper_.write();
    asked.at = to_rfc3339(keeper_.time + minutes{1});
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    status = decrypt_totals(data, asked);
    const std::string said = ::testing::internal::GetCapturedStdout();
    return said + ::testing::internal::GetCapturedStderr();
  }
  /// That the key was not used, for this reason.
  void expect_refused(const std::string& why) {
    EXPECT_THAT(decrypt(), ::testing::HasSubstr(why));
    EXPECT_EQ(status, 1);
    EXPECT_FALSE(std::filesystem::exists(asked.out));
  }

  const ccop::testing::TemporaryFolder folder;
  DataOptions data;
  DecryptSettings asked;
  int status{};

 private:
  hostile::recorded::CarelessHost& keeper_;
};

}  // namespace ccop::cli
