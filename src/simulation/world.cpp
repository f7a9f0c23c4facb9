#include "simulation/world.hpp"

#include "base/codec.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <stdexcept>

namespace ccop::simulation {
namespace {

using namespace community;
using std::chrono::milliseconds;
using std::chrono::seconds;

constexpr std::array given_names{"Amina",   "Bruno", "Chen",  "Dalia", "Emeka", "Fatou",  "Goran", "Hana",
                                 "Ivan",    "Joana", "Kofi",  "Lucía", "Maya",  "Nils",   "Omar",  "Priya",
                                 "Quentin", "Rosa",  "Samir", "Tala",  "Uma",   "Viktor", "Wei",   "Ximena"};
constexpr std::array family_names{"Abara",   "Bauer",  "Castro", "Diallo",   "Eriksen", "Fontaine", "García", "Haddad",
                                  "Ito",     "Jansen", "Kaya",   "Larsen",   "Mensah",  "Novak",    "Okafor", "Petrov",
                                  "Quiroga", "Rossi",  "Sato",   "Tremblay", "Usman",   "Vargas"};
constexpr std::array motion_titles{
    "Adopt the priorities for the coming year",         "Hold the next symposium in Nairobi",
    "Adopt a common baseline for supplier assessments", "Start a pilot for shared phishing exercises",
    "Publish a guide on passkeys for executives",       "Review the incident severity scale"};

}  // namespace

World::World(const SimulationOptions& options, std::unique_ptr<store::Store> store,
             std::shared_ptr<const store::MasterKey> master)
    : options_(options), chance_(options.seed), now_(options.starts) {
  const auto charter = read_charter(options.charter);
  if (!std::holds_alternative<Charter>(charter))
    throw std::invalid_argument("the charter has mistakes; check it first");
  slug_ = std::get<Charter>(charter).slug;
  host::Surroundings surroundings;
  surroundings.now = [this] { return now_; };
  surroundings.random = [this](std::span<std::uint8_t> out) { chance_.fill(out); };
  surroundings.time_passes_by_itself = false;
  // The log's key too must come from the seed, or no two ledgers would be the same.
  Hash seed{};
  chance_.fill(seed);
  store->set("log-key", store::wrap(std::string{text_of(seed)} + options.relying_party + "/c/" + slug_ + "/log",
                                    "log-key", *master));
  live_ = std::make_unique<host::LiveCommunity>(std::move(store), std::move(master), "unused", std::move(surroundings));
}

bool World::submit(host::Submission submission) {
  const auto outcome = live_->execute(std::move(submission));
  if (const auto* failure = std::get_if<host::Failure>(&outcome)) throw store::StoreError{failure->message};
  if (const auto* refusal = std::get_if<Refusal>(&outcome)) {
    ++report_.refusals;
    ++report_.refused_for[std::string{refusal->key}];
    return false;
  }
  pass(seconds{1} + milliseconds{chance_.below(20000)});
  return true;
}

bool World::ask(PersonId person, Command command, Contents contents) {
  host::Submission submission;
  const auto passkey = passkeys_.find(person.value);
  const bool formal = is_formal(command) && passkey != passkeys_.end();
  submission.request = {slug_, person, formal ? std::optional{now_} : std::nullopt, std::move(command)};
  if (formal) submission.signature = passkey->second.sign(submission.request);
  submission.contents = std::move(contents);
  return submit(std::move(submission));
}

store::Content World::content(std::string text) {
  std::array<std::uint8_t, 32> salt{};
  chance_.fill(salt);
  return {std::string{text_of(salt)}, std::move(text)};
}

std::vector<std::uint32_t> World::all_responsibilities() const {
  std::vector<std::uint32_t> all(
      live_->read([](const Community& c) { return c.charter().membership.responsibilities.size(); }));
  std::iota(all.begin(), all.end(), 0u);
  return all;
}

void World::found() {
  const store::Content profile =
      content(R"({"email":"secretary@example.org","name":"The Secretary","title":"Secretary"})");
  Hash token{};
  chance_.fill(token);
  host::Submission submission;
  submission.request = {
      slug_,
      {},
      {},
      Found{options_.charter, live_->log_key(), store::content_hash(profile), sha256(token), now_ + days{7}}};
  submission.contents = {profile};
  if (!submit(std::move(submission))) throw std::logic_error("the founding was refused");
  enrol(secretary_, sha256(token));
  staff_seats();
  const auto people = representatives();
  for (std::uint32_t p = 0;
       p < live_->read([](const Community& c) { return c.charter().bodies.co_chairs; }) && p < people.size(); ++p) {
    const int term =
        static_cast<int>(live_->read([&](const Community& c) { return c.charter().bodies.founding_terms_months[p]; }));
    ask(secretary_, SeatFoundingCoChair{p, people[p], months_after(now_, term) - days{1}});
  }
}

void World::enrol(PersonId person, const Hash& token_hash) {
  Hash seed{};
  chance_.fill(seed);
  const SoftwarePasskey passkey{seed, options_.relying_party, options_.origin};
  const store::Content label = content("Simulated passkey");
  host::Submission submission;
  submission.request = {slug_, {}, {}, passkey.enrolment(person, store::content_hash(label))};
  submission.token_hash = token_hash;
  submission.contents = {label};
  if (submit(std::move(submission))) passkeys_.emplace(person.value, passkey);
}

PersonId World::register_person(PersonId by) {
  const std::string name = std::string{given_names[named_ % given_names.size()]} + " " +
                           family_names[(named_ * 7 + named_ / 24) % family_names.size()];
  const store::Content profile = content(R"({"email":"person)" + std::to_string(named_) + R"(@example.org","name":")" +
                                         name + R"(","title":"Chief Information Security Officer"})");
  ++named_;
  const PersonId next = live_->read([](const Community& c) { return c.people.next(); });
  ask(by, RegisterPerson{store::content_hash(profile)}, {profile});
  return next;
}

