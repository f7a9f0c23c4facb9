#include "exchange/pull.hpp"

#include "exchange/discovery.hpp"
#include "exchange/files.hpp"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace ccop::exchange {
namespace {

constexpr std::uint64_t longest_wait = std::uint64_t{24} * 3600;
constexpr std::size_t most_told = 20;  ///< mistakes, by their places
constexpr const char* taxii_accept = "application/taxii+json;version=2.1";

/// It was told to end.
struct PullStopped {};

/// The other side can't be read; the sentence says why.
struct PullTrouble {
  std::string sentence;
};

std::string escaped(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
        c == '.') {
      out += c;
    } else {
      out += '%';
      out += digits[static_cast<unsigned char>(c) >> 4];
      out += digits[static_cast<unsigned char>(c) & 15];
    }
  }
  return out;
}

/// Tells a subscription's objects from another's, for as long as it is kept.
std::uint32_t number_of(const std::string& id) {
  const Uuid uuid = name_based_uuid(exchange_namespace(), id);
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) number = number << 8 | uuid.at(i);
  return number;
}

void add_first(std::vector<std::string>& all, const std::vector<std::string>& more) {
  const std::size_t room = most_told - std::min(most_told, all.size());
  all.insert(all.end(), more.begin(), more.begin() + static_cast<std::ptrdiff_t>(std::min(room, more.size())));
}

class Pull {
 public:
  Pull(const Subscription& subscription, const std::string& secret, Pulled& state, Exchange& exchange,
       const Identities& identities, const Fetch& fetch, const Stop& stop, const PullLimits& limits)
      : subscription_(subscription),
        secret_(secret),
        state_(state),
        exchange_(exchange),
        identities_(identities),
        fetch_(fetch),
        stop_(stop),
        limits_(limits) {
    party_.sharer = {community::Standing::member, false, std::nullopt};
    party_.may_write = true;
    party_.feed = number_of(subscription.id);
  }

  void taxii() {
    auto found =
        discover_collection(subscription_.url, [&](const std::string& url) { return get(url, taxii_accept).body; });
    if (found.collection.empty()) throw PullTrouble{std::move(found.trouble)};
    collection_ = std::move(found.collection);
    std::string after = state_.until;
    std::string next;
    const std::string began = after;
    while (!is_enough()) {
      std::string url = collection_ + "objects/?limit=500";
      if (!after.empty()) url += "&added_after=" + escaped(after);
      if (!next.empty()) url += "&next=" + escaped(next);
      const Fetched answer = get(url, taxii_accept);
      take(Format::stix, answer.body, false);
      // Where the other side says how far a page goes, the next try begins behind it, whatever happens in between.
      const auto last = answer.headers.find("x-taxii-date-added-last");
      if (last != answer.headers.end() && parse_timestamp(last->second)) state_.until = last->second;

      simdjson::dom::parser parser;
      simdjson::dom::element envelope;
      bool more = false;
      std::string_view token;
      if (parser.parse(answer.body).get(envelope) != simdjson::SUCCESS) return;
      if (envelope["more"].get(more) != simdjson::SUCCESS || !more) return;
      if (envelope["next"].get(token) == simdjson::SUCCESS) {
        next = token;
      } else {
        if (state_.until == after) throw PullTrouble{"it says that there is more, and not where"};
        after = state_.until;
        next.clear();
      }
    }
    // The next try goes on where this one says that it got to; without that it would read the same for ever.
    if (state_.until == began) throw PullTrouble{"it says that there is more, page after page, and not where"};
  }

  void misp_feed() {
    const Fetched manifest = get(with_slash(subscription_.url) + "manifest.json", "application/json");
    simdjson::dom::parser parser;
    simdjson::dom::object events;
    if (parser.parse(manifest.body).get(events) != simdjson::SUCCESS)
      throw PullTrouble{"its manifest.json is no list of events"};
    std::uint64_t until = 0;
    std::from_chars(state_.until.data(), state_.until.data() + state_.until.size(), until);
    std::vector<std::pair<std::uint64_t, std::string>> fresh;
    for (const auto& event : events) {
      const auto time = timestamp_of(event.value);
      if (parse_uuid(event.key) && time > until) fresh.emplace_back(time, event.key);
    }
    std::ranges::sort(fresh);
    for (std::size_t i = 0; i < fresh.size() && !is_enough(); ++i) {
      take(Format::misp, get(with_slash(subscription_.url) + fresh[i].second + ".json", "application/json").body, true);
      // Of several events of one second, all must be there before that second is done.
      if (i + 1 == fresh.size() || fresh[i + 1].first > fresh[i].first) state_.until = std::to_string(fresh[i].first);
    }
  }

 private:
  static std::uint64_t timestamp_of(simdjson::dom::element event) {
    std::uint64_t time = 0;
    std::string_view text;
    if (event["timestamp"].get(time) == simdjson::SUCCESS) return time;
    if (event["timestamp"].get(text) == simdjson::SUCCESS)
      std::from_chars(text.data(), text.data() + text.size(), time);
    return time;
  }

