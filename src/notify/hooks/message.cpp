#include "notify/hooks/message.hpp"

#include "base/codec.hpp"

#include <sodium.h>

namespace ccop::notify {
namespace {

/// What a program is told.
struct PlainMessage {
  Time at{};
  std::string kind;
  std::string link;
};
BOOST_DESCRIBE_STRUCT(PlainMessage, (), (at, kind, link))

struct LineMessage {
  std::string text;
};
BOOST_DESCRIBE_STRUCT(LineMessage, (), (text))

std::string kind_name(const std::optional<HookKind>& kind) {
  return std::string{kind ? wire_name(*kind) : "test"};
}

/// Adaptive Cards 1.4, in the envelope that a workflow of Teams expects.
std::string card_of(const std::string& words, const std::string& link) {
  std::string card =
      R"({"type":"message","attachments":[{"contentType":"application/vnd.microsoft.card.adaptive","content":)"
      R"({"$schema":"http://adaptivecards.io/schemas/adaptive-card.json","type":"AdaptiveCard","version":"1.4","body":)"
      R"([{"type":"TextBlock","wrap":true,"text":)";
  codec::write(card, words);
  card += R"(}],"actions":[{"type":"Action.OpenUrl","title":)";
  codec::write(card, link);
  card += R"(,"url":)";
  codec::write(card, link);
  return card + "}]}}]}";
}

std::string hmac_sha256(std::string_view message, std::string_view key) {
  crypto_auth_hmacsha256_state state{};
  crypto_auth_hmacsha256_init(&state, bytes_of(key).data(), key.size());
  crypto_auth_hmacsha256_update(&state, bytes_of(message).data(), message.size());
  std::array<std::uint8_t, crypto_auth_hmacsha256_BYTES> code{};
  crypto_auth_hmacsha256_final(&state, code.data());
  sodium_memzero(&state, sizeof state);
  return to_hex(code);
}

}  // namespace

std::string hook_body(HookForm form, const Delivery& delivery, const std::string& origin, const HookWords& words) {
  const std::string link = origin + delivery.path;
  switch (form) {
    case HookForm::json:
      return to_json(PlainMessage{delivery.at, kind_name(delivery.kind), link});
    case HookForm::text:
      return to_json(LineMessage{words(delivery.kind) + " " + link});
    case HookForm::card:
      return card_of(words(delivery.kind), link);
  }
  throw std::logic_error("a form of hooks that is none");
}

std::string hook_signature(std::string_view body, std::uint64_t seconds, const std::vector<std::string>& secrets) {
  const std::string time = std::to_string(seconds);
  std::string message = time + ".";
  message += body;
  std::string signature = "t=" + time;
  for (const std::string& secret : secrets) signature += ",v1=" + hmac_sha256(message, secret);
  return signature;
}

}  // namespace ccop::notify
