// Trustees who make a threshold key together, each with a seed of its own.
#pragma once

#include "ballot/threshold.hpp"

namespace ccop::ballot {

class Ceremony {
 public:
  Ceremony(std::uint32_t threshold, std::uint32_t size) : threshold_(threshold), size_(size) {
    for (std::uint32_t i = 1; i <= size; ++i) {
      seeds.push_back(new_seed());
      certificates.push_back(make_certificate(seeds.back(), context(i)));
    }
    for (std::uint32_t i = 1; i <= size; ++i) polynomials.push_back(make_polynomial(seeds[i - 1], certificates));
    for (std::uint32_t i = 1; i <= size; ++i)
      outputs.push_back(make_output(seeds[i - 1], certificates, input_for(i, polynomials)));
  }

  [[nodiscard]] CertificateContext context(std::uint32_t index) const { return {"Ed25519", size_, threshold_, index}; }
  [[nodiscard]] ThresholdParameters parameters() const {
    return threshold_parameters(certificates, polynomials, outputs);
  }
  [[nodiscard]] SecretScalar decryption_key_of(std::uint32_t index) const {
    return decryption_key(seeds.at(index - 1), outputs.at(index - 1));
  }
  [[nodiscard]] std::uint32_t size() const { return size_; }
  [[nodiscard]] std::uint32_t threshold() const { return threshold_; }

  std::vector<std::string> seeds;
  Certificates certificates;
  std::vector<Polynomial> polynomials;
  std::vector<VerificationOutput> outputs;

 private:
  std::uint32_t threshold_;
  std::uint32_t size_;
};

}  // namespace ccop::ballot
