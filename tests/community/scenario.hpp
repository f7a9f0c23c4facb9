// Tells stories to the domain: people ask, time passes, and the rules answer. Speaks the words of the charter.
#pragma once

#include "base/codec.hpp"
#include "community/clause.hpp"
#include "community/entry.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <numeric>
#include <sstream>

namespace ccop::community::testing {

[[nodiscard]] inline std::string charter_text(const std::string& file) {
  std::ifstream in{std::filesystem::path{CCOP_SOURCE_DIR} / file};
  std::ostringstream text;
  text << in.rdbuf();
  return text.str();
}

[[nodiscard]] inline ContentHash words(std::string_view text) {
  return sha256(bytes_of(text));
}

[[nodiscard]] inline Time at(std::string_view text) {
  return from_rfc3339(std::string{text} + ":00.000Z").value();
}

class Scenario {
 public:
  struct CharterText {
    std::string toml;
  };
  /// A community founded on a Monday morning, whose Secretary is person 0.
  explicit Scenario(const std::string& charter = "charter/ccop.toml") : Scenario(CharterText{charter_text(charter)}) {}
  explicit Scenario(const CharterText& charter) {
    Actor host;
    host.at = time;
    take(community::decide(now, Command{Found{charter.toml, "key", words("secretary"), words("token"), time + days{7}}},
                           host),
         host);
  }

  PersonId secretary() const { return {0}; }

  Ruling ask(PersonId person, Command command) {
    time += std::chrono::seconds{1};
    return ask_as(signed_by(person), std::move(command));
  }
  Ruling ask_as(const Actor& actor, Command command) {
    if (now.has_due(actor.at)) settle();
    Ruling ruling = community::decide(now, command, actor);
    take(ruling, actor);
    return ruling;
  }
  [[nodiscard]] Actor signed_by(PersonId person) const {
    Actor actor;
    actor.kind = Actor::Kind::person;
    actor.person = person;
    actor.has_signed = true;
    actor.asked_at = time;
    actor.at = time;
    return actor;
  }
  void settle() {
    Actor host;
    host.at = time;
    while (now.has_due(time)) take(community::decide(now, Command{SettleDue{}}, host), host);
  }
  void pass(std::chrono::milliseconds span) { time += span; }

  /// A new person; with `organization`, its main representative from now on.
  PersonId person() {
    const PersonId id = now.people.next();
    ask(secretary(), RegisterPerson{words("person " + std::to_string(id.value))});
    return id;
  }
  OrganizationId organization(std::string_view key) const {
    for (std::uint32_t i = 0; i < now.membership.organizations.size(); ++i)
      if (now.membership.organizations[i].key == key) return {i};
    throw std::invalid_argument("no such organization");
  }
  std::vector<std::uint32_t> all_responsibilities() const {
    std::vector<std::uint32_t> all(now.charter().membership.responsibilities.size());
    std::iota(all.begin(), all.end(), 0u);
    return all;
  }
  PersonId representative(std::string_view key) {
    const PersonId id = person();
    ask(secretary(), AppointRepresentative{organization(key), id, time, {}, all_responsibilities()});
    return id;
  }
  /// The main representatives of the first `count` Members; the first is founding co-Chair.
  std::vector<PersonId> members(std::size_t count) {
    std::vector<PersonId> people;
    for (std::uint32_t i = 0; people.size() < count; ++i)
      people.push_back(representative(now.membership.organizations.at(i).key));
    ask(secretary(), SeatFoundingCoChair{0, people.front(), time + days{90}});
    return people;
  }
  MeetingId meeting(MeetingKind kind = MeetingKind::ad_hoc, std::uint32_t capacity = 2) {
    const MeetingId id{static_cast<std::uint32_t>(now.meetings.all.size())};
    ask(secretary(), PlanMeeting{kind, words("meeting"), time + hours{1}, time + days{3}, "Europe/Rome", capacity, 60});
    return id;
  }
  SessionId session(MeetingId id, SessionKind kind) {
    const SessionId next{static_cast<std::uint32_t>(now.meetings.sessions.size())};
    const Meeting& meeting = now.meetings.all[id.value];
    ask(secretary(), AddSession{id, kind, words("session"), meeting.starts, meeting.starts + hours{3}});
    return next;
  }
  /// A live executive session with these people in it.
  SessionId executive_session(const std::vector<PersonId>& people) {
    const MeetingId id = meeting();
    const SessionId live = session(id, SessionKind::executive);
    ask(secretary(), PublishMeeting{id});
    ask(secretary(), OpenSession{live});
    for (const PersonId person : people) {
      ask(person, AcceptDiscretion{id});
      ask(person, EnterSession{live});
    }
    return live;
  }
  MotionId motion(PersonId mover, std::optional<SessionId> where, Method method,
                  std::vector<ContentHash> options = {}) {
    const MotionId id{static_cast<std::uint32_t>(now.decisions.motions.size())};
    ask(mover, ProposeMotion{where, Purpose::resolution, words("motion"), std::move(options), method, false, {}});
    return id;
  }

  Community now;
  Time time = at("2026-01-05T09:00");

 private:
  void take(const Ruling& ruling, const Actor& actor) {
    if (const auto* acts = std::get_if<std::vector<Act>>(&ruling)) community::apply(now, *acts, actor);
  }
};

MATCHER_P(refused_by, clause, "") {
  const auto* refusal = std::get_if<Refusal>(&arg);
  if (refusal == nullptr) return *result_listener << "which was allowed", false;
  *result_listener << "which was refused for " << refusal->key << " (" << refusal->clause << ")";
  return refusal->clause == clause;
}

MATCHER_P(refused_for, key, "") {
  const auto* refusal = std::get_if<Refusal>(&arg);
  if (refusal == nullptr) return *result_listener << "which was allowed", false;
  *result_listener << "which was refused for " << refusal->key << " (" << refusal->clause << ")";
  return refusal->key == key;
}

template <class A>
class LedTo {
 public:
  using is_gtest_matcher = void;
  bool MatchAndExplain(const Ruling& ruling, ::testing::MatchResultListener* listener) const {
    if (const auto* refusal = std::get_if<Refusal>(&ruling)) {
      *listener << "which was refused for " << refusal->key << " (" << refusal->clause << ")";
      return false;
    }
    const auto& acts = std::get<std::vector<Act>>(ruling);
    return std::ranges::any_of(acts, [](const Act& act) { return std::holds_alternative<A>(act); });
  }
  void DescribeTo(std::ostream* out) const { *out << "led to " << wire_name<A>(); }
  void DescribeNegationTo(std::ostream* out) const { *out << "did not lead to " << wire_name<A>(); }
};

template <class A>
LedTo<A> led_to() {
  return {};
}

}  // namespace ccop::community::testing
