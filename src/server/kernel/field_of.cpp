#include "server/kernel/field_of.hpp"

#include <algorithm>
#include <array>

namespace ccop::server {

namespace {

struct SaidOf {
  std::string_view key;
  std::string_view field;
};

/// Sentences that speak of one member, whatever was asked.
constexpr auto of_one_member = std::to_array<SaidOf>({
    {"a-later-mandate-exists", "from"},
    {"agenda-item-needs-minutes", "minutes"},
    {"capacity-too-large", "capacity"},
    {"declare-all-responsibilities", "responsibilities"},
    {"email-is-taken", "email"},
    {"ends-before-it-starts", "until"},
    {"has-a-seat-already", "person"},
    {"holds-the-seat-already", "person"},
    {"invited-already", "person"},
    {"meeting-ends-after-it-starts", "ends"},
    {"meeting-is-soon", "starts"},
    {"meeting-needs-time-zone", "time_zone"},
    {"more-are-confirmed", "capacity"},
    {"not-in-the-past", "from"},
    {"notice-is-due", "starts"},
    {"options-differ", "options"},
    {"options-from-two", "options"},
    {"organization-is-in-charter", "key"},
    {"organization-known-already", "key"},
    {"release-names-its-source", "source"},
    {"silence-lasts-at-least", "deadline"},
    {"silence-lasts-at-most", "deadline"},
    {"silence-needs-deadline", "deadline"},
    {"speaks-already", "person"},
    {"speaks-for-another", "person"},
    {"state-the-time-commitment", "commitment_minutes"},
});

/// "command.capacity", "signs[3]" -> "capacity", "signs". What the page adds by itself is in no form.
std::optional<std::string> last_of(std::string_view path) {
  for (const std::string_view added : {"contents", "signature", "passkey"})
    if (path.starts_with(added)) return std::nullopt;
  path = path.substr(0, path.find('['));
  path = path.substr(path.rfind('.') + 1);
  if (path.empty() || path == "body") return std::nullopt;
  return std::string{path};
}

}  // namespace

std::optional<std::string> field_of(const Problem& problem) {
  // Of a bad member, and of one of a form's own text.
  if (const auto path = problem.values.find("path"); path != problem.values.end()) return last_of(path->second);
  const auto found = std::ranges::find(of_one_member, problem.key, &SaidOf::key);
  if (found == of_one_member.end()) return std::nullopt;
  return std::string{found->field};
}

}  // namespace ccop::server
