// Mail of a community that lives: nothing twice, nothing lost, whatever the relay does and whenever the host stops.
#include "community/decisions/delivery.hpp"
#include "notify/mail/reports.hpp"
#include "server/demo_site.hpp"

#include <gmock/gmock.h>

namespace ccop::server {
namespace {

using namespace community;
using notify::Handed;
using notify::Item;
using notify::MailOffice;
using notify::Round;
using notify::Standing;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using Result = Handed::Result;

class AMailOffice : public DemoSite {
 protected:
  struct Sent {
    std::string to;
    std::string mail;
    [[nodiscard]] std::string id() const {
      const auto begin = mail.find("Message-Id: <") + 13;
      return mail.substr(begin, mail.find('>', begin) - begin);
    }
    [[nodiscard]] bool is_invitation() const { return mail.find("text/calendar") != std::string::npos; }
  };

  std::unique_ptr<MailOffice> office(MailOffice::Accepted accepted = {}) {
    return std::make_unique<MailOffice>(
        site().live(), notify::MailOptions{"ccop@example.org", "http://localhost:8080/c/ccop"},
        [this](const notify::Envelope& envelope, const notify::Stop&) {
          sent.push_back({envelope.to, envelope.mail});
          return answer(envelope.to);
        },
        std::move(accepted));
  }
  static std::size_t waiting(MailOffice& office) {
    std::size_t found = 0;
    for (const auto& [person, box] : office.boxes().all())
      for (const Item& item : box.items) found += item.standing == Standing::waiting;
    return found;
  }
  /// The host stops before it has written down what the relay answered.
  struct Stopped {};

