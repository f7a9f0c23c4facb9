#include "identity/signed_message.hpp"

#include <stdexcept>

namespace ccop::identity {

std::string signed_message(std::string_view purpose, std::string_view log, std::string_view content) {
  if (purpose.find('\n') != std::string_view::npos || log.find('\n') != std::string_view::npos)
    throw std::invalid_argument("a purpose and a log are a line each");
  std::string message;
  message.reserve(purpose.size() + log.size() + content.size() + 2);
  message.append(purpose).append("\n").append(log).append("\n").append(content);
  return message;
}

}  // namespace ccop::identity
