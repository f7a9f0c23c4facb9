#include "store/postgres_address.hpp"

#include "store/store.hpp"

#include <libpq-fe.h>

#include <algorithm>
#include <map>
#include <memory>

namespace ccop::store {
namespace {

using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

void take(std::map<std::string, std::string>& settings, const PQconninfoOption* option) {
  for (; option != nullptr && option->keyword != nullptr; ++option)
    if (option->val != nullptr && *option->val != '\0') settings[option->keyword] = option->val;
}

/// What libpq would go by, but for a service's file.
std::map<std::string, std::string> settings_of(const std::string& url) {
  std::map<std::string, std::string> settings;
  take(settings, Options{PQconndefaults(), &PQconninfoFree}.get());
  char* words = nullptr;
  const Options given{PQconninfoParse(url.c_str(), &words), &PQconninfoFree};
  const std::unique_ptr<char, decltype(&PQfreemem)> mistake{words, &PQfreemem};
  if (!given) throw StoreError{std::string{"PostgreSQL: "} + (words == nullptr ? "no address" : words)};
  take(settings, given.get());
  return settings;
}

bool is_of_this_machine(std::string_view host) {
  const bool is_loopback = host.starts_with("127.") && host.find_first_not_of("0123456789.") == std::string_view::npos;
  return host.empty() || host.front() == '/' || host.front() == '@' || host == "localhost" || host == "::1" ||
         is_loopback;
}

/// Several are tried one after the other.
bool are_of_this_machine(std::string_view hosts) {
  while (true) {
    const auto comma = hosts.find(',');
    if (!is_of_this_machine(hosts.substr(0, comma))) return false;
    if (comma == std::string_view::npos) return true;
    hosts.remove_prefix(comma + 1);
  }
}

}  // namespace

void require_guarded_way(const std::string& url) {
  auto settings = settings_of(url);
  if (!settings["service"].empty())
    throw StoreError{"PostgreSQL: write the host into the address (--store) itself, not into a file of services"};
  if (settings["sslmode"] == "verify-full") return;
  // Where both stand, the name is what a certificate would be held against, and is not called.
  const std::string& called = settings["hostaddr"].empty() ? settings["host"] : settings["hostaddr"];
  if (!are_of_this_machine(called))
    throw StoreError{"PostgreSQL at " + called +
                     " is another machine: end its address (--store) with ?sslmode=verify-full&sslrootcert=FILE, so "
                     "that nobody between reads along"};
}

}  // namespace ccop::store
