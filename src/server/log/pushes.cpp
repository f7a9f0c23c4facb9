#include "server/log/pushes.hpp"

#include "community/community.hpp"
#include "host/behind.hpp"
#include "host/log.hpp"
#include "ledger/add_checkpoint.hpp"

#include <spdlog/spdlog.h>

#include <charconv>

namespace ccop::server {
namespace {

/// How long a witness may take to answer.
constexpr long longest_push_seconds = 10;
/// Heads that follow each other quickly are brought as one.
constexpr auto gathering = std::chrono::seconds{1};
/// Without a new head the newest is cosigned anew, so that it is known how late it still was the newest.
constexpr auto longest_silence = minutes{10};
/// How often it is looked whether a deadline waits for witnesses; and how long it takes at most, while they don't
/// answer, until they are asked again.
constexpr auto looking = std::chrono::milliseconds{500};
constexpr auto longest_pause = std::chrono::seconds{60};

std::optional<std::uint64_t> size_in(std::string_view body) {
  if (body.size() > 32 || !body.ends_with('\n')) return std::nullopt;
  return ledger::read_size(body.substr(0, body.size() - 1));
}

}  // namespace

Pushes::Pushes(host::LiveCommunity& live, host::CosignedNotes& cosigned, exchange::Fetch fetch,
               std::map<std::string, std::string> addresses)
    : live_(live), cosigned_(cosigned), fetch_(std::move(fetch)), addresses_(std::move(addresses)) {
  if (!addresses_.empty() && targets().empty())
    spdlog::warn("the charter names none of the witnesses that --witness gives an address of");
  // Before anything is served: a witness that saw more knows that an older copy of the data was put back.
  for (Target& target : targets()) push_to(target);
  thread_ = std::thread{[this] { run(); }};
}

Pushes::~Pushes() {
  stop();
}

void Pushes::hurry() {
  const std::scoped_lock lock{mutex_};
  hurried_ = true;
  changed_.notify_one();
}

void Pushes::stop() {
  {
    const std::scoped_lock lock{mutex_};
    stopping_ = true;
    changed_.notify_one();
  }
  if (thread_.joinable()) thread_.join();
}

void Pushes::run() {
  using Clock = std::chrono::steady_clock;
  Clock::duration pause = gathering;
  auto brought = Clock::now();
  std::unique_lock lock{mutex_};
  while (!stopping_) {
    changed_.wait_for(lock, looking, [&] { return hurried_ || stopping_; });
    const bool waits = live_.awaits_witnesses();
    tell_of_deadline(waits);
    if (!waits) pause = gathering;
    const auto silence = Clock::now() - brought;
    if (!hurried_ && silence < (waits ? pause : Clock::duration{longest_silence})) continue;
    changed_.wait_for(lock, gathering, [&] { return stopping_; });
    if (stopping_) return;
    hurried_ = false;
    lock.unlock();
    for (Target& target : targets()) push_to(target);
    lock.lock();
    brought = Clock::now();
    if (waits) pause = std::min<Clock::duration>(2 * pause, longest_pause);
  }
}

void Pushes::tell_of_deadline(bool waits) {
  if (waits == told_of_deadline_) return;
  told_of_deadline_ = waits;
  const std::string slug = live_.read([](const community::Community& now) { return community::charter(now).slug; });
  if (waits)
    spdlog::warn(
        "a deadline of {} has passed, and is not settled before enough witnesses have cosigned the record since; acts "
        "that come after it are refused until then (docs/hosting.md)",
        slug);
  else
    spdlog::info("no deadline of {} waits for witnesses any more", slug);
}

std::vector<Pushes::Target> Pushes::targets() const {
  std::vector<Target> found;
  for (const auto& witness : live_.read(host::watch_of).witnesses) {
    const auto address = addresses_.find(witness.name);
    if (address == addresses_.end()) continue;
    const auto size = sizes_.find(witness.name);
    found.push_back({witness.name, address->second, size == sizes_.end() ? 0 : size->second});
  }
  return found;
}

void Pushes::push_to(Target& target) {
  try {
    if (live_.behind()) return;
    const std::string note = live_.store().checkpoint();
    const auto checkpoint = ledger::read_unverified(note);
    if (!checkpoint) return;
    auto answer = send(target, note);
    if (const auto seen = answer.status == 409 ? size_in(answer.body) : std::nullopt) {
      if (*seen > checkpoint->size) return notice_loss(target, *seen);
      target.size = *seen;
      answer = send(target, note);
    }
    if (answer.status == 200 && answer.body.size() <= host::longest_note &&
        cosigned_.take(note + answer.body) != host::CosignedNotes::Taken::no_note) {
      sizes_[target.name] = checkpoint->size;
    } else {
      spdlog::warn("the witness {} did not cosign {} entries: {}", target.name, checkpoint->size,
                   answer.status == 0 ? answer.trouble : "status " + std::to_string(answer.status));
    }
  } catch (const store::StoreError& error) {
    spdlog::warn("a cosignature could not be kept: {}", error.what());
  }
}

exchange::Fetched Pushes::send(const Target& target, const std::string& note) {
  store::Store& store = live_.store();
  const std::uint64_t size = ledger::read_unverified(note).value().size;
  const std::uint64_t from = std::min(target.size, size);
  exchange::Fetching asking;
  asking.url = target.address + (target.address.ends_with('/') ? "" : "/") + "add-checkpoint";
  asking.accept = "*/*";
  asking.body =
      to_text(ledger::AddCheckpoint{from, ledger::consistency_proof(from, size, host::tiles_of(store, size)), note});
  asking.content_type = "text/plain; charset=utf-8";
  asking.longest_seconds = longest_push_seconds;
  return fetch_(asking);
}

void Pushes::notice_loss(const Target& target, std::uint64_t seen) {
  if (seen <= live_.accepted_loss()) return;
  spdlog::critical(
      "the record of {} was rolled back: the witness {} cosigned {} entries of it, and it has {}; it takes no acts "
      "until "
      "it is started with --loss-is-known (docs/hosting.md)",
      live_.read([](const community::Community& now) { return community::charter(now).slug; }), target.name, seen,
      live_.size());
  live_.fell_behind(seen);
}

}  // namespace ccop::server
