#include "ballot/tally.hpp"

#include "ballot/archive.hpp"
#include "ballot/json.hpp"

#include <algorithm>

namespace ccop::ballot {
namespace {

constexpr std::size_t most_waiting = 64;

void add_up(OpenAnswers& sums, const OpenAnswers& answers, std::uint64_t weight, bool withdrawn) {
  for (std::size_t i = 0; i < sums.size(); ++i)
    for (std::size_t j = 0; j < sums[i].size(); ++j) {
      const Scalar times = scalar_of(weight);
      const Point alpha = power_of(answers[i][j].alpha, times), beta = power_of(answers[i][j].beta, times);
      OpenCiphertext& sum = sums[i][j];
      sum = {sum.alpha + (withdrawn ? -alpha : alpha), sum.beta + (withdrawn ? -beta : beta)};
    }
}

Point decoded(const Element& element) {
  const auto point = point_from_hex(element.text);
  if (!point) throw BadInput{"", "an element of the group"};
  return *point;
}

/// The ciphertexts of a ballot that was verified before, or is being verified at the same time: it may be anything yet.
OpenAnswers opened(const Ballot& ballot) {
  OpenAnswers out;
  for (const Answer& answer : ballot.answers) {
    auto& choices = out.emplace_back();
    for (const Ciphertext& c : answer.choices) choices.push_back({decoded(c.alpha), decoded(c.beta)});
  }
  return out;
}

}  // namespace

OpenAnswers empty_tally(const Election& election) {
  OpenAnswers sums;
  for (const Question& question : election.questions) sums.emplace_back(question.values());
  return sums;
}

EncryptedTally encrypted_tally(const Election& election, const std::vector<Ballot>& ballots) {
  OpenAnswers sums = empty_tally(election);
  for (const Ballot& ballot : ballots) add_up(sums, opened(ballot), 1, false);
  return written(sums);
}

EncryptedTally written(const OpenAnswers& sums) {
  EncryptedTally tally;
  for (const auto& question : sums) {
    auto& row = tally.emplace_back();
    for (const OpenCiphertext& sum : question) row.push_back({{to_hex(sum.alpha)}, {to_hex(sum.beta)}});
  }
  return tally;
}

BallotVerifier::BallotVerifier(const BallotContext& context, unsigned threads)
    : context_(context), sums_(empty_tally(*context.election)) {
  for (unsigned i = 0; i < std::max(1u, threads); ++i) threads_.emplace_back([this] { work(); });
}

BallotVerifier::~BallotVerifier() {
  {
    const std::scoped_lock lock{mutex_};
    no_more_ = true;
    jobs_.clear();
  }
  changed_.notify_all();
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
}

bool BallotVerifier::add(BallotJob job) {
  std::unique_lock lock{mutex_};
  changed_.wait(lock, [&] { return jobs_.size() < most_waiting || wrong_; });
  if (wrong_) return false;
  jobs_.push_back(std::move(job));
  changed_.notify_all();
  return true;
}

OpenAnswers BallotVerifier::finish() {
  {
    const std::scoped_lock lock{mutex_};
    no_more_ = true;
  }
  changed_.notify_all();
  for (auto& thread : threads_) thread.join();
  if (wrong_) throw ArchiveError{"the ballot of event " + std::to_string(wrong_->first) + ": " + wrong_->second};
  return sums_;
}

void BallotVerifier::work() {
  OpenAnswers sums = empty_tally(*context_.election);
  while (true) {
    BallotJob job;
    {
      std::unique_lock lock{mutex_};
      changed_.wait(lock, [&] { return !jobs_.empty() || no_more_; });
      if (jobs_.empty()) break;
      job = std::move(jobs_.front());
      jobs_.pop_front();
      changed_.notify_all();
    }
    process(job, sums);
  }
  const std::scoped_lock lock{mutex_};
  add_up(sums_, sums, 1, false);
}

void BallotVerifier::process(const BallotJob& job, OpenAnswers& sums) {
  std::string wrong;
  try {
    const auto ballot = from_canonical_json<Ballot>(job.bytes);
    if (job.withdrawn) {
      // Where it doesn't hold, whoever verifies it says so.
      const OpenAnswers answers = opened(ballot);
      if (has_shape_of(sums, answers)) add_up(sums, answers, job.weight, true);
      return;
    }
    const BallotVerdict verdict = verify_ballot(ballot, job.bytes, context_);
    if (verdict.wrong.empty()) return add_up(sums, verdict.answers, job.weight, false);
    wrong = verdict.wrong;
  } catch (const BadInput& bad) {
    wrong = std::string{"it can't be read: "} + bad.what();
  }
  const std::scoped_lock lock{mutex_};
  if (!wrong_ || job.height < wrong_->first) wrong_ = {job.height, wrong};
  changed_.notify_all();
}

}  // namespace ccop::ballot
