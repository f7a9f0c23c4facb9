#include "exchange/free_text/values.hpp"

#include <algorithm>

namespace ccop::exchange::free_text_lines {
namespace {

using Words = std::vector<std::string>;

std::string replaced(std::string text, const std::string& what, const std::string& with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
  return text;
}

std::string in_capitals(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return text;
}

std::string number(Chance& chance, std::uint64_t first, std::uint64_t last) {
  return std::to_string(first + chance.below(last - first + 1));
}

/// Points as authors break them; mostly all in the same way, sometimes only the last.
std::string with_broken_points(Chance& chance, const std::string& text) {
  static const Words ways{"[.]",   "[.]",   "[.]",   "[.]",   "(.)", "{.}", "[dot]",
                          "(dot)", "[DOT]", "{dot}", " [.] ", "[.",  "\\."};
  const std::string& way = chance.one_of(ways);
  if (chance.percent(70)) return replaced(text, ".", way);
  const auto last = text.rfind('.');
  return text.substr(0, last) + way + text.substr(last + 1);
}

std::string some_ipv4(Chance& chance) {
  static const Words first{"5",   "23",  "31",  "45",  "51",  "62",  "77",  "80", "91",
                           "103", "141", "159", "176", "185", "194", "203", "212"};
  return chance.one_of(first) + "." + number(chance, 16, 255) + "." + number(chance, 0, 255) + "." +
         number(chance, 1, 254);
}

std::string some_ipv6(Chance& chance) {
  static const Words prefixes{"2001:db8", "2a01:4f8", "2606:4700", "2a0d:5600", "2001:678"};
  std::string address = chance.one_of(prefixes);
  switch (chance.below(3)) {
    case 0:
      return address + "::" + chance.hexadecimal(1 + chance.below(3));
    case 1:
      return address + ":" + number(chance, 1, 9) + "::" + number(chance, 10, 99) + ":" + number(chance, 1, 9999);
    default:
      for (int group = 0; group < 6; ++group) address += ":" + number(chance, 1, 9) + chance.hexadecimal(3);
      return address;
  }
}

std::string some_name(Chance& chance) {
  static const Words parts{"secure", "login",   "update",  "mail",   "cdn",     "portal", "docs",
                           "relief", "payroll", "vpn",     "grant",  "invoice", "backup", "static",
                           "api",    "office",  "support", "donate", "track",   "news"};
  std::string name = chance.one_of(parts);
  if (chance.percent(60)) name += "-" + chance.one_of(parts);
  if (chance.percent(30)) name += number(chance, 1, 99);
  return name;
}

std::string some_domain(Chance& chance) {
  static const Words endings{"com", "net", "org", "ru",  "cn",     "info",  "xyz",    "top", "example", "example",
                             "de",  "fr",  "io",  "int", "online", "co.uk", "com.br", "es",  "test",    "site"};
  std::string domain = some_name(chance) + "." + chance.one_of(endings);
  return chance.percent(35) ? some_name(chance) + "." + domain : domain;
}

std::string some_foreign_domain(Chance& chance) {
  static const Words names{"пример",     "почта", "банк-онлайн", "bücher", "señal", "løgin", "école-aide",
                           "παράδειγμα", "例子",  "联合国邮箱",  "بنك",    "مثال",  "помощь"};
  static const Words endings{"example", "com", "org", "net"};
  return chance.one_of(names) + "." + chance.one_of(endings);
}

std::string some_file(Chance& chance) {
  static const Words names{"invoice", "payload", "svchost", "Report_2026", "setup",        "update",
                           "loader",  "stage2",  "счёт",    "contrat",     "agenda-final", "x64"};
  static const Words endings{"exe", "dll", "pdf", "docm", "ps1", "js",   "vbs", "zip",
                             "lnk", "iso", "sh",  "py",   "hta", "xlsm", "rar"};
  return chance.one_of(names) + (chance.percent(20) ? ".pdf." : ".") + chance.one_of(endings);
}

Value address(Chance& chance) {
  const std::string value = some_ipv4(chance) + (chance.percent(8) ? "/" + number(chance, 16, 32) : "");
  if (value.find('/') != std::string::npos)
    return {"ipv4", value, chance.percent(30) ? replaced(value, ".", "[.]") : value};
  std::string written = chance.percent(45) ? with_broken_points(chance, value) : value;
  if (chance.percent(20)) written += ":" + chance.one_of(Words{"443", "8080", "4444", "22"});
  return {"ipv4", value, written};
}

Value long_address(Chance& chance) {
  const std::string value = some_ipv6(chance);
  switch (chance.below(6)) {
    case 0:
      return {"ipv6", value, "[" + value + "]:" + number(chance, 1, 65535)};
    case 1:
      return {"ipv6", value, in_capitals(value)};
    case 2:
      return {"ipv6", value, replaced(value, ":", "[:]")};
    case 3: {
      const std::string local = "fe80::" + number(chance, 1, 99);
      return {"ipv6", local, local + chance.one_of(Words{"%eth0", "%12", "%en1"})};
    }
    default:
      return {"ipv6", value, value};
  }
}

Value domain(Chance& chance) {
  if (chance.percent(15)) {
    const std::string value = some_foreign_domain(chance);
    return {"domain", value, chance.percent(50) ? replaced(value, ".", "[.]") : value, true};
  }
  const std::string value = some_domain(chance);
  std::string written = chance.percent(60) ? with_broken_points(chance, value) : value;
  if (chance.percent(8)) written = in_capitals(written);
  if (chance.percent(8)) written += ":" + number(chance, 1, 65535);
  return {"domain", value, written};
}

Value url(Chance& chance) {
  static const Words paths{"",
                           "/",
                           "/a",
                           "/gate.php",
                           "/wp-content/x.zip",
                           "/dl/file(1).bin",
                           "/a_b-c/~d/",
                           "/x?id=1&u=a",
                           "/index.html#top",
                           "/p?to=a@b.example",
                           "/%7Euser/1",
                           "/v1.2/upd",
                           "/d?e=1,2;3",
                           "/路径",
                           "/café"};
  struct Way {
    std::string scheme;
    Words written;
  };
  static const std::vector<Way> ways{{"http",
                                      {"http://", "hxxp://", "hXXp://", "HXXP://", "http[:]//", "hxxp[://]", "h**p://",
                                       "meow://", "htxp://", "http[:/]/"}},
                                     {"https",
                                      {"https://", "https://", "hxxps://", "hXXps://", "HXXPS://", "HTTPS://",
                                       "hxxps[:]//", "https[://]", "ttps://", "h__ps://"}},
                                     {"ftp", {"ftp://", "FTP://", "ftp[:]//"}},
                                     {"tcp", {"tcp://"}},
                                     {"wss", {"wss://"}},
                                     {"sftp", {"sftp://"}}};
  const Way& way = ways[chance.percent(80) ? chance.below(2) : chance.below(ways.size())];
  const bool is_number = chance.percent(20);
  std::string host = is_number ? some_ipv4(chance) : some_domain(chance);
  std::string port = chance.percent(20) ? ":" + number(chance, 1, 65535) : "";
  const std::string path = chance.one_of(paths);
  std::string written_host =
      chance.percent(55) ? replaced(host, ".", chance.one_of(Words{"[.]", "[.]", "(.)", "[dot]"})) : host;
  std::string written_path = path;
  std::string scheme = chance.one_of(way.written);
  if (path.find_first_of("?#@%(") == std::string::npos && chance.percent(12)) {
    if (chance.percent(50) && scheme.ends_with("://")) {
      scheme = replaced(scheme, "://", ":\\\\");
      written_path = replaced(path, "/", "\\");
    } else {
      written_path = replaced(path, "/", "[/]");
    }
  }
  if (way.scheme != "http" && way.scheme != "https")
    scheme = replaced(scheme, "\\", "/"), written_path = replaced(written_path, "\\", "/");
  return {"url", way.scheme + "://" + host + port + path, scheme + written_host + port + written_path};
}

Value email(Chance& chance) {
  static const Words locals{"hr", "john.doe", "no-reply", "billing+un", "admin_1", "claims"};
  const std::string local = chance.one_of(locals);
  const std::string host = some_domain(chance);
  const std::string at = chance.one_of(Words{"@", "@", "@", "[at]", "(at)", "[@]", " [at] ", "{at}"});
  const std::string point = at == "@" ? chance.one_of(Words{".", "[.]"}) : "[.]";
  std::string written = replaced(local, ".", point) + at + replaced(host, ".", point);
  if (chance.percent(15)) written = "mailto:" + written;
  return {"email", local + "@" + host, written};
}

Value hash(Chance& chance) {
  static const std::vector<std::pair<std::string, std::size_t>> kinds{
      {"md5", 32}, {"sha1", 40}, {"sha256", 64}, {"sha256", 64}, {"sha512", 128}};
  const auto& [kind, size] = chance.one_of(kinds);
  const std::string value = "a" + chance.hexadecimal(size - 1);
  return {kind, value, chance.percent(25) ? in_capitals(value) : value};
}

Value vulnerability(Chance& chance) {
  const std::string year = number(chance, 1999, 2026);
  const std::string sequence = number(chance, 1000, 99999);
  const std::string hyphen = chance.one_of(Words{"-", "-", "-", "\u2011", "\u2010", "\u2013"});
  return {"cve", "CVE-" + year + "-" + sequence,
          (chance.percent(20) ? "cve" : "CVE") + hyphen + year + hyphen + sequence};
}

Value technique(Chance& chance) {
  const std::string value = "T1" + number(chance, 100, 599);
  if (chance.percent(40)) return {"technique", value, value};
  const std::string sub = "00" + number(chance, 1, 9);
  return {"technique", value + "." + sub, value + chance.one_of(Words{".", ".", "/"}) + sub};
}

Value file(Chance& chance) {
  static const Words roots{"C:\\Users\\Public\\",
                           "C:\\ProgramData\\Sys Update\\",
                           "%APPDATA%\\Roaming\\",
                           "\\\\srv01\\share\\",
                           "/tmp/.x/",
                           "/usr/local/bin/",
                           "~/.config/",
                           "/var/www/html/",
                           "./"};
  const std::string name = some_file(chance);
  return {"file", name, chance.percent(45) ? chance.one_of(roots) + name : name,
          static_cast<unsigned char>(name[0]) >= 0x80};
}

}  // namespace

Value some_value(Chance& chance) {
  switch (chance.below(20)) {
    case 0:
    case 1:
    case 2:
    case 3:
      return address(chance);
    case 4:
      return long_address(chance);
    case 5:
    case 6:
    case 7:
    case 8:
      return domain(chance);
    case 9:
    case 10:
    case 11:
    case 12:
      return url(chance);
    case 13:
      return email(chance);
    case 14:
    case 15:
    case 16:
      return hash(chance);
    case 17:
      return vulnerability(chance);
    case 18:
      return technique(chance);
    default:
      return file(chance);
  }
}

}  // namespace ccop::exchange::free_text_lines
