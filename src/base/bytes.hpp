// Bytes and their printable forms: hexadecimal, base64 (RFC 4648), and SHA-256. Everything above speaks of bytes with
// these.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace ccop {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;
using Hash = std::array<std::uint8_t, 32>;

[[nodiscard]] ByteView bytes_of(std::string_view text);
[[nodiscard]] std::string_view text_of(ByteView bytes);

[[nodiscard]] std::string to_hex(ByteView bytes);
/// Empty when `text` is not hexadecimal of whole bytes.
[[nodiscard]] std::optional<Bytes> from_hex(std::string_view text);

/// base64url without padding (RFC 4648 section 5).
[[nodiscard]] std::string to_base64url(ByteView bytes);
/// Empty unless `text` is the canonical base64url form of some bytes.
[[nodiscard]] std::optional<Bytes> from_base64url(std::string_view text);

/// base64 with padding (RFC 4648 section 4), as signed notes use it.
[[nodiscard]] std::string to_base64(ByteView bytes);
[[nodiscard]] std::optional<Bytes> from_base64(std::string_view text);

/// SHA-256 (FIPS 180-4) of the parts, one after the other.
[[nodiscard]] Hash sha256(ByteView first, ByteView second = {}, ByteView third = {});

/// Compares in a time that depends on the lengths alone.
[[nodiscard]] bool equal_in_constant_time(ByteView a, ByteView b);

/// Bytes from the operating system's generator.
void fill_random(std::span<std::uint8_t> out);
/// A name that nothing else has: 16 random bytes in hex. It is no secret.
[[nodiscard]] std::string random_id();

}  // namespace ccop
