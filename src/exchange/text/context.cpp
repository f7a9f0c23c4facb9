#include "exchange/text/context.hpp"

#include "base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <vector>

namespace ccop::exchange::free_text {
namespace {

constexpr std::size_t farthest = 64;  ///< how far back words are looked for

using Words = std::span<const std::string_view>;

bool is_one_of(std::string_view word, Words words) {
  return std::ranges::find(words, word) != words.end();
}
bool begins_as_one_of(std::string_view word, Words words) {
  return std::ranges::any_of(words, [&](std::string_view one) { return word.starts_with(one); });
}
bool ends_as_one_of(std::string_view word, Words words) {
  return std::ranges::any_of(words, [&](std::string_view one) { return word.ends_with(one); });
}

/// The words before a place on its line, the last one first, in small letters; at most four, and none across the end of
/// a sentence.
std::vector<std::string> words_before(const Written& in, std::size_t at) {
  const std::size_t first = at > farthest ? at - farthest : 0;
  std::vector<std::string> words;
  while (words.size() < 4) {
    while (at > first && !is_word(in.before(at)) && in.before(at) != '\n') {
      if (in.before(at) == ' ' && at >= 2 && (in.before(at - 1) == '.' || in.before(at - 1) == ';') && !words.empty())
        return words;
      --at;
    }
    const std::size_t end = at;
    while (at > first && (is_word(in.before(at)) || (in.before(at) == '-' && at < end))) --at;
    if (at == end) break;
    words.push_back(in_small_letters(in.between(at, end)));
  }
  return words;
}

// Beginnings of words, so that they stand for their plurals and cases, too. Of the languages of the UN.
constexpr auto versions = std::to_array<std::string_view>(
    {"version", "versión", "release", "firmware", "верси", "Верси", "релиз", "сборк", "прошивк", "إصدار", "الإصدار",
     "النسخة", "نسخة", "edición", "révision", "hotfix", "revision"});
constexpr auto sections = std::to_array<std::string_view>(
    {"section",     "subsection", "clause", "chapter",  "appendi",    "annex",    "paragraph", "article",
     "requirement", "table",      "figure", "sección",  "secciones",  "cláusula", "capítulo",  "apartado",
     "artículo",    "párrafo",    "anexo",  "chapitre", "paragraphe", "alinéa",   "rubrique",  "раздел",
     "Раздел",      "пункт",      "Пункт",  "глава",    "главе",      "главы",    "стать",     "параграф",
     "подпункт",    "القسم",      "البند",  "الفصل",    "المادة",     "الفقرة",   "الملحق"});
/// Whole words.
constexpr auto short_words = std::to_array<std::string_view>(
    {"v", "ver", "build", "builds", "rev", "sec", "sect", "fig", "ch", "art", "oid", "§"});
constexpr auto versions_glued = std::to_array<std::string_view>({"版本", "版", "版本号", "固件", "版本為", "版本为"});
constexpr auto sections_glued = std::to_array<std::string_view>({"第", "章节", "条款", "條款", "附录", "附件"});
/// Between a word of these and its number.
constexpr auto fillers =
    std::to_array<std::string_view>({"is", "of", "to", "number", "the", "below", "before", "than", "prior", "up"});
/// Between two numbers of the same kind.
constexpr auto connectors = std::to_array<std::string_view>(
    {"through", "thru",  "to", "and", "or", "until", "till", "before", "below", "up", "prior", "from",
     "via",     "hasta", "a",  "y",   "o",  "et",    "ou",   "à",      "до",    "и",  "или",   "по",
     "إلى",     "حتى",   "و",  "أو",  "至", "到",    "和",   "或",     "及",    "v"});
constexpr auto older = std::to_array<std::string_view>({"earlier", "later", "below", "above", "prior", "newer", "older",
                                                        "higher", "lower", "before", "after", "previous"});
constexpr auto older_elsewhere =
    std::to_array<std::string_view>({"及更早", "及以下", "及之前", "以下版本", "之前版本", "及以上", "и ниже",
                                     "и более", "y anteriores", "et antérieur", "وما قبل", "والإصدارات"});

bool names_a_version(const std::vector<std::string>& words) {
  if (words.empty()) return false;
  const auto says_so = [](std::string_view word) {
    return begins_as_one_of(word, versions) || begins_as_one_of(word, sections) || is_one_of(word, short_words) ||
           word.ends_with("version") || ends_as_one_of(word, versions_glued) || ends_as_one_of(word, sections_glued);
  };
  if (says_so(words[0])) return true;
  if (words.size() > 1 && is_one_of(words[0], fillers) && says_so(words[1])) return true;
  // "upgrade to 7.2.0.1", "fixed in 7.2.0.1"
  static constexpr auto changes =
      std::to_array<std::string_view>({"upgrad", "updat", "patched", "fixed", "обнов", "actualiz"});
  return words.size() > 1 && (words[0] == "to" || words[0] == "in" || words[0] == "a" || words[0] == "до") &&
         begins_as_one_of(words[1], changes);
}

/// The number is followed by a word that compares versions.
bool is_compared(const Written& in, std::size_t end) {
  std::string_view rest = in.between(end, std::min(end + farthest, in.text.size()));
  rest.remove_prefix(std::min(rest.find_first_not_of(" ,"), rest.size()));
  for (const auto word : older_elsewhere)
    if (rest.starts_with(word)) return true;
  if (!rest.starts_with("and ") && !rest.starts_with("or ")) return false;
  rest.remove_prefix(rest.find(' ') + 1);
  return begins_as_one_of(rest, older);
}

/// Between the last number of the kind and this one stand only words that connect them.
bool is_connected(const Written& in, std::size_t last, std::size_t begin) {
  if (last == 0 || begin < last || begin - last > farthest) return false;
  const auto gap = in.between(last, begin);
  if (gap.find('\n') != std::string_view::npos) return false;
  std::size_t i = 0;
  while (i < gap.size()) {
    if (!is_word(gap[i])) {
      if (std::string_view{" ,-/&\"'\x1e"}.find(gap[i]) == std::string_view::npos) return false;
      ++i;
      continue;
    }
    const std::size_t word = i;
    while (i < gap.size() && is_word(gap[i])) ++i;
    const auto one = in_small_letters(gap.substr(word, i - word));
    if (!is_one_of(one, connectors) && !begins_as_one_of(one, versions)) return false;
  }
  return true;
}

std::vector<int> octets_of(std::string_view number) {
  std::vector<int> octets;
  for (const auto& piece : pieces_of(number, '.')) {
    int value = 0;
    std::from_chars(piece.data(), piece.data() + piece.size(), value);
    octets.push_back(value);
  }
  return octets;
}

constexpr auto address_words = std::to_array<std::string_view>(
    {"ip",      "ips",    "ipv4",  "ipv6",   "addr",        "address", "addresses", "host",   "hosts", "server",
     "servers", "src",    "dst",   "source", "destination", "c2",      "c&c",       "cnc",    "dns",   "ns",
     "gateway", "router", "proxy", "remote", "local",       "client",  "peer",      "from",   "to",    "at",
     "nat",     "vpn",    "rdp",   "ssh",    "ftp",         "smtp",    "tcp",       "udp",    "http",  "https",
     "network", "subnet", "range", "cidr",   "resolver",    "node",    "relay",     "block",  "адрес", "адреса",
     "сервер",  "узел",   "地址",  "服务器", "dirección",   "adresse", "serveur",   "العنوان"});

/// "FortiOS", "WordPress": as products are written, and no host or group is.
bool has_inner_capital(std::string_view name) {
  const auto is_inner = [](char before, char c) { return before >= 'a' && before <= 'z' && is_capital(c); };
  return std::ranges::adjacent_find(name, is_inner) != name.end();
}

/// "FortiOS 7.2.0.1", "Citrix ADC 13.0.47.24": the name of a product, and small numbers as versions have.
bool follows_a_product(const Written& in, std::size_t begin, std::string_view number) {
  if (begin == 0 || in.before(begin) != ' ' || !is_word(in.before(begin - 1))) return false;
  std::size_t word = begin - 1;
  while (word > 0 && (is_alphanumeric(in.before(word)) || in.before(word) == '-')) --word;
  const auto name = in.between(word, begin - 1);
  if (name.size() < 2 || std::ranges::none_of(name, is_letter)) return false;
  if (is_one_of(in_small_letters(name), address_words)) return false;
  // Written as names of products are, or as the last word of one: Exchange Server has a label, and Chrome none.
  const bool is_name = std::ranges::any_of(name.substr(1), is_capital) ||
                       (is_capital(name[0]) && in.before(word) != '\n' && in.before(word) != separating);
  const auto octets = octets_of(number);
  const bool is_private = octets[0] == 10 || octets[0] == 127 || octets[0] == 192 || octets[0] == 172;
  const bool is_same = std::ranges::all_of(octets, [&](int octet) { return octet == octets[0]; });
  if (!is_name || is_same || octets[1] > 40) return false;
  const auto small = std::ranges::count_if(octets, [](int octet) { return octet <= 15; });
  const bool are_all_low = std::ranges::all_of(octets, [](int octet) { return octet <= 40; });
  return has_inner_capital(name) ? are_all_low || (small >= 2 && !is_private) : small >= 2 && !is_private;
}

/// "1.2.3.4 Scope of the annex" at the beginning of a line.
bool begins_a_heading(const Written& in, std::size_t begin, std::size_t end) {
  std::size_t line = begin;
  while (line > 0 && (in.before(line) == ' ' || in.before(line) == '#')) --line;
  if (in.before(line) != '\n' || in.at(end) != ' ') return false;
  const auto octets = octets_of(in.between(begin, end));
  const bool is_same = std::ranges::all_of(octets, [&](int octet) { return octet == octets[0]; });
  const char next = in.at(end + 1);
  return !is_same && std::ranges::all_of(octets, [](int octet) { return octet >= 1 && octet <= 20; }) &&
         (is_capital(next) || is_beyond_ascii(next));
}

/// "nginx-1.2.3.4", "Chrome/99.0.1.2": a name that is glued to its version.
bool is_glued_to_a_name(const Written& in, std::size_t begin) {
  const char mark = in.before(begin);
  if ((mark != '/' && mark != '-' && mark != '_') || begin < 2) return false;
  std::size_t word = begin - 1;
  while (word > 0 && (is_word(in.before(word)) || in.before(word) == '-' || in.before(word) == '.')) --word;
  const auto name = in_small_letters(in.between(word, begin - 1));
  if (name.empty() || std::ranges::none_of(name, is_letter) || is_beyond_ascii(name.back())) return false;
  return !is_one_of(name, address_words) && (mark != '/' || in.before(word) != '/');
}

}  // namespace

std::string label_before(const Written& in, std::size_t at) {
  const std::size_t first = at > farthest ? at - farthest : 0;
  bool has_mark = false;
  while (at > first) {
    const char c = in.before(at);
    if (c == ':' || c == '=' || c == separating)
      has_mark = true;
    else if (c != ' ' && c != '\t' && c != '"' && c != '\'' && c != '`' && c != '*' && c != '(' && c != '[' && c != '|')
      break;
    --at;
  }
  if (!has_mark) return {};
  std::size_t word = at;
  while (word > first && (is_word(in.before(word)) || in.before(word) == '-')) --word;
  return in_small_letters(in.between(word, at));
}

bool is_label_of_addresses(std::string_view label) {
  return !label.empty() && (is_one_of(label, address_words) || label.ends_with("ip") || label.ends_with("addr") ||
                            label.ends_with("address") || label.ends_with("host") || label.ends_with("地址"));
}

bool is_label_of_names(std::string_view label) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"domain", "domains", "host", "hosts", "hostname", "fqdn",  "site",   "c2",      "dns",     "ns",  "mx",
       "query",  "sni",     "域名", "网址",  "主机",     "домен", "النطاق", "dominio", "domaine", "url", "website"});
  return is_one_of(label, words) || label.ends_with("域名") || label.ends_with("_domain");
}

