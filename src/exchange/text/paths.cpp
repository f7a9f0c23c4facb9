// Paths of Windows and Unix: what is seen of a file elsewhere is its name.
#include "base/text.hpp"
#include "exchange/text/endings.hpp"
#include "exchange/text/found.hpp"

#include <algorithm>

namespace ccop::exchange::free_text {
namespace {

constexpr std::size_t longest_path = 1024;
constexpr std::size_t longest_quoted = 300;

enum class Root { none, windows, unix, relative };

/// "%TEMP%\", "%ProgramFiles(x86)%\"
bool begins_with_variable(const Written& in, std::size_t at) {
  std::size_t i = at + 1;
  while ((is_alphanumeric(in.at(i)) || in.at(i) == '_' || in.at(i) == '(' || in.at(i) == ')') && i - at < 40) ++i;
  return i > at + 1 && in.at(i) == '%' && (in.at(i + 1) == '\\' || in.at(i + 1) == '/');
}

/// "Public\svchost.exe", "scripts/run.sh": a first part that is no domain.
Root relative_root(const Written& in, std::size_t at) {
  if (!is_word(in.at(at))) return Root::none;
  std::size_t i = at;
  bool has_point = false;
  while ((is_word(in.at(i)) || in.at(i) == '-' || in.at(i) == '.') && i - at < 256) has_point |= in.at(i++) == '.';
  if (in.at(i) == '\\')
    return is_word(in.at(i + 1)) || in.at(i + 1) == '\\' || in.at(i + 1) == '.' ? Root::windows : Root::none;
  return in.at(i) == '/' && !has_point && (is_word(in.at(i + 1)) || in.at(i + 1) == '.') ? Root::relative : Root::none;
}

Root root_at(const Written& in, std::size_t at) {
  const char c = in.at(at);
  const char next = in.at(at + 1);
  if (is_alphanumeric(in.before(at)) || in.before(at) == '_') return Root::none;
  if (is_letter(c) && next == ':' && (in.at(at + 2) == '\\' || (in.at(at + 2) == '/' && in.at(at + 3) != '/')))
    return Root::windows;
  if (c == '\\' && next == '\\' && in.before(at) != '\\' && is_word(in.at(at + 2))) return Root::windows;
  if (c == '%') return begins_with_variable(in, at) ? Root::windows : Root::none;
  const bool is_free = !is_word(in.before(at)) && in.before(at) != '/' && in.before(at) != '.';
  if (c == '/') return is_free && (is_word(next) || next == '.') ? Root::unix : Root::none;
  if (c == '~') return is_free && next == '/' ? Root::unix : Root::none;
  if (c == '.') return is_free && (next == '/' || (next == '.' && in.at(at + 2) == '/')) ? Root::unix : Root::none;
  return relative_root(in, at);
}

bool ends_path(const Written& in, std::size_t begin, std::size_t at) {
  const char c = in.at(at);
  if (static_cast<unsigned char>(c) < ' ' || std::string_view{"\"'<>|`*?,;"}.find(c) != std::string_view::npos)
    return true;
  if (c != ')' && c != ']' && c != '}') return false;
  const char open = c == ')' ? '(' : c == ']' ? '[' : '{';
  const auto path = in.between(begin, at);
  return std::ranges::count(path, c) >= std::ranges::count(path, open);
}

/// The name that a path ends with, without a stream's.
std::string_view name_in(std::string_view path) {
  std::string_view name = path.substr(path.find_last_of("\\/") + 1);
  name = name.substr(0, name.find(':'));
  while (!name.empty() && std::string_view{" .-_!"}.find(name.back()) != std::string_view::npos) name.remove_suffix(1);
  return name;
}

bool is_file(std::string_view name, Root root) {
  const auto point = name.rfind('.');
  if (point == std::string_view::npos || point == 0) return false;
  const std::string ending = in_small_letters(name.substr(point + 1));
  if (is_file_ending(ending)) return true;
  const bool is_plain =
      ending.size() >= 2 && ending.size() <= 8 && is_letter(ending[0]) && std::ranges::all_of(ending, is_alphanumeric);
  return is_plain && root != Root::relative && (root == Root::windows || !is_top_level(ending));
}

/// Whether a blank at `at` stands within a directory's name: the next word goes on to a backslash.
bool goes_on_behind_blank(const Written& in, std::size_t begin, std::size_t at) {
  if (is_file(name_in(in.between(begin, at)), Root::windows)) return false;
  std::size_t i = at + 1;
  while (is_word(in.at(i)) || in.at(i) == '-' || in.at(i) == '(' || in.at(i) == ')' || in.at(i) == '.') ++i;
  return i > at + 1 && in.at(i) == '\\';
}

/// The quote that closes round a path with blanks in it; nothing where it closes round more than a path.
std::optional<std::size_t> end_in_quotes(const Written& in, std::size_t at, Root root) {
  const char quote = in.before(at);
  if (quote != '"' && quote != '\'') return std::nullopt;
  const auto near = in.between(at, std::min(at + longest_quoted, in.text.size()));
  const auto end = near.find_first_of(std::string{quote} + "\n");
  if (end == std::string_view::npos || near[end] != quote) return std::nullopt;
  const auto name = name_in(near.substr(0, end));
  const bool is_command = is_file(name.substr(0, name.find(' ')), root) && name.find(' ') != std::string_view::npos;
  return is_file(name, root) && !is_command ? std::optional{at + end} : std::nullopt;
}

std::size_t end_of_path(const Written& in, std::size_t at, Root root) {
  if (const auto quoted = end_in_quotes(in, at, root)) return *quoted;
  std::size_t end = at;
  while (end - at < longest_path && !ends_path(in, at, end)) {
    if (in.at(end) == ' ' && (root != Root::windows || !goes_on_behind_blank(in, at, end))) break;
    ++end;
  }
  return end;
}

/// "POST /gate.php": a request says where on a server, not which file.
bool is_requested(const Written& in, std::size_t at) {
  for (const std::string_view method : {"GET ", "POST ", "PUT ", "HEAD "})
    if (at >= method.size() && in.between(at - method.size(), at) == method) return true;
  return false;
}

}  // namespace

Match find_path(const Written& in, std::size_t at, Memory& memory) {
  const Root root = root_at(in, at);
  if (root == Root::none || (root == Root::relative && at < memory.path_end)) return std::nullopt;
  const std::size_t end = end_of_path(in, at, root);
  memory.path_end = end;
  const auto name = name_in(in.between(at, end));
  const bool is_deep = root == Root::windows || std::ranges::count(in.between(at, end), '/') > 1;
  if (is_requested(in, at)) return Found{std::nullopt, end};
  if (is_file(name, root) && (is_deep || is_file_ending(in_small_letters(name.substr(name.rfind('.') + 1)))))
    return Found{Sign{Recognised::file_name, std::string{name}}, end};
  return root == Root::windows || (root == Root::unix && is_deep) ? Match{Found{std::nullopt, end}} : std::nullopt;
}

}  // namespace ccop::exchange::free_text
