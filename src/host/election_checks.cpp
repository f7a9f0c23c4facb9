// Whether what trustees, authority and voters send is sound. What lies in the record already is: it passed here. The
// rules were asked before, so the election is there, and at the stage for what is sent.
#include "ballot/archive.hpp"
#include "ballot/certificates.hpp"
#include "ballot/json.hpp"
#include "ballot/proofs.hpp"
#include "ballot/threshold.hpp"
#include "community/clause.hpp"
#include "host/elections.hpp"

#include <algorithm>

namespace ccop::host {

using namespace community;

namespace {

/// What doesn't hold; thrown and caught in here.
struct Unsound {
  std::string_view key;
  std::string what;
};

class ElectionChecks {
 public:
  ElectionChecks(const Community& state, const Texts& texts, const community::Request& request,
                 const std::vector<store::Content>& contents, Time at)
      : state_(state), texts_(texts), person_(request.person), contents_(contents), at_(at) {}

  void operator()(const PostKeyMessage& asked) const {
    const ElectionRecord record{state_, asked.election, texts_};
    holds("key-message-not-sound", [&] { check_key_message(record, election_of(asked), asked); });
  }

  void operator()(const IssueCredentials& asked) const {
    holds("credentials-not-sound", [&] {
      const std::string& text = brought(asked.credentials);
      const auto list = ballot::from_canonical_json<std::vector<std::string>>(text);
      if (list.size() != asked.organizations.size()) throw BadInput{"", "one for each Member"};
      // In this order nobody can tell whose is whose.
      if (!std::ranges::is_sorted(list) || std::ranges::adjacent_find(list) != list.end())
        throw BadInput{"", "each once, in ascending order"};
      for (const std::string& credential : list) static_cast<void>(ballot::group_element({credential}));
    });
  }

  void operator()(const OpenElection& asked) const {
    const ElectionRecord record{state_, asked.election, texts_};
    holds("setup-does-not-follow", [&] {
      if (brought(asked.setup) != record.setup_json(at_)) throw BadInput{"", "the election as prepared"};
    });
  }

  void operator()(const CastBallot& asked) const {
    const ElectionRecord record{state_, asked.election, texts_};
    holds("ballot-not-sound", [&] { check_ballot(record, election_of(asked), asked); });
  }

  void operator()(const PostDecryption& asked) const {
    const ElectionRecord record{state_, asked.election, texts_};
    holds("decryption-not-sound", [&] { check_decryption(record, number_in(election_of(asked)), asked); });
  }

  void operator()(const DeclareResult& asked) const {
    const ElectionRecord record{state_, asked.election, texts_};
    holds("result-does-not-follow", [&] {
      const auto result = record.result();
      if (!result || !std::ranges::equal(result->result.front(), asked.counts) ||
          asked.archive != to_hex(sha256(bytes_of(record.archive()))))
        throw BadInput{"", "the result of the decryptions"};
    });
  }

 private:
  [[nodiscard]] const Election& election_of(const auto& asked) const {
    return state_.elections.all.at(asked.election.value);
  }
  [[nodiscard]] std::uint32_t number_in(const Election& election) const {
    return election.trustee_number(person_.value()).value();
  }

  [[nodiscard]] const std::string& brought(const ContentHash& hash) const {
    for (const store::Content& content : contents_)
      if (store::content_hash(content) == hash) return content.text;
    throw BadInput{"", "the content itself"};
  }

  static void holds(std::string_view key, const auto& check) {
    try {
      check();
    } catch (const BadInput& bad) {
      throw Unsound{key, (bad.path.empty() ? "" : bad.path + ": ") + "expected " + bad.expected};
    }
  }

  void check_key_message(const ElectionRecord& record, const Election& election, const PostKeyMessage& asked) const {
    const std::uint32_t number = number_in(election);
    const std::string& text = brought(asked.message);
    const auto& rules = state_.charter().elections;
    const auto read_all = [&]<class T>(std::uint32_t round) {
      std::vector<T> all;
      for (const std::string& message : record.key_messages(round)) all.push_back(ballot::from_json<T>(message));
      return all;
    };
    if (asked.round == 1) {
      ballot::check_certificate(
          ballot::from_canonical_json<ballot::SignedMessage>(text),
          {ballot::group_name, static_cast<std::uint32_t>(election.trustees.size()), rules.trustees_needed, number});
      return;
    }
    const auto certificates = read_all.template operator()<ballot::SignedMessage>(1);
    if (asked.round == 2)
      ballot::check_polynomial(certificates, number, ballot::from_canonical_json<ballot::Polynomial>(text));
    else
      ballot::check_output(certificates, read_all.template operator()<ballot::Polynomial>(2), number,
                           ballot::from_canonical_json<ballot::VerificationOutput>(text));
  }

