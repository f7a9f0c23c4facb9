// What the page compiles for WebAssembly (web/wasm), compiled here: it computes what src/ballot computes.
#include "../../web/wasm/powers.hpp"
#include "ballot/powers.hpp"

#include <gtest/gtest.h>
#include <sodium.h>

#include <algorithm>
#include <memory>
#include <random>

namespace ccop::ballot {
namespace {

using Bytes32 = std::array<std::uint8_t, 32>;

std::string hex_of(Bytes32 bytes) {
  std::ranges::reverse(bytes);
  return ccop::to_hex(bytes);
}

void copy(const Bytes32& from, page::Bytes& to) {
  std::ranges::copy(from, to);
}

/// As the page writes it, or nothing for what it does not read.
std::optional<std::string> read_and_written(const Bytes32& bytes) {
  page::Bytes given;
  copy(bytes, given);
  page::Point point;
  if (!page::from_bytes(given, point)) return std::nullopt;
  Bytes32 out{};
  page::to_bytes(point.x, point.y, out.data());
  return hex_of(out);
}

Bytes32 random_bytes() {
  Bytes32 out{};
  randombytes_buf(out.data(), out.size());
  return out;
}
Bytes32 random_scalar() {
  Bytes32 out{};
  crypto_core_ed25519_scalar_random(out.data());
  return out;
}
Bytes32 random_point() {
  Bytes32 out{};
  crypto_core_ed25519_random(out.data());
  return out;
}

/// a^of_a b^of_b as the page computes it, a from a table of few powers and b from one of many.
std::string product(const Bytes32& a, const Bytes32& of_a, const Bytes32& b, const Bytes32& of_b) {
  page::Bytes given[4];
  for (int i = 0; const Bytes32* bytes : {&a, &of_a, &b, &of_b}) copy(*bytes, given[i++]);
  page::Point first, second;
  EXPECT_TRUE(page::from_bytes(given[0], first) && page::from_bytes(given[2], second));
  constexpr int rows = page::runs * page::Wide::odd_powers;
  const auto points = std::make_unique<page::Point[]>(rows);
  const auto products = std::make_unique<page::Field[]>(rows);
  page::Narrow narrow;
  page::fill(narrow, first);
  const auto wide = std::make_unique<page::Wide>();
  page::fill(*wide, second, points.get(), products.get());
  page::Point result = page::product_of(page::Power{narrow, given[1]}, page::Power{*wide, given[3]});
  page::normalize(&result, 1, products.get());
  Bytes32 out{};
  page::to_bytes(result.x, result.y, out.data());
  return hex_of(out);
}

TEST(ThePagesArithmetic, GivesTheProductsOfTheProgram) {
  for (int i = 0; i < 20; ++i) {
    const Bytes32 a = random_point(), b = random_point(), of_a = random_scalar(), of_b = random_scalar();
    const PowerTable first{point_from_hex(hex_of(a)).value(), PowerTable::narrow};
    const PowerTable second{point_from_hex(hex_of(b)).value(), PowerTable::wide};
    const Point wanted = product_of(Power{&first, Scalar{of_a}}, Power{&second, Scalar{of_b}});
    EXPECT_EQ(product(a, of_a, b, of_b), to_hex(wanted));
  }
}

TEST(ThePagesArithmetic, ReadsAndRefusesTheSamePoints) {
  int read = 0;
  for (int i = 0; i < 400; ++i) {
    Bytes32 bytes = random_bytes();
    if (i % 4 == 0) std::fill(bytes.begin() + 1, bytes.end() - 1, i % 8 == 0 ? 0xFF : 0);  // near p and 0
    const auto point = point_from_hex(hex_of(bytes));
    const auto ours = read_and_written(bytes);
    ASSERT_EQ(ours.has_value(), point.has_value()) << hex_of(bytes);
    if (ours) {
      EXPECT_EQ(*ours, to_hex(*point));
      ++read;
    }
  }
  EXPECT_GT(read, 100);
}

/// Whatever limbs the rules of field.hpp allow: at the edges, where a sum would overflow first.
TEST(ThePagesArithmetic, MultipliesTheLargestSumsThatItAllows) {
  constexpr std::int32_t largest = (1 << 28) + (1 << 15);
  std::mt19937 random{7};
  for (int i = 0; i < 200; ++i) {
    page::Field a, b, parts[7];
    for (int j = 0; j < page::limbs; ++j)
      for (auto& part : parts) part.limb[j] = i == 0 ? largest : random() % 2 == 0 ? largest : -largest;
    a = parts[0] + parts[1] + parts[2];
    b = parts[3] + parts[4] + parts[5] + parts[6];
    page::Field added = page::field_zero;
    for (int j = 0; j < 3; ++j)
      for (int k = 3; k < 7; ++k) added = (added + parts[j] * parts[k]) * page::field_one;
    Bytes32 at_once{}, apart{};
    page::to_bytes(a * b, at_once.data());
    page::to_bytes(added, apart.data());
    ASSERT_EQ(at_once, apart);
  }
}

}  // namespace
}  // namespace ccop::ballot
