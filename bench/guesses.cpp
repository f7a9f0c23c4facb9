// How often organizations' answers are guessed from what yearly rounds opened, as tables in Markdown. The model and
// those who guess are those of the tests (tests/exposure/guessing.hpp); here they live through more worlds.
#include "checked.hpp"
#include "exposure/guessing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <vector>

namespace {

using namespace ccop;
using namespace ccop::exposure::guessing;

constexpr std::uint64_t seed = 20'261'126;

struct Table {
  int worlds;
  double largest_error = 0;

  std::string cell(const char* format, Figure figure) {
    largest_error = std::max(largest_error, figure.error);
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), format, figure.mean);
    return text.data();
  }
  std::string more(Figure figure) { return cell("%+.1f", figure); }
  void row(const std::string& head, const std::vector<std::string>& cells) const {
    std::cout << "| " << head << " |";
    for (const std::string& cell : cells) std::cout << " " << cell << " |";
    std::cout << std::endl;
  }
  void end() const {
    std::array<char, 80> text{};
    std::snprintf(text.data(), text.size(), "%d worlds a row; largest standard error %.2f", worlds, largest_error);
    std::cout << "\n" << text.data() << "\n\n";
  }
};

Guesses guesses_of(const Years& years, int worlds) {
  const Guesses guesses = guess(years, worlds, seed);
  bench::require(guesses.by_pooling.mean == 100, "the others did not find by subtraction what one answered");
  bench::require(guesses.by_model.mean + 3 * guesses.by_model.error >= 0,
                 "who knows the model guessed worse than the base");
  return guesses;
}

void by_change(Table table) {
  std::cout << "| Casters, change a year | Base, % | One joins | Three join | Seven join | Nobody "
               "|\n|---|---|---|---|---|---|\n";
  for (const int casters : {15, 20, 50})
    for (const double change : {0.02, 0.1, 0.3}) {
      std::vector<std::string> cells;
      for (const int join : {1, 3, 7, 0}) {
        const Years years{casters, join, 0, change};
        const Guesses guesses = guesses_of(years, table.worlds);
        if (cells.empty()) cells.push_back(table.cell("%.1f", guesses.base));
        std::string more = table.more(guesses.by_growth) + " / " + table.more(guesses.by_model);
        if (join == 1 || join == 3) more += " / " + table.more(guess_by_kind(years, table.worlds, seed));
        cells.push_back(more);
      }
      table.row(std::to_string(casters) + ", " + std::to_string(std::lround(100 * change)) + " %", cells);
    }
  table.end();
}

void by_number(Table table, const char* title, const std::vector<int>& rounds, double change, int evenness) {
  std::cout << title << "\n\n| Casters |";
  for (int join = 1; join <= 10; ++join) std::cout << " " << join << " |";
  std::cout << "\n|---|---|---|---|---|---|---|---|---|---|---|\n";
  for (const int casters : rounds) {
    std::vector<std::string> cells;
    for (int join = 1; join <= 10; ++join) {
      const Guesses guesses = guesses_of({casters, join, 0, change, 4, evenness}, table.worlds);
      cells.push_back(table.more(guesses.by_growth) + " / " + table.more(guesses.by_model));
    }
    table.row(std::to_string(casters), cells);
  }
  table.end();
}

void by_sides(Table table) {
  struct Sides {
    int join, leave;
  };
  std::cout << "| Join, leave | 15 casters | 20 casters | 50 casters |\n|---|---|---|---|\n";
  for (const auto [join, leave] :
       {Sides{1, 0}, {0, 1}, {1, 1}, {1, 2}, {2, 1}, {1, 5}, {1, 8}, {0, 3}, {3, 3}, {0, 6}, {6, 6}, {0, 7}, {7, 7}}) {
    std::vector<std::string> cells;
    for (const int casters : {15, 20, 50})
      cells.push_back(table.more(guesses_of({casters, join, leave, 0.1, 2}, table.worlds).by_model));
    table.row(std::to_string(join) + ", " + std::to_string(leave), cells);
  }
  table.end();
}

void by_unanimity(Table table) {
  std::cout << "| Casters | Questions with the same answer of all | Of all but one |\n|---|---|---|\n";
  for (const int casters : {10, 12, 15, 20, 30}) {
    const Alike found = alike(casters, table.worlds, seed);
    table.row(std::to_string(casters), {table.cell("%.2f", found.all), table.cell("%.2f", found.all_but_one)});
  }
  table.end();
}

}  // namespace

int main(int argc, char** argv) {
  return bench::run("bench_guesses", [&] {
    const auto asked = bench::number_in(argc, argv, 1, 100);
    bench::require(asked <= 100'000, "more than 100,000 worlds would take days");
    const int worlds = static_cast<int>(asked);
    by_change({worlds});
    by_number({worlds}, "10 % change a year:", {10, 15, 20, 50}, 0.1, 1);
    by_number({worlds}, "2 % change a year:", {15, 20}, 0.02, 1);
    by_number({worlds}, "10 % change a year, levels more evenly frequent:", {15, 20}, 0.1, 3);
    by_sides({3 * worlds});
    by_unanimity({20 * worlds});
  });
}
