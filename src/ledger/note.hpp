// Signed notes taken apart (C2SP signed-note): the text, and who signed it how. What a signature means is for others:
// checkpoint.hpp for logs, cosignature.hpp for witnesses.
#pragma once

#include "base/bytes.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ccop::ledger {

/// A longer note is not read. The specification wants at least 16 signatures to be accepted.
inline constexpr std::size_t longest_note = std::size_t{64} * 1024;
inline constexpr std::size_t most_signatures = 64;

/// Names a key together with its name; it is no proof of anything.
using KeyId = std::array<std::uint8_t, 4>;

/// The bytes that tell kinds of signatures apart.
inline constexpr std::uint8_t note_signature_type = 0x01;           ///< Ed25519 over the text
inline constexpr std::uint8_t timestamped_cosignature_type = 0x04;  ///< C2SP tlog-cosignature, `cosignature/v1`

struct NoteSignature {
  std::string_view name;
  KeyId key{};
  Bytes signature;
  std::string_view line;  ///< as it stands in the note, with its line feed
};

/// Points into the note that was read.
struct Note {
  std::string_view text;  ///< what is signed, with its last line feed
  std::vector<NoteSignature> signatures;
};

/// Empty when it is no note, has control characters, or is beyond the limits. A signature that can't be read is left
/// out, like all that nobody knows.
[[nodiscard]] std::optional<Note> read_note(std::string_view note);

/// The first four bytes of SHA-256(name, line feed, type, public key).
[[nodiscard]] KeyId key_id(std::string_view name, std::uint8_t type, const Hash& public_key);

/// Whether a key may have that name: 1 to 200 printable ASCII characters without spaces and plus signs, which is a part
/// of what the specification allows.
[[nodiscard]] bool is_key_name(std::string_view name);

/// A line of a note, from its parts.
[[nodiscard]] std::string signature_line(std::string_view name, const KeyId& key, ByteView signature);

/// A verifier key's text, `name+id+base64`, and what it says; empty when it is no key of this type in its one form.
[[nodiscard]] std::string key_text(std::string_view name, std::uint8_t type, const Hash& public_key);
struct NamedKey {
  std::string name;
  Hash public_key{};
};
[[nodiscard]] std::optional<NamedKey> parse_key(std::string_view text, std::uint8_t type);

/// Takes the text up to the next line feed, and that with it; empty when there is none.
[[nodiscard]] std::optional<std::string_view> take_line(std::string_view& text);

/// A decimal number in its one form, without leading zeroes.
[[nodiscard]] std::optional<std::uint64_t> read_size(std::string_view digits);

}  // namespace ccop::ledger
