// A community with hooks, and others' servers that take its messages: over real connections of this machine, by a clock
// that tests move.
#pragma once

#include "community/scenario.hpp"
#include "device.hpp"
#include "notify/hooks/hooks.hpp"
#include "server/a_server.hpp"
#include "server/hook_words.hpp"
#include "temporary_folder.hpp"

#include <condition_variable>

namespace ccop::notify::testing {

using Json = nlohmann::json;

/// A server that keeps what it was sent, and answers as it is told.
class Receiver {
 public:
  using Answer = std::function<server::Response(std::size_t number)>;  ///< to the message with that number, from 0

  explicit Receiver(Answer answer = [](std::size_t) { return server::Response{}; }) : answer_(std::move(answer)) {}

  [[nodiscard]] std::string url(const std::string& scheme = "http", const std::string& host = "127.0.0.1") const {
    return scheme + "://" + host + ":" + std::to_string(server_.port()) + "/planted-path?sig=planted-query";
  }
  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  /// All that came, once it is so many.
  [[nodiscard]] std::vector<server::Request> came(std::size_t count) {
    std::unique_lock lock{mutex_};
    EXPECT_TRUE(came_.wait_for(lock, std::chrono::seconds{30}, [&] { return requests_.size() >= count; }))
        << requests_.size() << " of " << count << " messages came";
    auto all = requests_;
    all.resize(std::max(all.size(), count));
    return all;
  }
  [[nodiscard]] std::size_t count() {
    const std::scoped_lock lock{mutex_};
    return requests_.size();
  }

 private:
  void take(server::Request request, const server::Reply& reply) {
    std::size_t number = 0;
    {
      const std::scoped_lock lock{mutex_};
      number = requests_.size();
      requests_.push_back(std::move(request));
    }
    came_.notify_all();
    reply(answer_(number));
  }

  Answer answer_;
  std::mutex mutex_;
  std::condition_variable came_;
  std::vector<server::Request> requests_;
  server::testing::AServer server_{
      {}, [this](server::Request request, const server::Reply& reply) { take(std::move(request), reply); }};
};

/// A server that takes connections and says nothing.
class Silent {
 public:
  Silent() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    EXPECT_EQ(::bind(socket_, reinterpret_cast<sockaddr*>(&address), length), 0);
    EXPECT_EQ(::listen(socket_, 8), 0);
    EXPECT_EQ(::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &length), 0);
    port_ = ntohs(address.sin_port);
  }
  ~Silent() { ::close(socket_); }
  Silent(const Silent&) = delete;
  Silent& operator=(const Silent&) = delete;
  Silent(Silent&&) = delete;
  Silent& operator=(Silent&&) = delete;

  [[nodiscard]] std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/"; }
  /// Once somebody called, all that they said so far.
  [[nodiscard]] std::string heard() const {
    const int caller = ::accept(socket_, nullptr, nullptr);
    std::string said(4000, '\0');
    const auto length = ::read(caller, said.data(), said.size());
    callers_.push_back(caller);
    return said.substr(0, static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
  }
  void hang_up() const {
    for (const int caller : callers_) ::close(caller);
    callers_.clear();
  }

 private:
  int socket_;
  std::uint16_t port_{};
  mutable std::vector<int> callers_;
};

inline server::Response answering(unsigned status) {
  server::Response response;
  response.status = status;
  return response;
}

class Hooked : public ::testing::Test {
 protected:
  static constexpr const char* origin = "https://ccop.example.org/c/harbour";
  static constexpr const char* planted = "Marzipan";  ///< stands in every text of the record

  void SetUp() override {
    begin();
    take(secretary_.founding(*live_, community::testing::charter_text("tests/charters/harbour.toml"), "harbour"));
    take(secretary_.enrols(*live_));
    serve();
  }
  void TearDown() override { end(); }

