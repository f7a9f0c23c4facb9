#include "server/exchange/uploads.hpp"

namespace ccop::server {
namespace {

constexpr auto idle = minutes{10};

}  // namespace

Upload::Upload(exchange::Exchange& exchange, Bringer by, std::shared_ptr<const exchange::Identities> known,
               exchange::Format format, const std::string& name, const exchange::IntakeOptions& options)
    : identities_(std::move(known)),
      intake_(exchange, by.party, *identities_, options),
      reader_(
          exchange::reader_of(format, name,
                              {by.party.sharer.organization ? identities_->organization(*by.party.sharer.organization)
                                                            : identities_->community(),
                               exchange::microseconds_now(), options.least, false},
                              intake_)),
      who_(std::move(by.who)),
      holder_(std::move(by.holder)),
      person_(by.person),
      fresh_secret_(by.has_secret ? std::string{} : by.party.edit_secret) {}

Upload::Progress Upload::take(std::string_view piece, bool is_last) {
  const std::scoped_lock lock{mutex_};
  try {
    reader_->feed(piece);
    if (is_last) reader_->finish();
  } catch (const exchange::BundleMistake& mistake) {
    // What came before the broken place is kept, and told.
    intake_.refuse(mistake.what());
    is_last = true;
  }
  auto report = is_last ? intake_.finish() : intake_.so_far();
  if (is_last && report.is_anonymous) report.edit_secret = fresh_secret_;
  const std::uint64_t before = std::exchange(counted_, report.objects);
  return {std::move(report), is_last, counted_ - before, reader_->recognised_as()};
}

std::optional<std::string> Uploads::begin(std::shared_ptr<Upload> upload, Time now) {
  const std::string id = exchange::to_text(exchange::random_uuid());
  const std::scoped_lock lock{mutex_};
  std::erase_if(all_, [&](const auto& item) {
    return item.second.upload->who() == upload->who() || now - item.second.last_used > idle;
  });
  auto places = quotas_.enter_upload(upload->holder(), upload->person());
  if (!places) return std::nullopt;
  all_.emplace(id, Kept{std::move(upload), *std::move(places), now});
  return id;
}

std::shared_ptr<Upload> Uploads::find(const std::string& id, const std::string& who, Time now) {
  const std::scoped_lock lock{mutex_};
  const auto found = all_.find(id);
  if (found == all_.end() || found->second.upload->who() != who) return nullptr;
  found->second.last_used = now;
  return found->second.upload;
}

void Uploads::forget(const std::string& id) {
  const std::scoped_lock lock{mutex_};
  all_.erase(id);
}

}  // namespace ccop::server
