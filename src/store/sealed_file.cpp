#include "store/sealed_file.hpp"

#include "base/files.hpp"

#include <fcntl.h>
#include <sodium.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace ccop::store {
namespace {

constexpr std::string_view first_line = "ccop backup v1\n";
constexpr std::string_view last_line = "stream\n";
constexpr std::string_view public_prefix = "ccop-backup-public-1-";
constexpr std::string_view secret_prefix = "ccop-backup-secret-1-";
constexpr std::size_t piece_size = std::size_t{64} << 10;
constexpr std::size_t sealed_piece = piece_size + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t longest_header = std::size_t{64} << 10;
constexpr std::size_t wrap_nonce = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t wrapped_size = wrap_nonce + sizeof(Hash) + crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t boxed_size = crypto_box_SEALBYTES + sizeof(Hash);
/// Whoever made a file up has it cost no more than this to find out.
constexpr std::uint64_t most_operations = 10;
constexpr std::uint64_t most_memory = std::uint64_t{1} << 30;

/// Secret bytes that are wiped.
struct FileKey {
  Hash bytes{};
  FileKey() = default;
  FileKey(const FileKey&) = delete;
  FileKey& operator=(const FileKey&) = delete;
  FileKey(FileKey&&) = delete;
  FileKey& operator=(FileKey&&) = delete;
  ~FileKey() { sodium_memzero(bytes.data(), bytes.size()); }
};

void start_sodium() {
  if (sodium_init() < 0) throw StoreError{"libsodium could not start"};
}

Hash hash_in(ByteView bytes) {
  Hash hash{};
  std::ranges::copy(bytes, hash.begin());
  return hash;
}

std::vector<std::string_view> split(std::string_view text, char between) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const auto end = std::min(text.find(between), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

std::optional<std::uint64_t> number_of(std::string_view text, std::uint64_t most) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || number == 0 || number > most) return std::nullopt;
  return number;
}

void stretch(FileKey& key, std::string_view passphrase, ByteView salt, const PassphraseCost& cost) {
  if (crypto_pwhash(key.bytes.data(), key.bytes.size(), passphrase.data(), passphrase.size(), salt.data(),
                    cost.operations, cost.memory, crypto_pwhash_ALG_ARGON2ID13) != 0)
    throw StoreError{"not enough memory for the passphrase: Argon2id takes " + std::to_string(cost.memory >> 20) +
                     " MiB"};
}

std::string passphrase_line(const FileKey& key, const Locks& locks) {
  std::array<std::uint8_t, crypto_pwhash_SALTBYTES> salt{};
  fill_random(salt);
  FileKey above;
  stretch(above, locks.passphrase, salt, locks.cost);
  std::array<std::uint8_t, wrapped_size> wrapped{};
  fill_random(std::span{wrapped}.first(wrap_nonce));
  crypto_aead_xchacha20poly1305_ietf_encrypt(wrapped.data() + wrap_nonce, nullptr, key.bytes.data(), key.bytes.size(),
                                             bytes_of(first_line).data(), first_line.size(), nullptr, wrapped.data(),
                                             above.bytes.data());
  return "passphrase " + to_base64url(salt) + " " + std::to_string(locks.cost.operations) + " " +
         std::to_string(locks.cost.memory) + " " + to_base64url(wrapped) + "\n";
}

std::string recipient_line(const FileKey& key, const Hash& recipient) {
  std::array<std::uint8_t, boxed_size> boxed{};
  if (crypto_box_seal(boxed.data(), key.bytes.data(), key.bytes.size(), recipient.data()) != 0)
    throw StoreError{"a public key to seal to is none"};
  return "recipient " + to_base64url(recipient) + " " + to_base64url(boxed) + "\n";
}

/// The file's key out of a line for a passphrase; false where it is another passphrase, or no such line.
bool open_by_passphrase(FileKey& key, std::string_view line, std::string_view passphrase) {
  const auto parts = split(line, ' ');
  if (parts.size() != 5 || parts[0] != "passphrase") return false;
  const auto salt = from_base64url(parts[1]);
  const auto operations = number_of(parts[2], most_operations);
  const auto memory = number_of(parts[3], most_memory);
  const auto wrapped = from_base64url(parts[4]);
  if (!salt || salt->size() != crypto_pwhash_SALTBYTES || !operations || !memory ||
      *memory < crypto_pwhash_MEMLIMIT_MIN || !wrapped || wrapped->size() != wrapped_size)
    return false;
  FileKey above;
  stretch(above, passphrase, *salt, {*operations, *memory});
  return crypto_aead_xchacha20poly1305_ietf_decrypt(key.bytes.data(), nullptr, nullptr, wrapped->data() + wrap_nonce,
                                                    wrapped->size() - wrap_nonce, bytes_of(first_line).data(),
                                                    first_line.size(), wrapped->data(), above.bytes.data()) == 0;
}

