// A TCP connection that sends and reads exactly the bytes a test wants: what no careful client library would do.
#pragma once

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <charconv>
#include <string>
#include <string_view>
#include <utility>

namespace ccop::testing {

class RawConnection {
 public:
  explicit RawConnection(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    EXPECT_EQ(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
    const timeval longest_wait{20, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &longest_wait, sizeof longest_wait);
  }
  ~RawConnection() {
    if (socket_ >= 0) ::close(socket_);
  }
  RawConnection(RawConnection&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}
  RawConnection(const RawConnection&) = delete;
  RawConnection& operator=(const RawConnection&) = delete;
  RawConnection& operator=(RawConnection&&) = delete;

  void send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return;  // the server may have had enough: what it says is then still to be read
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
  }
  /// Status line and header fields with the empty line, and nothing after them.
  std::string read_head() {
    while (buffer_.find("\r\n\r\n") == std::string::npos && receive()) {
    }
    return take(buffer_.find("\r\n\r\n") + 4);
  }
  /// Head and body, as long as the head says.
  std::string read_answer() {
    std::string answer = read_head();
    std::size_t length = 0;
    if (const auto at = answer.find("Content-Length: "); at != std::string::npos)
      std::from_chars(answer.data() + at + 16, answer.data() + answer.size(), length);
    while (buffer_.size() < length && receive()) {
    }
    return answer + take(length);
  }
  /// Everything until the server closes the connection.
  std::string read_to_end() {
    while (receive()) {
    }
    return take(buffer_.size());
  }
  /// Whether the server closes the connection, whatever it still sends; false where it goes on without a word.
  bool is_closed() {
    ssize_t count = 1;
    for (char bytes[4096]; count > 0;) count = ::recv(socket_, bytes, sizeof bytes, 0);
    return count == 0;
  }

 private:
  bool receive() {
    char bytes[16384];
    const auto count = ::recv(socket_, bytes, sizeof bytes, 0);
    if (count > 0) buffer_.append(bytes, static_cast<std::size_t>(count));
    return count > 0;
  }
  std::string take(std::size_t count) {
    std::string taken = buffer_.substr(0, count);
    buffer_.erase(0, taken.size());
    return taken;
  }
  int socket_;
  std::string buffer_;
};

}  // namespace ccop::testing
