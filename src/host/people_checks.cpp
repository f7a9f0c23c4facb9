#include "host/people_checks.hpp"

#include "community/kernel/clause.hpp"
#include "host/sentences.hpp"
#include "identity/passkey.hpp"

namespace ccop::host {

using namespace community;

Check<EnrolPasskey>::Check(const Community&, const EnrolPasskey& asked, PersonId, Time) : asked_(asked) {}

std::optional<Refusal> Check<EnrolPasskey>::objection(const Texts&, const std::vector<store::Content>&) const {
  if (identity::is_passkey({asked_.algorithm, asked_.public_key})) return std::nullopt;
  return refuse(clause::the_record, sentence::passkey_is_no_key);
}

}  // namespace ccop::host
