// A made-up chapter, as small as one can be: a bell, and whoever rings it. It compiles; each macro takes away or adds
// one thing, for which the compiler must then have a name. `run` says which, and what it expects to be told.
#pragma once

#include "community/kernel/chapter.hpp"
#include "community/kernel/codecs.hpp"
#include "community/kernel/part.hpp"
#include "community/kernel/table.hpp"

namespace ccop::community {

using RingId = Id<struct RingTag>;

struct BellRung {
  RingId ring;
  ContentHash reason;
};
BOOST_DESCRIBE_STRUCT(BellRung, (), (ring, reason))

struct BellHung {};
BOOST_DESCRIBE_STRUCT(BellHung, (), ())

namespace elsewhere {
struct BellRung {};
BOOST_DESCRIBE_STRUCT(BellRung, (), ())
}  // namespace elsewhere

struct RingBell {
#ifndef WITHOUT_NEEDS
  static constexpr Authority needs = Authority::session;
#endif
#ifndef WITHOUT_EVIDENCE
  static constexpr Evidence evidence = Evidence::proved;
#endif
#ifndef WITHOUT_ABOUT
  struct About {};
  [[nodiscard]] static About about() { return {}; }
#endif
  Brought<Content> reason;
#ifdef SEEN_AND_NOT_SHOWN
  Wording seen{};
#endif
};
BOOST_DESCRIBE_STRUCT(RingBell, (), (reason))

namespace elsewhere {
struct RingBell : community::RingBell {};
BOOST_DESCRIBE_STRUCT(RingBell, (community::RingBell), ())
}  // namespace elsewhere

#if defined(ACT_NAMED_TWICE)
using BellActs = List<BellRung, elsewhere::BellRung>;
#elif defined(ACT_IN_NO_LIST)
using BellActs = List<BellRung>;
#else
using BellActs = List<BellRung, BellHung>;
#endif
#if defined(COMMAND_NAMED_TWICE)
using BellCommands = List<RingBell, elsewhere::RingBell>;
#else
using BellCommands = List<RingBell>;
#endif

#ifndef ACTS_OF_NO_CHAPTER
template <OneOf<BellActs> T>
inline constexpr std::string_view act_chapter<T> = "bell";
#endif
#ifndef COMMANDS_OF_NO_CHAPTER
template <OneOf<BellCommands> T>
inline constexpr std::string_view command_chapter<T> = "bell";
#endif

namespace sentence {
inline constexpr Sentence bell_rang_already{"bell-rang-already", "times", "most"};
}

struct Ring {
  ContentHash reason;
};
struct Bell {
  Table<Ring, RingId> rings;
};

#ifndef WITHOUT_APPLY
void apply(Bell& bell, const BellRung& act);
#endif
#ifdef WITH_ANOTHER_APPLY
void apply(Bell& bell, const BellRung& act, Time at);
#endif
void apply(Bell& bell, const BellHung& act, Time at);
void apply(Bell& bell, const elsewhere::BellRung& act);

#ifdef WITHOUT_ABOUT
std::optional<Refusal> bars(const Community& now, const RingBell& asked, const Asking& asking);
#elif !defined(WITHOUT_BARS)
std::optional<Refusal> bars(const Community& now, const RingBell::About& about, const Asking& asking);
#endif
#ifndef WITHOUT_DECIDE
Ruling decide(const Community& now, const RingBell& asked, const Asking& asking);
#endif

struct BellChapter {
  static constexpr std::string_view name = "bell";
  using State = Bell;
  using Acts = BellActs;
  using Commands = BellCommands;
  using Reads = List<>;

#ifndef WITHOUT_DUE
  [[nodiscard]] static std::vector<Act> due(const Community& now, Time at);
#endif
#ifndef WITHOUT_TASKS
  [[nodiscard]] static std::vector<Task> tasks(const Community& now, PersonId person, Time at);
#endif
#ifndef WITHOUT_DUTIES
  static void duties(const Community& now, Time at, Duties& found);
#endif
};
static_assert(complete<BellChapter>());

}  // namespace ccop::community