  std::vector<Sent> sent;
  std::function<Handed(const std::string&)> answer = [](const std::string&) {
    return Handed{Result::accepted, "250 2.0.0 taken"};
  };
};

TEST_F(AMailOffice, WritesToEachOnceAndNeverAgainOfTheSame) {
  auto one = office();
  const Round first = one->work();
  EXPECT_GT(first.accepted, 2u);  // on a day of rest no step of a duty comes
  EXPECT_EQ(first.refused, 0u);
  EXPECT_EQ(sent.size(), first.accepted);
  std::set<std::string> to;
  for (const Sent& mail : sent)
    if (!mail.is_invitation()) EXPECT_TRUE(to.insert(mail.to).second) << "two letters to " << mail.to;
  EXPECT_EQ(waiting(*one), 0u);
  one->work();
  one = office();  // and after a restart
  one->work();
  EXPECT_EQ(sent.size(), first.accepted);
}

TEST_F(AMailOffice, TellsNoTitleNoNameAndNoText) {
  office()->work();
  std::vector<std::string> secret;
  site().live().read([&](const Community& now) {
    for (const PersonId id : community::people(now).all.ids())
      if (const auto text = site().live().text(community::people(now).all[id].profile))
        secret.push_back(nlohmann::json::parse(*text)["name"]);
    for (const MotionId id : decisions(now).motions.ids())
      if (const auto text = site().live().text(decisions(now).motions[id].text))
        secret.push_back(nlohmann::json::parse(*text)["title"]);
  });
  ASSERT_GT(secret.size(), 20u);
  for (const Sent& mail : sent)
    for (const std::string& word : secret) EXPECT_THAT(mail.mail, Not(HasSubstr(word)));
}

TEST_F(AMailOffice, LosesNothingWhileTheRelayIsAway) {
  auto one = office();
  answer = [](const std::string&) { return Handed{Result::unreachable, "Couldn't connect to server"}; };
  EXPECT_EQ(one->work().accepted, 0u);
  EXPECT_EQ(sent.size(), 1u) << "nobody else is tried while the relay is away";
  EXPECT_EQ(one->trouble(), "Couldn't connect to server");
  const std::size_t all = waiting(*one);
  EXPECT_EQ(one->work().postponed, 0u) << "it is let alone for a while";
  answer = [](const std::string&) { return Handed{Result::accepted, "250"}; };
  one = office();
  one->work();
  EXPECT_EQ(waiting(*one), 0u);
  std::size_t told = 0;
  for (const auto& [person, box] : one->boxes().all())
    for (const Item& item : box.items) told += item.standing == Standing::accepted;
  EXPECT_EQ(told, all);
}

TEST_F(AMailOffice, GoesOnWithTheOthersWhereOneIsPutOff) {
  auto one = office();
  std::string first;
  answer = [&](const std::string& to) {
    if (first.empty()) first = to;
    return to == first ? Handed{Result::later, "451 4.7.1 greylisted"} : Handed{Result::accepted, "250"};
  };
  const Round round = one->work();
  EXPECT_EQ(round.postponed, 1u);
  EXPECT_GT(round.accepted, 1u);
  const std::size_t tried = sent.size();
  one->work();
  EXPECT_EQ(sent.size(), tried) << "not before its time";
  EXPECT_GT(waiting(*one), 0u);
}

TEST_F(AMailOffice, SendsTheSameMailAgainWhereItStoppedBeforeItKnewTheAnswer) {
  answer = [](const std::string&) -> Handed { throw Stopped{}; };
  auto one = office();
  EXPECT_THROW(one->work(), Stopped);
  ASSERT_EQ(sent.size(), 1u);
  answer = [](const std::string&) { return Handed{Result::accepted, "250"}; };
  one = office();
  one->work();
  const auto again = std::ranges::count_if(sent, [&](const Sent& mail) { return mail.id() == sent[0].id(); });
  EXPECT_EQ(again, 2) << "once with no answer, once more";
  EXPECT_EQ(sent[1].id(), sent[0].id());
  std::set<std::string> ids;
  for (const Sent& mail : sent) ids.insert(mail.id());
  EXPECT_EQ(ids.size() + 1, sent.size());
}

TEST_F(AMailOffice, ShowsTheSecretaryWhomAServerRefused) {
  auto one = office();
  answer = [](const std::string& to) {
    return to.starts_with("s") ? Handed{Result::accepted, "250"} : Handed{Result::refused, "550 5.1.1 no such user"};
  };
  EXPECT_GT(one->work().refused, 0u);
  for (const auto& [person, box] : one->boxes().all())
    for (const Item& item : box.items)
      if (item.standing == Standing::refused) EXPECT_EQ(item.answer, "550 5.1.1 no such user");
  const std::size_t before = sent.size();
  one->work();
  EXPECT_EQ(sent.size(), before) << "what was refused is not tried by itself";
  answer = [](const std::string&) { return Handed{Result::accepted, "250"}; };
  for (const auto& [person, box] : one->boxes().all())
    if (box.refused_for) one->retry(person);
  one->work();
  for (const auto& [person, box] : one->boxes().all()) EXPECT_EQ(box.refused_for, std::nullopt);
}

TEST_F(AMailOffice, TellsWhoeverAsksOfEachThingThatTheRelayTook) {
  std::size_t told = 0;
  auto one = office([&](PersonId, const Item&, const std::string& answered) {
    EXPECT_EQ(answered, "250 2.0.0 taken");
    ++told;
  });
  one->work();
  std::size_t accepted = 0;
  for (const auto& [person, box] : one->boxes().all()) accepted += box.items.size();
  EXPECT_EQ(told, accepted);
}

TEST_F(AMailOffice, KeepsWhoIsWrittenToByTheRhythmThatTheyChose) {
  auto one = office();
  for (std::uint32_t i = 0; i < people; ++i)
    one->boxes().change({i}, [](notify::Box& box) { box.preference.rhythm = notify::Rhythm::daily; });
  one->work();
  const Time soon = site().live().now() + days{3};
  for (std::uint32_t i = 0; i < people; ++i)
    for (const Item& item : one->boxes().of({i}).items)
      if (item.standing == Standing::accepted)
        EXPECT_TRUE(item.cannot_wait || item.is_escalated || item.by || item.invite.value().starts <= soon)
            << item.about;
}

/// A silence procedure that is open in the demonstration, and somebody of a seat that has not got its text.
struct Unreached {
  MotionId motion;
  PersonId person;
  OrganizationId seat;
};
std::optional<Unreached> somebody_unreached(const Community& now, Time at) {
  for (const MotionId id : decisions(now).open)
    for (const OrganizationId seat : unreached(now, decisions(now).motions[id], at))
      if (const auto person = membership(now).voice_of(seat, at, true)) return Unreached{id, *person, seat};
  return std::nullopt;
}

TEST_F(AMailOffice, HasTheRecordSayThatNewsOfASilenceProcedureWereTakenOver) {
  const Time at = site().live().now();
  const auto before = site().live().read([&](const Community& now) { return somebody_unreached(now, at); });
  ASSERT_TRUE(before);
  const auto report = notify::reporting(site().live());
  Item item;
  report(before->person, item, "250 of something else");
  item.motion = before->motion;
  item.is_escalated = true;
  report(before->person, item, "250 of what others did not do");
  const std::uint64_t size = site().live().size();
  item.is_escalated = false;
  report(before->person, item, "250 2.0.0 queued");
  report(before->person, item, "250 2.0.0 queued again");  // the rules refuse it
  while (site().live().size() == size) std::this_thread::yield();
  const auto left = site().live().read([&](const Community& now) {
    return unreached(now, decisions(now).motions[before->motion], site().live().now());
  });
  EXPECT_EQ(std::ranges::find(left, before->seat), left.end());
  EXPECT_EQ(site().live().size(), size + 1);
}

TEST_F(AMailOffice, KnowsItsOwnLinksForEndingMails) {
  const auto one = office();
  for (const char* wrong : {"", "0", "0.", "1.0000", "x", "0.zz", "18446744073709551616.0"})
    EXPECT_EQ(one->unsubscriber(wrong), std::nullopt) << wrong;
}

}  // namespace
}  // namespace ccop::server