  void check_ballot(const ElectionRecord& record, const Election& election, const CastBallot& asked) const {
    const std::string& text = brought(asked.ballot);
    const std::string setup = record.setup_json(at_);
    const auto on_ballot = ballot::from_json<ballot::Election>(setup);
    const ballot::PowerTable key{ballot::point_from_hex(on_ballot.public_key.text).value(), ballot::PowerTable::narrow};
    const auto cast = ballot::from_canonical_json<ballot::Ballot>(text);
    const auto verdict = ballot::verify_ballot(cast, text, {&on_ballot, ballot::fingerprint_of(setup), &key});
    if (!verdict.wrong.empty()) throw Unsound{"ballot-not-sound", verdict.wrong};
    if (asked.credential != cast.credential.text || asked.tracker != ballot::fingerprint_of(text))
      throw Unsound{"ballot-not-sound", "its credential or tracking number is another one"};
    const auto credentials =
        ballot::from_json<std::vector<std::string>>(texts_(election.credentials.value()).value_or("[]"));
    if (!std::ranges::binary_search(credentials, asked.credential))
      throw Unsound{"ballot-not-sound", "its credential is not of this election"};
  }

  void check_decryption(const ElectionRecord& record, std::uint32_t number, const PostDecryption& asked) const {
    const auto decryption = ballot::from_canonical_json<ballot::PartialDecryption>(brought(asked.decryption));
    const ballot::Trustees trustees{record.trustees_json(), ballot::group_name};
    const ballot::Element& key = trustees.key(number);
    const ballot::PowerTable key_powers{ballot::group_element(key), ballot::PowerTable::narrow};
    const std::string fingerprint = ballot::fingerprint_of(record.setup_json(at_));
    const auto tally = record.tally();
    const auto& factors = decryption.decryption_factors;
    const auto& proofs = decryption.decryption_proofs;
    if (factors.size() != 1 || proofs.size() != 1 || factors[0].size() != tally[0].size() ||
        proofs[0].size() != tally[0].size())
      throw BadInput{"", "a factor and a proof for each sum"};
    for (std::size_t i = 0; i < tally[0].size(); ++i) {
      const ballot::Point alpha = ballot::point_from_hex(tally[0][i].alpha.text).value();
      const ballot::PowerTable factor{ballot::group_element(factors[0][i]), ballot::PowerTable::narrow};
      if (!ballot::holds_for_factor(proofs[0][i], fingerprint, key, key_powers, alpha, factor))
        throw BadInput{"", "proofs that hold"};
    }
  }

  const Community& state_;
  const Texts& texts_;
  std::optional<PersonId> person_;
  const std::vector<store::Content>& contents_;
  Time at_;
};

}  // namespace

bool brings_proofs(const Command& command) {
  return std::visit([]<class C>(const C&) { return std::is_invocable_v<ElectionChecks, const C&>; }, command);
}

std::optional<Refusal> objection_to_contents(const Community& state, const Texts& texts,
                                             const community::Request& request,
                                             const std::vector<store::Content>& contents, Time at) {
  // The writer's state may be ahead of this one: what is refused here and would pass there must not pass unchecked.
  if (auto refusal = would_refuse(state, request.command, request.person.value_or(PersonId{}), at)) return refusal;
  try {
    const ElectionChecks checks{state, texts, request, contents, at};
    std::visit(
        [&]<class C>(const C& asked) {
          if constexpr (std::is_invocable_v<ElectionChecks, const C&>) checks(asked);
        },
        request.command);
    return std::nullopt;
  } catch (const Unsound& unsound) {
    return refuse(clause::the_record, unsound.key, {{"what", unsound.what}});
  }
}

}  // namespace ccop::host