void World::invite_and_enrol(PersonId person) {
  Hash token{};
  chance_.fill(token);
  if (ask(secretary_, OfferEnrolment{person, sha256(token), now_ + days{14}})) enrol(person, sha256(token));
}

void World::staff_seats() {
  const auto count = live_->read([](const Community& c) { return c.membership.organizations.size(); });
  for (std::uint32_t i = 0; i < count; ++i) {
    const bool vacant = live_->read([&](const Community& c) {
      return c.membership.organizations[i].belongs(now_) && !c.membership.holder({i}, MandateKind::main, now_);
    });
    if (!vacant || (i > 2 && chance_.percent(4))) continue;  // some seats stay empty for a while
    const PersonId person = register_person(secretary_);
    if (ask(secretary_, AppointRepresentative{{i}, person, now_, {}, all_responsibilities()})) invite_and_enrol(person);
  }
}

void World::change_some_representatives() {
  const auto count = live_->read([](const Community& c) { return c.membership.organizations.size(); });
  for (std::uint32_t i = 2; i < count; ++i) {
    if (!chance_.percent(12)) continue;
    const PersonId successor = register_person(secretary_);
    if (ask(secretary_, SucceedRepresentative{{i}, successor, now_ + hours{1}, {}, all_responsibilities()})) {
      pass(hours{2});
      invite_and_enrol(successor);
    }
  }
}

std::vector<PersonId> World::representatives() const {
  return live_->read([&](const Community& c) {
    std::vector<PersonId> people;
    for (std::uint32_t i = 0; i < c.membership.organizations.size(); ++i)
      if (const auto seat = c.membership.holder({i}, MandateKind::main, now_))
        people.push_back(c.membership.mandates[seat->value].person);
    return people;
  });
}

PersonId World::chair() const {
  return live_->read([&](const Community& c) {
    for (std::uint32_t p = 0; p < c.charter().bodies.co_chairs; ++p)
      if (const auto person = c.bodies.co_chair(p, now_); person && c.is_co_chair(*person, now_)) return *person;
    return secretary_;
  });
}

void World::meet(MeetingKind kind, const std::string& title, Time starts) {
  const store::Content details =
      content(R"({"description":"Simulated.","place":"Geneva and online","title":")" + title + R"("})");
  const MeetingId meeting{
      live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.meetings.all.size()); })};
  if (!ask(secretary_,
           PlanMeeting{kind, store::content_hash(details), starts, starts + days{2}, "Europe/Zurich", 6, 16 * 60},
           {details}))
    return;
  const SessionId first{
      live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.meetings.sessions.size()); })};
  const store::Content open_title = content("Exchange on current topics");
  const store::Content executive_title = content("Executive Session");
  ask(secretary_, AddSession{meeting, SessionKind::open, store::content_hash(open_title), starts, starts + hours{7}},
      {open_title});
  ask(secretary_,
      AddSession{meeting, SessionKind::executive, store::content_hash(executive_title), starts + days{1},
                 starts + days{1} + hours{7}},
      {executive_title});
  const store::Content item = content("Review of the work-plan");
  ask(secretary_, AddAgendaItem{{first.value + 1}, store::content_hash(item), 60}, {item});
  if (!ask(secretary_, PublishMeeting{meeting})) return;

  const auto people = representatives();
  for (const PersonId person : people) {
    if (!chance_.percent(30)) continue;
    const PersonId colleague = register_person(person);
    const InvitationId invitation{
        live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.membership.invitations.size()); })};
    if (!ask(person, InviteRepresentative{meeting, colleague})) continue;
    if (chance_.percent(90)) ask(chair(), ClearInvitation{invitation});
    if (chance_.percent(10)) ask(person, WithdrawInvitation{invitation});
  }
  now_ = std::max(now_, starts);
  std::vector<PersonId> present;
  for (const PersonId person : people) {
    if (chance_.percent(18)) {
      if (chance_.percent(50)) ask(person, DeclareAbsence{now_, now_ + days{3}});
      continue;
    }
    if (chance_.percent(95)) ask(person, AcceptDiscretion{meeting});
    present.push_back(person);
  }
  if (ask(secretary_, OpenSession{first})) {
    for (const PersonId person : present) ask(person, EnterSession{first});
    ask(secretary_, CloseSession{first});
  }
  now_ = std::max(now_, starts + days{1});
  hold_executive_session({first.value + 1}, present);
}

