// What is owed in a community, one line of JSON each: for reports, scripts, and whoever audits the record.
#include "community/duties.hpp"

#include "base/codec.hpp"
#include "cli/sound_record.hpp"
#include "community/community.hpp"

#include <iostream>

namespace ccop::cli {
namespace {

struct StepLine {
  Time at;
  community::Audience to{};
};
BOOST_DESCRIBE_STRUCT(StepLine, (), (at, to))

struct DutyLine {
  std::string chapter;
  std::string kind;
  std::string clause;
  community::Owner owner{};
  std::optional<std::string> seat;
  Time since;
  std::optional<Time> by;
  std::string met_by;
  std::vector<StepLine> ladder;
  std::uint32_t steps_taken{};
  std::optional<community::PersonId> person;
  std::optional<community::OrganizationId> organization;
  std::optional<community::MeetingId> meeting;
  std::optional<community::MotionId> motion;
  std::optional<community::ElectionId> election;
  std::optional<community::ProposalId> proposal;
  std::optional<community::SeatChangeId> change;
  std::optional<std::uint32_t> position;
};
BOOST_DESCRIBE_STRUCT(DutyLine, (),
                      (chapter, kind, clause, owner, seat, since, by, met_by, ladder, steps_taken, person, organization,
                       meeting, motion, election, proposal, change, position))

DutyLine line_of(const community::Community& now, const community::Duty& duty, Time at) {
  const community::Task& what = duty.what;
  DutyLine line{std::string{duty.chapter},
                std::string{what.kind},
                std::string{duty.clause},
                duty.owner,
                std::nullopt,
                duty.since,
                what.by,
                std::string{duty.met_by},
                {},
                0,
                what.person,
                what.organization,
                what.meeting,
                what.motion,
                what.election,
                what.proposal,
                what.change,
                what.position};
  if (duty.seat) line.seat = membership(now).organizations[*duty.seat].key;
  for (const community::Step& step : duty.ladder) {
    line.ladder.push_back({step.at, step.to});
    if (step.at <= at) ++line.steps_taken;
  }
  return line;
}

}  // namespace

int print_duties(const DataOptions& options, const std::string& at) {
  return with_sound_record(options, {options.data, at}, [&](const community::Community& now, const host::Texts&) {
    const Time then = at.empty() ? clock_now() : from_rfc3339(at).value();
    for (const community::Duty& duty : community::duties(now, then))
      std::cout << to_json(line_of(now, duty, then)) << "\n";
    return 0;
  });
}

}  // namespace ccop::cli
