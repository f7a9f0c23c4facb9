#include "cli/sound_record.hpp"

#include <iostream>

namespace ccop::cli {

int with_sound_record(const DataOptions& options, const RecordToDecide& asked,
                      const std::function<int(const community::Community&, const host::Texts&)>& then) {
  host::AuditOptions audited;
  audited.now = asked.at.empty() ? clock_now() : from_rfc3339(asked.at);
  if (!audited.now) throw store::StoreError{"--at is no time such as 2027-06-30T12:00:00.000Z"};
  audited.master = master_key_beside(options, asked.record);
  std::unique_ptr<store::Store> kept;
  const auto source = record_source(options, asked.record, "", kept);
  int status = 1;
  audited.sound = [&](const community::Community& state) {
    status = then(state, host::texts_of(*source, audited.master));
  };
  const auto report = host::audit(*source, audited);
  if (report.wrong.empty()) return status;
  std::cout << "WRONG" << (report.wrong_entry ? " at entry " + std::to_string(*report.wrong_entry) : "") << ": "
            << report.wrong << "\n";
  return 1;
}

}  // namespace ccop::cli
