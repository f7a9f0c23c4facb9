// What is written of a risk, and how it must be written (clause 2.5).
#pragma once

#include "base/bounds.hpp"
#include "base/time.hpp"

#include <boost/describe.hpp>

#include <optional>

namespace ccop::community {

/// Where the threat comes from.
enum class RiskOrigin { external, internal };
BOOST_DESCRIBE_ENUM(RiskOrigin, external, internal)

enum class Harm { none, minor, serious, severe };
BOOST_DESCRIBE_ENUM(Harm, none, minor, serious, severe)

enum class Confidence { low, medium, high };
BOOST_DESCRIBE_ENUM(Confidence, low, medium, high)

enum class TreatmentKind { reduce, share, avoid, accept };
BOOST_DESCRIBE_ENUM(TreatmentKind, reduce, share, avoid, accept)

/// How far what is written of it may travel.
enum class RiskMarking { clear, green, amber, amber_strict, red };
BOOST_DESCRIBE_ENUM(RiskMarking, clear, green, amber, amber_strict, red)

/// How hard a quality of information would be hit, and why one thinks so: no judgement stands without its reason.
struct JudgedHarm {
  Harm harm{};
  TextOf<1, 1'000> why;
};
BOOST_DESCRIBE_STRUCT(JudgedHarm, (), (harm, why))

/// What is not judged yet is left out. Reliability: it delivers what it should, as it should, over time; availability:
/// it can be reached when it is needed.
struct Harms {
  std::optional<JudgedHarm> confidentiality;
  std::optional<JudgedHarm> integrity;
  std::optional<JudgedHarm> availability;
  std::optional<JudgedHarm> reliability;
};
BOOST_DESCRIBE_STRUCT(Harms, (), (confidentiality, integrity, availability, reliability))

/// Bands of the charter, which count from 1, the rarest and the least.
struct Bands {
  NumberOf<1, 5> frequency;
  NumberOf<1, 5> impact;
};
BOOST_DESCRIBE_STRUCT(Bands, (), (frequency, impact))

struct NumberRange {
  NumberOf<0, 1'000'000'000> least;
  NumberOf<0, 1'000'000'000> most;
};
BOOST_DESCRIBE_STRUCT(NumberRange, (), (least, most))

/// Between what one is nine parts in ten sure that it lies.
struct Ranges {
  NumberRange times_in_a_century;
  NumberRange loss;  ///< of one time, in thousands of the currency of the charter's bands
};
BOOST_DESCRIBE_STRUCT(Ranges, (), (times_in_a_century, loss))

struct Treatment {
  TreatmentKind kind{};
  TextOf<1, 2'000> text;
  std::optional<TextUpTo<300>> agreed_by;
  std::optional<Time> until;
};
BOOST_DESCRIBE_STRUCT(Treatment, (), (kind, text, agreed_by, until))

/// What is left once it is treated.
struct Residual {
  Bands bands;
  TextOf<1, 1'000> why;
};
BOOST_DESCRIBE_STRUCT(Residual, (), (bands, why))

struct RiskText {
  TextOf<1, 300> title;
  RiskOrigin origin{};
  TextOf<1, 2'000> threat;
  std::optional<TextUpTo<2'000>> weakness;
  ListOf<TextOf<1, 64>, 50> outcomes;  ///< ids of questions whose low levels it lives on: "PR.AA-03"
  Harms harms;
  std::optional<Bands> bands;  ///< as its author sees it, until Members rate it
  std::optional<Ranges> ranges;
  Confidence confidence{};
  std::optional<Treatment> treatment;
  std::optional<Residual> residual;
  ListOf<TextOf<1, 20>, 50> techniques;  ///< of ATT&CK: "T1566"
  ListOf<TextOf<1, 100>, 50> incidents;  ///< ids in the exchange
  RiskMarking marking{RiskMarking::amber};
};
BOOST_DESCRIBE_STRUCT(RiskText, (),
                      (title, origin, threat, weakness, outcomes, harms, bands, ranges, confidence, treatment, residual,
                       techniques, incidents, marking))

}  // namespace ccop::community
