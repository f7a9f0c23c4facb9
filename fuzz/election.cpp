// Archives of elections and what lies in them: the first byte of the input says which. Whatever it is, it is refused in
// words or verified.
#include "ballot/archive.hpp"
#include "ballot/bound.hpp"
#include "ballot/channel.hpp"
#include "ballot/json.hpp"
#include "ballot/opened.hpp"
#include "ballot/trustees.hpp"
#include "ballot/verify.hpp"

#include <cstdlib>
#include <sstream>

namespace {

using namespace ccop;

/// What was read canonically is written the same again.
template <class T>
void read(const std::string& text) {
  const auto value = ballot::from_canonical_json<T>(text);
  if (ballot::to_json(value) != text) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string text{text_of({data + 1, size - 1})};
  try {
    switch (data[0]) {
      case 'a': {
        std::istringstream in{text};
        (void)ballot::verify_election(in, {1, {}});
        break;
      }
      case 'b':
        read<ballot::Ballot>(text);
        break;
      case 'd':
        read<ballot::PartialDecryption>(text);
        break;
      case 'c':
        read<ballot::BoundProofs>(text);
        break;
      case 'f':
        read<ballot::ElectionProofs>(text);
        break;
      case 'e':
        read<ballot::Event>(text);
        break;
      case 'p':
        read<ballot::Polynomial>(text);
        break;
      case 'o':
        read<ballot::VerificationOutput>(text);
        break;
      case 'm':
        (void)ballot::receive(ballot::SecretScalar{ballot::scalar_of(7)},
                              {"58666666666666666666666666666666666666666666666666666666666666"}, text);
        break;
      case 'v':
        (void)ballot::check_opened(ballot::from_json<ballot::OpenedBallot>(text));
        break;
      case 't':
        (void)ballot::Trustees{text, "Ed25519"};
        break;
      default:
        break;
    }
  } catch (const ballot::ArchiveError&) {  // refused in words
  } catch (const BadInput&) {
  }
  return 0;
}
