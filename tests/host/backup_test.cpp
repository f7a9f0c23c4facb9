// A backup is read by who may open it, and a changed one by nobody.
#include "host/backup.hpp"

#include "temporary_folder.hpp"

#include <sys/stat.h>

#include <fstream>
#include <random>

namespace ccop::host {
namespace {

using ::testing::HasSubstr;

std::string contents_of(const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}
void write(const std::string& file, const std::string& bytes) {
  std::ofstream{file, std::ios::binary} << bytes;
}

std::string noise(std::size_t size) {
  std::mt19937 chance{static_cast<unsigned>(size)};
  std::string bytes(size, '\0');
  for (char& byte : bytes) byte = static_cast<char>(chance());
  return bytes;
}

class ABackup : public ::testing::Test {
 protected:
  static constexpr std::size_t piece = 65536;
  static constexpr std::size_t sealed = piece + 17;

  ABackup() {
    with_keys.recipients = {keys.public_key};
    by_keys.keys = keys;
    cheap.passphrase = by_passphrase.passphrase = "six words that nobody would guess";
    cheap.cost = {1, 8192};
  }
  void write_backup_of(const std::string& record, const std::string& objects, const store::Locks& locks) {
    write(folder.file("record"), record);
    write(folder.file("objects"), objects);
    std::filesystem::remove(file);
    write_backup(file, locks, {folder.file("record"), folder.file("objects")}, master);
  }
  /// What is said of it; nothing where it is sound.
  std::string said(const store::Unlocking& with) const { return said(with, master); }
  std::string said(const store::Unlocking& with, const store::MasterKey& by) const {
    try {
      check_backup(file, with, by);
      return "";
    } catch (const store::StoreError& error) {
      return error.what();
    }
  }
  void opens_to(const std::string& record, const std::string& objects, const store::Unlocking& with) {
    const BackupParts parts{folder.file("record.out"), folder.file("objects.out")};
    for (const auto& part : {parts.record, parts.objects}) std::filesystem::remove(part);
    open_backup(file, with, master, parts);
    EXPECT_EQ(contents_of(parts.record), record);
    EXPECT_EQ(contents_of(parts.objects), objects);
  }

