#include "server/identity/tokens.hpp"

#include "base/bounds.hpp"
#include "community/kernel/clause.hpp"
#include "community/membership/state.hpp"
#include "community/sharing/rules.hpp"
#include "exchange/marking.hpp"
#include "identity/signed_message.hpp"
#include "server/identity/me.hpp"
#include "server/sentences.hpp"
#include "server/signed_wish.hpp"

namespace ccop::server {
namespace {

using namespace community;

constexpr std::uint32_t longest_token_days = 366;
constexpr std::size_t longest_label = 100;

/// What a passkey signs, as canonical JSON, for a token to be made: this one, once, for this person.
struct TokenStatement {
  std::string ceiling;  ///< a word of TLP: the strictest marking that the token reaches
  std::uint32_t days{};
  std::string label;
  Hash nonce{};  ///< the host's challenge
  PersonId person{};
  TokenUse use{};
};
BOOST_DESCRIBE_STRUCT(TokenStatement, (), (ceiling, days, label, nonce, person, use))

struct TokenRequest {
  TokenStatement statement;
  Assertion passkey;
};
BOOST_DESCRIBE_STRUCT(TokenRequest, (), (statement, passkey))

struct TokenView {
  static constexpr std::string_view component = "NewToken";
  std::string token;  ///< shown once
  Time until{};
};
BOOST_DESCRIBE_STRUCT(TokenView, (), (token, until))

void require_bounds(const TokenStatement& wished) {
  static_cast<void>(bounds::text(wished.label, 1, longest_label));
  if (wished.days < 1 || wished.days > longest_token_days)
    throw BadInput{"statement.days", "1 to " + std::to_string(longest_token_days)};
  if (!exchange::parse_level(wished.ceiling)) throw BadInput{"statement.ceiling", "a word of TLP"};
}

/// Why this person may not have a token for that.
std::optional<Refusal> objection_to_token(const Sharer& holder, TokenUse use) {
  if (use == TokenUse::share) return objection_to_sharing(holder);
  if (use == TokenUse::liaison && !holder.is_committee)
    return refuse(clause::release, sentence::only_committee_opens_to_liaisons);
  return std::nullopt;
}

TokenView make_token(const Call& call, const TokenRequest& asked) {
  const TokenStatement& wished = asked.statement;
  require_bounds(wished);
  std::optional<MandateId> seat;
  const Sharer holder = call.site.live.read([&](const Community& state) {
    seat = membership(state).seat_of(call.reader.person, call.now);
    return sharer(state, call.reader.person, call.now);
  });
  if (const auto refusal = objection_to_token(holder, wished.use)) throw call.site.problem_of(*refusal);
  require_passkey(call, identity::purpose::token, {wished.person, wished.nonce, to_json(wished)}, asked.passkey);
  SignIns& tokens = call.site.admission.tokens();
  const std::size_t most = call.site.quotas.settings().tokens;
  if (tokens.of(call.reader.person, call.now).size() >= most)
    throw Problem{409, "too-many-tokens", {{"most", std::to_string(most)}}};
  const Time until = call.now + days{wished.days};
  SignIn made{call.reader.person, {}, {}, until, wished.label, wished.use, wished.ceiling, {}, seat};
  call.note(SecurityKind::token_made);
  return {tokens.begin(std::move(made), call.now), until};
}

Nothing end_token(const Call& call, const EndingRequest& asked) {
  return end_own(call, asked, call.site.admission.tokens(), SecurityKind::token_ended);
}

}  // namespace

Routes token_routes() {
  return {routes::take<&make_token>("/api/me/tokens", Who::seated_person),
          routes::take<&end_token>("/api/me/tokens/end", Who::person)};
}

}  // namespace ccop::server
