#include "notify/mail/folder.hpp"

#include <atomic>
#include <fstream>
#include <memory>

namespace ccop::notify {
namespace {

std::string file_name(unsigned number) {
  std::string digits = std::to_string(number);
  return std::string(5 - std::min<std::size_t>(5, digits.size()), '0') + digits + ".eml";
}

}  // namespace

HandOver kept_in(const std::filesystem::path& folder) {
  std::filesystem::create_directories(folder);
  auto last = std::make_shared<std::atomic<unsigned>>(0);
  return [folder, last](const Envelope& envelope, const Stop&) -> Handed {
    std::string name;
    do name = file_name(++*last);
    while (std::filesystem::exists(folder / name));
    std::ofstream file{folder / name, std::ios::binary};
    file << "X-Kept-For: " << envelope.to << "\r\n" << envelope.mail << std::flush;
    if (!file) return {Handed::Result::unreachable, "the folder for mail can't be written to"};
    return {Handed::Result::accepted, "kept in " + name};
  };
}

}  // namespace ccop::notify
