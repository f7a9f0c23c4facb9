#include "ballot/archive.hpp"

#include "ballot/json.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace ccop::ballot {
namespace {

constexpr std::size_t block = 512;
constexpr std::size_t largest_file = std::size_t{64} * 1024 * 1024;

/// A field of a tar header: text up to a zero.
std::string_view field(const std::array<char, block>& header, std::size_t at, std::size_t length) {
  const std::string_view whole{header.data() + at, length};
  return whole.substr(0, whole.find('\0'));
}

std::size_t octal(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  std::size_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, 8);
  if (error != std::errc{} || end != text.data() + text.size()) throw ArchiveError{"a tar header is damaged"};
  return value;
}

/// The sum of the header's bytes, with the sum's own field taken as spaces.
void check_sum(const std::array<char, block>& header) {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < block; ++i)
    sum += i >= 148 && i < 156 ? std::size_t{' '} : static_cast<unsigned char>(header[i]);
  if (sum != octal(field(header, 148, 8))) throw ArchiveError{"a tar header's checksum does not fit"};
}

}  // namespace

ArchiveReader::ArchiveReader(std::istream& in) : in_(in) {
  const auto header = next_file();
  if (!header || header->name != "BELENIOS") throw ArchiveError{"this is no Belenios archive"};
  try {
    const auto object = codec::read_object(parse_json(header->bytes));
    if (codec::read_integer(object["version"], 0, 1'000'000) != 1)
      throw ArchiveError{"the archive's version is not 1, the only one known here"};
  } catch (const BadInput& bad) {
    throw ArchiveError{std::string{"the archive's header can't be read: "} + bad.what()};
  } catch (const simdjson::simdjson_error&) {
    throw ArchiveError{"the archive's header says no version"};
  }
}

std::optional<ArchiveReader::File> ArchiveReader::next_file() {
  std::array<char, block> header{};
  in_.read(header.data(), block);
  if (in_.gcount() == 0) return std::nullopt;
  if (in_.gcount() != static_cast<std::streamsize>(block)) throw ArchiveError{"the archive is cut off"};
  if (std::ranges::all_of(header, [](char c) { return c == '\0'; })) return std::nullopt;  // tar's own end
  check_sum(header);
  File file;
  file.name = field(header, 0, 100);
  const std::size_t size = octal(field(header, 124, 12));
  if (size > largest_file) throw ArchiveError{"the file " + file.name + " is too large"};
  const std::size_t padding = (block - size % block) % block;
  file.bytes.resize(size + padding);
  in_.read(file.bytes.data(), static_cast<std::streamsize>(file.bytes.size()));
  if (in_.gcount() != static_cast<std::streamsize>(file.bytes.size())) throw ArchiveError{"the archive is cut off"};
  if (std::any_of(file.bytes.begin() + static_cast<std::ptrdiff_t>(size), file.bytes.end(),
                  [](char c) { return c != '\0'; }))
    throw ArchiveError{"something is hidden behind the file " + file.name};
  file.bytes.resize(size);
  file.offset = position_ + block;
  position_ += block + size + padding;
  return file;
}

std::optional<Record> ArchiveReader::next() {
  auto file = next_file();
  if (!file) return std::nullopt;
  constexpr std::size_t digits = 64;
  const std::string kind = file->name.size() > digits ? file->name.substr(digits) : "";
  if (kind != ".data.json" && kind != ".event.json")
    throw ArchiveError{"the file " + file->name + " does not belong into an archive"};
  Record record{kind == ".event.json", file->name.substr(0, digits), std::move(file->bytes), file->offset};
  if (ccop::to_hex(sha256(bytes_of(record.bytes))) != record.hash)
    throw ArchiveError{"the file " + file->name + " does not fit its name, which is its hash"};
  return record;
}

std::string ArchiveReader::bytes_at(std::uint64_t offset, std::size_t length) {
  const auto back = in_.tellg();
  in_.clear();
  in_.seekg(static_cast<std::streamoff>(offset));
  std::string bytes(length, '\0');
  in_.read(bytes.data(), static_cast<std::streamsize>(length));
  if (in_.gcount() != static_cast<std::streamsize>(length)) throw ArchiveError{"the archive changed while it was read"};
  in_.seekg(back);
  return bytes;
}

ArchiveWriter::ArchiveWriter(std::ostream& out, std::uint64_t seconds) : out_(out), seconds_(seconds) {
  add_file("BELENIOS", R"({"version":1,"timestamp":")" + std::to_string(seconds) + R"("})");
}

std::string ArchiveWriter::add_data(const std::string& bytes) {
  std::string hash = ccop::to_hex(sha256(bytes_of(bytes)));
  add_file(hash + ".data.json", bytes);
  return hash;
}

void ArchiveWriter::add_event(const std::string& type, const std::optional<std::string>& payload) {
  Event event;
  if (height_ > 0) event.parent = last_event_;
  event.height = height_++;
  event.type = type;
  event.payload = payload;
  const std::string bytes = to_json(event);
  last_event_ = ccop::to_hex(sha256(bytes_of(bytes)));
  add_file(last_event_ + ".event.json", bytes);
}

void ArchiveWriter::add_file(const std::string& name, const std::string& bytes) {
  std::array<char, block> header{};
  std::ranges::copy(name, header.begin());
  const auto put = [&](std::size_t at, std::size_t digits, std::uint64_t value) {
    for (std::size_t i = digits; i-- > 0; value /= 8) header[at + i] = static_cast<char>('0' + value % 8);
  };
  put(100, 7, 0644);
  put(108, 7, 0);
  put(116, 7, 0);
  put(124, 11, bytes.size());
  put(136, 11, seconds_);
  header[156] = '0';
  std::fill_n(header.begin() + 148, 8, ' ');
  std::size_t sum = 0;
  for (const char c : header) sum += static_cast<unsigned char>(c);
  put(148, 6, sum);
  header[154] = '\0';
  out_.write(header.data(), block);
  out_ << bytes << std::string((block - bytes.size() % block) % block, '\0');
}

}  // namespace ccop::ballot
