// A small community with a notice board, kept as the host keeps one: each request is decided by one version of the
// rules, and what was allowed is written as an entry.
#pragma once

#include "community/community.hpp"
#include "community/entry.hpp"

#include <stdexcept>

namespace ccop::community::testing {

class Harbour {
 public:
  /// Founded, with a Secretary and the main representatives of a Member and of an Observer.
  Harbour(const std::string& charter_text, std::uint32_t rules) : rules_(rules) {
    ask({}, Found{charter_text, "key", words("secretary"), words("link").hash, time + days{7}});
    member = representative("PIER");
    observer = representative("GULL");
  }

  Ruling ask(std::optional<PersonId> person, Command command) {
    time += minutes{1};
    while (has_due(now, time)) append({}, SettleDue{time});
    return append(person, std::move(command));
  }
  Ruling pin(PersonId person, std::chrono::milliseconds span = days{7}) {
    return ask(person, PinNotice{words("notice"), time + span});
  }

  [[nodiscard]] static ContentHash words(std::string_view text) { return ContentHash{sha256(bytes_of(text))}; }

  PersonId secretary{0};
  PersonId member;
  PersonId observer;
  Community now;
  Time time = from_rfc3339("2026-01-05T09:00:00.000Z").value();
  std::vector<std::string> entries;

 private:
  PersonId representative(std::string_view organization) {
    const PersonId person = people(now).next();
    ask(secretary, RegisterPerson{words(organization)});
    std::vector<std::uint32_t> responsibilities;
    for (std::uint32_t i = 0; i < charter(now).membership.responsibilities.size(); ++i) responsibilities.push_back(i);
    ask(secretary,
        AppointRepresentative{membership(now).find_key(organization).value(), person, time, {}, responsibilities});
    return person;
  }

  Ruling append(std::optional<PersonId> person, const Command& command) {
    Entry entry;
    entry.request = {"harbour", person, {}, {}, seeing(now, command)};
    if (person) {
      entry.request.asked_at = time;
      entry.signature = Signature{Assertion{{1}, {2}, {3}, {4}}, {}, {}};
    }
    entry.at = time;
    entry.rules = rules_;
    entry.salt = words(std::to_string(entries.size())).hash;
    const Asking asking = asking_of(entry);
    Ruling ruling = decide(now, entry.request.command, asking);
    if (const auto* acts = std::get_if<std::vector<Act>>(&ruling)) {
      entry.acts = *acts;
      apply(now, *acts, asking);
      entries.push_back(encode(entry));
    }
    return ruling;
  }

  std::uint32_t rules_;
};

[[nodiscard]] inline std::string key_of(const Ruling& ruling) {
  const auto* refusal = std::get_if<Refusal>(&ruling);
  return refusal ? std::string{refusal->key} : "allowed";
}

}  // namespace ccop::community::testing