bool is_label_of_hashes(std::string_view label) {
  return label.starts_with("sha") || label.starts_with("md5") || label.starts_with("hash") || label.ends_with("hash") ||
         label.ends_with("sha1") || label.ends_with("sha256") || label.ends_with("md5") || label.starts_with("хэш") ||
         label.starts_with("хеш") || label.ends_with("哈希");
}

bool is_label_of_secrets(std::string_view label) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"token", "key", "uuid", "guid", "traceid", "trace-id", "trace_id", "request_id", "requestid", "nonce", "salt",
       "etag", "session", "cookie", "secret", "session_id", "password", "_id"});
  return std::ranges::any_of(words, [&](std::string_view word) { return label.ends_with(word); });
}

bool is_version(const Written& in, std::size_t begin, std::size_t end, std::size_t last) {
  if (in.was_broken(begin, end)) return false;
  if (is_glued_to_a_name(in, begin)) return true;
  const auto words = words_before(in, begin);
  if (names_a_version(words) || is_compared(in, end) || is_connected(in, last, begin)) return true;
  if (in.at(end) == ':' && is_digit(in.at(end + 1))) return false;
  if (is_label_of_addresses(label_before(in, begin))) return false;
  return follows_a_product(in, begin, in.between(begin, end)) || begins_a_heading(in, begin, end);
}

bool is_commit(const Written& in, std::size_t begin, std::size_t last) {
  static constexpr auto words =
      std::to_array<std::string_view>({"commit", "revision", "changeset", "cherry", "tree", "blob", "parent", "merge",
                                       "rebase", "коммит", "ревизи", "提交"});
  static constexpr auto elsewhere = std::to_array<std::string_view>({"提交", "الالتزام"});
  if (is_connected(in, last, begin)) return true;
  const auto before = words_before(in, begin);
  if (before.empty()) return false;
  if (before[0].starts_with("sha") || before[0].starts_with("md5")) return before.size() > 1 && before[1] == "commit";
  return std::ranges::any_of(before, [](std::string_view word) {
    return begins_as_one_of(word, words) || ends_as_one_of(word, elsewhere) || word == "git" || word == "head" ||
           word == "rev";
  });
}

}  // namespace ccop::exchange::free_text
