// How much one person, or one organization, may ask of the host in a while, so that nobody uses up what is everybody's.
#pragma once

#include "community/kernel/ids.hpp"
#include "server/crowd.hpp"
#include "server/limits.hpp"

#include <boost/describe.hpp>

#include <optional>

namespace ccop::server {

/// Of the host's configuration: each has an option of `ccop serve`.
struct QuotaSettings {
  std::uint32_t acts_an_hour{600};                                     ///< of a person
  std::uint32_t committee_acts_an_hour{6'000};                         ///< of each who serves on the committee
  std::uint64_t content_bytes_a_day{std::uint64_t{64} * 1024 * 1024};  ///< texts of an organization's acts
  std::uint64_t threat_bytes_a_day{std::uint64_t{4} << 30};            ///< of threat objects, of an organization
  std::uint64_t threat_objects_a_day{2'000'000};                       ///< the same, counted
  std::uint32_t tokens{20};                                            ///< of a person
  std::uint32_t streams{48};                                           ///< of live events, of a person
  std::uint32_t uploads{16};                 ///< files on their way, which are held in memory meanwhile
  std::uint32_t uploads_of_organization{3};  ///< of these; more than a person's, so that colleagues have one left
  std::uint32_t uploads_of_person{2};        ///< the same, by page or token: one leaves one to the other
};
BOOST_DESCRIBE_STRUCT(QuotaSettings, (),
                      (acts_an_hour, committee_acts_an_hour, content_bytes_a_day, threat_bytes_a_day,
                       threat_objects_a_day, tokens, streams, uploads, uploads_of_organization, uploads_of_person))

/// Whose quota it is: an organization's, or that of a person who speaks for none.
[[nodiscard]] std::string quota_holder(std::optional<community::OrganizationId> organization,
                                       community::PersonId person);

/// How much of `most` that is, between 0 and 1.
[[nodiscard]] double part_of(std::size_t used, std::uint32_t most);

class Quotas {
 public:
  explicit Quotas(const QuotaSettings& settings);

  [[nodiscard]] const QuotaSettings& settings() const { return settings_; }
  /// False where the person has asked for as much as they may lately; nothing is taken then.
  [[nodiscard]] bool take_act(community::PersonId person, bool is_committee, Time now);
  [[nodiscard]] bool take_contents(const std::string& holder, std::size_t bytes, Time now);
  /// The same of bytes in which threat objects are brought; also where as many objects came already as may.
  [[nodiscard]] bool take_threats(const std::string& holder, std::size_t bytes, Time now);
  /// How many objects they were, once that is known.
  void count_threats(const std::string& holder, std::size_t objects, Time now);

  /// Of a file on its way: among all, among its organization's and among its person's.
  struct UploadPlaces {
    Crowd::Place of_all;
    Crowd::Place of_holder;
    Crowd::Place of_person;
  };
  /// Nothing where there are as many already as may be.
  [[nodiscard]] std::optional<UploadPlaces> enter_upload(const std::string& holder, community::PersonId person);

  /// How much of it is used just now, between 0 and 1.
  [[nodiscard]] double acts_used(community::PersonId person, Time now) const;
  [[nodiscard]] double contents_used(const std::string& holder, Time now) const;
  [[nodiscard]] double threats_used(const std::string& holder, Time now) const;
  [[nodiscard]] double uploads_used(const std::string& holder) const;
  [[nodiscard]] double uploads_used(community::PersonId person) const;
  [[nodiscard]] std::size_t uploads() const;

 private:
  QuotaSettings settings_;
  TryLimit acts_;
  TryLimit committee_acts_;
  TryLimit contents_;
  TryLimit threat_bytes_;
  TryLimit threat_objects_;
  Crowd uploads_;            ///< all, under one name
  Crowd uploads_of_holder_;  ///< by holder
  Crowd uploads_of_person_;  ///< by person
};

}  // namespace ccop::server
