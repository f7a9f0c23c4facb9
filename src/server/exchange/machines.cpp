// Who speaks at the TAXII server: machines, by tokens that members made for them.
#include "server/exchange/room.hpp"

#include <spdlog/spdlog.h>

namespace ccop::server {
namespace {

using namespace community;

constexpr std::string_view taxii_path = "/taxii2/";

/// The token in an Authorization field: a bearer token (RFC 6750), or the password of Basic (RFC 7617), whose user's
/// name is for the other side's own use. MISP writes `basic` before whatever it was given: the token itself will do.
std::string token_in(std::string_view authorization) {
  const auto is = [&](std::string_view scheme) {
    if (authorization.size() <= scheme.size()) return false;
    for (std::size_t i = 0; i < scheme.size(); ++i)
      if ((authorization[i] | 0x20) != (scheme[i] | 0x20)) return false;
    return authorization[scheme.size()] == ' ';
  };
  if (is("bearer")) return std::string{authorization.substr(7)};
  if (!is("basic")) return {};
  std::string given{authorization.substr(6)};
  const auto decoded = from_base64(given);
  if (!decoded) return given;
  const std::string_view pair = text_of(*decoded);
  const auto colon = pair.find(':');
  return colon == std::string_view::npos ? given : std::string{pair.substr(colon + 1)};
}

}  // namespace

std::optional<TaxiiCaller> ExchangeRoom::machine(const Request& request) {
  const Time now = live_.now();
  const std::string token = token_in(request.header("authorization"));
  const auto sign_in = admission_.token(token);
  if (!sign_in || sign_in->use == TokenUse::record) return std::nullopt;
  TaxiiCaller caller;
  caller.who = SignIns::id_of(token);
  caller.party.sharer = live_.read([&](const Community& state) { return sharer(state, sign_in->person, now); });
  caller.party.may_write = sign_in->use == TokenUse::share;
  if (const auto ceiling = exchange::parse_level(sign_in->ceiling)) caller.party.ceiling = *ceiling;
  if (sign_in->use == TokenUse::liaison) {
    // It ends with the office of whoever made it; it is nobody's seat.
    if (!caller.party.sharer.is_committee) return std::nullopt;
    caller.party.sharer = {Standing::liaison, false, std::nullopt};
  }
  return caller;
}

std::optional<std::size_t> ExchangeRoom::larger_body(const Request& head) {
  if (!head.path.starts_with(taxii_path)) return std::nullopt;
  const auto caller = machine(head);
  if (!caller || !caller->party.may_write) return std::nullopt;
  return TaxiiRoot::largest_body;
}

void ExchangeRoom::handle_taxii(const Request& request, const Reply& reply) {
  try {
    auto caller = machine(request);
    if (!caller) {
      if (!admission_.may_try(request))
        throw TaxiiProblem{429, "Too many tries", "Wait a minute, then send a token that is still good."};
      throw TaxiiProblem{401, "Unauthorized", "Send a token that a member made for this machine."};
    }
    if (const auto secret = request.header("edit-secret"); !secret.empty()) {
      if (!exchange::is_edit_secret(secret))
        throw TaxiiProblem{400, "Bad request", "Edit-Secret takes what this server gave out when it was shared."};
      caller->party.edit_secret = secret;
    }
    if (request.method == "POST" && !may_bring(caller->party, request.body.size()))
      throw TaxiiProblem{
          429, "Too much in a day",
          "Your organization brought as many objects as it may in a day. Nothing was kept; send the rest "
          "when some hours have passed."};
    caller->brought = [this, party = caller->party](std::size_t objects) { brought(party, objects); };
    introduce_identities();
    taxii_.handle(request, std::string_view{request.path}.substr(taxii_path.size()), *caller, *identities(),
                  name_of_community(), reply);
  } catch (const TaxiiProblem& problem) {
    reply(taxii_error(problem));
  } catch (const std::exception& error) {
    spdlog::error("a TAXII request failed: {}", error.what());
    reply(taxii_error({500, "Server error", "The request failed here; nothing was half-written. Try again."}));
  }
}

}  // namespace ccop::server
