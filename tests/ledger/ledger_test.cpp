#include "ledger/checkpoint.hpp"
#include "ledger/merkle.hpp"
#include "ledger/tile_path.hpp"

#include <gtest/gtest.h>

#include <map>

namespace ccop::ledger {
namespace {

/// The tree as RFC 6962 section 2.1 defines it, word for word and slowly.
Hash reference_root(const std::vector<Hash>& leaves, std::size_t from, std::size_t to) {
  if (to - from == 1) return leaves[from];
  std::size_t split = 1;
  while (split * 2 < to - from) split *= 2;
  return node_hash(reference_root(leaves, from, from + split), reference_root(leaves, from + split, to));
}

struct Tree {
  explicit Tree(std::size_t size) {
    for (std::size_t i = 0; i < size; ++i) {
      leaves.push_back(leaf_hash(bytes_of("entry " + std::to_string(i))));
      std::vector<FullTile> filled;
      frontier.append(leaves.back(), filled);
      for (auto& tile : filled) full[tile.id] = tile.hashes;
    }
  }
  [[nodiscard]] TileReader reader(std::uint64_t size) const {
    return [this, size](TileId id) {
      if (const auto found = full.find(id); found != full.end()) {
        auto hashes = found->second;
        const std::uint64_t total = size >> (tile_height * id.level);
        hashes.resize(std::min<std::uint64_t>(tile_width, total - id.index * tile_width));
        return hashes;
      }
      return frontier.partial(id.level);
    };
  }
  std::vector<Hash> leaves;
  Frontier frontier;
  std::map<TileId, std::vector<Hash>> full;
};

// The vectors that the Certificate Transparency project publishes with its reference implementation.
TEST(Merkle, GivesThePublishedRoots) {
  const std::vector<std::string> inputs{
      "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
  const std::vector<std::string> roots{"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                                       "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                                       "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                                       "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                                       "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                                       "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                                       "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                                       "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
  Frontier frontier;
  EXPECT_EQ(to_hex(frontier.root()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  for (std::size_t i = 0; i < inputs.size(); ++i) {
    std::vector<FullTile> filled;
    frontier.append(leaf_hash(*from_hex(inputs[i])), filled);
    EXPECT_EQ(to_hex(frontier.root()), roots[i]) << i;
  }
}

TEST(Merkle, TheFrontierAgreesWithTheDefinitionAcrossTileBorders) {
  Tree tree{0};
  std::vector<FullTile> filled;
  for (std::size_t i = 0; i < 1100; ++i) {
    tree.leaves.push_back(leaf_hash(bytes_of(std::to_string(i))));
    tree.frontier.append(tree.leaves.back(), filled);
    if (i % 37 != 0 && i % 256 >= 3 && i % 256 <= 253) continue;
    EXPECT_EQ(tree.frontier.root(), reference_root(tree.leaves, 0, i + 1)) << i;
  }
  EXPECT_EQ(filled.size(), 4u);
}

TEST(Merkle, EveryInclusionProofHoldsForItsEntryAlone) {
  const Tree tree{600};
  for (const std::uint64_t size : {1ull, 2ull, 3ull, 255ull, 256ull, 257ull, 513ull, 600ull}) {
    const Hash root = reference_root(tree.leaves, 0, size);
    EXPECT_EQ(root_at(size, tree.reader(size)), root);
    for (std::uint64_t i = 0; i < size; i += 1 + size / 40) {
      auto proof = inclusion_proof(i, size, tree.reader(size));
      EXPECT_TRUE(verify_inclusion(tree.leaves[i], i, size, proof, root));
      EXPECT_FALSE(verify_inclusion(leaf_hash(bytes_of("forged")), i, size, proof, root));
      EXPECT_FALSE(verify_inclusion(tree.leaves[i], (i + 1) % size, size, proof, root) && size > 1);
      if (!proof.empty()) {
        proof.pop_back();
        EXPECT_FALSE(verify_inclusion(tree.leaves[i], i, size, proof, root));
      }
    }
    EXPECT_FALSE(verify_inclusion(tree.leaves[0], size, size, {}, root));
  }
}

TEST(Merkle, ConsistencyProofsHoldForPrefixesAlone) {
  const Tree tree{530};
  for (const std::uint64_t size : {2ull, 7ull, 256ull, 300ull, 512ull, 530ull}) {
    const Hash root = reference_root(tree.leaves, 0, size);
    for (std::uint64_t old = 1; old <= size; old += 1 + size / 30) {
      const auto proof = consistency_proof(old, size, tree.reader(size));
      const Hash old_root = reference_root(tree.leaves, 0, old);
      EXPECT_TRUE(verify_consistency(old, old_root, size, root, proof)) << old << " of " << size;
      EXPECT_FALSE(verify_consistency(old, leaf_hash(bytes_of("rewritten")), size, root, proof));
    }
    EXPECT_FALSE(verify_consistency(size + 1, root, size, root, {}));
  }
}

// From the documentation and tests of golang.org/x/mod/sumdb/note: a note and key made by another implementation.
TEST(Checkpoint, ReadsAVerifierKeyOfAnotherImplementation) {
  const std::string text = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
  const auto key = VerifierKey::parse(text);
  ASSERT_TRUE(key);
  EXPECT_EQ(key->text(), text);
  EXPECT_FALSE(VerifierKey::parse("PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW"));
  EXPECT_FALSE(VerifierKey::parse("PeterNeumann+c74f20a3"));
}

TEST(Checkpoint, IsOpenedByItsOwnKeyAlone) {
  const Signer signer{"example.org/log", sha256(bytes_of("seed"))};
  const Signer other{"example.org/log", sha256(bytes_of("other"))};
  const Checkpoint checkpoint{"example.org/log", 42, sha256(bytes_of("root"))};
  const std::string note = signer.sign(checkpoint);
  EXPECT_EQ(open_note(note, signer.key()), checkpoint);
  EXPECT_FALSE(open_note(note, other.key()));
  for (std::size_t i = 0; i < note.size(); ++i) {
    std::string flipped = note;
    flipped[i] = static_cast<char>(flipped[i] ^ 1);
    EXPECT_NE(open_note(flipped, signer.key()).value_or(Checkpoint{}), checkpoint) << i;
  }
}

TEST(Checkpoint, TakesNoOtherSpellingOfASize) {
  const std::string root = to_base64(sha256({}));
  EXPECT_TRUE(read_unverified("o\n0\n" + root + "\n\n\xE2\x80\x94 o AAAA\n"));
  for (const auto* size : {"00", "-1", "+1", "1 ", "", "18446744073709551616"})
    EXPECT_FALSE(read_unverified(std::string{"o\n"} + size + "\n" + root + "\n\n\xE2\x80\x94 o AAAA\n")) << size;
}

TEST(TilePath, IsThatOfTheSpecification) {
  EXPECT_EQ(tile_path({false, {0, 1234067}, 256}), "0/x001/x234/067");
  EXPECT_EQ(tile_path({true, {0, 5}, 12}), "entries/005.p/12");
  EXPECT_EQ(parse_tile_path("1/x273/999")->id.index, 273999u);
  EXPECT_EQ(parse_tile_path("entries/000.p/255")->width, 255u);
  for (const auto* path : {"0/5", "0/0005", "0/x000/005", "64/000", "01/000", "0/000.p/256", "0/000.p/0", "0/000.p/012",
                           "entries", "-1/000", "0/x1/000", "0/000/"})
    EXPECT_FALSE(parse_tile_path(path)) << path;
}

TEST(EntryBundle, SplitsWhatWasPutTogether) {
  std::string bundle;
  append_to_bundle(bundle, "");
  append_to_bundle(bundle, std::string(65535, 'x'));
  EXPECT_EQ(split_bundle(bundle)->size(), 2u);
  EXPECT_FALSE(split_bundle(bundle.substr(0, bundle.size() - 1)));
  EXPECT_THROW(append_to_bundle(bundle, std::string(65536, 'x')), std::length_error);
}

}  // namespace
}  // namespace ccop::ledger
