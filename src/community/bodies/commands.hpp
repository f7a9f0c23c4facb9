// How the bodies are filled (clauses 3.1 to 3.7). Elections of co-Chairs are a chapter of their own.
#pragma once

#include "base/content.hpp"
#include "base/time.hpp"
#include "community/kernel/command.hpp"
#include "community/kernel/ids.hpp"
#include "community/kernel/wording.hpp"

namespace ccop::community {

struct Community;

/// Records that the office which is Secretary ex officio passed to another person (clause 3.7): no vote, no choice. The
/// Secretary in office hands it over; without them, two co-Chairs ask for the same one after the other.
struct AppointSecretary {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {};
  PersonId person;
  Time from;
  Wording seen{};

  [[nodiscard]] static About about() { return {}; }
};
BOOST_DESCRIBE_STRUCT(AppointSecretary, (), (person, from, seen))

/// Seats a founding co-Chair in a position that nobody has held yet, for at most the charter's founding term
/// (clause 3.3).
struct SeatFoundingCoChair {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  struct About {
    std::uint32_t position;
  };
  std::uint32_t position;
  PersonId person;
  Time until;
  Wording seen{};

  [[nodiscard]] About about() const { return {position}; }
};
BOOST_DESCRIBE_STRUCT(SeatFoundingCoChair, (), (position, person, until, seen))

struct ResignCoChair {
  static constexpr Authority needs = Authority::signature;
  static constexpr Evidence evidence = Evidence::none;
  using About = ResignCoChair;
};
BOOST_DESCRIBE_STRUCT(ResignCoChair, (), ())

using BodiesCommands = List<AppointSecretary, SeatFoundingCoChair, ResignCoChair>;
template <OneOf<BodiesCommands> T>
inline constexpr std::string_view command_chapter<T> = "bodies";

[[nodiscard]] std::optional<Refusal> bars(const Community& now, const AppointSecretary::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const SeatFoundingCoChair::About& about,
                                          const Asking& asking);
[[nodiscard]] std::optional<Refusal> bars(const Community& now, const ResignCoChair::About& about,
                                          const Asking& asking);

/// The person's profile.
[[nodiscard]] Wording shown(const Community& now, const AppointSecretary& asked);
[[nodiscard]] Wording shown(const Community& now, const SeatFoundingCoChair& asked);

[[nodiscard]] Ruling decide(const Community& now, const AppointSecretary& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const SeatFoundingCoChair& asked, const Asking& asking);
[[nodiscard]] Ruling decide(const Community& now, const ResignCoChair& asked, const Asking& asking);

}  // namespace ccop::community