  testing::TemporaryFolder folder;
  const std::string file = folder.file("backup");
  const store::MasterKey master{sha256(bytes_of("master"))};
  const store::SealingKeys keys = store::SealingKeys::fresh();
  store::Locks with_keys;
  store::Locks cheap;
  store::Unlocking by_keys;
  store::Unlocking by_passphrase;
};

TEST_F(ABackup, GivesBackWhatWasPutInWhateverItsSize) {
  const std::size_t framing = 8 + 8 + 32;
  for (const std::size_t size : {std::size_t{0}, std::size_t{1}, piece - framing - 1, piece - framing,
                                 piece - framing + 1, 2 * piece - framing, 3 * piece + 5}) {
    write_backup_of(noise(size), noise(size / 3), with_keys);
    EXPECT_EQ(said(by_keys), "") << size;
    opens_to(noise(size), noise(size / 3), by_keys);
  }
}

TEST_F(ABackup, IsOpenedByThePassphraseOrByAnyOfItsKeysAndByNothingElse) {
  const auto second = store::SealingKeys::fresh();
  store::Locks all = cheap;
  all.recipients = {keys.public_key, second.public_key};
  write_backup_of("record", "objects", all);
  store::Unlocking by_second;
  by_second.keys = second;
  for (const auto& with : {by_keys, by_second, by_passphrase}) opens_to("record", "objects", with);
  store::Unlocking wrong;
  wrong.passphrase = "six words that somebody would guess";
  EXPECT_THAT(said(wrong), HasSubstr("not opened by this passphrase"));
  wrong.keys = store::SealingKeys::fresh();
  EXPECT_THAT(said(wrong), HasSubstr("not sealed to this key"));
  EXPECT_THAT(said(by_keys, store::MasterKey{sha256(bytes_of("another"))}), HasSubstr("this master key"));
}

TEST_F(ABackup, ShowsNothingOfWhatIsInItAndIsItsOwnersAlone) {
  write_backup_of("a record in clear", "objects in clear", with_keys);
  EXPECT_EQ(contents_of(file).find("in clear"), std::string::npos);
  struct stat status {};
  ASSERT_EQ(stat(file.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600u);
}

TEST_F(ABackup, IsThereWholeOrNotAtAll) {
  EXPECT_THROW(write_backup(file, with_keys, {folder.file("nowhere"), folder.file("nowhere")}, master), std::exception);
  EXPECT_TRUE(std::filesystem::is_empty(folder.path()));
  EXPECT_THROW((store::SealedWriter{file, store::Locks{}}), store::StoreError) << "that nobody could open";
  write(file, "precious");
  EXPECT_THROW((store::SealedWriter{file, with_keys}), store::StoreError);
  EXPECT_EQ(contents_of(file), "precious");
}

TEST_F(ABackup, IsNotChangedInAnyByte) {
  store::Locks all = cheap;  // what is not one's own line is held to, too
  all.recipients = {store::SealingKeys::fresh().public_key, keys.public_key};
  write_backup_of(noise(2 * piece), noise(1000), all);
  const std::string bytes = contents_of(file);
  const std::size_t header = bytes.find("stream\n") + 7 + 24;
  std::mt19937 chance{17};
  const auto changed = [&](std::size_t at) {
    std::string other = bytes;
    other[at] ^= static_cast<char>(1 + chance() % 255);
    write(file, other);
    EXPECT_NE(said(by_keys), "") << "byte " << at;
  };
  for (std::size_t at = 0; at < header; ++at) changed(at);
  for (int i = 0; i < 300; ++i) changed(header + chance() % (bytes.size() - header));
  for (const std::size_t at : {header, header + sealed - 1, header + sealed, bytes.size() - 1}) changed(at);
}

TEST_F(ABackup, IsNotCutShortOrMadeLonger) {
  write_backup_of(noise(2 * piece), noise(1000), with_keys);
  const std::string bytes = contents_of(file);
  const std::size_t header = bytes.find("stream\n") + 7 + 24;
  for (const std::size_t size : {std::size_t{0}, std::size_t{5}, header - 30, header - 1, header, header + 16,
                                 header + 17, header + sealed, header + 2 * sealed, bytes.size() - 1}) {
    write(file, bytes.substr(0, size));
    EXPECT_NE(said(by_keys), "") << size;
  }
  write(file, bytes.substr(0, header + sealed));
  EXPECT_THAT(said(by_keys), HasSubstr("is cut off"));
  write(file, bytes + "x");
  EXPECT_NE(said(by_keys), "");
  write(file, bytes + bytes.substr(header));
  EXPECT_NE(said(by_keys), "");
}

/// Whoever knows the public key can seal; what they add behind the end is no part of the backup.
TEST_F(ABackup, HoldsNoMoreThanItSays) {
  write_backup_of(noise(100), noise(10), with_keys);
  std::string held;
  {
    store::SealedReader in{file, by_keys};
    for (std::string part = in.next(); !part.empty(); part = in.next()) held += part;
  }
  for (const auto& [bytes, what] : {std::pair{held, ""}, {held + "x", "holds more than it says"}}) {
    std::filesystem::remove(file);
    store::SealedWriter out{file, with_keys};
    out.write(bytes);
    out.finish();
    EXPECT_THAT(said(by_keys), HasSubstr(what));
  }
}

TEST_F(ABackup, HasItsPiecesInTheirOrderAndNoneOfAnothers) {
  write_backup_of(noise(3 * piece), noise(10), with_keys);
  const std::string bytes = contents_of(file);
  const std::size_t header = bytes.find("stream\n") + 7 + 24;
  const auto piece_at = [&](std::size_t i) { return bytes.substr(header + i * sealed, sealed); };
  write(file, bytes.substr(0, header) + piece_at(1) + piece_at(0) + bytes.substr(header + 2 * sealed));
  EXPECT_THAT(said(by_keys), HasSubstr("put in another order"));
  write(file, bytes.substr(0, header) + piece_at(0) + bytes.substr(header + 2 * sealed));
  EXPECT_NE(said(by_keys), "") << "one is left out";
  write(file, bytes.substr(0, header) + piece_at(0) + piece_at(0) + bytes.substr(header + 2 * sealed));
  EXPECT_NE(said(by_keys), "") << "one is there twice";
  write_backup_of(noise(3 * piece), noise(10), with_keys);
  const std::string other = contents_of(file);
  write(file, other.substr(0, header) + piece_at(0) + other.substr(header + sealed));
  EXPECT_NE(said(by_keys), "") << "one is of another backup";
  write(file, other.substr(0, header) + bytes.substr(header));
  EXPECT_NE(said(by_keys), "") << "all are of another backup";
}

TEST_F(ABackup, OfSomebodyElseIsNotBelieved) {
  // Whoever knows the public key can seal to it.
  store::SealedWriter forged{file, with_keys};
  forged.write(std::string{"\0\0\0\0\0\0\0\1r\0\0\0\0\0\0\0\1o", 18} + std::string(32, 'm'));
  forged.finish();
  EXPECT_THAT(said(by_keys), HasSubstr("not written with this master key"));
  for (const std::string& foreign :
       {std::string{}, noise(5000), std::string{"SQLite format 3"}, std::string{"ccop backup v2\n"}}) {
    write(file, foreign);
    EXPECT_THAT(said(by_keys), HasSubstr("is no sealed backup of ccop"));
  }
  std::filesystem::remove(file);
  EXPECT_THAT(said(by_keys), HasSubstr("can't read"));
}

/// A made-up file has nobody wait or run out of memory.
TEST_F(ABackup, CostsItsOpenerNoMoreThanItsLimits) {
  write_backup_of("r", "o", cheap);
  const std::string bytes = contents_of(file);
  for (const std::string cost : {" 1 99999999999 ", " 4000000000 8192 ", " 0 8192 ", " 1 1 ", " -1 8192 "}) {
    std::string other = bytes;
    other.replace(other.find(" 1 8192 "), 8, cost);
    write(file, other);
    EXPECT_THAT(said(by_passphrase), HasSubstr("not opened by this passphrase"));
  }
  write(file, "ccop backup v1\n" + std::string(1 << 20, 'x'));
  EXPECT_NE(said(by_passphrase), "");
}

TEST(AKeyForBackups, IsWrittenInOneWay) {
  const auto keys = store::SealingKeys::fresh();
  EXPECT_EQ(store::SealingKeys::parse_public(keys.public_text()), keys.public_key);
  EXPECT_EQ(store::SealingKeys::parse_secret(keys.secret_text())->public_key, keys.public_key);
  EXPECT_FALSE(store::SealingKeys::parse_public(keys.secret_text())) << "a secret is not given away as a public key";
  EXPECT_FALSE(store::SealingKeys::parse_secret(keys.public_text()));
  EXPECT_FALSE(store::SealingKeys::parse_public(keys.public_text() + "A"));
  EXPECT_FALSE(store::SealingKeys::parse_public(""));
}

}  // namespace
}  // namespace ccop::host
