#include "host/live_community.hpp"

#include "base/codec.hpp"
#include "community/community.hpp"
#include "community/kernel/clause.hpp"
#include "community/kernel/sentences.hpp"
#include "host/checks.hpp"
#include "host/forms.hpp"
#include "host/sentences.hpp"
#include "host/signatures.hpp"
#include "host/witness_clock.hpp"
#include "store/sealed_settings.hpp"

#include <algorithm>
#include <cstring>
#include <future>

namespace ccop::host {
namespace {

using namespace community;

constexpr std::size_t largest_batch = 512;
/// How long a batch waits for as many as came with the one before: those who wait for that one's answers ask again when
/// they have them, and would else be split into two halves that take turns.
constexpr auto patience = std::chrono::microseconds{200};
constexpr std::uint64_t snapshot_every = 100'000;
constexpr std::size_t largest_entry = 65535;  // C2SP tlog-tiles: an entry bundle counts lengths in 16 bits
constexpr std::size_t most_contents = 4096;
constexpr const char* snapshot_setting = "snapshot";

/// The key may have ended between the check of the signature and now; of a session key the rules ask.
bool has_passkey(const Community& now, const Entry& entry) {
  if (!entry.signature->passkey) return true;
  const Person* person = people(now).all.find(*entry.request.person);
  return person != nullptr && person->passkey(entry.signature->passkey->credential) != nullptr;
}

}  // namespace

LiveCommunity::LiveCommunity(std::unique_ptr<store::Store> store, std::shared_ptr<const store::MasterKey> master,
                             const std::string& origin, Surroundings surroundings)
    : store_((store->lock_for_writing(), store::with_sealed_settings(std::move(store), *master))),
      master_(std::move(master)),
      surroundings_(std::move(surroundings)),
      log_(*store_, *master_, origin),
      ahead_(std::make_unique<Community>()),
      committed_(std::make_unique<Community>()),
      witness_clock_(std::make_unique<WitnessClock>(*store_)) {
  load();
  load_losses();
  writer_ = std::thread{[this] { write_loop(); }};
}

LiveCommunity::~LiveCommunity() {
  try {
    stop();
  } catch (const std::exception&) {  // a snapshot is a convenience: without it the next start replays
  }
}

void LiveCommunity::load() {
  std::uint64_t from = 0;
  if (const auto kept = store_->setting(snapshot_setting); kept && kept->size() > 40) {
    std::memcpy(&from, kept->data(), sizeof from);
    Hash root{};
    std::memcpy(root.data(), kept->data() + sizeof from, root.size());
    try {
      // A snapshot counts only for the very entries that it was made of.
      if (from <= log_.size() && ledger::root_at(from, tiles_of(*store_, from)) == root)
        *ahead_ = from_snapshot(std::string_view{*kept}.substr(40));
      else
        from = 0;
    } catch (const BadInput&) {
      from = 0;
    }
  }
  snapshot_size_ = from;
  replay(from);
  if (is_founded(*ahead_)) log_.keys().use(signing_key(record(*ahead_)));
  *committed_ = *ahead_;
  committed_size_ = log_.size();
  heads_.reset({log_.size(), log_.root()}, ahead_->last_at);
  committed_heads_ = heads_;
  published_ = {store_->checkpoint(), std::make_shared<const ledger::Frontier>(log_.frontier())};
}

LiveCommunity::Published LiveCommunity::published() const {
  const std::shared_lock lock{committed_mutex_};
  return published_;
}

void LiveCommunity::replay(std::uint64_t from) {
  ledger::Frontier tree = frontier_of(*store_, from);
  std::vector<ledger::FullTile> filled;
  store_->read_entries(from, log_.size() - from, [&](std::string_view bytes) {
    tree.append(ledger::leaf_hash(bytes_of(bytes)), filled);
    filled.clear();
    const Outline outline = decode_outline(bytes);
    apply(*ahead_, outline.acts, outline.asking);
  });
  if (log_.size() == 0) return;
  // The note lies under the seal of the settings, and the log's key signed it.
  const auto head = ledger::read_unverified(store_->checkpoint());
  if (!head || head->size != log_.size() || head->root != log_.root() || head->root != tree.root())
    throw store::StoreError{
        "the entries of the record are not those of its signed head: they were changed, or an older copy was put back "
        "in part. Restore the newest backup; \"ccop audit\" says what is wrong"};
}

Head LiveCommunity::head() const {
  const std::shared_lock lock{committed_mutex_};
  return committed_heads_.latest();
}

bool LiveCommunity::has_head(const Head& head) const {
  const std::shared_lock lock{committed_mutex_};
  return committed_heads_.has(head, now());
}

void LiveCommunity::submit(Submission submission, std::function<void(Outcome)> done) {
  if (auto refusal = objection_to_evidence(submission)) return done(*std::move(refusal));
  if (auto refusal = objection_to_forms(submission.request.command, submission.contents))
    return done(*std::move(refusal));
  std::vector<store::ContentRow> sealed;
  sealed.reserve(submission.contents.size());
  for (const auto& content : submission.contents) sealed.push_back(store::seal(content, *master_));
  submission.contents.clear();
  {
    const std::scoped_lock lock{queue_mutex_};
    if (!stopping_) {
      queue_.push_back({std::move(submission), std::move(sealed), std::move(done)});
      if (queue_.size() == 1) queue_ready_.notify_one();
      return;
    }
  }
  done(Failure{"the server is stopping"});
}

/// Proofs are checked on the asker's thread, with what was copied out of the state; what they are checked against no
/// longer changes once the rules let them. The writer's state may be ahead of this one: what is refused here and would
/// pass there must not pass unchecked.
std::optional<Refusal> LiveCommunity::objection_to_evidence(const Submission& submission) const {
  const Request& request = submission.request;
  if (evidence_of(request.command) == community::Evidence::none) return std::nullopt;
  std::optional<Refusal> refusal;
  const PreparedCheck check = read([&](const Community& state) -> PreparedCheck {
    refusal = would_refuse(state, request.command, request.person.value_or(PersonId{}), now());
    if (refusal) return {};
    return prepare_check(state, request, now());
  });
  if (refusal) return refusal;
  return check([&](const ContentHash& hash) { return text(hash); }, submission.contents);
}

Outcome LiveCommunity::execute(Submission submission) {
  std::promise<Outcome> answer;
  auto future = answer.get_future();
  submit(std::move(submission), [&](Outcome outcome) { answer.set_value(std::move(outcome)); });
  return future.get();
}

std::optional<store::Content> LiveCommunity::content(const ContentHash& hash) const {
  {
    const std::scoped_lock lock{contents_mutex_};
    if (const auto found = contents_.find(hash); found != contents_.end()) return found->second;
  }
  const auto row = store_->read_content(hash);
  if (!row) return std::nullopt;
  auto content = store::unseal(*row, *master_);
  const std::scoped_lock lock{contents_mutex_};
  if (contents_.size() >= most_contents) contents_.clear();
  return contents_.emplace(hash, std::move(content)).first->second;
}

std::optional<std::string> LiveCommunity::text(const ContentHash& hash) const {
  auto found = content(hash);
  return found ? std::optional{std::move(found->text)} : std::nullopt;
}

void LiveCommunity::stop() {
  {
    const std::scoped_lock lock{queue_mutex_};
    if (stopping_) return;
    stopping_ = true;
    queue_ready_.notify_one();
  }
  writer_.join();
  save_snapshot();
}

Outcome LiveCommunity::change_log_key() {
  Submission submission;
  ChangeLogKey asked;
  std::string log;
  read([&](const Community& now) {
    log = record(now).log_key;
    asked.change = {signing_key(record(now)), {}, now.entries};
    submission.request.community = charter(now).slug;
  });
  asked.change.to = log_.keys().begin_change().text();
  asked.signature = log_.keys().signer().sign(ledger::key_change_message(log, asked.change));
  submission.request.command = asked;
  Outcome outcome = execute(std::move(submission));
  log_.keys().end_change();
  return outcome;
}

void LiveCommunity::write_loop() {
  std::size_t before = 0;
  while (wait_for_work()) {
    Batch batch;
    awaits_witnesses_ = is_founded(*ahead_) && !behind() && !settle(batch, surroundings_.now());
    // More arrive while the first are decided: they come along, and the disk is asked once for all.
    const auto until = std::chrono::steady_clock::now() + patience;
    for (auto waiting = take(); !waiting.empty(); waiting = take_more(batch.answers.size(), before, until)) {
      for (auto& next : waiting) {
        Outcome outcome = behind() ? Outcome{Failure{"the record was rolled back"}} : decide_one(next, batch);
        batch.answers.emplace_back(std::move(next.done), std::move(outcome));
      }
    }
    before = batch.answers.size();
    commit(batch);
  }
}

bool LiveCommunity::wait_for_work() {
  std::unique_lock lock{queue_mutex_};
  const auto has_work = [&] { return !queue_.empty() || stopping_; };
  if (surroundings_.time_passes_by_itself)
    queue_ready_.wait_for(lock, std::chrono::milliseconds{500}, has_work);
  else
    queue_ready_.wait(lock, has_work);
  return !queue_.empty() || !stopping_;
}

std::vector<LiveCommunity::Waiting> LiveCommunity::take() {
  const std::scoped_lock lock{queue_mutex_};
  return std::exchange(queue_, {});
}

std::vector<LiveCommunity::Waiting> LiveCommunity::take_more(std::size_t taken, std::size_t before,
                                                             std::chrono::steady_clock::time_point until) {
  if (taken >= largest_batch) return {};
  std::unique_lock lock{queue_mutex_};
  if (taken < before) queue_ready_.wait_until(lock, until, [&] { return !queue_.empty() || stopping_; });
  return std::exchange(queue_, {});
}

Outcome LiveCommunity::decide_one(Waiting& waiting, Batch& batch) {
  Submission& submission = waiting.submission;
  Entry entry;
  entry.request = std::move(submission.request);
  entry.at = std::max(surroundings_.now(), ahead_->last_at);
  entry.signature = std::move(submission.signature);
  entry.grant = std::move(submission.grant);
  if (is_founded(*ahead_)) {
    if (entry.request.asked_at) settle(batch, std::min(entry.at, *entry.request.asked_at));
    if (entry.request.community != charter(*ahead_).slug)
      return refuse(clause::the_record, sentence::another_community);
  }
  if (auto refusal = objection_to_signer(entry)) return *std::move(refusal);
  return append(std::move(entry), std::move(waiting.contents), batch);
}

std::optional<Refusal> LiveCommunity::objection_to_signer(const Entry& entry) const {
  if (!is_whole(entry)) return refuse(clause::the_record, sentence::signature_does_not_hold);
  if (!entry.signature) return std::nullopt;
  if (!has_passkey(*ahead_, entry)) return refuse(clause::the_record, sentence::signature_does_not_hold);
  const Person* person = people(*ahead_).all.find(*entry.request.person);
  const Head& head = *entry.request.head;
  if (person != nullptr && head.size < person->signed_entries)
    return refuse(clause::the_record, sentence::head_is_behind);
  if (!heads_.has(head, entry.at)) return refuse(clause::the_record, sentence::head_is_behind);
  return std::nullopt;
}

Outcome LiveCommunity::append(Entry entry, std::vector<store::ContentRow> contents, Batch& batch) {
  const auto brought = brought_by(entry.request.command);
  for (const ContentHash& hash : brought)
    if (std::ranges::find(contents, hash, &store::ContentRow::hash) == contents.end())
      return refuse(clause::the_record, sentence::content_is_missing);
  entry.rules = current_rules;
  const Asking asking = asking_of(entry);
  Ruling ruling = decide(*ahead_, entry.request.command, asking);
  if (auto* refusal = std::get_if<Refusal>(&ruling)) return std::move(*refusal);
  entry.acts = std::get<std::vector<Act>>(std::move(ruling));
  entry.salt = next_salt();
  std::string bytes = encode(entry);
  if (bytes.size() > largest_entry) return refuse(clause::the_record, sentence::entry_is_too_large);

  for (auto& content : contents)
    if (std::ranges::find(brought, content.hash) != brought.end()) batch.commit.contents.push_back(std::move(content));
  for (const Act& act : entry.acts)
    if (const auto* erase = act.as<ContentErased>())
      batch.commit.erased.insert(batch.commit.erased.end(), erase->contents.begin(), erase->contents.end());

  community::apply(*ahead_, entry.acts, asking);
  const std::uint64_t seq = log_.size() + batch.commit.entries.size();
  batch.commit.entries.push_back(std::move(bytes));
  batch.applied.emplace_back(entry.acts, asking);
  return Receipt{seq, std::move(entry.acts)};
}

Hash LiveCommunity::next_salt() {
  if (salts_used_ == salts_.size()) {
    surroundings_.random({salts_.front().data(), salts_.size() * sizeof(Hash)});
    salts_used_ = 0;
  }
  return std::exchange(salts_[salts_used_++], {});
}

void LiveCommunity::commit(Batch& batch) {
  const bool has_entries = !batch.commit.entries.empty();
  if (has_entries) {
    const auto erased = batch.commit.erased;
    std::string checkpoint;
    try {
      log_.prepare(batch.commit, is_founded(*ahead_) ? signing_key(record(*ahead_)) : "");
      checkpoint = batch.commit.checkpoint;
      store_->commit(std::move(batch.commit));
    } catch (const std::exception& error) {
      log_.undo();
      *ahead_ = *committed_;
      catch_up();
      for (auto& [done, outcome] : batch.answers) done(Failure{error.what()});
      return;
    }
    const Head head{log_.size(), log_.root()};
    Published published{std::move(checkpoint), std::make_shared<const ledger::Frontier>(log_.frontier())};
    {
      const std::unique_lock lock{committed_mutex_};
      for (const auto& [acts, asking] : batch.applied) community::apply(*committed_, acts, asking);
      committed_size_ = log_.size();
      committed_heads_.take(head, batch.applied.front().second.at);
      published_ = std::move(published);
    }
    heads_.take(head, batch.applied.front().second.at);
    if (!erased.empty()) {
      const std::scoped_lock lock{contents_mutex_};
      for (const ContentHash& hash : erased) contents_.erase(hash);
    }
  }
  for (auto& [done, outcome] : batch.answers) done(std::move(outcome));
  if (!has_entries) return;
  if (listener_) listener_(log_.size(), concerns_of(batch));
  if (log_.size() - snapshot_size_ >= snapshot_every) {
    try {
      save_snapshot();
    } catch (const store::StoreError&) {  // only the next start is slower
    }
  }
}

std::vector<std::optional<Concern>> LiveCommunity::concerns_of(const Batch& batch) const {
  std::vector<std::optional<Concern>> concerns;
  for (const auto& [acts, asking] : batch.applied)
    for (const Act& act : acts) concerns.push_back(concern_of(*committed_, act));
  return concerns;
}

void LiveCommunity::catch_up() {
  try {
    const std::unique_lock lock{committed_mutex_};
    store_->read_entries(log_.size(), store_->size() - log_.size(), [&](std::string_view bytes) {
      const Outline outline = decode_outline(bytes);
      community::apply(*committed_, outline.acts, outline.asking);
      log_.take(bytes);
    });
    *ahead_ = *committed_;
    committed_size_ = log_.size();
    heads_.reset({log_.size(), log_.root()}, ahead_->last_at);
    committed_heads_ = heads_;
    published_ = {store_->checkpoint(), std::make_shared<const ledger::Frontier>(log_.frontier())};
  } catch (const store::StoreError&) {  // still not there: the next commit finds out
  }
}

void LiveCommunity::save_snapshot() {
  const std::uint64_t size = log_.size();
  if (size == snapshot_size_) return;
  std::string bytes(sizeof size, '\0');
  std::memcpy(bytes.data(), &size, sizeof size);
  bytes += text_of(log_.root());
  bytes += to_snapshot(*committed_);
  store_->set(snapshot_setting, bytes);
  snapshot_size_ = size;
}

}  // namespace ccop::host
