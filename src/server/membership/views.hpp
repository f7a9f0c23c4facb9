// Organizations, their seats and mandates, invitations, and proposed Observers as pages show them.
#pragma once

#include "community/membership/state.hpp"
#include "server/people/views.hpp"

namespace ccop::server {

struct OrganizationView {
  community::OrganizationId id{};
  std::string key;
  std::string name;
  community::Status status{};
  Time from{};
  OrNull<Time> until;
};
BOOST_DESCRIBE_STRUCT(OrganizationView, (), (id, key, name, status, from, until))

struct OrganizationRow : OrganizationView {
  OrNull<PersonView> representative;
  OrNull<PersonView> alternate;
};
BOOST_DESCRIBE_STRUCT(OrganizationRow, (), (id, key, name, status, from, until, representative, alternate))

struct OrganizationsMay {
  bool propose_observer{};
};
BOOST_DESCRIBE_STRUCT(OrganizationsMay, (), (propose_observer))

struct OrganizationsView {
  std::vector<OrganizationRow> organizations;
  OrganizationsMay may;
};
BOOST_DESCRIBE_STRUCT(OrganizationsView, (), (organizations, may))

struct MandateView {
  community::MandateId id{};
  community::MandateKind kind{};
  PersonView person;
  Time from{};
  OrNull<Time> until;
  bool current{};
  std::vector<std::uint32_t> responsibilities;
  ShownView wording;
  May may;
};
BOOST_DESCRIBE_STRUCT(MandateView, (), (id, kind, person, from, until, current, responsibilities, wording, may))

/// What was asked for a seat and waits for a second person.
struct SeatChangeView {
  community::SeatChangeId id{};
  OrNull<PersonView> loses;  ///< whose mandate ends
  OrNull<PersonView> gets;
  OrNull<Time> from;
  OrNull<Time> until;
  PersonView asked_by;
  Time asked_at{};
  Time lapses{};
  ShownView wording;
  May may;
};
BOOST_DESCRIBE_STRUCT(SeatChangeView, (), (id, loses, gets, from, until, asked_by, asked_at, lapses, wording, may))

enum class SeatEventKind {
  joined,
  left,
  representative,
  representative_ended,
  alternate,
  alternate_ended,
  absent,
  voted
};
BOOST_DESCRIBE_ENUM(SeatEventKind, joined, left, representative, representative_ended, alternate, alternate_ended,
                    absent, voted)

struct SeatEvent {
  SeatEventKind what{};
  Time at{};
  std::optional<Words> person{};
  std::optional<Time> until{};
  std::optional<community::MotionId> motion{};
  std::optional<Words> title{};
};
BOOST_DESCRIBE_STRUCT(SeatEvent, (), (what, at, person, until, motion, title))

struct OrganizationPage : OrganizationView {
  std::vector<MandateView> mandates;
  std::vector<SeatEvent> history;
  bool absent{};
  May may;
  std::optional<std::string> note;
  OrNull<SeatChangeView> waiting;
};
BOOST_DESCRIBE_STRUCT(OrganizationPage, (),
                      (id, key, name, status, from, until, mandates, history, absent, may, note, waiting))

[[nodiscard]] SeatChangeView seat_change_view(const Reading& here, community::SeatChangeId id);
[[nodiscard]] const std::string& key_of(const Reading& here, community::OrganizationId id);
[[nodiscard]] OrganizationView organization_view(const Reading& here, community::OrganizationId id);
/// What happened to the organization's seat, the latest first.
[[nodiscard]] std::vector<SeatEvent> history_of(const Reading& here, community::OrganizationId id);

}  // namespace ccop::server
