#include "host/evidence_audit.hpp"

#include "community/elections/commands.hpp"
#include "host/audit.hpp"
#include "host/checks.hpp"

namespace ccop::host {

using namespace community;

namespace {

std::string words_of(const Refusal& refusal) {
  const auto what = refusal.values.find("what");
  return std::string{refusal.key} + (what == refusal.values.end() ? "" : ": " + what->second);
}

/// What the host's check says now; what it can't work with does not hold either.
std::string objection_to(const Community& now, const Entry& entry, const Texts& texts,
                         const std::vector<store::Content>& brought) {
  try {
    const auto refusal = prepare_check(now, entry.request, entry.at)(texts, brought);
    return refusal ? words_of(*refusal) : std::string{};
  } catch (const store::StoreError&) {
    throw;
  } catch (const std::exception& error) {
    return error.what();
  }
}

}  // namespace

std::optional<store::Content> content_of(RecordSource& source, const store::MasterKey* master,
                                         const ContentHash& hash) {
  const auto row = source.content(hash);
  if (!row) return std::nullopt;
  try {
    if (source.holding() != Holding::what_a_seat_reads)
      return master == nullptr ? std::nullopt : std::optional{store::unseal(*row, *master)};
    auto content = store::in_clear(*row);
    return store::content_hash(content) == hash ? std::optional{std::move(content)} : std::nullopt;
  } catch (const store::StoreError&) {
    return std::nullopt;  // the audit of all contents says which one it is
  }
}

Texts texts_of(RecordSource& source, std::shared_ptr<const store::MasterKey> master) {
  return [&source, master = std::move(master)](const ContentHash& hash) -> std::optional<std::string> {
    auto content = content_of(source, master.get(), hash);
    return content ? std::optional{std::move(content->text)} : std::nullopt;
  };
}

std::string EvidenceAudit::look_at(const Community& now, const Entry& entry) {
  const Command& command = entry.request.command;
  if (evidence_of(command) == community::Evidence::none) return {};
  bool all_there = true;
  const auto read = [&](const ContentHash& hash) {
    auto content = content_of(source_, master_.get(), hash);
    if (!content) all_there = false;
    return content;
  };
  std::vector<store::Content> brought;
  for (const ContentHash& hash : brought_by(command))
    if (auto content = read(hash)) brought.push_back(*std::move(content));
  const Texts texts = [&](const ContentHash& hash) -> std::optional<std::string> {
    auto content = read(hash);
    return content ? std::optional{std::move(content->text)} : std::nullopt;
  };
  const std::string wrong = objection_to(now, entry, texts, brought);
  if (!wrong.empty() && all_there) return "what it brings does not hold (" + wrong + ")";
  if (command.kind().chapter != command_chapter<DeclareResult>) return {};
  ++(wrong.empty() ? report_.checked : report_.unread);
  if (wrong.empty() && command.is<DeclareResult>()) ++report_.results;
  return {};
}

}  // namespace ccop::host
