// What is found in free text, as people paste it.
#include "exchange/recognise.hpp"

#include "exchange/compose.hpp"
#include "exchange/stix/examine.hpp"
#include "exchange/stix/pattern.hpp"
#include "exchange/stix/terms.hpp"

namespace ccop::exchange {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

std::vector<std::string> values(std::string_view text) {
  std::vector<std::string> all;
  for (const auto& sign : recognise(text)) all.push_back(sign.value);
  return all;
}
Recognised kind(std::string_view text) {
  const auto signs = recognise(text);
  EXPECT_EQ(signs.size(), 1u) << text;
  return signs.empty() ? Recognised{} : signs.front().kind;
}

TEST(FreeText, HoldsAddressesDomainsUrlsHashesAndCves) {
  EXPECT_EQ(kind("seen from 198.51.100.7."), Recognised::ipv4);
  EXPECT_EQ(kind("block 203.0.113.0/24!"), Recognised::ipv4);
  EXPECT_EQ(kind("2001:DB8::1,"), Recognised::ipv6);
  EXPECT_EQ(kind("(evil.example)"), Recognised::domain);
  EXPECT_EQ(kind("https://evil.example/a?b=1"), Recognised::url);
  EXPECT_EQ(kind("from: <someone@evil.example>"), Recognised::email);
  EXPECT_EQ(kind("d41d8cd98f00b204e9800998ecf8427e"), Recognised::md5);
  EXPECT_EQ(kind("da39a3ee5e6b4b0d3255bfef95601890afd80709"), Recognised::sha1);
  EXPECT_EQ(kind("SHA256=E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855"), Recognised::sha256);
  EXPECT_EQ(kind("cve-2026-12345"), Recognised::cve);
  EXPECT_EQ(kind("T1059.001"), Recognised::technique);
  EXPECT_EQ(kind("invoice.pdf.exe"), Recognised::file_name);
  EXPECT_EQ(kind("198.51.100.7:8080"), Recognised::ipv4);
}

TEST(FreeText, IsMadeWholeWhereItWasDefanged) {
  EXPECT_THAT(values("hxxps://evil[.]example/a"), ElementsAre("https://evil.example/a"));
  EXPECT_THAT(values("hXXp[://]evil(dot)example/"), ElementsAre("http://evil.example/"));
  EXPECT_THAT(values("198[.]51[.]100[.]7 198.51.100(.)8"), ElementsAre("198.51.100.7", "198.51.100.8"));
  EXPECT_THAT(values("someone[at]evil[.]example"), ElementsAre("someone@evil.example"));
}

TEST(FreeText, IsMostlyWordsAndNumbersThatAreNothing) {
  EXPECT_THAT(values("At 12:30 we found 3.5 GB, e.g. in version 1.2.3, and/or nothing. See section 4.2.1; 300.1.1.1 is "
                     "no address."),
              IsEmpty());
  EXPECT_THAT(values("10.0.0.1.5 abc:def T12 CVE-12-3 @example.com ..."), IsEmpty());
}

TEST(FreeText, HoldsValuesBehindLabelsInTablesAndInTheQuotesOfAllLanguages) {
  EXPECT_THAT(values("IP:203.0.113.4 MD5=d41d8cd98f00b204e9800998ecf8427e"),
              ElementsAre("203.0.113.4", "d41d8cd98f00b204e9800998ecf8427e"));
  EXPECT_THAT(values("| 203.0.113.4 | evil.example |"), ElementsAre("203.0.113.4", "evil.example"));
  EXPECT_THAT(values("• evil.example\n1) 203.0.113.4\n-203.0.113.5"),
              ElementsAre("evil.example", "203.0.113.4", "203.0.113.5"));
  EXPECT_THAT(values("{\"ip\":\"203.0.113.4\",\"url\":\"https:\\/\\/evil.example\\/a\"}"),
              ElementsAre("203.0.113.4", "https://evil.example/a"));
  EXPECT_THAT(values("«a.example» “b.example” ‘c.example’ 「d.example」"),
              ElementsAre("a.example", "b.example", "c.example", "d.example"));
  EXPECT_THAT(values("恶意域名evil.example，地址203.0.113.4。"), ElementsAre("evil.example", "203.0.113.4"));
  EXPECT_THAT(values("العنوان: 203.0.113.4، والنطاق evil.example؛"), ElementsAre("203.0.113.4", "evil.example"));
  EXPECT_THAT(values("٢٠٣.٠.١١٣.٤"), ElementsAre("203.0.113.4"));
}

TEST(FreeText, HoldsUrlsAsTheyStandInCallsInMarkdownAndInMarkup) {
  EXPECT_THAT(values("DownloadString('hxxp://evil[.]example/s.ps1')"), ElementsAre("http://evil.example/s.ps1"));
  EXPECT_THAT(values("[a](https://evil.example/a(1).html)"), ElementsAre("https://evil.example/a(1).html"));
  EXPECT_THAT(values("<code>https://evil.example/a</code>"), ElementsAre("https://evil.example/a"));
  EXPECT_THAT(values("&lt;https://evil.example/?a=1&amp;b=2&gt;"), ElementsAre("https://evil.example/?a=1&b=2"));
  EXPECT_THAT(values("https://a.example/xhttps://b.example/y;ftp://c.example/z"),
              ElementsAre("https://a.example/x", "https://b.example/y", "ftp://c.example/z"));
  EXPECT_THAT(values("\"https://evil.example/a,b?c=1\""), ElementsAre("https://evil.example/a,b?c=1"));
  EXPECT_THAT(values("1,https://evil.example/a,word"), ElementsAre("https://evil.example/a"));
  EXPECT_THAT(values("https://evil.example/路径"), ElementsAre("https://evil.example/路径"));
  EXPECT_THAT(values("访问https://evil.example网站"), ElementsAre("https://evil.example"));
}

TEST(FreeText, HoldsWhatAuthorsBrokeInOtherWays) {
  for (const char* written : {"HXXPS://evil.example/a", "h**ps://evil.example/a", "ttps://evil.example/a",
                              "hxxps:\\\\evil.example\\a", "hxxps://evil.example[/]a", "http(s)://evil[.example]/a"})
    EXPECT_THAT(values(written), ElementsAre("https://evil.example/a")) << written;
  EXPECT_THAT(values("meow://evil.example/a"), ElementsAre("http://evil.example/a"));
  EXPECT_THAT(values("evil [.] example a(at)evil(dot)example"), ElementsAre("evil.example", "a@evil.example"));
  EXPECT_THAT(values("2001[:]db8[:]:beef"), ElementsAre("2001:db8::beef"));
  EXPECT_THAT(values("tcp://evil.example:4444 wss://evil.example/w"),
              ElementsAre("tcp://evil.example:4444", "wss://evil.example/w"));
  EXPECT_THAT(values("[2001:db8::17]:443 fe80::1%eth0"), ElementsAre("2001:db8::17", "fe80::1"));
  EXPECT_THAT(values("CVE\u20112023\u201334362 T1059/001"), ElementsAre("CVE-2023-34362", "T1059.001"));
  EXPECT_THAT(values("mailto:a@evil.example"), ElementsAre("a@evil.example"));
}

TEST(FreeText, HoldsNamesBeyondAsciiInTheirCanonicalForm) {
  EXPECT_THAT(values("ПРИМЕР.example BÜCHER[.]example xn--bcher-kva.example"),
              ElementsAre("пример.example", "bücher.example", "xn--bcher-kva.example"));
  EXPECT_THAT(values("-bücher.example ü-.example"), ElementsAre("bücher.example"));  // no label ends with a hyphen
}

TEST(FreeText, HoldsOfPathsTheNamesOfFiles) {
  EXPECT_THAT(values("C:\\Users\\Public\\a.exe \\\\srv\\share\\b.dll %TEMP%\\c.ps1 /tmp/.x/d.sh ~/e.py"),
              ElementsAre("a.exe", "b.dll", "c.ps1", "d.sh", "e.py"));
  EXPECT_THAT(values("\"C:\\Program Files\\Evil\\a b.exe\" C:\\Program Files\\Evil\\c.exe"),
              ElementsAre("a b.exe", "c.exe"));
  EXPECT_THAT(values("/etc/passwd HKLM\\Software\\Run C:\\Windows /24"), IsEmpty());
}

TEST(FreeText, IsNotItsVersionsAndSections) {
  for (const char* text :
       {"FortiOS version 7.2.0.1 through 7.2.3.0", "v1.2.3.4", "nginx-1.2.3.4", "Chrome/99.0.1.2", "FortiOS 7.2.0.1",
        "1.2.3.4 and earlier", "section 1.2.3.4", "§ 1.2.3.4", "1.2.3.4 Scope of the annex", "раздел 1.2.3.4",
        "版本7.2.0.1", "第1.2.3.4节", "الإصدار 7.2.0.1", "netmask 255.255.255.0", "1.3.6.1.4.1.311"})
    EXPECT_THAT(values(text), IsEmpty()) << text;
  EXPECT_THAT(values("version 1.2.3[.]4, IP: 1.2.3.4"), ElementsAre("1.2.3.4"));  // an author says that it is one
  EXPECT_THAT(values("version 7.2.0.1 (203.0.113.4)"), ElementsAre("203.0.113.4"));
}

TEST(FreeText, IsNotItsSentencesCodeAndCommits) {
  for (const char* text :
       {"the sentence.Next one", "System.Net.WebClient", "asp.net Node.js", "os.path", "console.log(x)", "self.id",
        "com.example.app", "\"user.name\": 1", "git commit 9fceb02d0ae598e95dc970b74767f19372d61af8", "cafe::add",
        "trace_id=4bf92f3577b34da6a3ce929d0e0e4736", "0xde0b295669a9fd93d5f28d9ec85e40f4cb697bae",
        "git@github.com:a/b.git", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"})
    EXPECT_THAT(values(text), IsEmpty()) << text;
  EXPECT_EQ(kind("evil[.]zip"), Recognised::domain);
  EXPECT_EQ(kind("evil.zip"), Recognised::file_name);
  EXPECT_EQ(kind("SHA1: 9fceb02d0ae598e95dc970b74767f19372d61af8"), Recognised::sha1);
}

TEST(FreeText, LeavesOutAddressesByWhichAMachineMeansItselfAndSaysSo) {
  const auto reading = read_signs("127.0.0.1 ::1 0.0.0.0 http://localhost:8080/a http://127.8.0.1/ 128.0.0.1");
  EXPECT_EQ(reading.signs, (std::vector{Sign{Recognised::ipv4, "128.0.0.1"}}));
  EXPECT_EQ(reading.left_out.size(), 5u);
}

TEST(FreeText, MarksWhatIsWellKnownAndKeepsIt) {
  const auto known = [](std::string_view text) {
    const auto signs = recognise(text);
    return signs.size() == 1 ? std::string{word_of(known_for(signs.front()))} : "not one value";
  };
  EXPECT_EQ(known("198.51.100.7"), "documentation");
  EXPECT_EQ(known("198.51.101.7"), "");
  EXPECT_EQ(known("198.51.100.0/24"), "documentation");
  EXPECT_EQ(known("198.51.0.0/16"), "");  // wider than what is known
  EXPECT_EQ(known("2001:db8::1"), "documentation");
  EXPECT_EQ(known("2001:db9::1"), "");
  EXPECT_EQ(known("https://a.example:8443/b"), "documentation");
  EXPECT_EQ(known("10.1.2.3"), "private");
  EXPECT_EQ(known("8.8.8.8"), "resolver");
  EXPECT_EQ(known("a@www.who.int"), "un-system");
  EXPECT_EQ(known("evilwho.int"), "");
  EXPECT_EQ(known("d41d8cd98f00b204e9800998ecf8427e"), "empty-file");
  EXPECT_EQ(known("CVE-2026-1234"), "");
}

TEST(FreeText, IsReadToItsEndWhateverItIsMadeOf) {
  for (const char* piece : {"a.", "((", "https://", "[.]", "\\n", "地1", "::", "/a", "\"/", "%a", "h**p:/"}) {
    std::string text;
    while (text.size() < 100'000) text += piece;
    EXPECT_LE(recognise(text).size(), 10u) << piece;
  }
}

TEST(FreeText, GivesEachValueOnceInItsOrderAndNotMoreThanAsked) {
  EXPECT_THAT(values("b.example a.example b.example"), ElementsAre("b.example", "a.example"));
  EXPECT_EQ(recognise("a.example b.example c.example", 2).size(), 2u);
}

TEST(FreeText, BecomesPatternsThatAreWellFormed) {
  for (const auto& sign : recognise(
           "198.51.100.7 2001:db8::1 a.example https://a.example/'x\\y a@b.example d41d8cd98f00b204e9800998ecf8427e "
           "da39a3ee5e6b4b0d3255bfef95601890afd80709 x.exe"))
    EXPECT_TRUE(std::holds_alternative<Pattern>(parse_pattern(pattern_of(sign)))) << pattern_of(sign);
}

TEST(IncidentReports, BecomeStixInWhichEverythingRelatesToTheIncident) {
  const Making making{"identity--f431f809-377b-45e0-aa1c-6a4751cae5ff", 1'767'225'600'123'456, Level::green, true};
  const auto objects = compose(making, {"n", "d", "f", "h", 0, "198.51.100.7 CVE-2026-1234 T1566"});
  ASSERT_EQ(objects.size(), 5u);
  for (const auto& json : objects) {
    const auto examined = Examiner{}.examine(json.dump());
    EXPECT_TRUE(examined.errors.empty()) << json << examined.errors.front().sentence();
    EXPECT_EQ(strictest(examined.object.markings), Level::green);
    EXPECT_THAT(examined.object.markings, Contains(chatham_house_marking()));
  }
  EXPECT_EQ(objects[0]["type"], "incident");
  EXPECT_EQ(objects[0]["external_references"][0]["external_id"], "T1566");
  EXPECT_EQ(objects[1]["labels"], nlohmann::json({"well-known:documentation"}));
  EXPECT_EQ(objects[2]["target_ref"], objects[0]["id"]);
  EXPECT_EQ(objects[4]["source_ref"], objects[3]["id"]);
}

TEST(Terms, AreWordsInSmallLettersWithoutPunctuationAtTheirEnds) {
  const auto terms = [](std::string_view text) {
    std::vector<std::string> all;
    append_terms(all, text);
    return all;
  };
  EXPECT_THAT(terms("The Botnet, (again) at host-1.example."),
              ElementsAre("the", "botnet", "again", "at", "host-1.example"));
  EXPECT_THAT(terms("ÉCOLE Ángel Привет Ελλάδα"), ElementsAre("école", "ángel", "привет", "ελλάδα"));
  EXPECT_THAT(terms("网络 安全"), ElementsAre("网", "络", "安", "全"));
  EXPECT_THAT(terms("«هجوم»، تصيد؟"), ElementsAre("هجوم", "تصيد"));
  EXPECT_THAT(terms("\xC3"), Not(IsEmpty()));  // a character that is cut off ends the text, nothing more
  EXPECT_THAT(terms(""), IsEmpty());
}

TEST(Terms, OfAValueHoldWhatLiesWithin) {
  std::vector<std::string> terms;
  append_value_terms(terms, "https://user@www.Evil.example:8443/a");
  EXPECT_THAT(terms, Contains("www.evil.example"));
  terms.clear();
  append_value_terms(terms, "2001:0DB8:0:0::1");
  EXPECT_THAT(terms, ElementsAre("2001:db8::1"));
}

TEST(Terms, ReachFromAnAddressToItsNetworksAndFromADomainToItsParents) {
  EXPECT_THAT(wider_terms("198.51.100.7"), Contains("198.51.100.0/24"));
  EXPECT_THAT(wider_terms("198.51.100.7"), Contains("198.0.0.0/8"));
  EXPECT_THAT(wider_terms("198.51.100.0/24"), Not(Contains("198.51.100.0/24")));
  EXPECT_THAT(wider_terms("198.51.100.0/24"), Contains("198.51.0.0/16"));
  EXPECT_THAT(wider_terms("2001:db8::1"), Contains("2001:db8::/32"));
  EXPECT_THAT(wider_terms("a.b.evil.example"), ElementsAre("b.evil.example", "evil.example"));
  EXPECT_THAT(wider_terms("10.0.0.1/99"), IsEmpty());
  EXPECT_THAT(wider_terms("word"), IsEmpty());
}

}  // namespace
}  // namespace ccop::exchange
