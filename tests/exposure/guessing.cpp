#include "exposure/guessing.hpp"

#include "exposure/organizations.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ccop::exposure::guessing {
namespace {

/// A level for each question: the same for all who are sought, whom nothing tells apart.
using Guess = Answers;

/// Two rounds that follow each other, and what is known besides.
struct Seen {
  const Years& years;
  Round before;
  Round after;
  std::vector<ByKind> chances;

  [[nodiscard]] bool are_leaving() const { return years.join == 0 && years.leave > 0; }
  /// The round in which those cast who are sought, and the one in which they didn't.
  [[nodiscard]] const Round& theirs() const { return are_leaving() ? before : after; }
  [[nodiscard]] const Round& other() const { return are_leaving() ? after : before; }
  /// Who joins comes last, and who leaves was there first.
  [[nodiscard]] std::pair<std::size_t, std::size_t> sought() const {
    if (are_leaving()) return {0, static_cast<std::size_t>(years.leave)};
    const std::size_t all = after.answers.size();
    return {all - static_cast<std::size_t>(std::max(years.join, 1)), all};
  }
};

template <class What>
std::size_t most(const std::array<What, levels>& what) {
  return static_cast<std::size_t>(std::max_element(what.begin(), what.end()) - what.begin());
}

Guess by_base(const Seen& seen) {
  Guess guess;
  for (std::size_t q = 0; q < questions; ++q) guess[q] = most(seen.theirs().counts[q]);
  return guess;
}

Guess by_growth(const Seen& seen) {
  Guess guess;
  for (std::size_t q = 0; q < questions; ++q) {
    std::array<std::pair<int, int>, levels> growth;
    for (std::size_t level = 0; level < levels; ++level) {
      const int count = seen.theirs().counts[q][level];
      growth[level] = {count - seen.other().counts[q][level], count};
    }
    guess[q] = most(growth);
  }
  return guess;
}

/// The chances of any of these kinds.
Chances mean(const ByKind& chances, const std::vector<std::size_t>& of_kinds) {
  Chances found{};
  for (const std::size_t kind : of_kinds)
    for (std::size_t level = 0; level < levels; ++level)
      found[level] += chances[kind][level] / static_cast<double>(of_kinds.size());
  return found;
}

Guess by_model(const Seen& seen) {
  // Who casts always is like all others who do: the other round says nothing of it.
  if (seen.years.join + seen.years.leave == 0) return by_base(seen);
  std::vector<std::size_t> every(kinds);
  for (std::size_t kind = 0; kind < kinds; ++kind) every[kind] = kind;
  const Movements movements{seen.years.join, seen.years.leave, seen.years.change};
  Guess guess;
  for (std::size_t q = 0; q < questions; ++q)
    guess[q] = most(movements.weigh(seen.before.counts[q], seen.after.counts[q], mean(seen.chances[q], every)).at);
  return guess;
}

/// All companies of kinds that so many can be, and the logarithm of how likely each is.
struct Companies {
  std::vector<std::vector<std::size_t>> kinds_in;
  std::vector<double> likely;
};

Companies companies_of(int count) {
  Companies found;
  std::vector<std::size_t> company(static_cast<std::size_t>(count));
  while (true) {
    double likely = std::lgamma(count + 1);
    for (std::size_t kind = 0; kind < kinds; ++kind)
      likely -= std::lgamma(1 + static_cast<double>(std::count(company.begin(), company.end(), kind)));
    found.kinds_in.push_back(company);
    found.likely.push_back(likely);
    // The next in which kinds stand in rising order.
    const auto rises =
        std::find_if(company.rbegin(), company.rend(), [](std::size_t kind) { return kind + 1 < kinds; });
    if (rises == company.rend()) return found;
    std::fill(company.rbegin(), rises + 1, std::size_t{*rises + 1});
  }
}

Guess by_kind(const Seen& seen, Companies companies) {
  const Movements movements{seen.years.join, seen.years.leave, seen.years.change};
  std::vector<std::vector<Weighed>> weighed(questions);
  for (std::size_t q = 0; q < questions; ++q)
    for (std::size_t i = 0; i < companies.likely.size(); ++i) {
      const Chances chances = mean(seen.chances[q], companies.kinds_in[i]);
      weighed[q].push_back(movements.weigh(seen.before.counts[q], seen.after.counts[q], chances));
      companies.likely[i] += std::log(weighed[q].back().likelihood);
    }
  const double likeliest = *std::max_element(companies.likely.begin(), companies.likely.end());
  Guess guess;
  for (std::size_t q = 0; q < questions; ++q) {
    Chances at{};
    for (std::size_t i = 0; i < companies.likely.size(); ++i) {
      const Weighed& of_company = weighed[q][i];
      if (of_company.likelihood <= 0) continue;
      const double weight = std::exp(companies.likely[i] - likeliest) / of_company.likelihood;
      for (std::size_t level = 0; level < levels; ++level) at[level] += weight * of_company.at[level];
    }
    guess[q] = most(at);
  }
  return guess;
}

/// What a round leaves of its counts when all but one subtract their answers.
Guess by_pooling(const Round& round, std::size_t one) {
  Guess guess;
  for (std::size_t q = 0; q < questions; ++q) {
    Histogram rest = round.counts[q];
    for (std::size_t i = 0; i < round.answers.size(); ++i)
      if (i != one) --rest[round.answers[i][q]];
    guess[q] = most(rest);
  }
  return guess;
}

int right(const Guess& guess, const Answers& answers) {
  int count = 0;
  for (std::size_t q = 0; q < questions; ++q) count += guess[q] == answers[q];
  return count;
}

int right(const Guess& guess, const Seen& seen) {
  int count = 0;
  for (auto [i, end] = seen.sought(); i < end; ++i) count += right(guess, seen.theirs().answers[i]);
  return count;
}

int right_by_pooling(const Seen& seen) {
  int count = 0;
  for (auto [i, end] = seen.sought(); i < end; ++i)
    count += right(by_pooling(seen.theirs(), i), seen.theirs().answers[i]);
  return count;
}

class Mean {
 public:
  void add(double value) {
    sum_ += value;
    squares_ += value * value;
    ++count_;
  }
  [[nodiscard]] Figure figure() const {
    const double found = sum_ / count_;
    return {found, std::sqrt(std::max(0.0, squares_ / count_ - found * found) / std::max(1.0, count_ - 1))};
  }