  /// The host goes down, and comes up again.
  void end() {
    if (hooks_) hooks_->stop();
    if (live_) live_->stop();
    hooks_.reset();
    live_.reset();
  }
  void begin() {
    host::Surroundings surroundings;
    surroundings.now = [this] { return clock_now() + ahead_.load(); };
    live_ = std::make_unique<host::LiveCommunity>(store::open_sqlite(folder_.file("harbour.db"), true), master_,
                                                  "localhost/c/harbour", surroundings);
  }
  void serve() {
    hooks_ = std::make_shared<Hooks>(*live_, HookMeans{fetch_, outbound_, origin, server::hook_words});
    live_->on_commit([hooks = hooks_](std::uint64_t, const auto&) { hooks->hurry(); });
  }
  void restart() {
    end();
    begin();
    serve();
  }
  void pass(std::chrono::milliseconds time) {
    ahead_ = ahead_.load() + time;
    hooks_->hurry();
  }

  void take(host::Submission submission) {
    const auto outcome = live_->execute(std::move(submission));
    const auto* refusal = std::get_if<community::Refusal>(&outcome);
    ASSERT_TRUE(std::holds_alternative<host::Receipt>(outcome)) << (refusal == nullptr ? "" : refusal->key);
  }
  static store::Content details() {
    return {std::string(16, 's'), R"({"title":"Marzipan talk","place":"Marzipan","description":"Marzipan"})"};
  }
  static store::Content title() { return {std::string(16, 's'), "Marzipan session"}; }
  /// A meeting that the Secretary plans; others don't know of it yet.
  community::MeetingId plan_meeting() {
    const Time starts = live_->now() + days{60};
    take(secretary_.asks(*live_,
                         community::PlanMeeting{community::MeetingKind::ad_hoc, store::content_hash(details()), starts,
                                                starts + hours{8}, "UTC", 20, 60},
                         {details()}));
    return {next_meeting_++};
  }
  Time starts_of(community::MeetingId meeting) const {
    return live_->read([&](const community::Community& now) { return meetings(now).all[meeting].starts; });
  }
  community::MeetingId publish_meeting() {
    const auto meeting = plan_meeting();
    const Time starts = starts_of(meeting);
    take(secretary_.asks(*live_,
                         community::AddSession{meeting, community::SessionKind::open, store::content_hash(title()),
                                               starts, starts + hours{1}},
                         {title()}));
    take(secretary_.asks(*live_, community::PublishMeeting{meeting}));
    return meeting;
  }
  void change_meeting(community::MeetingId meeting) {
    const Time starts = starts_of(meeting);
    take(secretary_.asks(
        *live_,
        community::ChangeMeeting{meeting, store::content_hash(details()), starts, starts + hours{8}, "UTC", 30, 60},
        {details()}));
  }

  Hooks::Made add(const std::string& url, HookForm form = HookForm::json,
                  std::vector<HookKind> kinds = {HookKind::meeting_published}) {
    return hooks_->add({"our channel", url, form, std::move(kinds), secretary_.person()}).value();
  }
  HookStanding standing() { return hooks_->all().front().standing; }
  /// How it stands, once that is so.
  template <class Is>
  HookStanding standing_when(const Is& is) {
    for (int i = 0; i < 1500 && !is(standing()); ++i) std::this_thread::sleep_for(std::chrono::milliseconds{20});
    EXPECT_TRUE(is(standing())) << to_json(standing());
    return standing();
  }

  ccop::testing::TemporaryFolder folder_;
  std::shared_ptr<const store::MasterKey> master_ =
      std::make_shared<const store::MasterKey>(sha256(bytes_of("master")));
  ccop::testing::Device secretary_{"secretary"};
  exchange::Fetch fetch_{exchange::fetch};
  exchange::Outbound outbound_{{exchange::parse_network("127.0.0.0/8").value()}};
  std::atomic<std::chrono::milliseconds> ahead_{};
  std::unique_ptr<host::LiveCommunity> live_;
  std::shared_ptr<Hooks> hooks_;
  std::uint32_t next_meeting_{};
};

/// Everything of a message that leaves the host.
inline std::string all_of(const server::Request& request) {
  std::string all = request.method + " " + request.path + "\n";
  for (const auto& [name, value] : request.headers) {
    all += name;
    all += ": " + value + "\n";
  }
  return all + "\n" + request.body;
}

}  // namespace ccop::notify::testing
