// Writes for each test how long it took and which changed places it passed by: a line "name<tab>ms<tab>1,5,7", in the
// file that CCOP_MUTATION_REACHED names.
#pragma once

#include "mutation/choice.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace ccop::mutation {

class ReachedListener : public ::testing::EmptyTestEventListener {
 public:
  explicit ReachedListener(const char* file) : out_(file, std::ios::app) {}

  void OnTestStart(const ::testing::TestInfo&) override {
    for (auto& place : reached) place.store(false, std::memory_order_relaxed);
  }

  void OnTestEnd(const ::testing::TestInfo& test) override {
    out_ << test.test_suite_name() << '.' << test.name() << '\t' << test.result()->elapsed_time() << '\t';
    const char* separator = "";
    for (std::size_t mutant = 0; mutant < reached.size(); ++mutant) {
      if (!reached[mutant].load(std::memory_order_relaxed)) continue;
      out_ << separator << mutant;
      separator = ",";
    }
    out_ << std::endl;
  }

 private:
  std::ofstream out_;
};

inline const bool is_listening = [] {
  const char* file = std::getenv("CCOP_MUTATION_REACHED");
  if (file == nullptr) return false;
  ::testing::UnitTest::GetInstance()->listeners().Append(new ReachedListener{file});  // GoogleTest owns it
  return true;
}();

}  // namespace ccop::mutation
