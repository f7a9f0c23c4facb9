// The files in which a page keeps a secret under a passphrase: a trustee's seed, a seat's keybox. scrypt (RFC 7914; N =
// 2^17, r = 8, p = 1: 128 MiB for each try) and XChaCha20-Poly1305, to which the file's purpose is bound.
#pragma once

#include <string>
#include <string_view>

namespace ccop::ballot {

/// Text that is wiped when it goes.
class SecretText {
 public:
  explicit SecretText(std::string text) : text_(std::move(text)) {}
  ~SecretText();
  SecretText(SecretText&& other) noexcept;
  SecretText(const SecretText&) = delete;
  SecretText& operator=(const SecretText&) = delete;
  SecretText& operator=(SecretText&&) = delete;

  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

inline constexpr std::size_t largest_key_file = std::size_t{64} * 1024;

/// The JSON under the passphrase, in a file of that purpose.
[[nodiscard]] std::string seal_key_file(const std::string& purpose, std::string_view json, std::string_view passphrase);

/// What a file says that it is for; any text may say so, until it is opened. Throws BadInput where it is no key file.
[[nodiscard]] std::string purpose_of_key_file(std::string_view file);

/// The JSON that lies in a file whose purpose begins with `purpose`, such as `keybox-`. Throws BadInput that says
/// whether it is another file or another passphrase. A passphrase is taken byte for byte: in Unicode's composed form
/// (NFC, NFKC), as keyboards give it.
[[nodiscard]] SecretText open_key_file(std::string_view file, std::string_view purpose, std::string_view passphrase);

}  // namespace ccop::ballot