void World::hold_executive_session(SessionId session, const std::vector<PersonId>& people) {
  if (!ask(chair(), OpenSession{session})) return;
  for (const PersonId person : people) ask(person, EnterSession{session});
  const auto motions = 2 + chance_.below(3);
  for (std::uint64_t i = 0; i < motions; ++i)
    decide_motion(session, motion_titles[chance_.below(motion_titles.size())], people);
  ask(chair(), CloseSession{session});
}

void World::decide_motion(SessionId session, const std::string& title, const std::vector<PersonId>& people) {
  const store::Content text = content(R"({"text":"The membership decides so.","title":")" + title + R"("})");
  const MotionId motion{
      live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.decisions.motions.size()); })};
  const bool by_consensus = chance_.percent(40);
  const PersonId mover = people.empty() ? secretary_ : people[chance_.below(people.size())];
  if (!ask(mover,
           ProposeMotion{session,
                         Purpose::resolution,
                         store::content_hash(text),
                         {},
                         by_consensus ? Method::consensus : Method::vote,
                         chance_.percent(50),
                         {}},
           {text}))
    return;
  if (!ask(chair(), OpenMotion{motion, {}, {}, {}})) return;
  if (by_consensus) {
    if (!people.empty() && chance_.percent(30)) {
      const store::Content reason = content("We can't agree to this yet.");
      if (ask(people[chance_.below(people.size())], ObjectToMotion{motion, store::content_hash(reason)}, {reason}))
        ask(chair(), PutMotionToVote{motion});
    }
  }
  const auto in_favour = static_cast<unsigned>(40 + chance_.below(50));
  for (const PersonId person : people) {
    const std::uint32_t choice = chance_.percent(in_favour) ? 0 : chance_.percent(70) ? 1 : 2;
    ask(person, CastVote{motion, choice});
    if (chance_.percent(2)) ask(person, CastVote{motion, choice});  // somebody clicks twice
  }
  ask(chair(), CloseMotion{motion});
}

void World::run_silence(const std::string& title) {
  const store::Content text = content(R"({"text":"Adopted unless somebody objects.","title":")" + title + R"("})");
  const MotionId motion{
      live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.decisions.motions.size()); })};
  if (!ask(secretary_,
           ProposeMotion{{}, Purpose::resolution, store::content_hash(text), {}, Method::silence, false, {}}, {text}))
    return;
  if (!ask(secretary_, OpenMotion{motion, now_ + days{10}, "Europe/Zurich", 60})) return;
  pass(days{3});
  if (chance_.percent(25)) {
    const store::Content reason = content("This needs a discussion first.");
    ask(representatives().front(), ObjectToMotion{motion, store::content_hash(reason)}, {reason});
  }
  pass(days{8});
}

void World::admit_observer(unsigned year) {
  const std::string key = "OBS" + std::to_string(year + 1);
  const store::Content statement = content("Its security officers already work with ours.");
  const ProposalId proposal{
      live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.membership.proposals.size()); })};
  if (!ask(secretary_,
           ProposeObserver{key, "Observer Organization " + std::to_string(year + 1), store::content_hash(statement)},
           {statement}))
    return;
  const store::Content comment = content("Welcome.");
  ask(representatives().front(), CommentOnObserver{proposal, store::content_hash(comment)}, {comment});
  ask(secretary_, DecideOnObserver{proposal, true});  // too early: refused
  pass(days{live_->read([](const Community& c) { return c.charter().membership.observer_consultation_days; })} +
       hours{1});
  ask(secretary_, DecideOnObserver{proposal, true});
  ask(chair(), DecideOnObserver{proposal, true});
}

void World::live_a_year(unsigned year) {
  const Time begins = now_;
  pass(days{14});
  admit_observer(year);
  change_some_representatives();
  run_silence("Adopt the work-plan of year " + std::to_string(year + 1));
  staff_seats();
  now_ = std::max(now_, begins + days{120});
  meet(MeetingKind::mid_year, "Mid-year meeting", now_ + days{20});
  run_silence("Endorse the mid-year summary");
  now_ = std::max(now_, begins + days{230});
  meet(MeetingKind::symposium, "Annual symposium", now_ + days{45});
  now_ = std::max(now_, begins + days{364});
}