bool open_by_keys(FileKey& key, std::string_view line, const SealingKeys& keys) {
  const auto parts = split(line, ' ');
  if (parts.size() != 3 || parts[0] != "recipient" || parts[1] != to_base64url(keys.public_key)) return false;
  const auto boxed = from_base64url(parts[2]);
  return boxed && boxed->size() == boxed_size &&
         crypto_box_seal_open(key.bytes.data(), boxed->data(), boxed->size(), keys.public_key.data(),
                              keys.secret_key.data()) == 0;
}

}  // namespace

SealingKeys SealingKeys::fresh() {
  start_sodium();
  SealingKeys keys;
  crypto_box_keypair(keys.public_key.data(), keys.secret_key.data());
  return keys;
}

std::string SealingKeys::public_text() const {
  return std::string{public_prefix} + to_base64url(public_key);
}
std::string SealingKeys::secret_text() const {
  return std::string{secret_prefix} + to_base64url(secret_key);
}

std::optional<Hash> SealingKeys::parse_public(std::string_view text) {
  if (!text.starts_with(public_prefix)) return std::nullopt;
  const auto bytes = from_base64url(text.substr(public_prefix.size()));
  return bytes && bytes->size() == sizeof(Hash) ? std::optional{hash_in(*bytes)} : std::nullopt;
}

std::optional<SealingKeys> SealingKeys::parse_secret(std::string_view text) {
  if (!text.starts_with(secret_prefix)) return std::nullopt;
  const auto bytes = from_base64url(text.substr(secret_prefix.size()));
  if (!bytes || bytes->size() != sizeof(Hash)) return std::nullopt;
  SealingKeys keys{{}, hash_in(*bytes)};
  crypto_scalarmult_base(keys.public_key.data(), keys.secret_key.data());
  return keys;
}

struct SealedWriter::Stream {
  crypto_secretstream_xchacha20poly1305_state state{};
  Hash header{};        ///< of all that stands before the stream: no piece is of another file
  std::string waiting;  ///< less than a piece, or one that may be the last
};

SealedWriter::SealedWriter(std::string file, const Locks& locks)
    : file_(std::move(file)), stream_(std::make_unique<Stream>()) {
  start_sodium();
  if (locks.passphrase.empty() && locks.recipients.empty())
    throw StoreError{"nobody could open the file: give a passphrase, or a key to seal it to"};
  if (access(file_.c_str(), F_OK) == 0) throw StoreError{file_ + " exists already; give a new name"};
  FileKey key;
  crypto_secretstream_xchacha20poly1305_keygen(key.bytes.data());
  std::string header{first_line};
  if (!locks.passphrase.empty()) header += passphrase_line(key, locks);
  for (const Hash& recipient : locks.recipients) header += recipient_line(key, recipient);
  header += last_line;
  if (header.size() > longest_header) throw StoreError{"too many keys to seal to"};
  const std::size_t lines = header.size();
  header.resize(lines + crypto_secretstream_xchacha20poly1305_HEADERBYTES);
  crypto_secretstream_xchacha20poly1305_init_push(
      &stream_->state, reinterpret_cast<unsigned char*>(header.data()) + lines, key.bytes.data());
  stream_->header = sha256(bytes_of(header));
  out_ = open((file_ + ".part").c_str(), O_CREAT | O_TRUNC | O_WRONLY | O_CLOEXEC, 0600);
  if (out_ < 0) throw StoreError{"can't write " + file_ + ": the folder must be writable"};
  stream_->waiting.reserve(piece_size);
  try {
    put(header);
  } catch (const StoreError&) {
    give_up();
    throw;
  }
}

SealedWriter::~SealedWriter() {
  sodium_memzero(&stream_->state, sizeof stream_->state);
  give_up();
}

void SealedWriter::give_up() {
  if (out_ < 0) return;
  close(out_);
  unlink((file_ + ".part").c_str());
  out_ = -1;
}

void SealedWriter::put(std::string_view bytes) {
  if (!write_all(out_, bytes)) throw StoreError{"can't write " + file_ + ": is the disk full?"};
}

