// The CCOP of the demonstration behind its API: one finished year and one under way, with something of each kind in it,
// and a session of whoever a test asks as.
#pragma once

#include "community/kernel/standing.hpp"
#include "served_site.hpp"
#include "simulation/simulation.hpp"
#include "store/sealed_settings.hpp"

namespace ccop::server {

class DemoSite : public ::testing::Test {
 protected:
  static constexpr const char* slug = "ccop";
  static constexpr community::PersonId secretary{0};
  static constexpr std::uint32_t people = 50;  ///< as many, of those that the simulation brings

  void SetUp() override {
    const Demonstration& demonstration = lived_once();
    std::filesystem::copy(demonstration.folder.path(), folder_.path(), std::filesystem::copy_options::recursive);
    sign_everybody_in(demonstration.today, *demonstration.master);
    site_ = std::make_unique<Site>(open_store(folder_), demonstration.master, slug, options_of_site(),
                                   store::open_sqlite_objects(folder_.file("exchange.db"), exchange::terms_of_row));
  }
  void TearDown() override { site_->stop(); }

  [[nodiscard]] virtual SiteOptions options_of_site() const {
    return {{"localhost", {"http://localhost:8080"}}, false, no_network};
  }
  [[nodiscard]] std::string file(const std::string& name) const { return folder_.file(name); }
  [[nodiscard]] Site& site() const { return *site_; }
  [[nodiscard]] std::string cookie_of(community::PersonId person) const { return cookies_.at(person.value); }
  /// As the Secretary, where `headers` have no other cookie.
  Response ask(std::string_view method, const std::string& path, const std::string& body, Headers headers = {}) {
    headers.try_emplace("cookie", cookie_of(secretary));
    return ServedSite::ask([&](const Request& request, const Reply& reply) { site_->handle(request, reply); },
                           std::string{method}, path, body, std::move(headers));
  }

  /// Somebody who speaks for a Member and has no office.
  [[nodiscard]] community::PersonId plain_member() const {
    const Time at = site_->live().now();
    return site_->live().read([&](const community::Community& now) {
      for (std::uint32_t i = 1; i < people; ++i)
        if (holds_member_seat(now, {i}, at) && !is_committee(now, {i}, at)) return community::PersonId{i};
      throw std::logic_error("the demonstration has no such Member");
    });
  }

  /// A token that this person made for a machine.
  std::string token_of(community::PersonId person, TokenUse use, const std::string& ceiling = "red") {
    const Time now = site().live().now();
    const auto seat =
        site().live().read([&](const community::Community& state) { return membership(state).seat_of(person, now); });
    return site().admission().tokens().begin({person, {}, {}, now + days{90}, "t", use, ceiling, {}, seat}, now);
  }

 private:
  /// Each test has a copy of it.
  struct Demonstration {
    testing::TemporaryFolder folder;
    std::shared_ptr<const store::MasterKey> master =
        std::make_shared<const store::MasterKey>(sha256(bytes_of("master")));
    Time today = clock_now();

    Demonstration() {
      simulation::SimulationOptions options;
      options.seed = 2026;
      options.charter = community::testing::charter_text("charter/ccop.toml");
      options.starts = std::chrono::floor<days>(today) - days{420} + hours{8};
      static_cast<void>(simulation::make_demo(options, today, open_store(folder), master));
    }
  };
  static const Demonstration& lived_once() {
    static const Demonstration lived;
    return lived;
  }
  static std::unique_ptr<store::Store> open_store(const testing::TemporaryFolder& folder) {
    return store::open_sqlite(folder.file("community.db"), true);
  }
  /// Who has a seat and who has none: whom a session lets do what is asked when it is used.
  void sign_everybody_in(Time today, const store::MasterKey& master) {
    const auto kept = store::with_sealed_settings(open_store(folder_), master);
    SignIns sign_ins{*kept, {"session/", hours{8}, hours{24}}, today};
    for (std::uint32_t person = 0; person < people; ++person)
      cookies_.push_back(
          "ccop_ccop=" +
          sign_ins.begin(SignIn{community::PersonId{person}, {}, {}, today + hours{24}, "test", {}, {}, {}, {}},
                         today));
  }
  static exchange::Fetched no_network(const exchange::Fetching&) { return {0, "", {}, "no network here"}; }

  testing::TemporaryFolder folder_;
  std::unique_ptr<Site> site_;
  std::vector<std::string> cookies_;  ///< by person
};

}  // namespace ccop::server
