// Files on their way into the exchange, piece by piece.
#pragma once

#include "base/time.hpp"
#include "exchange/files.hpp"
#include "exchange/intake.hpp"
#include "server/quotas.hpp"

#include <map>

namespace ccop::server {

/// Whoever brings a file: a person, or a machine by a token that shares.
struct Bringer {
  exchange::Party party;
  std::string who;     ///< the person, or this token of theirs
  std::string holder;  ///< among whose files it counts
  community::PersonId person{};
  bool has_secret{};  ///< it brought an edit secret itself
};

/// A file on its way in. One piece at a time is taken.
class Upload {
 public:
  Upload(exchange::Exchange& exchange, Bringer by, std::shared_ptr<const exchange::Identities> known,
         exchange::Format format, const std::string& name, const exchange::IntakeOptions& options);

  struct Progress {
    exchange::IntakeReport report;
    bool is_done{};
    std::uint64_t fresh{};  ///< objects that came with this piece
    std::optional<exchange::Format> recognised_as{};
  };
  [[nodiscard]] Progress take(std::string_view piece, bool is_last);
  [[nodiscard]] const std::string& who() const { return who_; }
  [[nodiscard]] const std::string& holder() const { return holder_; }
  [[nodiscard]] community::PersonId person() const { return person_; }

 private:
  std::shared_ptr<const exchange::Identities> identities_;
  exchange::Intake intake_;
  std::unique_ptr<exchange::FileReader> reader_;
  std::string who_;
  std::string holder_;
  community::PersonId person_;
  std::uint64_t counted_{};   ///< objects that came so far
  std::string fresh_secret_;  ///< to be told at the end; empty where it brought one
  std::mutex mutex_;
};

class Uploads {
 public:
  explicit Uploads(Quotas& quotas) : quotas_(quotas) {}

  /// Gives the upload's id; empty when there are too many, of all, of one organization or of one person, with however
  /// many tokens. Whoever begins anew has given up the one before.
  [[nodiscard]] std::optional<std::string> begin(std::shared_ptr<Upload> upload, Time now);
  /// Nothing where there is none of this id, or it is another's.
  [[nodiscard]] std::shared_ptr<Upload> find(const std::string& id, const std::string& who, Time now);
  void forget(const std::string& id);

 private:
  struct Kept {
    std::shared_ptr<Upload> upload;
    Quotas::UploadPlaces places;
    Time last_used{};
  };
  Quotas& quotas_;
  std::mutex mutex_;
  std::map<std::string, Kept> all_;
};

}  // namespace ccop::server
