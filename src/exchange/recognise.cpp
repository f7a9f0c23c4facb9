#include "exchange/recognise.hpp"

#include "base/text.hpp"
#include "exchange/stix/pattern.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <optional>
#include <set>

namespace ccop::exchange {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// What authors write for a character so that nothing is clicked on; longer ones first.
struct Defanging {
  std::string_view written;
  std::string_view meant;
};
constexpr std::array<Defanging, 20> defangings{
    {{"hxxps", "https"}, {"hxxp", "http"}, {"hXXps", "https"}, {"hXXp", "http"}, {"[://]", "://"},
     {"[:]//", "://"},   {"[dot]", "."},   {"(dot)", "."},     {"{dot}", "."},   {"[at]", "@"},
     {"(at)", "@"},      {"[DOT]", "."},   {"[.]", "."},       {"(.)", "."},     {"{.}", "."},
     {"[@]", "@"},       {"[:]", ":"},     {"\\.", "."},       {"[.", "."},      {".]", "."}}};

/// Endings that are files' more often than domains'.
bool is_file_ending(std::string_view ending) {
  static const std::set<std::string_view> endings{
      "exe",  "dll", "sys", "bat", "cmd",  "ps1",  "vbs", "js",   "jse",  "jar",  "zip",  "rar",  "7z",
      "gz",   "tar", "iso", "img", "lnk",  "pdf",  "doc", "docx", "docm", "xls",  "xlsx", "xlsm", "ppt",
      "pptx", "rtf", "txt", "csv", "log",  "html", "htm", "php",  "asp",  "aspx", "jsp",  "png",  "jpg",
      "jpeg", "gif", "svg", "xml", "json", "yaml", "py",  "sh",   "so",   "bin",  "dat",  "tmp",  "scr",
      "msi",  "hta", "chm", "elf", "apk",  "eml",  "msg", "cfg",  "ini",  "md",   "cpp",  "hpp"};
  return endings.contains(ending);
}

bool is_address(std::string_view text, int family) {
  std::array<unsigned char, 16> bytes{};
  return inet_pton(family, std::string{text}.c_str(), bytes.data()) == 1;
}

/// An address, or a network in CIDR form.
bool is_network(std::string_view text, int family) {
  const auto slash = text.find('/');
  if (!is_address(text.substr(0, slash), family)) return false;
  if (slash == std::string_view::npos) return true;
  const auto length = text.substr(slash + 1);
  if (length.empty() || length.size() > 3 || !std::ranges::all_of(length, is_digit)) return false;
  return std::stoi(std::string{length}) <= (family == AF_INET ? 32 : 128);
}

bool is_domain(std::string_view text) {
  if (text.size() > 253 || text.find('.') == std::string_view::npos) return false;
  const auto last = text.substr(text.rfind('.') + 1);
  if (last.size() < 2 || (!std::ranges::all_of(last, is_letter) && !last.starts_with("xn--"))) return false;
  while (!text.empty()) {
    const auto end = std::min(text.find('.'), text.size());
    const auto label = text.substr(0, end);
    if (label.empty() || label.size() > 63 || label.front() == '-' || label.back() == '-') return false;
    if (!std::ranges::all_of(label, [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; }))
      return false;
    text = end == text.size() ? std::string_view{} : text.substr(end + 1);
  }
  return true;
}

std::optional<Recognised> hash_kind(std::string_view text) {
  const bool is_hex = std::ranges::all_of(
      text, [](char c) { return is_digit(c) || (in_small_letters(c) >= 'a' && in_small_letters(c) <= 'f'); });
  if (!is_hex) return std::nullopt;
  switch (text.size()) {
    case 32:
      return Recognised::md5;
    case 40:
      return Recognised::sha1;
    case 64:
      return Recognised::sha256;
    case 128:
      return Recognised::sha512;
    default:
      return std::nullopt;
  }
}

bool is_cve(std::string_view text) {  // cve-2026-1234
  if (text.size() < 13 || !text.starts_with("cve-") || text[8] != '-') return false;
  const auto sequence = text.substr(9);
  return std::ranges::all_of(text.substr(4, 4), is_digit) && sequence.size() <= 10 &&
         std::ranges::all_of(sequence, is_digit);
}

bool is_technique(std::string_view text) {  // T1059 or T1059.001
  const auto point = text.find('.');
  const auto number = text.substr(0, point);
  if (number.size() != 5 || number[0] != 'T' || !std::ranges::all_of(number.substr(1), is_digit)) return false;
  return point == std::string_view::npos || (text.size() == 9 && std::ranges::all_of(text.substr(6), is_digit));
}

std::optional<Sign> sign_of(std::string_view token) {
  const std::string lower = in_small_letters(token);
  if (lower.starts_with("http://") || lower.starts_with("https://") || lower.starts_with("ftp://"))
    return token.size() > lower.find("://") + 3 ? std::optional{Sign{Recognised::url, std::string{token}}}
                                                : std::nullopt;
  if (is_technique(token)) return Sign{Recognised::technique, std::string{token}};
  if (is_cve(lower)) {
    std::string upper = lower;
    std::ranges::copy(std::string_view{"CVE"}, upper.begin());
    return Sign{Recognised::cve, upper};
  }
  if (const auto hash = hash_kind(token)) return Sign{*hash, lower};
  if (is_network(token, AF_INET)) return Sign{Recognised::ipv4, std::string{token}};
  if (token.find(':') != std::string_view::npos && token.size() > 3 && is_network(token, AF_INET6))
    return Sign{Recognised::ipv6, lower};
  if (const auto at = lower.find('@'); at != std::string::npos && at > 0 && is_domain(lower.substr(at + 1)))
    return Sign{Recognised::email, lower};
  // An address or a domain with a port or a path behind it.
  const auto end = lower.find_first_of(":/");
  if (end != std::string::npos && is_address(lower.substr(0, end), AF_INET))
    return Sign{Recognised::ipv4, lower.substr(0, end)};
  const std::string host = lower.substr(0, end);
  if (!is_domain(host)) return std::nullopt;
  if (end == std::string::npos && is_file_ending(host.substr(host.rfind('.') + 1)))
    return Sign{Recognised::file_name, std::string{token}};
  if (end != std::string::npos && lower[end] == '/' && !is_file_ending(host.substr(host.rfind('.') + 1)))
    return Sign{Recognised::url, "http://" + std::string{token}};
  return is_file_ending(host.substr(host.rfind('.') + 1)) ? std::nullopt
                                                          : std::optional{Sign{Recognised::domain, host}};
}

std::string_view trimmed(std::string_view token) {
  constexpr std::string_view before = "([{<\"'`*=|";
  constexpr std::string_view behind = ")]}>\"'`*,;:.!?=|";
  while (!token.empty() && before.find(token.front()) != std::string_view::npos) token.remove_prefix(1);
  while (!token.empty() && behind.find(token.back()) != std::string_view::npos) token.remove_suffix(1);
  return token;
}

}  // namespace

