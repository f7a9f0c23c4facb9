#include "cli/program.hpp"
#include "host/live_community.hpp"

#include <iostream>

namespace ccop::cli {

int change_log_key(const DataOptions& options) {
  const std::string slug = the_community(options);
  host::LiveCommunity live{open_store(options, slug, false), master_key(options, false), "unused"};
  const std::string before = live.log_key();
  const auto outcome = live.change_log_key();
  if (const auto* failure = std::get_if<host::Failure>(&outcome)) throw store::StoreError{failure->message};
  if (!std::holds_alternative<host::Receipt>(outcome)) throw store::StoreError{"the rules refuse another key"};
  live.stop();
  std::cout << "The record of " << slug << " was signed by\n  " << before << "\nand is signed from now on by\n  "
            << live.log_key()
            << "\nThe change is in the record, signed by the old key; the record's name stays its first key.\n";
  return 0;
}

}  // namespace ccop::cli
