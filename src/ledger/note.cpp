#include "ledger/note.hpp"

#include <algorithm>
#include <charconv>

namespace ccop::ledger {
namespace {

constexpr std::string_view dash = "\xE2\x80\x94 ";  // an em dash and a space begin each signature line
constexpr std::size_t longest_name = 200;

bool has_control_characters(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n'; });
}

}  // namespace

std::optional<std::string_view> take_line(std::string_view& text) {
  const auto end = text.find('\n');
  if (end == std::string_view::npos) return std::nullopt;
  const auto line = text.substr(0, end);
  text.remove_prefix(end + 1);
  return line;
}

std::optional<std::uint64_t> read_size(std::string_view digits) {
  std::uint64_t size = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), size);
  const bool leading_zero = digits.size() > 1 && digits.front() == '0';
  if (digits.empty() || error != std::errc{} || end != digits.data() + digits.size() || leading_zero)
    return std::nullopt;
  return size;
}

std::optional<Note> read_note(std::string_view note) {
  if (note.empty() || note.size() > longest_note || note.back() != '\n' || has_control_characters(note))
    return std::nullopt;
  const auto gap = note.rfind("\n\n");
  if (gap == std::string_view::npos) return std::nullopt;
  Note out{note.substr(0, gap + 1), {}};
  std::string_view lines = note.substr(gap + 2);
  for (std::size_t count = 0; !lines.empty(); ++count) {
    const std::string_view from = lines;
    auto line = take_line(lines);
    if (!line || !line->starts_with(dash) || count == most_signatures) return std::nullopt;
    const std::string_view whole = from.substr(0, line->size() + 1);
    line->remove_prefix(dash.size());
    const auto space = line->find(' ');
    if (space == std::string_view::npos || space == 0) continue;
    auto blob = from_base64(line->substr(space + 1));
    if (!blob || blob->size() <= sizeof(KeyId)) continue;
    NoteSignature signature{line->substr(0, space), {}, {blob->begin() + sizeof(KeyId), blob->end()}, whole};
    std::copy_n(blob->begin(), sizeof(KeyId), signature.key.begin());
    out.signatures.push_back(std::move(signature));
  }
  return out;
}

KeyId key_id(std::string_view name, std::uint8_t type, const Hash& public_key) {
  const std::string head = std::string{name} + "\n" + static_cast<char>(type);
  const Hash hash = sha256(bytes_of(head), public_key);
  return {hash[0], hash[1], hash[2], hash[3]};
}

bool is_key_name(std::string_view name) {
  return !name.empty() && name.size() <= longest_name &&
         std::ranges::all_of(name, [](char c) { return c > ' ' && c < 0x7F && c != '+'; });
}

std::string signature_line(std::string_view name, const KeyId& key, ByteView signature) {
  Bytes blob{key.begin(), key.end()};
  blob.insert(blob.end(), signature.begin(), signature.end());
  return std::string{dash} + std::string{name} + " " + to_base64(blob) + "\n";
}

std::string key_text(std::string_view name, std::uint8_t type, const Hash& public_key) {
  Bytes key{type};
  key.insert(key.end(), public_key.begin(), public_key.end());
  return std::string{name} + "+" + to_hex(key_id(name, type, public_key)) + "+" + to_base64(key);
}

std::optional<NamedKey> parse_key(std::string_view text, std::uint8_t type) {
  const auto first = text.find('+');
  if (first == std::string_view::npos || first == 0) return std::nullopt;
  const auto second = text.find('+', first + 1);
  if (second == std::string_view::npos) return std::nullopt;
  const auto key = from_base64(text.substr(second + 1));
  NamedKey out{std::string{text.substr(0, first)}, {}};
  if (!key || key->size() != 1 + out.public_key.size() || key->front() != type) return std::nullopt;
  std::copy(key->begin() + 1, key->end(), out.public_key.begin());
  if (key_text(out.name, type, out.public_key) != text) return std::nullopt;
  return out;
}

}  // namespace ccop::ledger
