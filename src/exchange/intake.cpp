#include "exchange/intake.hpp"

#include <algorithm>

namespace ccop::exchange {
namespace {

/// Batches grow: the first are small, so that the writer has something to do at once; the later share its costs better.
constexpr std::size_t first_batch_objects = 500;
constexpr std::size_t largest_batch_objects = 10'000;
constexpr std::size_t largest_batch_bytes = std::size_t{16} * 1024 * 1024;
constexpr std::size_t most_in_flight = 4;
constexpr std::size_t most_mistakes = 100;

}  // namespace

Intake::Intake(Exchange& exchange, const Party& party, const Identities& identities, IntakeOptions options)
    : exchange_(exchange),
      party_(party),
      identities_(identities),
      options_(options),
      examiner_({options.custom, true, options.write}),
      batch_objects_(first_batch_objects) {}

Intake::~Intake() {
  wait_for(0);  // what is under way still refers to this
}

void Intake::refuse(const std::string& sentence) {
  ++report_.refused;
  if (report_.mistakes.size() < most_mistakes) report_.mistakes.push_back(sentence);
}

void Intake::take(std::string_view json, const std::string& place, bool only_if_absent) {
  ++report_.objects;
  auto examined = examiner_.examine(json);
  report_.remarks += examined.warnings.size();
  if (!examined.errors.empty()) {
    std::string sentence = place;
    for (const auto& error : examined.errors)
      sentence += (&error == &examined.errors.front() ? ": " : "; ") + error.sentence();
    return refuse(sentence);
  }
  auto kept = placed(std::move(examined.object), options_.least, party_, identities_);
  if (const auto* refused = std::get_if<std::string>(&kept)) return refuse(place + ": " + *refused);
  if (!options_.write) return;
  batch_.push_back(std::get<store::NewObject>(std::move(kept)));
  batch_.back().only_if_absent = only_if_absent;
  batch_bytes_ += json.size();
  if (batch_.size() >= batch_objects_ || batch_bytes_ >= largest_batch_bytes) flush();
}

void Intake::flush() {
  if (batch_.empty()) return;
  wait_for(most_in_flight - 1);
  {
    const std::scoped_lock lock{mutex_};
    ++in_flight_;
  }
  exchange_.submit(std::exchange(batch_, {}), [this](const Exchange::Outcome& outcome) {
    const std::scoped_lock lock{mutex_};
    if (const auto* trouble = std::get_if<std::string>(&outcome)) {
      trouble_ = *trouble;
    } else {
      for (const auto addition : std::get<std::vector<store::Addition>>(outcome)) {
        if (addition == store::Addition::fresh) ++report_.fresh;
        if (addition == store::Addition::known) ++report_.known;
        if (addition == store::Addition::not_theirs) ++report_.refused;
      }
    }
    --in_flight_;
    written_.notify_all();
  });
  batch_bytes_ = 0;
  batch_objects_ = std::min(batch_objects_ * 2, largest_batch_objects);
}

void Intake::wait_for(std::size_t most) {
  std::unique_lock lock{mutex_};
  written_.wait(lock, [&] { return in_flight_ <= most; });
}

IntakeReport Intake::finish() {
  flush();
  wait_for(0);
  const std::scoped_lock lock{mutex_};
  if (!trouble_.empty()) throw store::StoreError{trouble_};
  return report_;
}

}  // namespace ccop::exchange
