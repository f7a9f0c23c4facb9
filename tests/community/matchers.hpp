// What tests say of a ruling: that it led to an act, or was refused, and with which sentence. A sentence that a test
// demands in this way is met; refusals_test.cpp asks at the end which were not.
#pragma once

#include "community/hub.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <string>

namespace ccop::community::testing {

/// The keys of the sentences that tests have demanded by name, and met.
inline std::set<std::string, std::less<>>& sentences_met() {
  static std::set<std::string, std::less<>> met;
  return met;
}

template <class... Answers>
[[nodiscard]] const Refusal* refusal_of(const std::variant<Answers...>& answer) {
  return std::get_if<Refusal>(&answer);
}
[[nodiscard]] inline const Refusal* refusal_of(const std::optional<Refusal>& refusal) {
  return refusal ? &*refusal : nullptr;
}

template <class Answer>
[[nodiscard]] const Refusal* explained(const Answer& answer, ::testing::MatchResultListener& listener) {
  const Refusal* refusal = refusal_of(answer);
  if (refusal == nullptr)
    listener << "which was allowed";
  else
    listener << "which was refused for " << refusal->key << " (" << refusal->clause << ")";
  return refusal;
}

/// With this sentence.
MATCHER_P(refused_for, key, "") {
  const Refusal* refusal = explained(arg, *result_listener);
  if (refusal == nullptr || refusal->key != key) return false;
  sentences_met().emplace(key);
  return true;
}

/// With this sentence, citing this clause.
MATCHER_P2(refused_for, key, clause, "") {
  const Refusal* refusal = explained(arg, *result_listener);
  if (refusal == nullptr || refusal->key != key || refusal->clause != clause) return false;
  sentences_met().emplace(key);
  return true;
}

MATCHER(allowed, "") {
  return explained(arg, *result_listener) == nullptr;
}

template <class A>
class LedTo {
 public:
  using is_gtest_matcher = void;
  bool MatchAndExplain(const Ruling& ruling, ::testing::MatchResultListener* listener) const {
    if (explained(ruling, *listener) != nullptr) return false;
    return std::ranges::any_of(std::get<std::vector<Act>>(ruling), [](const Act& act) { return act.template is<A>(); });
  }
  void DescribeTo(std::ostream* out) const { *out << "led to " << wire_name<A>(); }
  void DescribeNegationTo(std::ostream* out) const { *out << "did not lead to " << wire_name<A>(); }
};

template <class A>
LedTo<A> led_to() {
  return {};
}

}  // namespace ccop::community::testing
