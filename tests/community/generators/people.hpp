// Random requests about people and their passkeys.
#pragma once

#include "community/generators/generator.hpp"
#include "community/people/commands.hpp"

namespace ccop::community::testing {

[[nodiscard]] inline Bytes some_credential() {
  return {static_cast<std::uint8_t>(below(12))};
}

template <>
struct Generator<RegisterPerson> {
  static RegisterPerson draw(const World&) { return {some_words()}; }
};
template <>
struct Generator<CorrectPerson> {
  static CorrectPerson draw(const World& world) { return {somebody(world), some_words()}; }
};
template <>
struct Generator<OfferEnrolment> {
  static OfferEnrolment draw(const World& world) { return {somebody(world), token(some_secret()), around(world)}; }
};
template <>
struct Generator<EnrolPasskey> {
  static EnrolPasskey draw(const World& world) {
    return {somebody(world), some_credential(), -7, {1}, "localhost", some_words()};
  }
};
template <>
struct Generator<RemovePasskey> {
  static RemovePasskey draw(const World&) { return {some_credential()}; }
};
template <>
struct Generator<ConfirmRecovery> {
  static ConfirmRecovery draw(const World& world) { return {somebody(world), token(some_secret())}; }
};
template <>
struct Generator<EndSessionKey> {
  static EndSessionKey draw(const World&) { return {token(some_secret())}; }
};

}  // namespace ccop::community::testing
