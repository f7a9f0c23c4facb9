#include "host/backup.hpp"

#include "base/big_endian.hpp"
#include "base/files.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <functional>

namespace ccop::host {
namespace {

constexpr std::size_t at_once = std::size_t{1} << 16;

/// The MAC (HMAC-SHA512-256) over all that a backup holds, under a key that is derived from the master key for this
/// alone. Sealing to a public key tells nothing of who sealed.
class BackupMac {
 public:
  explicit BackupMac(const store::MasterKey& master) {
    std::array<std::uint8_t, crypto_auth_hmacsha512256_KEYBYTES> key{};
    crypto_kdf_derive_from_key(key.data(), key.size(), 2, "backupv1", master.bytes().data());
    crypto_auth_hmacsha512256_init(&state_, key.data(), key.size());
    sodium_memzero(key.data(), key.size());
  }
  void add(std::string_view bytes) { crypto_auth_hmacsha512256_update(&state_, bytes_of(bytes).data(), bytes.size()); }
  [[nodiscard]] std::string done() {
    std::array<std::uint8_t, crypto_auth_hmacsha512256_BYTES> mac{};
    crypto_auth_hmacsha512256_final(&state_, mac.data());
    return std::string{text_of(mac)};
  }

 private:
  crypto_auth_hmacsha512256_state state_{};
};

void write_part(store::SealedWriter& out, BackupMac& mac, const std::string& file) {
  std::ifstream in{file, std::ios::binary};
  std::uint64_t left = std::filesystem::file_size(file);
  const auto put = [&](std::string_view bytes) {
    mac.add(bytes);
    out.write(bytes);
  };
  put(number_bytes(left));
  std::string buffer(at_once, '\0');
  while (left > 0) {
    in.read(buffer.data(), static_cast<std::streamsize>(std::min<std::uint64_t>(left, buffer.size())));
    const auto count = static_cast<std::size_t>(in.gcount());
    if (count == 0) throw store::StoreError{"can't read " + file};
    put(std::string_view{buffer}.substr(0, count));
    left -= count;
  }
}

using Sink = std::function<void(std::string_view)>;

/// What comes out of a sealed file, taken by lengths.
class Unsealed {
 public:
  Unsealed(const std::string& file, const store::Unlocking& with) : file_(file), in_(file, with) {}

  void take(std::uint64_t length, const Sink& sink) {
    while (length > 0) {
      if (piece_.size() == used_) {
        piece_ = in_.next();
        used_ = 0;
        if (piece_.empty()) throw store::StoreError{file_ + " holds less than it says"};
      }
      const auto part = std::string_view{piece_}.substr(used_, length);
      sink(part);
      used_ += part.size();
      length -= part.size();
    }
  }
  [[nodiscard]] std::string take(std::size_t length) {
    std::string bytes;
    take(length, [&](std::string_view part) { bytes += part; });
    return bytes;
  }
  void end() {
    if (piece_.size() != used_ || !in_.next().empty()) throw store::StoreError{file_ + " holds more than it says"};
  }

 private:
  std::string file_;
  store::SealedReader in_;
  std::string piece_;
  std::size_t used_{};
};

void read_parts(const std::string& file, const store::Unlocking& with, const store::MasterKey& master,
                const std::array<Sink, 2>& sinks) {
  Unsealed in{file, with};
  BackupMac mac{master};
  for (const Sink& sink : sinks) {
    const std::string head = in.take(number_size);
    mac.add(head);
    in.take(number_in(head), [&](std::string_view part) {
      mac.add(part);
      if (sink) sink(part);
    });
  }
  const std::string made = in.take(crypto_auth_hmacsha512256_BYTES);
  in.end();
  if (!equal_in_constant_time(bytes_of(made), bytes_of(mac.done())))
    throw store::StoreError{file +
                            " was not written with this master key: it is somebody else's, or the key is another"};
}

/// Writes a file as it comes.
class NewFile {
 public:
  explicit NewFile(const std::string& file)
      : file_(file), out_(open(file.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600)) {
    if (out_ < 0) throw store::StoreError{"can't write " + file};
  }
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;
  NewFile(NewFile&&) = delete;
  NewFile& operator=(NewFile&&) = delete;
  ~NewFile() { close(out_); }

  void write(std::string_view bytes) const {
    if (!write_all(out_, bytes)) throw store::StoreError{"can't write " + file_ + ": is the disk full?"};
  }

 private:
  std::string file_;
  int out_;
};

}  // namespace

void write_backup(const std::string& file, const store::Locks& locks, const BackupParts& from,
                  const store::MasterKey& master) {
  store::SealedWriter out{file, locks};
  BackupMac mac{master};
  write_part(out, mac, from.record);
  write_part(out, mac, from.objects);
  out.write(mac.done());
  out.finish();
}

void check_backup(const std::string& file, const store::Unlocking& with, const store::MasterKey& master) {
  read_parts(file, with, master, {});
}

void open_backup(const std::string& file, const store::Unlocking& with, const store::MasterKey& master,
                 const BackupParts& to) {
  const NewFile record{to.record};
  const NewFile objects{to.objects};
  read_parts(file, with, master,
             {[&](std::string_view part) { record.write(part); }, [&](std::string_view part) { objects.write(part); }});
}

}  // namespace ccop::host
