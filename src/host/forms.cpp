#include "host/forms.hpp"

#include "community/kernel/clause.hpp"
#include "host/sentences.hpp"

namespace ccop::host {

using namespace community;

std::optional<Refusal> objection_to_forms(const Command& command, const std::vector<store::Content>& contents) {
  const auto shaped = shaped_by(command);
  if (shaped.empty()) return std::nullopt;
  for (const store::Content& content : contents) {
    const ContentHash hash = store::content_hash(content);
    for (const ShapedContent& wanted : shaped) {
      if (wanted.hash != hash) continue;
      try {
        wanted.require(content.text);
      } catch (const BadInput& bad) {
        Refusal refusal = refuse(clause::the_record, sentence::content_has_another_form, std::string{wanted.member},
                                 std::string{bad.what()});
        refusal.values.emplace("path", bad.path.empty() ? std::string{wanted.member} : bad.path);
        return refusal;
      }
    }
  }
  return std::nullopt;
}

}  // namespace ccop::host
