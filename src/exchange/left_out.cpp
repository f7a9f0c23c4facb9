#include "exchange/left_out.hpp"

#include "base/text.hpp"
#include "exchange/misp/fields.hpp"

#include <algorithm>
#include <array>

namespace ccop::exchange {
namespace {

constexpr std::size_t most_kinds = 500;
constexpr std::size_t longest_name = 300;

struct Words {
  std::string_view reason;
  std::string_view words;
};
constexpr std::array sentences{
    Words{reason::cleaned, "were cleaned"},
    Words{reason::not_of_its_type, "are kept as they are, for they can't be what they are said to be"},
    Words{reason::kept_as_it_is, "are kept as they are, for STIX has no such thing"},
    Words{reason::not_detecting, "are marked to detect by, and no pattern says them"},
    Words{reason::deleted, "are deleted, and were not taken"},
    Words{reason::taken_back, "were here, and are revoked now: this version deleted them or detects by them no more"},
    Words{reason::conflicting, "say something else than what is here under the same id and time, and were not taken"},
    Words{reason::wider, "are marked wider than their version here (clause 5.4), and were not taken"},
    Words{reason::of_others, "were brought by others, who bring their new versions, and were not taken"},
    Words{reason::proposed, "are proposals, and were not taken"},
    Words{reason::empty, "say nothing, and were not taken"},
    Words{reason::incomplete, "lack what they must have, and were not taken"},
    Words{reason::to_nothing, "refer to what is not there, and were not taken"},
    Words{reason::further_value, "stand in a line behind its value, and were not taken"},
    Words{reason::loopback, "mean whatever machine they are read on, and were not taken"},
    Words{reason::revoked, "are revoked, and don't detect"},
    Words{reason::expired, "have expired, and don't detect"},
    Words{reason::no_counterpart, "were left out, for this format has no such thing"},
    Words{reason::more_than_a_value, "were left out, for they say more than a value"},
    Words{reason::property, "went out without this, for the format has no place for it"}};

}  // namespace

void Leftovers::add(std::string_view reason, std::string_view what, std::string_view name) {
  add(LeftOut{std::string{reason}, std::string{what}, 1, {std::string{shortened(name, longest_name)}}});
}

void Leftovers::add(const LeftOut& more) {
  std::pair key{more.reason, more.what};
  if (by_kind_.size() >= most_kinds && !by_kind_.contains(key)) key.second = "";
  LeftOut& kept = by_kind_[key];
  kept.reason = key.first;
  kept.what = key.second;
  for (std::size_t i = 0; i < more.names.size() && kept.names.size() < told_.most; ++i)
    if (kept.number + i >= told_.behind) kept.names.push_back(more.names[i]);
  kept.number += more.number;
}

void Leftovers::add(const Leftovers& more) {
  for (const auto& [key, one] : more.by_kind_) add(one);
}

std::vector<LeftOut> Leftovers::all() const {
  std::vector<LeftOut> all;
  all.reserve(by_kind_.size());
  for (const auto& [key, one] : by_kind_) all.push_back(one);
  return all;
}

std::string_view why_not_detecting(const Json& indicator, Microseconds now) {
  if (misp::says_yes(indicator, "revoked")) return reason::revoked;
  const auto until = parse_timestamp(misp::text_of(indicator, "valid_until"));
  return until && *until <= now ? reason::expired : std::string_view{};
}

std::string sentence_of(const LeftOut& one) {
  const auto found = std::ranges::find(sentences, one.reason, &Words::reason);
  std::string text = std::to_string(one.number) + (one.what.empty() ? "" : " of " + one.what) + " " +
                     std::string{found == sentences.end() ? std::string_view{one.reason} : found->words};
  for (const auto& name : one.names) text += (&name == &one.names.front() ? ": " : ", ") + name;
  return one.number > one.names.size() ? text + ", ..." : text;
}

}  // namespace ccop::exchange
