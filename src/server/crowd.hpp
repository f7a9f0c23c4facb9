// How many of something each of many has at once: connections of an address, live streams of a person. Whoever has as
// many as they may waits until one of theirs is over.
#pragma once

#include <memory>
#include <string>

namespace ccop::server {

/// May be used by several threads.
class Crowd {
 public:
  /// One of them; it is over when the last copy goes.
  using Place = std::shared_ptr<const void>;

  Crowd();
  /// None where `whose` has `most` already.
  [[nodiscard]] Place enter(const std::string& whose, std::size_t most);
  [[nodiscard]] std::size_t of(const std::string& whose) const;
  [[nodiscard]] std::size_t all() const;
  /// As many as the one has who has the most.
  [[nodiscard]] std::size_t most() const;

 private:
  struct Inside;
  std::shared_ptr<Inside> inside_;  ///< with the places, which may outlive the crowd
};

}  // namespace ccop::server
