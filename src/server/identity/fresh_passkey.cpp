#include "server/identity/fresh_passkey.hpp"

#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "community/people/commands.hpp"
#include "community/people/state.hpp"
#include "server/identity/emails.hpp"

namespace ccop::server {
namespace {

using namespace community;

bool gives_another_email(const host::LiveCommunity& live, const host::Submission& submission) {
  const auto* asked = submission.request.command.as<CorrectPerson>();
  if (asked == nullptr) return false;
  std::optional<ContentHash> profile;
  live.read([&](const Community& state) {
    const Person* person = people(state).all.find(asked->person);
    if (person != nullptr && !person->is_guest) profile = person->profile;  // no recovery finds a guest
  });
  if (!profile) return false;
  const auto known = live.text(*profile);
  return email_brought(submission, asked->profile) != (known ? email_in(*known) : std::string{});
}

}  // namespace

bool ends_another_sign_in(const Call& call, const Command& command) {
  const auto* asked = command.as<EndSessionKey>();
  if (asked == nullptr) return false;
  const std::string current = SignIns::id_of(call.site.admission.secret_in(call.request));
  bool is_there = false;
  for (const auto& [id, sign_in] : call.site.admission.sign_ins().of(call.reader.person, call.now)) {
    if (!sign_in.grant || sign_in.grant->statement.key() != asked->key) continue;
    if (id == current) return false;
    is_there = true;
  }
  return is_there;
}

void require_passkey_where_it_matters(const Call& call, const host::Submission& submission) {
  if (!submission.signature || submission.signature->passkey) return;
  if (ends_another_sign_in(call, submission.request.command) || gives_another_email(call.site.live, submission))
    throw call.site.problem_of(refuse(clause::the_record, sentence::signature_needed));
}

}  // namespace ccop::server
