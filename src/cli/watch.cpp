#include "cli/watch.hpp"

#include "base/bad_input.hpp"
#include "base/codec.hpp"
#include "base/files.hpp"
#include "base/text.hpp"
#include "cli/program.hpp"
#include "exchange/watch/list.hpp"
#include "exposure/faults.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iostream>
#include <ranges>

namespace ccop::cli {
namespace {

using namespace exchange;

/// Of a call that could not ask, as distinct from one that found something.
constexpr int could_not_ask = 2;

std::string token_of(const WatchSettings& settings) {
  if (!settings.token_file.empty()) return std::string{trimmed(read_file(settings.token_file))};
  const char* given = std::getenv("CCOP_TOKEN");
  if (given == nullptr || *given == '\0')
    throw store::StoreError{"--token-file, or CCOP_TOKEN, is needed: a token for the exchange, made on one's own page"};
  return given;
}

WatchList list_of(const std::string& file) {
  try {
    return WatchList::read(read_file(file));
  } catch (const BadInput& bad) {
    throw store::StoreError{file + " is no watch list: " + bad.what()};
  }
}

/// Without what a terminal would obey.
std::string shown(const std::string& text) {
  return exposure::is_plain(text) ? text : exposure::printable(text);
}

/// As a part of an address; `+` of a time zone would be a blank there.
std::string escaped(std::string_view text) {
  static constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const bool is_plain = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    const auto byte = static_cast<unsigned char>(c);
    if (is_plain)
      out += c;
    else
      out.append({'%', digits[byte >> 4], digits[byte & 15]});
  }
  return out;
}

/// Where a run stopped, of one community.
class Memory {
 public:
  explicit Memory(const WatchSettings& settings, std::string server)
      : file_(settings.state.empty() ? settings.list + ".seen" : settings.state), server_(std::move(server)) {
    if (!std::filesystem::exists(file_)) return;
    const Json json = Json::parse(read_file(file_), nullptr, false);
    if (!json.is_object()) throw store::StoreError{file_ + " is not what `ccop watch` keeps: remove it to begin anew"};
    // Of another community it says nothing.
    if (json.value("server", "") == server_) next_ = json.value("next", "");
  }
  [[nodiscard]] const std::string& next() const { return next_; }
  void remember(const std::string& next) {
    next_ = next;
    if (!write_whole(file_, Json{{"server", server_}, {"next", next_}}.dump() + "\n"))
      throw store::StoreError{"can't write " + file_};
  }

 private:
  std::string file_;
  std::string server_;
  std::string next_;
};

class WatchedServer {
 public:
  WatchedServer(std::string address, std::string token, const Fetch& fetch)
      : address_(std::move(address)), token_(std::move(token)), fetch_(fetch) {}

  [[nodiscard]] const std::string& address() const { return address_; }
  [[nodiscard]] Json page(const std::string& asked) const {
    const Fetched answer = fetch_({address_ + "/api/exchange/values" + asked, "application/json", "", token_, ""});
    if (answer.status == 0) throw store::StoreError{"no answer from " + address_ + ": " + answer.trouble};
    Json json = Json::parse(answer.body, nullptr, false);
    if (answer.status == 200 && json.is_object() && json.contains("next") && json["next"].is_string()) return json;
    const std::string detail = json.is_object() ? json.value("detail", "") : "";
    throw store::StoreError{address_ + " answers with status " + std::to_string(answer.status) +
                            (detail.empty() ? "" : ": " + shown(detail))};
  }

 private:
  std::string address_;
  std::string token_;
  const Fetch& fetch_;
};

std::optional<ValueKind> kind_of(const std::string& word) {
  const auto& names = codec::enum_names<ValueKind>();
  const auto found = std::ranges::find(names, word, &codec::EnumName::name);
  return found == names.end() ? std::nullopt : std::optional{static_cast<ValueKind>(found->value)};
}

/// Prints a line for each entry that is met, in columns between tabs; gives how many.
std::size_t print_met(const WatchList& list, const Json& page, const std::string& address, std::ostream& out) {
  std::size_t count = 0;
  for (const auto& object : list_in(page, "objects"))
    for (const auto& value : list_in(object, "values")) {
      const auto kind = kind_of(value.value("kind", ""));
      if (!kind) continue;  // of a later version of the server
      const auto text = value.value("value", "");
      for (const auto& entry : list.met_by({*kind, text})) {
        const std::array columns{object.value("added", ""),
                                 entry,
                                 text,
                                 "TLP:" + object.value("marking", ""),
                                 object.value("title", ""),
                                 address + "/exchange/object/" + object.value("id", "")};
        for (const auto& column : columns) out << (&column == &columns.front() ? "" : "\t") << shown(column);
        out << "\n";
        ++count;
      }
    }
  return count;
}

}  // namespace

int watch(const WatchSettings& settings, const Fetch& fetch, std::ostream& out) {
  const WatchList list = list_of(settings.list);
  std::string address = settings.server;
  while (address.ends_with('/')) address.pop_back();
  const WatchedServer server{address, token_of(settings), fetch};
  Memory memory{settings, address};
  std::string asked = !memory.next().empty()   ? "?after=" + escaped(memory.next())
                      : settings.since.empty() ? ""
                                               : "?since=" + escaped(settings.since);
  std::size_t met = 0;
  for (bool more = true; more;) {
    const Json page = server.page(asked);
    met += print_met(list, page, address, out);
    out.flush();
    if (!out) throw store::StoreError{"can't write what was found"};
    const std::string next = page["next"];
    more = page.value("more", false) && next != memory.next();
    memory.remember(next);
    asked = "?after=" + escaped(next);
  }
  return met == 0 ? 0 : 1;
}

void add_watch_command(CLI::App& app, std::function<int()>& chosen) {
  const auto settings = std::make_shared<WatchSettings>();
  auto* watching = app.add_subcommand(
      "watch",
      "print what was shared since the last time and one watches for: status 0 none, 1 some, 2 it could not ask");
  watching->add_option("FILE", settings->list, "a watch list, as the page saves it")->required();
  watching->add_option("--server", settings->server, "a served community: https://HOST/c/SLUG")->required();
  watching->add_option("--token-file", settings->token_file,
                       "holds a token for the exchange, made on one's own page; else CCOP_TOKEN is it");
  watching->add_option("--state", settings->state, "remembers where it stopped; else FILE.seen");
  watching->add_option("--since", settings->since,
                       "the first time, from when (such as 2026-01-01T00:00:00Z); else all");
  watching->callback([&chosen, settings] {
    chosen = [settings] {
      try {
        return watch(*settings, &exchange::fetch, std::cout);
      } catch (const std::exception& error) {
        std::cerr << "ccop: " << error.what() << "\n";
        return could_not_ask;
      }
    };
  });
}

}  // namespace ccop::cli
