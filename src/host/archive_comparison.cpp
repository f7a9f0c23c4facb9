#include "host/archive_comparison.hpp"

#include "ballot/archive.hpp"
#include "ballot/json.hpp"

#include <algorithm>
#include <sstream>

namespace ccop::host {
namespace {

using namespace community;

/// What an archive says, piece by piece; a piece that it doesn't have is empty.
struct Pieces {
  std::map<std::string, std::string> named;        ///< by what they are
  std::vector<std::string> ballots;                ///< their tracking numbers, in order
  std::map<std::string, std::string> credentials;  ///< of ballots, by tracking number
};

class PieceReader {
 public:
  explicit PieceReader(const std::string& archive) : in_(archive), reader_(in_) {}

  Pieces read() {
    while (const auto record = reader_.next()) {
      if (record->is_event)
        take(ballot::from_json<ballot::Event>(record->bytes));
      else
        data_[record->hash] = record->bytes;
    }
    return std::move(pieces_);
  }

 private:
  const std::string& data(const std::optional<std::string>& hash) {
    const auto found = data_.find(hash.value_or(""));
    if (found == data_.end()) throw ballot::ArchiveError{"an event refers to data that is missing"};
    return found->second;
  }

  void take(const ballot::Event& event) {
    if (event.type == "Setup") {
      const auto setup = ballot::from_json<ballot::SetupData>(data(event.payload));
      pieces_.named["setup"] = data(setup.election);
      pieces_.named["list of trustees' keys"] = data(setup.trustees);
      pieces_.named["list of credentials"] = data(setup.credentials);
    } else if (event.type == "Ballot") {
      const std::string& text = data(event.payload);
      pieces_.ballots.push_back(ballot::fingerprint_of(text));
      pieces_.credentials[pieces_.ballots.back()] = ballot::from_json<ballot::Ballot>(text).credential.text;
    } else if (event.type == "EncryptedTally") {
      pieces_.named["encrypted tally"] = data(event.payload);
    } else if (event.type == "PartialDecryption") {
      const auto owned = ballot::from_json<ballot::Owned>(data(event.payload));
      pieces_.named["decryption by trustee " + std::to_string(owned.owner)] = data(owned.payload);
    } else if (event.type == "Result") {
      pieces_.named["result"] = data(event.payload);
    }
  }

  std::istringstream in_;
  ballot::ArchiveReader reader_;
  std::map<std::string, std::string> data_;
  Pieces pieces_;
};

/// Who cast what, as the record has it.
class Casters {
 public:
  Casters(const Election& election, const OrganizationNames& name_of) {
    for (const CastBallotRow& row : election.ballots) {
      by_tracker_[row.tracker] = name_of(row.organization);
      by_credential_[row.credential] = name_of(row.organization);
    }
  }
  [[nodiscard]] std::string ballot(const std::string& tracker) const {
    const auto found = by_tracker_.find(tracker);
    return "ballot " + tracker + (found == by_tracker_.end() ? "" : " of " + found->second);
  }
  [[nodiscard]] std::string whose(const std::string& credential) const {
    const auto found = by_credential_.find(credential);
    return found == by_credential_.end() ? "of a credential that nobody used, by the record"
                                         : "under the credential of " + found->second;
  }

 private:
  std::map<std::string, std::string> by_tracker_;
  std::map<std::string, std::string> by_credential_;
};

/// Takes out of `ballots` each that `others` have; what is left is in no other place.
std::vector<std::string> only_in(std::vector<std::string> ballots, const std::vector<std::string>& others) {
  for (const std::string& other : others)
    if (const auto found = std::ranges::find(ballots, other); found != ballots.end()) ballots.erase(found);
  return ballots;
}

void compare_ballots(const Pieces& given, const Pieces& recorded, const Casters& casters,
                     std::vector<std::string>& out) {
  const auto dropped = only_in(recorded.ballots, given.ballots);
  const auto added = only_in(given.ballots, recorded.ballots);
  for (const std::string& tracker : dropped) out.push_back("dropped: " + casters.ballot(tracker));
  for (const std::string& tracker : added)
    out.push_back("added: ballot " + tracker + ", " + casters.whose(given.credentials.at(tracker)));
  // What both have, in the order of each.
  const auto in_common = [](const std::vector<std::string>& ballots, const std::vector<std::string>& without) {
    std::vector<std::string> rest;
    std::ranges::copy_if(ballots, std::back_inserter(rest), [&](const std::string& tracker) {
      return std::ranges::find(without, tracker) == without.end();
    });
    return rest;
  };
  const auto theirs = in_common(given.ballots, added), ours = in_common(recorded.ballots, dropped);
  for (std::size_t i = 0; i < std::min(theirs.size(), ours.size()); ++i)
    if (theirs[i] != ours[i])
      out.push_back("swapped: " + casters.ballot(theirs[i]) + " stands where " + casters.ballot(ours[i]) + " belongs");
}

}  // namespace

std::vector<std::string> differences(const std::string& archive, const ElectionRecord& record,
                                     const OrganizationNames& name_of) {
  const std::string own = record.archive();
  if (archive == own) return {};
  if (own.empty()) return {"by the record this election has no archive yet"};
  const Pieces given = PieceReader{archive}.read();
  const Pieces recorded = PieceReader{own}.read();
  std::vector<std::string> out;
  compare_ballots(given, recorded, Casters{record.facts().election, name_of}, out);
  for (const auto& [name, text] : recorded.named) {
    const auto in_given = given.named.find(name);
    if (in_given == given.named.end())
      out.push_back("dropped: the " + name);
    else if (in_given->second != text)
      out.push_back("changed: the " + name +
                    (name == "result" ? ": " + in_given->second + ", by the record " + text : std::string{}));
  }
  for (const auto& piece : given.named)
    if (!recorded.named.contains(piece.first)) out.push_back("added: a " + piece.first);
  if (out.empty()) out.emplace_back("changed: how it is written, though it says the same");
  return out;
}

}  // namespace ccop::host