void World::set_the_stage(Time today) {
  now_ = std::max(now_, today - hours{2});
  const auto plan = [&](MeetingKind kind, const char* title, const char* place, Time starts, SessionKind session,
                        const char* session_title) {
    const store::Content details =
        content(std::string{R"({"description":"","place":")"} + place + R"(","title":")" + title + R"("})");
    const MeetingId meeting{
        live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.meetings.all.size()); })};
    ask(secretary_, PlanMeeting{kind, store::content_hash(details), starts, starts + days{2}, "Europe/Zurich", 8, 240},
        {details});
    const store::Content name = content(session_title);
    ask(secretary_,
        AddSession{meeting, session, store::content_hash(name), starts + days{1}, starts + days{1} + hours{6}}, {name});
    ask(secretary_, PublishMeeting{meeting});
    return meeting;
  };
  plan(MeetingKind::symposium, "Annual symposium", "Nairobi", std::chrono::floor<days>(now_) + days{75} + hours{8},
       SessionKind::executive, "Executive Session");

  const Time starts = now_ - days{1};
  const MeetingId today_meeting =
      plan(MeetingKind::ad_hoc, "Extraordinary session", "Online", starts, SessionKind::executive, "Executive Session");
  const SessionId session =
      live_->read([&](const Community& c) { return c.meetings.all[today_meeting.value].sessions.front(); });
  const auto people = representatives();
  for (const PersonId person : people)
    if (!chance_.percent(20)) ask(person, AcceptDiscretion{today_meeting});
  if (!ask(chair(), OpenSession{session})) return;
  for (const PersonId person : people) ask(person, EnterSession{session});
  const store::Content text = content(
      R"({"text":"Members share indicators of compromise within 24 hours of confirmation.","title":"Adopt a 24-hour sharing commitment"})");
  const MotionId motion{
      live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.decisions.motions.size()); })};
  ask(people.front(),
      ProposeMotion{session, Purpose::resolution, store::content_hash(text), {}, Method::vote, true, {}}, {text});
  ask(chair(), OpenMotion{motion, {}, {}, {}});
  for (std::size_t i = 6; i < people.size(); ++i)
    if (chance_.percent(60)) ask(people[i], CastVote{motion, chance_.percent(80) ? 0u : 1u});
  run_silence_until(now_ + days{9});
}

void World::run_silence_until(Time deadline) {
  const store::Content text = content(
      R"({"text":"The note goes to the ICT Directors as it stands.","title":"Agree to the overview of proceedings"})");
  const MotionId motion{
      live_->read([](const Community& c) { return static_cast<std::uint32_t>(c.decisions.motions.size()); })};
  ask(secretary_, ProposeMotion{{}, Purpose::resolution, store::content_hash(text), {}, Method::silence, false, {}},
      {text});
  ask(secretary_, OpenMotion{motion, deadline, "Europe/Zurich", 60});
}

std::vector<DemoEntry> World::entrances() {
  const auto people = representatives();
  const PersonId observer = live_->read([&](const Community& c) {
    for (std::uint32_t i = 0; i < c.membership.organizations.size(); ++i)
      if (const auto seat = c.membership.holder({i}, MandateKind::main, now_);
          seat && c.membership.organizations[i].status == Status::observer)
        return c.membership.mandates[seat->value].person;
    return PersonId{};
  });
  const auto co_chairs = live_->read([&](const Community& c) {
    std::vector<PersonId> serving;
    for (const PersonId person : people)
      if (c.is_co_chair(person, now_)) serving.push_back(person);
    return serving;
  });
  std::vector<DemoEntry> entries;
  const auto open_door = [&](const char* role, PersonId person) {
    Hash token{};
    chance_.fill(token);
    const std::string secret = to_base64url(token);
    host::Submission submission;
    submission.request = {slug_, {}, {}, AskRecovery{person}};
    submission.token_hash = sha256(bytes_of(secret));
    submit(std::move(submission));
    for (const PersonId co_chair : co_chairs)
      if (co_chair != person) ask(co_chair, ConfirmRecovery{person});
    ask(secretary_, ConfirmRecovery{person});
    entries.push_back({role, secret});
  };
  const auto member =
      std::ranges::find_if(people, [&](PersonId p) { return std::ranges::find(co_chairs, p) == co_chairs.end(); });
  open_door("Secretary", secretary_);
  if (!co_chairs.empty()) open_door("co-Chair", co_chairs.front());
  if (member != people.end()) open_door("Member", *member);
  open_door("Observer", observer);
  return entries;
}

SimulationReport World::report() {
  report_.entries = live_->size();
  report_.ends = now_;
  live_->stop();
  return report_;
}

}  // namespace ccop::simulation
