// The sentences that a person reads, in English; the web page has them in its reader's language. The catalogue lies
// in api/messages/, a piece for each chapter.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace ccop::server {

extern const char* const messages_en;
extern const char* const duties_en;

/// The sentence of a key with its gaps filled; the key itself where the catalogue lacks it (a test sees to it that none
/// does).
[[nodiscard]] std::string sentence(std::string_view key, const std::map<std::string, std::string>& values);
/// What a duty of that kind asks for, in the words of the page: `about` is how its subject is called.
[[nodiscard]] std::string duty_words(std::string_view kind, const std::map<std::string, std::string>& about);
/// The standard phrase of an HTTP status.
[[nodiscard]] std::string_view title_of(unsigned status);

}  // namespace ccop::server
