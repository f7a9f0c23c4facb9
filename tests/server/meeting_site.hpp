// A community with a meeting ahead behind its API: a Secretary and a co-Chair who sign, a Member, a colleague who was
// cleared for the meeting, a guest of one of its sessions, and words that tell where they get to.
#pragma once

#include "community/bodies/commands.hpp"
#include "community/meetings/commands.hpp"
#include "community/membership/commands.hpp"
#include "community/people/commands.hpp"
#include "served_site.hpp"

namespace ccop::server {

class AMeetingAhead : public ::testing::Test {
 protected:
  static constexpr const char* open_title = "Planted opening";
  static constexpr const char* executive_title = "Planted secret";
  static constexpr const char* link = "https://rooms.planted.example/j/1";

  void SetUp() override {
    using namespace community;
    chair = seated("Chair", "PIER");
    take(served.secretary, SeatFoundingCoChair{0, chair, now() + days{90}});
    member = seated("Member", "QUAY");
    colleague = registered("Colleague");
    starts = std::chrono::floor<days>(now()) + days{40} + hours{8};
    plan();
    take(served.secretary, PublishMeeting{meeting});
    const auto profile = content(R"({"email":"Guest@example.net","name":"Guest"})");
    guest = live().read([](const Community& state) { return people(state).next(); });
    take(served.secretary, AdmitGuest{meeting, store::content_hash(profile), {open}, sha256(bytes_of("guest"))},
         {profile});
    auto& device = devices.at(chair.value);
    take(device, InviteRepresentative{meeting, colleague});
    take(device, ClearInvitation{{0}});
  }
  /// From eight in the morning of UTC on, which is evening in Auckland, where it ends after midnight of a third day.
  void plan() {
    using namespace community;
    const auto details = content(R"({"title":"Planted symposium","place":"Planted hall","description":"d"})");
    take(served.secretary,
         PlanMeeting{MeetingKind::ad_hoc, store::content_hash(details), starts, starts + days{2} + hours{5},
                     "Pacific/Auckland", 9, 60},
         {details});
    const auto adds = [&](SessionKind kind, const char* title, Time at) {
      const auto text = content(title);
      take(served.secretary, AddSession{meeting, kind, store::content_hash(text), at, at + hours{2}}, {text});
    };
    adds(SessionKind::open, open_title, starts);
    adds(SessionKind::executive, executive_title, starts + days{1});
    adds(SessionKind::open, "Planted other", starts + days{2});
    const auto address = content(std::string{R"({"link":")"} + link + R"("})");
    for (const std::optional<SessionId> one :
         {std::optional<SessionId>{}, std::optional{open}, std::optional{executive}})
      take(served.secretary, SetJoinLink{meeting, one, store::content_hash(address)}, {address});
  }

  [[nodiscard]] host::LiveCommunity& live() const { return served.site->live(); }
  [[nodiscard]] Time now() const { return live().now(); }
  [[nodiscard]] SiteOptions options() const {
    SiteOptions options{{"localhost", {"http://localhost:8080"}}, false};
    options.fetch = [](const exchange::Fetching&) { return exchange::Fetched{0, "", {}, "no network here"}; };
    options.security_log = folder.file("security.jsonl");
    return options;
  }
  static store::Content content(const std::string& text) { return {std::string(16, 's'), text}; }
  void take(ccop::testing::Device& device, community::Command command, std::vector<store::Content> contents = {}) {
    const auto outcome = live().execute(device.asks(live(), std::move(command), std::move(contents)));
    const auto* refusal = std::get_if<community::Refusal>(&outcome);
    ASSERT_TRUE(std::holds_alternative<host::Receipt>(outcome)) << (refusal == nullptr ? "" : refusal->key);
  }
  void take(community::Command command, std::vector<store::Content> contents = {}) {
    take(served.secretary, std::move(command), std::move(contents));
  }
  /// Somebody whose device signs.
  community::PersonId registered(const std::string& name) {
    using namespace community;
    const auto profile = content(R"({"email":")" + name + R"(@example.net","name":")" + name + R"("})");
    const PersonId person = live().read([](const Community& state) { return people(state).all.next(); });
    take(RegisterPerson{store::content_hash(profile)}, {profile});
    auto& device = devices.emplace(person.value, ccop::testing::Device{name, person}).first->second;
    take(OfferEnrolment{person, device.link_key(), now() + days{1}});
    EXPECT_TRUE(std::holds_alternative<host::Receipt>(live().execute(device.enrols(live()))));
    return person;
  }
  community::PersonId seated(const std::string& name, std::string_view organization) {
    using namespace community;
    const PersonId person = registered(name);
    const auto [id, all] = live().read([&](const Community& state) {
      OrganizationId found{};
      for (const OrganizationId one : membership(state).organizations.ids())
        if (membership(state).organizations[one].key == organization) found = one;
      std::vector<std::uint32_t> responsibilities(charter(state).membership.responsibilities.size());
      std::iota(responsibilities.begin(), responsibilities.end(), 0u);
      return std::pair{found, responsibilities};
    });
    take(AppointRepresentative{id, person, now(), {}, all});
    const auto waits = live().read([&, organization_id = id](const Community& state) {
      return membership(state).waiting(organization_id, now());
    });
    if (waits) {
      ConfirmSeatChange confirm{*waits, id, {}, {}, {}};
      live().read([&](const Community& state) {
        const SeatChange& change = membership(state).changes[*waits];
        confirm.person = change.gives->person;
        confirm.from = change.gives->from;
        confirm.until = change.gives->until;
      });
      take(devices.at(chair.value), confirm);
    }
    return person;
  }

  Response ask(const std::string& method, const std::string& path, const Headers& headers = {},
               const std::string& body = "") {
    return ServedSite::ask([&](const Request& request, const Reply& reply) { served.site->handle(request, reply); },
                           method, path, body, headers);
  }
  /// The address of a calendar that this person follows.
  std::string address_of(community::PersonId person, CalendarScope scope = CalendarScope::titles) {
    const auto seat =
        live().read([&](const community::Community& state) { return membership(state).seat_of(person, now()); });
    SignIn made{person, {}, {}, Time::max(), "phone", {}, {}, {}, seat, scope};
    return "/calendar/" + served.site->admission().calendars().begin(std::move(made), now()) + ".ics";
  }
  /// What the device gets, unfolded.
  std::string calendar_of(community::PersonId person, CalendarScope scope = CalendarScope::titles) {
    return followed(address_of(person, scope));
  }
  std::string followed(const std::string& address) {
    const Response response = ask("GET", address);
    EXPECT_EQ(response.status, 200u);
    if (!response.body) return {};
    std::string text = *response.body;
    for (auto at = text.find("\r\n "); at != std::string::npos; at = text.find("\r\n ", at)) text.erase(at, 3);
    return text;
  }
  /// The event with this summary, whole; empty where there is none.
  static std::string event_in(const std::string& calendar, const std::string& summary) {
    const auto at = calendar.find("SUMMARY:" + summary + "\r\n");
    if (at == std::string::npos) return {};
    const auto from = calendar.rfind("BEGIN:VEVENT", at);
    return calendar.substr(from, calendar.find("END:VEVENT", at) - from);
  }

  ccop::testing::TemporaryFolder folder;
  ServedSite served{folder, "harbour", "", options()};
  std::map<std::uint32_t, ccop::testing::Device> devices;
  const community::PersonId secretary{0};
  community::PersonId chair, member, colleague, guest;
  const community::MeetingId meeting{0};
  const community::SessionId open{0}, executive{1}, other{2};
  Time starts{};
};

}  // namespace ccop::server
