// Whether a passkey that somebody enrols is one.
#pragma once

#include "community/people/commands.hpp"
#include "host/checks.hpp"

namespace ccop::host {

template <>
class Check<community::EnrolPasskey> {
 public:
  Check(const community::Community& state, const community::EnrolPasskey& asked, community::PersonId person, Time at);
  [[nodiscard]] std::optional<community::Refusal> objection(const Texts& texts,
                                                            const std::vector<store::Content>& brought) const;

 private:
  community::EnrolPasskey asked_;
};

}  // namespace ccop::host
