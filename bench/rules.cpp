// decide + apply for a vote, in a community with all seats held and an executive session under way; beside OpenSSL
// hashing 64 bytes, which says how fast the machine is.
#include "checked.hpp"
#include "community/community.hpp"
#include "founded.hpp"

#include <benchmark/benchmark.h>

#include <numeric>

namespace {

using namespace ccop;
using namespace ccop::community;

struct Session {
  Session() {
    Asking host;
    host.at = now;
    ask(host, bench::founding("key", now));
    std::vector<std::uint32_t> all(charter(state).membership.responsibilities.size());
    std::iota(all.begin(), all.end(), 0u);
    for (std::uint32_t i = 0; i < membership(state).organizations.size(); ++i) {
      people.push_back(community::people(state).next());
      ask(as(PersonId{0}), RegisterPerson{});
      ask(as(PersonId{0}), AppointRepresentative{{i}, people.back(), now, {}, all});
    }
    ask(as(PersonId{0}), SeatFoundingCoChair{0, people[0], now + days{90}});
    ask(as(PersonId{0}), PlanMeeting{MeetingKind::ad_hoc, {}, now, now + days{2}, "UTC", 0, 60});
    ask(as(PersonId{0}), AddSession{{0}, SessionKind::executive, {}, now, now + hours{5}});
    ask(as(PersonId{0}), PublishMeeting{{0}});
    ask(as(PersonId{0}), OpenSession{{0}});
    for (const PersonId person : people) {
      ask(as(person), AcceptDiscretion{{0}});
      ask(as(person), EnterSession{{0}});
    }
    open_motion();
  }
  void open_motion() {
    motion = decisions(state).motions.next();
    ask(as(people[0]), ProposeMotion{SessionId{0}, Purpose::resolution, {}, {}, Method::vote, false, {}});
    ask(as(people[0]), OpenMotion{motion, {}, {}, {}});
  }
  void ask(const Asking& asking, const Command& wish) {
    const Command command = seeing(state, wish);
    const auto ruling = decide(state, command, asking);
    if (!std::holds_alternative<std::vector<Act>>(ruling))
      throw bench::Wrong{"the bench's own request was refused: " + std::string{std::get<Refusal>(ruling).key}};
    apply(state, std::get<std::vector<Act>>(ruling), asking);
  }
  void require_votes(std::size_t count) const {
    const auto& votes = decisions(state).motions[motion].votes;
    bench::require(votes.size() == count,
                   std::to_string(votes.size()) + " votes were recorded of " + std::to_string(count));
  }
  Asking as(PersonId person) {
    now += std::chrono::milliseconds{1};
    return asked_by(person, now);
  }
  Community state;
  Time now = clock_now();
  std::vector<PersonId> people;
  MotionId motion;
};

void vote(benchmark::State& loop) {
  Session session;
  std::size_t next = 0;
  constexpr std::size_t members = 32;
  for ([[maybe_unused]] auto _ : loop) {
    session.ask(session.as(session.people[next]), CastVote{session.motion, 0});
    if (++next < members) continue;
    loop.PauseTiming();
    session.require_votes(members);
    session.ask(session.as(session.people[0]), CloseMotion{session.motion});
    session.open_motion();
    next = 0;
    loop.ResumeTiming();
  }
}
BENCHMARK(vote)->Iterations(200'000);

void sha256_of_64_bytes(benchmark::State& loop) {
  Bytes bytes(64, 1);
  for ([[maybe_unused]] auto _ : loop) {
    const Hash hash = sha256(bytes);
    bytes[0] = hash[0];
    benchmark::DoNotOptimize(bytes.data());
  }
}
BENCHMARK(sha256_of_64_bytes)->Iterations(200'000);

}  // namespace

int main(int argc, char** argv) {
  return ccop::bench::run("bench_rules", [&] {
    benchmark::Initialize(&argc, argv);
    ccop::bench::require(!benchmark::ReportUnrecognizedArguments(argc, argv), "an argument is not known");
    ccop::bench::require(benchmark::RunSpecifiedBenchmarks() > 0, "nothing was measured");
  });
}