std::string refanged(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto found = std::ranges::find_if(
        defangings, [&](const Defanging& one) { return text.substr(at).starts_with(one.written); });
    if (found == defangings.end()) {
      out += text[at++];
    } else {
      out += found->meant;
      at += found->written.size();
    }
  }
  return out;
}

std::vector<Sign> recognise(std::string_view text, std::size_t most) {
  const std::string whole = refanged(text);
  std::vector<Sign> signs;
  std::set<Sign> seen;
  const auto ends = [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == ',' || c == ';' || c == '<' || c == '>' || c == '"';
  };
  for (std::size_t at = 0; at < whole.size() && signs.size() < most;) {
    while (at < whole.size() && ends(whole[at])) ++at;
    const std::size_t begin = at;
    while (at < whole.size() && !ends(whole[at])) ++at;
    const auto token = trimmed(std::string_view{whole}.substr(begin, at - begin));
    if (token.size() < 4 || token.size() > 2048) continue;
    auto sign = sign_of(token);
    if (!sign && token.find('=') != std::string_view::npos) sign = sign_of(trimmed(token.substr(token.rfind('=') + 1)));
    if (sign && seen.insert(*sign).second) signs.push_back(*std::move(sign));
  }
  return signs;
}

std::string pattern_of(const Sign& sign) {
  const std::string value = "'" + escaped_in_pattern(sign.value) + "'";
  switch (sign.kind) {
    case Recognised::ipv4:
      return "[ipv4-addr:value = " + value + "]";
    case Recognised::ipv6:
      return "[ipv6-addr:value = " + value + "]";
    case Recognised::domain:
      return "[domain-name:value = " + value + "]";
    case Recognised::url:
      return "[url:value = " + value + "]";
    case Recognised::email:
      return "[email-addr:value = " + value + "]";
    case Recognised::md5:
      return "[file:hashes.MD5 = " + value + "]";
    case Recognised::sha1:
      return "[file:hashes.'SHA-1' = " + value + "]";
    case Recognised::sha256:
      return "[file:hashes.'SHA-256' = " + value + "]";
    case Recognised::sha512:
      return "[file:hashes.'SHA-512' = " + value + "]";
    case Recognised::file_name:
      return "[file:name = " + value + "]";
    case Recognised::cve:
    case Recognised::technique:
      return {};
  }
  return {};
}

}  // namespace ccop::exchange
