// Lists in CSV: records of cells, or a mistake with its place, however the bytes come.
#include "exchange/csv/records.hpp"
#include "exchange/stix/bundle_reader.hpp"

#include <cstdlib>

namespace {

std::vector<ccop::exchange::csv::Record> records_of(std::string_view text, std::size_t piece) {
  std::vector<ccop::exchange::csv::Record> all;
  ccop::exchange::csv::Records records{[&](const ccop::exchange::csv::Record& one) { all.push_back(one); }};
  for (std::size_t at = 0; at < text.size(); at += piece) records.feed(text.substr(at, piece));
  records.finish();
  return all;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text{reinterpret_cast<const char*>(data), size};
  try {
    const auto whole = records_of(text, size + 1);
    const auto in_pieces = records_of(text, 3);
    if (whole.size() != in_pieces.size()) std::abort();
    for (std::size_t i = 0; i < whole.size(); ++i)
      if (whole[i].line != in_pieces[i].line || whole[i].cells != in_pieces[i].cells) std::abort();
  } catch (const ccop::exchange::BundleMistake&) {  // said with its place
  }
  return 0;
}
