#include "exchange/free_text/lines.hpp"

#include "exchange/free_text/values.hpp"

namespace ccop::exchange::free_text_lines {
namespace {

/// A line with a place for each value ("@1") and for what only looks like one ("@0").
struct Carrier {
  std::string text;
  bool is_glued{};  ///< no blank or mark between words and values: names beyond ASCII can't be told apart there
};

const std::vector<Carrier> carriers{{"@1"},
                                    {"@1"},
                                    {"@1 @1 @1"},
                                    {"- @1"},
                                    {"* @1"},
                                    {"• @1"},
                                    {"1. @1"},
                                    {"2) @1"},
                                    {"→ @1 → @1"},
                                    {"[+] @1"},
                                    {"IOC: @1"},
                                    {"ioc=@1", false},
                                    {"Indicators: @1, @1, @1"},
                                    {"@1; @1"},
                                    {"@1 | @1 | @1"},
                                    {"| @1 | malware | @1 |"},
                                    {"@1\t@1\tseen"},
                                    {"The host contacted @1."},
                                    {"It was downloaded from @1, then ran."},
                                    {"Seen: @1 (and @1)."},
                                    {"(@1)"},
                                    {"We blocked @1!"},
                                    {"Was it @1?"},
                                    {"Le poste a contacté « @1 »."},
                                    {"Adresse : @1 ; voir aussi @1."},
                                    {"Se observó @1, y también @1."},
                                    {"El equipo conectó con «@1»."},
                                    {"Обнаружен «@1», а также @1."},
                                    {"Узел связался с @1."},
                                    {"Индикаторы: @1, @1."},
                                    {"المؤشرات: @1، @1؛ انتهى"},
                                    {"اتصل الجهاز بـ @1."},
                                    {"发现 @1，以及 @1。"},
                                    {"恶意指标：@1；@1。", true},
                                    {"受害主机访问了@1，随后停止。", true},
                                    {"【通报】“@1”、“@1”", true},
                                    {"“@1”"},
                                    {"‘@1’"},
                                    {"'@1'"},
                                    {"\"@1\""},
                                    {"`@1`"},
                                    {"**@1**"},
                                    {"<code>@1</code>"},
                                    {"<li>@1</li><li>@1</li>"},
                                    {"<td>@1</td>"},
                                    {"{\"value\":\"@1\",\"note\":\"x\"}"},
                                    {"{\"a\": \"@1\", \"b\": [\"@1\"]}"},
                                    {"Download('@1')"},
                                    {"fetch(\"@1\")"},
                                    {"connect(\"@1\", 443)"},
                                    {"[report](@1)"},
                                    {"&lt;@1&gt;"},
                                    {"date=2026-11-30 value=@1 action=blocked"},
                                    {"2026-11-30T12:30:00Z DENY @1"},
                                    {"\u00a0@1\u00a0"},
                                    {"Seen @1\u2014blocked"},
                                    {"@1\\n@1\\n"},
                                    {"> @1"},
                                    {"// @1"},
                                    {"# @1"}};

const std::vector<Carrier> carriers_of_decoys{{"@0"},
                                              {"We use @0 here."},
                                              {"@0, @0 and @0"},
                                              {"- @0"},
                                              {"Affected: @0."},
                                              {"(@0)"},
                                              {"See @0 for more."},
                                              {"注意 @0。"},
                                              {"См. @0."},
                                              {"Voir @0."},
                                              {"انظر @0."},
                                              {"@0 (@1)"},
                                              {"With @0, it reached @1."}};

Line filled(Chance& chance, const Carrier& carrier) {
  Line line{"", {}, carrier.text};
  for (std::size_t at = 0; at < carrier.text.size(); ++at) {
    if (carrier.text[at] != '@' || at + 1 == carrier.text.size()) {
      line.text += carrier.text[at];
      continue;
    }
    if (carrier.text[++at] == '0') {
      line.text += some_decoy(chance);
      continue;
    }
    Value value = some_value(chance);
    while (carrier.is_glued && value.is_beyond_ascii) value = some_value(chance);
    line.text += value.written;
    line.expected.insert(value.kind + " " + value.value);
  }
  return line;
}

}  // namespace

std::vector<Line> lines(std::uint64_t seed, std::size_t count) {
  Chance chance{seed};
  std::vector<Line> all;
  while (all.size() < count)
    all.push_back(filled(chance, chance.one_of(chance.percent(70) ? carriers : carriers_of_decoys)));
  return all;
}

}  // namespace ccop::exchange::free_text_lines
