// An export for a member: over the wire, with no more than the member's own seat reads.
#include "base/codec.hpp"
#include "cli/program.hpp"
#include "exchange/fetch.hpp"
#include "host/transfer.hpp"
#include "server/record/contents.hpp"

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <thread>

namespace ccop::cli {
namespace {

constexpr auto patience = std::chrono::seconds{2};
constexpr int most_patience = 30;

/// One page of the contents; waits where the server says that it is asked too often.
server::OpenContents contents_after(const std::string& address, const std::string& token, const std::string& after) {
  const exchange::Fetching asking{address + "/api/record/contents?after=" + after, "application/json", "", token, ""};
  exchange::Fetched answer = exchange::fetch(asking);
  for (int waited = 0; answer.status == 429 && waited < most_patience; ++waited) {
    std::this_thread::sleep_for(patience);
    answer = exchange::fetch(asking);
  }
  if (answer.status == 0) throw store::StoreError{"no answer from " + address + ": " + answer.trouble};
  if (answer.status == 401 || answer.status == 403)
    throw store::StoreError{"the server shows its record to members only: give a token with --token"};
  if (answer.status != 200) throw store::StoreError{address + " answers with status " + std::to_string(answer.status)};
  return from_json<server::OpenContents>(answer.body);
}

/// Reads it all into a new file, and audits that.
host::AuditReport read_into(const std::string& file, const std::string& address, const std::string& token) {
  const auto to = store::open_sqlite(file, true);
  std::filesystem::permissions(file, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
  const auto record = host::record_at(address + "/log/", token);
  host::copy_for_a_seat(
      *record,
      [&](const auto& take) {
        server::OpenContents page{{}, true};
        for (std::string after; page.more; after = to_base64url(page.contents.back().hash)) {
          page = contents_after(address, token, after);
          for (const auto& content : page.contents)
            take(ContentHash{content.hash}, store::Content{std::string{text_of(content.salt)}, content.text});
          if (page.contents.empty()) break;
        }
      },
      *to);
  return host::audit(*host::record_of(*to), {});
}

}  // namespace

int export_for_a_seat(const std::string& server, const std::string& token, const std::string& file) {
  std::string secret = token;
  if (const char* given = std::getenv("CCOP_TOKEN"); secret.empty() && given != nullptr) secret = given;
  if (std::filesystem::exists(file)) throw store::StoreError{file + " exists already; give a new name"};
  const std::string unfinished = file + ".part";
  std::filesystem::remove(unfinished);
  host::AuditReport report;
  try {
    report = read_into(unfinished, server.substr(0, server.find_last_not_of('/') + 1), secret);
  } catch (...) {
    for (const char* end : {"", "-wal", "-shm"}) std::filesystem::remove(unfinished + end);
    throw;
  }
  std::filesystem::rename(unfinished, file);
  std::cout << "written to " << file << ": " << report.entries << " entries, and " << report.opened
            << " contents in clear, for your eyes; " << report.withheld << " are not yours to read\n";
  if (report.wrong.empty()) return 0;
  std::cout << "WRONG: " << report.wrong << "\n";
  return 1;
}

}  // namespace ccop::cli