void SealedWriter::push(bool is_last) {
  Stream& stream = *stream_;
  const std::size_t size = std::min(stream.waiting.size(), piece_size);
  std::string sealed(size + crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
  crypto_secretstream_xchacha20poly1305_push(
      &stream.state, reinterpret_cast<unsigned char*>(sealed.data()), nullptr, bytes_of(stream.waiting).data(), size,
      stream.header.data(), stream.header.size(), is_last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : 0);
  stream.waiting.erase(0, size);
  put(sealed);
}

void SealedWriter::write(std::string_view bytes) {
  while (!bytes.empty()) {
    if (stream_->waiting.size() == piece_size) push(false);
    const std::size_t more = std::min(bytes.size(), piece_size - stream_->waiting.size());
    stream_->waiting += bytes.substr(0, more);
    bytes.remove_prefix(more);
  }
}

void SealedWriter::finish() {
  push(true);
  if (fsync(out_) != 0) throw StoreError{"can't write " + file_ + ": is the disk full?"};
  close(out_);
  out_ = -1;
  if (std::rename((file_ + ".part").c_str(), file_.c_str()) != 0) throw StoreError{"can't write " + file_};
}

struct SealedReader::Stream {
  crypto_secretstream_xchacha20poly1305_state state{};
  Hash header{};
};

SealedReader::SealedReader(const std::string& file, const Unlocking& with)
    : file_(file), in_(std::fopen(file.c_str(), "rbe"), &std::fclose), stream_(std::make_unique<Stream>()) {
  start_sodium();
  if (!in_) throw StoreError{"can't read " + file};
  std::string header = read_header();
  FileKey key;
  bool is_open = false;
  for (const auto line : split(header, '\n')) {
    if (with.keys) is_open = is_open || open_by_keys(key, line, *with.keys);
    if (with.keys || !line.starts_with("passphrase ")) continue;
    is_open = open_by_passphrase(key, line, with.passphrase);
    break;  // there is one; trying many would cost whoever opens it dear
  }
  if (!is_open)
    throw StoreError{file + (with.keys ? " is not sealed to this key" : " is not opened by this passphrase") +
                     ", or its beginning was changed"};
  std::array<unsigned char, crypto_secretstream_xchacha20poly1305_HEADERBYTES> start{};
  if (std::fread(start.data(), 1, start.size(), in_.get()) != start.size()) throw StoreError{file + " is cut off"};
  header += text_of(start);
  at_ = header.size();
  stream_->header = sha256(bytes_of(header));
  if (crypto_secretstream_xchacha20poly1305_init_pull(&stream_->state, start.data(), key.bytes.data()) != 0)
    throw StoreError{file + " was changed at its beginning"};
}

SealedReader::~SealedReader() {
  sodium_memzero(&stream_->state, sizeof stream_->state);
}

std::string SealedReader::read_header() {
  const std::string end = "\n" + std::string{last_line};
  std::string header;
  while (header.size() < longest_header && !header.ends_with(end)) {
    const int byte = std::fgetc(in_.get());
    if (byte == EOF) break;
    header += static_cast<char>(byte);
    if (header.size() == first_line.size() && header != first_line) break;
  }
  if (!header.starts_with(first_line)) throw StoreError{file_ + " is no sealed backup of ccop"};
  if (!header.ends_with(end)) throw StoreError{file_ + " is cut off, or was changed at its beginning"};
  return header;
}

std::string SealedReader::next() {
  if (is_over_) return {};
  std::string sealed(sealed_piece, '\0');
  sealed.resize(std::fread(sealed.data(), 1, sealed.size(), in_.get()));
  const int behind = std::fgetc(in_.get());
  if (behind != EOF) std::ungetc(behind, in_.get());
  const std::string near = " near byte " + std::to_string(at_);
  if (sealed.size() < crypto_secretstream_xchacha20poly1305_ABYTES) throw StoreError{file_ + " is cut off" + near};
  std::string plain(sealed.size() - crypto_secretstream_xchacha20poly1305_ABYTES, '\0');
  unsigned char tag = 0;
  if (crypto_secretstream_xchacha20poly1305_pull(&stream_->state, reinterpret_cast<unsigned char*>(plain.data()),
                                                 nullptr, &tag, bytes_of(sealed).data(), sealed.size(),
                                                 stream_->header.data(), stream_->header.size()) != 0)
    throw StoreError{
        file_ + (behind == EOF ? " is cut off, or was changed," : " was changed, or put in another order,") + near};
  at_ += sealed.size();
  const bool is_final = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
  if (is_final && behind != EOF) throw StoreError{file_ + " has something behind its end" + near};
  if (!is_final && behind == EOF) throw StoreError{file_ + " is cut off" + near};
  if (!is_final && plain.empty()) throw StoreError{file_ + " was changed" + near};
  is_over_ = is_final;
  return plain;
}

}  // namespace ccop::store