 private:
  double sum_ = 0;
  double squares_ = 0;
  double count_ = 0;
};

/// What is seen in one world, year after year.
std::vector<Seen> live(const Years& years, Random& random) {
  Organizations organizations{years.casters + years.join * (years.rounds - 1), years.evenness, random};
  std::vector<Seen> found;
  int from = 0;
  int to = years.casters;
  Round before = organizations.ask(from, to);
  for (int round = 1; round < years.rounds; ++round) {
    organizations.pass_a_year(years.change);
    from += years.leave;
    to += years.join;
    const Round after = organizations.ask(from, to);
    found.push_back({years, before, after, organizations.chances()});
    before = after;
  }
  return found;
}

/// Of 100 answers that are sought in a world.
double percent(int count, const std::vector<Seen>& world) {
  const auto [first, end] = world.front().sought();
  return 100.0 * count / static_cast<double>((end - first) * questions * world.size());
}

}  // namespace

Guesses guess(const Years& years, int worlds, std::uint64_t seed) {
  Random random{seed};
  Mean base, growth, model, pooling;
  for (int i = 0; i < worlds; ++i) {
    const std::vector<Seen> world = live(years, random);
    int at_base = 0, at_growth = 0, at_model = 0, at_pooling = 0;
    for (const Seen& seen : world) {
      at_base += right(by_base(seen), seen);
      at_growth += right(by_growth(seen), seen);
      at_model += right(by_model(seen), seen);
      at_pooling += right_by_pooling(seen);
    }
    base.add(percent(at_base, world));
    growth.add(percent(at_growth - at_base, world));
    model.add(percent(at_model - at_base, world));
    pooling.add(percent(at_pooling, world));
  }
  return {base.figure(), growth.figure(), model.figure(), pooling.figure()};
}

Figure guess_by_kind(const Years& years, int worlds, std::uint64_t seed) {
  Random random{seed};
  const Companies companies = companies_of(years.join);
  Mean more;
  for (int i = 0; i < worlds; ++i) {
    const std::vector<Seen> world = live(years, random);
    int count = 0;
    for (const Seen& seen : world) count += right(by_kind(seen, companies), seen) - right(by_base(seen), seen);
    more.add(percent(count, world));
  }
  return more.figure();
}

Alike alike(int casters, int worlds, std::uint64_t seed) {
  Random random{seed};
  Mean all, all_but_one;
  for (int i = 0; i < worlds; ++i) {
    int same = 0, one_differs = 0;
    for (const Histogram& counts : Organizations{casters, 1, random}.ask(0, casters).counts) {
      const int largest = *std::max_element(counts.begin(), counts.end());
      same += largest == casters;
      one_differs += largest == casters - 1;
    }
    all.add(same);
    all_but_one.add(one_differs);
  }
  return {all.figure(), all_but_one.figure()};
}

}  // namespace ccop::exposure::guessing
