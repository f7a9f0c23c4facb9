// How many of something each of many has at once: connections of an address, live streams of a person. Whoever has as
// many as they may waits until one of theirs is over.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

namespace ccop::server {

/// May be used by several threads.
class Crowd {
  struct Inside;

 public:
  /// One of them; it is over when this goes.
  class Place {
   public:
    Place(Place&&) noexcept = default;
    Place& operator=(Place&&) noexcept = default;
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;
    ~Place();

   private:
    friend Crowd;
    Place(std::shared_ptr<Inside> inside, std::string whose);
    std::shared_ptr<Inside> inside_;  ///< none once it was moved from
    std::string whose_;
  };

  Crowd();
  /// Nothing where `whose` has `most` already.
  [[nodiscard]] std::optional<Place> enter(std::string whose, std::size_t most);
  [[nodiscard]] std::size_t of(const std::string& whose) const;

 private:
  std::shared_ptr<Inside> inside_;
};

}  // namespace ccop::server
