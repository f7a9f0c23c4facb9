// The sentences of all chapters, of the host and of the server; and the words of all messages.
#pragma once

#include "community/amendments/sentences.hpp"
#include "community/bodies/sentences.hpp"
#include "community/decisions/sentences.hpp"
#include "community/elections/sentences.hpp"
#include "community/exposure/sentences.hpp"
#include "community/groups/sentences.hpp"
#include "community/items/sentences.hpp"
#include "community/kernel/sentences.hpp"
#include "community/keyboxes/sentences.hpp"
#include "community/meetings/sentences.hpp"
#include "community/membership/sentences.hpp"
#include "community/people/sentences.hpp"
#include "community/priorities/sentences.hpp"
#include "community/record/sentences.hpp"
#include "community/risks/sentences.hpp"
#include "community/sharing/sentences.hpp"
#include "host/sentences.hpp"
#include "server/sentences.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <filesystem>
#include <fstream>
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
      {"community/exposure", sentence::of_exposure},
      {"community/groups", sentence::of_groups},
      {"community/items", sentence::of_items},
      {"community/kernel", sentence::of_kernel},
      {"community/keyboxes", sentence::of_keyboxes},
      {"community/meetings", sentence::of_meetings},
      {"community/membership", sentence::of_membership},
      {"community/people", sentence::of_people},
      {"community/priorities", sentence::of_priorities},
      {"community/record", sentence::of_record},
      {"community/risks", sentence::of_risks},
      {"community/sharing", sentence::of_sharing},
      {"host", sentence::of_host},
      {"server", sentence::of_server},
  };
  return all;
}

/// The words of a sentence, with the file that they stand in.
struct Message {
  std::string file;
  std::string words;
};

/// All of a language by their keys, those of requests too, which no rule says.
[[nodiscard]] inline std::map<std::string, Message> all_messages() {
  std::map<std::string, Message> all;
  for (const auto& entry : std::filesystem::directory_iterator{std::string{CCOP_SOURCE_DIR} + "/api/messages"}) {
    const std::string file = entry.path().filename();
    std::ifstream text{entry.path()};
    const auto in_file = nlohmann::json::parse(text);
    for (const auto& [key, words] : in_file.items())
      EXPECT_TRUE(all.emplace(key, Message{file, words}).second) << key << " stands in two files";
  }
  return all;
}

}  // namespace ccop::community::testing
