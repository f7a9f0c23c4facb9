#include "exchange/exchange.hpp"

#include "base/codec.hpp"
#include "exchange/json.hpp"
#include "exchange/stix/examine.hpp"
#include "exchange/stix/terms.hpp"

#include <algorithm>
#include <future>
#include <iterator>

namespace ccop::exchange {
namespace {

/// As many objects as are written together: enough to share the cost of making them durable, few enough to answer soon.
constexpr std::size_t largest_batch = 20'000;
/// As many notes as wait for the writer to be idle.
constexpr std::size_t most_notes = 4096;
/// Nobody wrote for so long that the writer sees to its store.
constexpr auto idle_for = std::chrono::milliseconds{20};

/// What is there under the same version, of what its bringer reads or brought, and says the same.
std::optional<store::ObjectRow> that_says_the_same(store::ObjectStore& store, const store::NewObject& object) {
  for (auto& row : store.versions(object.name)) {
    const bool is_met = (row.source == object.source && row.editor == object.editor) ||
                        store::share_one(row.lists, object.in_sight) || store::share_one(row.lists, object.lists);
    if (row.version != object.version || !is_met) continue;
    if (row.json == object.json || Json::parse(row.json) == Json::parse(object.json)) return std::move(row);
  }
  return std::nullopt;
}

/// Of the JSON as it is written, which is how the same comes again as a rule; what is written otherwise is read. The
/// canonical form would tell more, and costs a tenth of what taking an object in does.
std::string digest_of(std::string_view json) {
  constexpr std::size_t kept = 16;
  return std::string{text_of(sha256(bytes_of(json)))}.substr(0, kept);
}

}  // namespace

std::vector<std::string> terms_of_json(std::string_view json) {
  thread_local Examiner examiner{{true, false, true, true}};
  return examiner.examine(json).object.terms;
}

std::vector<std::string> terms_of_row(const store::ObjectRow& row) {
  auto terms = terms_of_json(row.json);
  if (row.name.type != "sighting" || row.head.empty()) return terms;
  if (const auto head = from_json<Head>(row.head); head.seen_by) terms.push_back(seen_term(*head.seen_by));
  return terms;
}

Exchange::Exchange(std::unique_ptr<store::ObjectStore> store, HasRoom has_room)
    : store_(std::move(store)), has_room_(std::move(has_room)), writer_([this] { write_loop(); }) {}

Exchange::~Exchange() {
  stop();
}

void Exchange::stop() {
  {
    const std::scoped_lock lock{mutex_};
    stopping_ = true;
  }
  ready_.notify_one();
  if (writer_.joinable()) writer_.join();
}

void Exchange::push(Waiting waiting) {
  {
    const std::scoped_lock lock{mutex_};
    queue_.push_back(std::move(waiting));
  }
  ready_.notify_one();
}

void Exchange::submit(std::vector<store::NewObject> objects, Done done) {
  for (auto& object : objects) object.digest = digest_of(object.json);
  push({std::move(objects), {}, std::move(done)});
}

std::vector<store::Addition> Exchange::add(std::vector<store::NewObject> objects) {
  std::promise<Outcome> answer;
  submit(std::move(objects), [&](Outcome outcome) { answer.set_value(std::move(outcome)); });
  auto outcome = answer.get_future().get();
  if (const auto* trouble = std::get_if<std::string>(&outcome)) throw store::StoreError{*trouble};
  return std::get<std::vector<store::Addition>>(std::move(outcome));
}

void Exchange::remove(std::vector<store::ObjectRow> rows) {
  std::promise<Outcome> answer;
  push({{}, std::move(rows), [&](Outcome outcome) { answer.set_value(std::move(outcome)); }});
  const auto outcome = answer.get_future().get();
  if (const auto* trouble = std::get_if<std::string>(&outcome)) throw store::StoreError{*trouble};
}

void Exchange::write_loop() {
  bool is_tidying = false;  // begun, and nobody wrote since: then it goes on at once
  while (true) {
    std::vector<Waiting> taken;
    {
      std::unique_lock lock{mutex_};
      const auto is_wanted = [this] { return stopping_ || !queue_.empty(); };
      const auto wait = is_tidying ? std::chrono::milliseconds{0} : idle_for;
      if (is_untidy_ && !ready_.wait_for(lock, wait, is_wanted)) {
        lock.unlock();
        tidy();
        is_tidying = is_untidy_;
        continue;
      }
      ready_.wait(lock, is_wanted);
      if (queue_.empty()) break;  // and stopping
      std::size_t objects = 0;
      auto end = queue_.begin();
      while (end != queue_.end() && objects < largest_batch) objects += (end++)->objects.size();
      taken.assign(std::make_move_iterator(queue_.begin()), std::make_move_iterator(end));
      queue_.erase(queue_.begin(), end);
    }
    settle(std::move(taken));
    is_untidy_ = true;
    is_tidying = false;
    if (has_many_notes()) tidy();
  }
  try {
    write_notes();
  } catch (const store::StoreError&) {  // they may be lost, as said
  }
}

void Exchange::note_later(const std::string& name, std::string value) {
  const std::scoped_lock lock{mutex_};
  notes_.insert_or_assign(name, std::move(value));
}

std::optional<std::string> Exchange::note(std::string_view name) {
  {
    const std::scoped_lock lock{mutex_};
    if (const auto found = notes_.find(name); found != notes_.end()) return found->second;
  }
  return store_->note(name);
}

bool Exchange::has_many_notes() {
  const std::scoped_lock lock{mutex_};
  return notes_.size() >= most_notes;
}

void Exchange::write_notes() {
  store::Notes written;
  {
    const std::scoped_lock lock{mutex_};
    written = notes_;
  }
  if (written.empty()) return;
  store_->set_notes(written);
  const std::scoped_lock lock{mutex_};
  for (const auto& [name, value] : written)
    if (const auto found = notes_.find(name); found != notes_.end() && found->second == value) notes_.erase(found);
}

void Exchange::tidy() {
  try {
    write_notes();
    is_untidy_ = store_->tidy();
  } catch (const store::StoreError&) {  // a convenience: whoever writes next is told what ails the store
    is_untidy_ = false;
  }
}

void Exchange::settle(std::vector<Waiting> taken) {
  std::vector<store::NewObject> together;
  for (auto& waiting : taken) std::ranges::move(waiting.objects, std::back_inserter(together));
  std::vector<store::Addition> additions;
  std::string trouble;
  try {
    if (!together.empty() && has_room_ && !has_room_())
      throw store::StoreError{"the disk is nearly full, and what is left of it is the record's"};
    if (!together.empty()) additions = store_->add(together, microseconds_now());
    read_what_may_differ(together, additions);
  } catch (const std::exception& error) {
    trouble = error.what();
  }
  ++changes_;
  std::size_t at = 0;
  for (auto& waiting : taken) {
    if (!waiting.removed.empty()) {
      waiting.done(removal_of(waiting.removed));
    } else if (!trouble.empty()) {
      waiting.done(trouble);
    } else {
      const auto begin = additions.begin() + static_cast<std::ptrdiff_t>(at);
      at += waiting.objects.size();
      waiting.done(std::vector<store::Addition>(begin, additions.begin() + static_cast<std::ptrdiff_t>(at)));
    }
  }
}

void Exchange::read_what_may_differ(const std::vector<store::NewObject>& objects,
                                    std::vector<store::Addition>& additions) {
  std::vector<store::ObjectStore::Digested> same;
  for (std::size_t at = 0; at < additions.size(); ++at) {
    if (additions[at] != store::Addition::differs) continue;
    auto row = that_says_the_same(*store_, objects[at]);
    if (!row) continue;
    additions[at] = store::Addition::known;
    row->json.clear();
    if (!objects[at].digest.empty()) same.push_back({*std::move(row), objects[at].digest});
  }
  if (same.empty()) return;
  try {
    store_->keep_digests(same);
  } catch (const store::StoreError&) {  // a convenience: they are read again next time
  }
}

Exchange::Outcome Exchange::removal_of(const std::vector<store::ObjectRow>& rows) {
  try {
    store_->remove(rows);
    ++changes_;
    return std::vector<store::Addition>{};
  } catch (const std::exception& error) {
    return std::string{error.what()};
  }
}

}  // namespace ccop::exchange
