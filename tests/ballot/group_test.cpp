// The group and its numbers beside libsodium, an implementation that we did not write, and the ways in which a point or
// a number must not be written. CCOP_MANY=N asks for N random products instead of a few thousand.
#include "ballot/lanes.hpp"

#include <gtest/gtest.h>
#include <sodium.h>

#include <algorithm>
#include <cstdlib>

namespace ccop::ballot {
namespace {

using Bytes32 = std::array<std::uint8_t, 32>;

std::string hex_of(Bytes32 little_endian) {
  std::ranges::reverse(little_endian);
  return ccop::to_hex(little_endian);
}

Scalar random_scalar() {
  Scalar out;
  crypto_core_ed25519_scalar_random(out.bytes.data());
  return out;
}

Scalar minus(std::uint64_t number) {
  return Scalar{} - scalar_of(number);
}

/// base^exponent by libsodium, which gives nothing for the identity.
Bytes32 their_power(const Bytes32& base, const Scalar& exponent) {
  Bytes32 out{};
  if (crypto_scalarmult_ed25519_noclamp(out.data(), exponent.bytes.data(), base.data()) != 0) {
    out = {};
    out[0] = 1;  // (0, 1)
  }
  return out;
}

Bytes32 their_random_point() {
  Bytes32 out{};
  const Scalar exponent = random_scalar();
  EXPECT_EQ(crypto_scalarmult_ed25519_base_noclamp(out.data(), exponent.bytes.data()), 0);
  return out;
}

/// g^r x^c y^d by both.
void compare(const Bytes32& x, const Bytes32& y, const Scalar& r, const Scalar& c, const Scalar& d) {
  Bytes32 g{};
  const Scalar one = scalar_of(1);
  ASSERT_EQ(crypto_scalarmult_ed25519_base_noclamp(g.data(), one.bytes.data()), 0);
  Bytes32 theirs{};
  const Bytes32 gr = their_power(g, r), xc = their_power(x, c), yd = their_power(y, d);
  ASSERT_EQ(crypto_core_ed25519_add(theirs.data(), gr.data(), xc.data()), 0);
  ASSERT_EQ(crypto_core_ed25519_add(theirs.data(), theirs.data(), yd.data()), 0);

  const PowerTable px{point_from_hex(hex_of(x)).value(), PowerTable::narrow};
  const PowerTable py{point_from_hex(hex_of(y)).value(), PowerTable::wide};
  const Point ours = product_of(Power{&generator_powers(), r}, Power{&px, c}, Power{&py, d});
  ASSERT_EQ(to_hex(ours), hex_of(theirs));
}

TEST(ProductsOfPowers, AreThoseOfLibsodium) {
  const char* many = std::getenv("CCOP_MANY");
  const long rounds = many != nullptr ? std::strtol(many, nullptr, 10) : 2000;
  for (long i = 0; i < rounds; ++i)
    compare(their_random_point(), their_random_point(), random_scalar(), random_scalar(), random_scalar());
}

TEST(ProductsOfPowers, AreRightAtTheEdges) {
  std::vector<Scalar> edges{
      Scalar{}, scalar_of(1), scalar_of(2), scalar_of(15), scalar_of(16), scalar_of(17), scalar_of(~std::uint64_t{0}),
      minus(1), minus(2),     minus(16)};
  for (const std::size_t bit : {63u, 64u, 65u, 127u, 128u, 191u, 192u, 251u}) {
    Scalar power;
    power.bytes[bit / 8] = static_cast<std::uint8_t>(1u << (bit % 8));
    edges.push_back(power);
    edges.push_back(power - scalar_of(1));
  }
  const Bytes32 x = their_random_point();
  for (const Scalar& r : edges)
    for (const Scalar& c : edges) compare(x, x, r, c, random_scalar());
}

/// base^a g^b y^c by libsodium.
std::string their_product(const Bytes32& base, const Bytes32& y, const Product& product) {
  Bytes32 g{}, out{};
  const Scalar one = scalar_of(1);
  EXPECT_EQ(crypto_scalarmult_ed25519_base_noclamp(g.data(), one.bytes.data()), 0);
  const Bytes32 xa = their_power(base, product.of_base), gb = their_power(g, product.of_generator),
                yc = their_power(y, product.of_key);
  EXPECT_EQ(crypto_core_ed25519_add(out.data(), xa.data(), gb.data()), 0);
  EXPECT_EQ(crypto_core_ed25519_add(out.data(), out.data(), yc.data()), 0);
  return hex_of(out);
}

/// Exponents of which some are at an edge of a digit of 4 or 8 bits.
Scalar random_or_edge(std::size_t i) {
  constexpr std::array edges{0, 1, 7, 8, 9, 15, 16, 127, 128, 129, 255, 256};
  if (i % 3 != 0) return random_scalar();
  const auto edge = static_cast<std::uint64_t>(edges[i / 3 % edges.size()]);
  return i % 2 == 0 ? scalar_of(edge) : minus(edge);
}

TEST(ManyProducts, AreThoseOfLibsodiumByTablesAndInLanes) {
  const Bytes32 key = their_random_point();
  const Point y = point_from_hex(hex_of(key)).value();
  const PowerTable table{y, PowerTable::wide};
  const lanes::FixedRows rows{y};
  for (const std::size_t size : {0u, 1u, 7u, 8u, 9u, 16u, 200u}) {
    std::vector<Bytes32> bases(size);
    std::vector<Point> points(size);
    std::vector<Product> products;
    for (std::size_t i = 0; i < size; ++i) {
      bases[i] = i % 4 == 1 ? bases[i - 1] : their_random_point();
      points[i] = point_from_hex(hex_of(bases[i])).value();
      products.push_back(
          {&points[i - (i % 4 == 1 ? 1 : 0)], random_or_edge(i), random_or_edge(i + 1), random_or_edge(i / 7)});
    }
    const auto by_tables = to_hex(products_of(products, table));
    ASSERT_EQ(by_tables.size(), size);
    for (std::size_t i = 0; i < size; ++i) EXPECT_EQ(by_tables[i], their_product(bases[i], key, products[i])) << i;
    if (lanes::are_there())
      EXPECT_EQ(to_hex(lanes::products_of(products, rows)), by_tables);
    else
      EXPECT_THROW((void)lanes::products_of(products, rows), std::logic_error);
  }
}

TEST(ManyProducts, TellThePointsOfTheSubgroupFromOthers) {
  const Point order_two = point_from_hex("7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec").value();
  const Point order_eight = point_from_hex("05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826").value();
  const std::array points{
      generator(), order_two, generator() + order_two, order_eight, doubled(generator()) + order_eight, Point{}};
  const std::array<bool, 6> are_members{true, false, false, false, false, true};
  std::vector<Product> products;
  for (const Point& point : points) products.push_back({&point, group_order, {}, {}});
  const auto by_tables = products_of(products, generator_powers());
  const auto in_lanes = lanes::are_there() ? lanes::products_of(products, lanes::generator_rows()) : by_tables;
  for (std::size_t i = 0; i < points.size(); ++i) {
    EXPECT_EQ(by_tables[i] == Point{}, are_members[i]) << i;
    EXPECT_EQ(in_lanes[i] == Point{}, are_members[i]) << i;
  }
}

TEST(Points, AddAndTakeAwayAsInLibsodium) {
  for (int i = 0; i < 500; ++i) {
    const Bytes32 a = their_random_point(), b = their_random_point();
    Bytes32 sum{}, difference{};
    crypto_core_ed25519_add(sum.data(), a.data(), b.data());
    crypto_core_ed25519_sub(difference.data(), a.data(), b.data());
    const Point p = point_from_hex(hex_of(a)).value(), q = point_from_hex(hex_of(b)).value();
    EXPECT_EQ(to_hex(p + q), hex_of(sum));
    EXPECT_EQ(to_hex(p - q), hex_of(difference));
    EXPECT_TRUE(doubled(p) == p + p);
    EXPECT_TRUE(p - p == Point{});
    EXPECT_EQ(to_hex(p), hex_of(a));
  }
}

TEST(Points, AreWrittenInOneWay) {
  const std::string g = to_hex(generator());
  EXPECT_EQ(g, "6666666666666666666666666666666666666666666666666666666666666658");
  std::string upper = to_hex(doubled(generator()));
  std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  for (const std::string& text :
       {std::string{}, g.substr(1), g + "0", upper, std::string(64, 'x'),
        // y = p and p + 1, which are 0 and 1 again; x = 0 with the sign of an odd number; y of no point
        std::string{"7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffed"},
        std::string{"7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffee"},
        std::string{"8000000000000000000000000000000000000000000000000000000000000001"},
        std::string{"0000000000000000000000000000000000000000000000000000000000000002"}})
    EXPECT_FALSE(point_from_hex(text)) << text;
}

TEST(Points, OfSmallOrderLieOutsideTheSubgroup) {
  // The points of order 2, 4 and 8 (RFC 7748, section 6; listed by Chalkias and others, "Taming the many EdDSAs").
  for (const auto* text : {"7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffec",
                           "0000000000000000000000000000000000000000000000000000000000000000",
                           "8000000000000000000000000000000000000000000000000000000000000000",
                           "05fc536d880238b13933c6d305acdfd5f098eff289f4c345b027b2c28f95e826",
                           "7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7"}) {
    const auto small = point_from_hex(text);
    ASSERT_TRUE(small) << text;
    EXPECT_FALSE((PowerTable{*small, PowerTable::narrow}.is_in_subgroup())) << text;
    EXPECT_FALSE((PowerTable{generator() + *small, PowerTable::narrow}.is_in_subgroup())) << text;
    EXPECT_TRUE(doubled(doubled(doubled(*small))) == Point{}) << text;
  }
  EXPECT_TRUE((PowerTable{doubled(generator()), PowerTable::narrow}.is_in_subgroup()));
}

TEST(Scalars, AreWrittenInOneWayAndBelowTheOrder) {
  const std::string largest = "7237005577332262213973186563042994240857116359379907606001950938285454250988";
  EXPECT_EQ(scalar_from_decimal(largest), minus(1));
  EXPECT_EQ(to_decimal(minus(1)), largest);
  EXPECT_EQ(to_decimal(Scalar{}), "0");
  EXPECT_EQ(scalar_from_decimal("0"), Scalar{});
  for (const std::string& text :
       {std::string{}, std::string{"00"}, std::string{"01"}, std::string{"-1"}, std::string{"+1"}, std::string{"1 "},
        std::string{"1e3"}, std::string{"7237005577332262213973186563042994240857116359379907606001950938285454250989"},
        std::string(200, '9')})
    EXPECT_FALSE(scalar_from_decimal(text)) << text;
  for (int i = 0; i < 500; ++i) {
    const Scalar scalar = random_scalar();
    EXPECT_EQ(scalar_from_decimal(to_decimal(scalar)), scalar);
  }
}

TEST(Scalars, KeepZerosInside) {
  EXPECT_EQ(to_decimal(scalar_of(10'000'000'000'000'000'000u) * scalar_of(10'000'000'000'000'000'000u)),
            "1" + std::string(38, '0'));
}

}  // namespace
}  // namespace ccop::ballot
