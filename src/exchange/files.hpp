// Files of other tools, as STIX objects: bundles, MISP events, CSV and free text; and the exchange as a bundle.
#pragma once

#include "exchange/compose.hpp"
#include "exchange/format.hpp"
#include "exchange/intake.hpp"
#include "exchange/misp/event_files.hpp"

#include <istream>
#include <ostream>

namespace ccop::exchange {

/// Reads a file that arrives in pieces and hands its objects to an intake.
class FileReader {
 public:
  virtual ~FileReader() = default;
  FileReader() = default;
  FileReader(const FileReader&) = delete;
  FileReader& operator=(const FileReader&) = delete;
  FileReader(FileReader&&) = delete;
  FileReader& operator=(FileReader&&) = delete;
  /// Throws BundleMistake, with the place, when the file as a whole can't be read on.
  virtual void feed(std::string_view bytes) = 0;
  virtual void finish() = 0;
  /// What it is read as, once that is known.
  [[nodiscard]] virtual std::optional<Format> recognised_as() const { return std::nullopt; }
};

/// `name` is the file's, for telling places. Bundles are read with constant memory; a MISP event, a CSV's line and a
/// free text have limits of their own.
[[nodiscard]] std::unique_ptr<FileReader> reader_of(Format format, std::string name, const Making& making,
                                                    Intake& intake);

/// Everything that stands in these lists, the oldest first, as one STIX bundle.
Exported write_bundle(store::ObjectStore& store, const std::vector<store::ListId>& lists, std::ostream& out);
/// The same of these objects alone.
Exported write_bundle(const std::vector<store::ObjectRow>& rows, std::ostream& out);

}  // namespace ccop::exchange
