#include "server/kernel/served.hpp"

#include "base/text.hpp"
#include "community/kernel/clause.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

namespace ccop::server {

Reader Served::admit(Who who, const Request& request) const {
  if (who == Who::everybody) return {};
  if (who == Who::strangers) {
    if (!admission.may_try(request)) throw too_often();
    return {};
  }
  const auto reader = admission.reader(request);
  if (!reader) throw unknown_caller();
  const bool is_exchange = request.path.starts_with("/api/exchange");
  if (reader->by_token && is_exchange == (reader->use == TokenUse::record))
    throw not_allowed("token-is-for-another-use");
  if ((who == Who::seat || who == Who::seated_person) && !reader->has_seat)
    throw problem_of(only_seats_read_this(), 403);
  if ((who == Who::person || who == Who::seated_person) && reader->by_token) throw not_allowed("tokens-only-read");
  return *reader;
}

Problem Served::problem_of(const community::Refusal& refusal, unsigned status) const {
  Problem problem{status, std::string{refusal.key}, refusal.values};
  live.read([&](const community::Community& state) {
    if (!is_founded(state)) return;
    if (const auto* clause = charter(state).clause(refusal.clause);
        clause != nullptr && refusal.clause != community::clause::the_record) {
      problem.clause_number = clause->number;
      problem.clause_title = clause->title;
    }
  });
  return problem;
}

Texts Served::texts() const {
  return Texts{[&from = live](const ContentHash& content) { return from.content(content); }, on_shown};
}

std::uint32_t Call::number() const {
  constexpr auto nothing = std::numeric_limits<std::uint32_t>::max();
  const std::string& path = request.path;
  const auto last = path.find_last_of("0123456789");
  if (last == std::string::npos) return nothing;
  const auto before = path.find_last_not_of("0123456789", last);
  std::uint32_t number = nothing;
  const char* const begin = path.data() + (before == std::string::npos ? 0 : before + 1);
  const auto [end, error] = std::from_chars(begin, path.data() + last + 1, number);
  return error == std::errc{} ? number : nothing;
}

void Call::note(SecurityKind kind, std::string about, std::optional<community::PersonId> person) const {
  site.security.note(
      {now, kind, person ? person : std::optional{reader.person}, caller_of(request.address), std::move(about)});
}

std::string Call::asked(std::string_view name) const {
  const auto found = request.query.find(name);
  return found == request.query.end() ? std::string{} : found->second;
}

std::optional<std::uint64_t> Call::asked_number(std::string_view name) const {
  const std::string said = asked(name);
  if (said.empty()) return std::nullopt;
  const auto number = whole_number(said);
  if (!number) throw BadInput{std::string{name}, "a number"};
  return number;
}

}  // namespace ccop::server
