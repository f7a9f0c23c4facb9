// What looks like a value and is none.
#include "exchange/free_text/values.hpp"

namespace ccop::exchange::free_text_lines {
namespace {

using Words = std::vector<std::string>;

std::string version(Chance& chance) {
  std::string out = std::to_string(1 + chance.below(30));
  for (int part = 0; part < 3; ++part) out += "." + std::to_string(chance.below(part == 1 ? 12 : 30));
  return out;
}

std::string of_versions(Chance& chance) {
  static const Words ways{"version #",
                          "v#",
                          "Version: #",
                          "versions # and #",
                          "version # through #",
                          "firmware #",
                          "build #",
                          "release # or later",
                          "upgrade to #",
                          "before version #",
                          "nginx-#",
                          "Chrome/#",
                          "versión #",
                          "версия #",
                          "версии # и #",
                          "版本#",
                          "版本：#",
                          "الإصدار #",
                          "version # et #",
                          "libfoo_#",
                          "\"version\": \"#\"",
                          "patched in #",
                          "FileVersion=#",
                          "FortiOS #",
                          "PAN-OS # and earlier"};
  std::string out = chance.one_of(ways);
  for (std::size_t at = 0; (at = out.find('#')) != std::string::npos;) out.replace(at, 1, version(chance));
  return out;
}

std::string of_sections(Chance& chance) {
  static const Words ways{"section #", "Section #",       "clause #", "§ #",     "annex A, paragraph #",
                          "chapter #", "artículo #",      "раздел #", "пункт #", "第#节",
                          "القسم #",   "sections # to #", "Table #"};
  std::string out = chance.one_of(ways);
  for (std::size_t at = 0; (at = out.find('#')) != std::string::npos;) out.replace(at, 1, version(chance));
  return out;
}

std::string of_identifiers(Chance& chance) {
  switch (chance.below(4)) {
    case 0:
      return chance.hexadecimal(8) + "-" + chance.hexadecimal(4) + "-4" + chance.hexadecimal(3) + "-a" +
             chance.hexadecimal(3) + "-" + chance.hexadecimal(12);
    case 1:
      return "bc1q" + chance.characters("023456789acdefghjklmnpqrstuvwxyz", 38);
    case 2:
      return "0x" + chance.hexadecimal(40);
    default:
      return chance.one_of(Words{"api_key=", "trace_id: ", "session-token: "}) + chance.hexadecimal(32);
  }
}

const Words code{"System.Net.WebClient",
                 "java.lang.Runtime",
                 "os.path.join(x)",
                 "console.log(x)",
                 "asp.net",
                 "ASP.NET Core",
                 "Node.js",
                 "std::string",
                 "document.getElementById('x')",
                 "self.id",
                 "this.name",
                 "com.example.app.Main",
                 "Foo::Bar",
                 "obj.data[0]",
                 "New-Object Net.Sockets.TCPClient",
                 "requests.get(url)",
                 "\"user.name\": \"x\"",
                 "org.apache.commons.io",
                 "$env.zone",
                 "Face::Bad",
                 "e.g.",
                 "i.e.",
                 "a.m.",
                 "U.S.A.",
                 "Ph.D."};
const Words prose{"the file.It was opened",
                  "was blocked.Then it stopped",
                  "first.Second and third",
                  "конец.Начало",
                  "and/or",
                  "24/7",
                  "TCP/IP",
                  "12:30:45",
                  "2026-11-30T12:30:00Z",
                  "30.11.2026",
                  "3.5 GB",
                  "1,234.56",
                  "$5.99",
                  "+41 22 917 12 34",
                  "No.1",
                  "https",
                  "http://",
                  "user@",
                  "@analyst",
                  "#ioc",
                  "10:20",
                  "localhost",
                  "127.0.0.1",
                  "0.0.0.0",
                  "255.255.255.0",
                  "::1",
                  "1.3.6.1.4.1.311",
                  "00:1b:44:11:3a:b7",
                  "300.1.1.1",
                  "1.2.3",
                  "T12",
                  "TA0001",
                  "CVE-12-3",
                  "AS64496",
                  "MS17-010"};

}  // namespace

std::string some_decoy(Chance& chance) {
  switch (chance.below(9)) {
    case 0:
    case 1:
      return of_versions(chance);
    case 2:
      return of_sections(chance);
    case 3:
    case 4:
      return chance.one_of(code);
    case 5:
    case 6:
      return chance.one_of(prose);
    case 7:
      return chance.one_of(Words{"git commit ", "commit ", "fixed in commit ", "revision ", "cherry-picked from ",
                                 "提交 ", "коммит "}) +
             chance.hexadecimal(40);
    default:
      return of_identifiers(chance);
  }
}

}  // namespace ccop::exchange::free_text_lines
