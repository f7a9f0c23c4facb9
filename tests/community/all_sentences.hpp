// The sentences of all chapters and of the host.
#pragma once

#include "community/amendments/sentences.hpp"
#include "community/bodies/sentences.hpp"
#include "community/decisions/sentences.hpp"
#include "community/elections/sentences.hpp"
#include "community/kernel/sentences.hpp"
#include "community/meetings/sentences.hpp"
#include "community/membership/sentences.hpp"
#include "community/people/sentences.hpp"
#include "community/record/sentences.hpp"
#include "community/sharing/sentences.hpp"
#include "host/sentences.hpp"

#include <map>
#include <span>
#include <string>

namespace ccop::community::testing {

/// By the folder of src/ that they stand in; refusals_test.cpp notices one that is left out.
[[nodiscard]] inline const std::map<std::string, std::span<const SentenceInBrief>>& all_sentences() {
  static const std::map<std::string, std::span<const SentenceInBrief>> all{
      {"community/amendments", sentence::of_amendments},
      {"community/bodies", sentence::of_bodies},
      {"community/decisions", sentence::of_decisions},
      {"community/elections", sentence::of_elections},
      {"community/kernel", sentence::of_kernel},
      {"community/meetings", sentence::of_meetings},
      {"community/membership", sentence::of_membership},
      {"community/people", sentence::of_people},
      {"community/record", sentence::of_record},
      {"community/sharing", sentence::of_sharing},
      {"host", sentence::of_host},
  };
  return all;
}

}  // namespace ccop::community::testing