  [[nodiscard]] bool is_enough() const {
    return pages_ >= limits_.pages || bytes_ >= limits_.bytes ||
           std::chrono::steady_clock::now() - began_ > limits_.time;
  }

  Fetched get(const std::string& url, const char* accept) {
    Fetching asking{url, accept, subscription_.user, secret_, ""};
    asking.stop = stop_;
    if (subscription_.kind == SourceKind::misp_feed && subscription_.user.empty() && !secret_.empty()) {
      asking.secret.clear();
      asking.api_key = secret_;
    }
    Fetched answer = fetch_(asking);
    if (stop_()) throw PullStopped{};
    ++pages_;
    bytes_ += answer.body.size();
    if (answer.status == 0) throw PullTrouble{"no answer: " + answer.trouble};
    if (answer.status == 401 || answer.status == 403) throw PullTrouble{"it refuses the user or the secret"};
    if (answer.status != 200) throw PullTrouble{"it answers with status " + std::to_string(answer.status)};
    return answer;
  }

  void take(Format format, const std::string& body, bool must_have_objects) {
    const Level level = parse_level(subscription_.marking).value_or(Level::amber);
    Intake intake{exchange_, party_, identities_, {level, true, true}};
    try {
      if (format == Format::stix) {
        BundleReader reader{[&](std::string_view json, std::uint64_t offset) {
                              if (stop_()) throw PullStopped{};
                              intake.take(json, subscription_.title + ", byte " + std::to_string(offset));
                            },
                            largest_object};
        reader.feed(body);
        reader.finish(must_have_objects);
        if (const auto awaited = intake.awaited(); !awaited.empty()) take_definitions(intake, awaited);
      } else {
        const auto reader = reader_of(format, subscription_.title, {"", microseconds_now(), level, false}, intake);
        reader->feed(body);
        reader->finish();
      }
    } catch (const BundleMistake& mistake) {
      throw PullTrouble{std::string{"its answer is broken "} + mistake.what()};
    }
    const auto report = intake.finish();
    state_.taken += report.fresh;
    // A feed can't be asked how far it means what MISP would give to few.
    state_.refused += report.refused + (report.narrow.empty() ? 0 : 1);
    if (report.objects > 0 || !report.narrow.empty()) tell(report);
  }

  void tell(const IntakeReport& report) {
    if (!std::exchange(has_told_, true)) state_.unsaid = {};
    state_.unsaid.left_out.add(report.left_out);
    add_first(state_.unsaid.mistakes, report.mistakes);
    add_first(state_.unsaid.narrow, report.narrow);
  }

  /// Markings whose definitions stand on another page are asked for by their ids.
  void take_definitions(Intake& intake, const std::vector<std::string>& ids) {
    std::string all;
    for (const auto& id : ids) all += (all.empty() ? "" : ",") + escaped(id);
    const Fetched answer = get(collection_ + "objects/?match%5Bid%5D=" + all, taxii_accept);
    BundleReader reader{[&](std::string_view json, std::uint64_t offset) {
                          intake.take(json, subscription_.title + ", byte " + std::to_string(offset));
                        },
                        largest_object};
    reader.feed(answer.body);
    reader.finish(false);
  }

  const Subscription& subscription_;
  const std::string& secret_;
  Pulled& state_;
  Exchange& exchange_;
  const Identities& identities_;
  const Fetch& fetch_;
  const Stop& stop_;
  PullLimits limits_;
  std::string collection_;  ///< of TAXII; ends with a slash
  std::size_t pages_{};
  std::size_t bytes_{};
  bool has_told_{};  ///< of this try, and no longer of the one before
  std::chrono::steady_clock::time_point began_{std::chrono::steady_clock::now()};
  Party party_;
};

}  // namespace

Pulled pull(const Subscription& subscription, const std::string& secret, Pulled before, Exchange& exchange,
            const Identities& identities, const Fetch& fetch, const Stop& stop, const PullLimits& limits) {
  Pulled state = std::move(before);
  const auto now = static_cast<std::uint64_t>(microseconds_now() / 1'000'000);
  state.tried_at = now;
  try {
    Pull reading{subscription, secret, state, exchange, identities, fetch, stop, limits};
    if (subscription.kind == SourceKind::taxii)
      reading.taxii();
    else
      reading.misp_feed();
    state.failures = 0;
    state.trouble.clear();
  } catch (const PullStopped&) {  // as far as it came is kept
  } catch (const PullTrouble& trouble) {
    ++state.failures;
    state.trouble = trouble.sentence;
  } catch (const store::StoreError& error) {
    ++state.failures;
    state.trouble = error.what();
  }
  state.next_at = next_try(subscription, state, now);
  return state;
}

std::uint64_t next_try(const Subscription& subscription, const Pulled& pulled, std::uint64_t now) {
  const std::uint64_t wait = std::uint64_t{std::max(1u, subscription.every_minutes)} * 60;
  const unsigned doublings = std::min(pulled.failures, 12u);
  return now + std::min(wait << doublings, std::max(longest_wait, wait));
}

}  // namespace ccop::exchange
