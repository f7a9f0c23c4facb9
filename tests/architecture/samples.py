"""Small houses that offend: (what is wrong, the rule, its files, where the rule must find it). Houses in which nothing is to be
found show what the rules allow."""

_BODY = "  work();\n"


def _function(head, lines):
    """A function of so many lines."""
    return head + " {\n" + _BODY * (lines - 2) + "}\n"


_CHAPTERS = {
    "src/community/meetings/chapter.hpp": "struct MeetingsChapter {\n  using Reads = List<>;\n};\n",
    "src/community/meetings/state.hpp": '#include "base/time.hpp"\n#include "community/meetings/acts.hpp"\n',
    "src/community/decisions/chapter.hpp": "struct DecisionsChapter {\n  using Reads = List<Meetings>;\n};\n",
    "src/community/decisions/state.hpp": '#include "community/decisions/acts.hpp"\n#include "community/meetings/state.hpp"\n',
}


def _with(files, more):
    return {**files, **more}


SAMPLES = [
    ("a folder without a floor", "floors", {"src/attic/CMakeLists.txt": "", "src/attic/box.cpp": ""}, ["src/attic/CMakeLists.txt:1"]),
    ("a use upward", "floors",
     {"src/store/CMakeLists.txt": "ccop_library(store USES ccop_host)\n", "src/store/store.cpp": ""}, ["src/store/CMakeLists.txt:1"]),
    ("an include upward", "arrows",
     {"src/store/CMakeLists.txt": "ccop_library(store USES ccop_base PkgConfig::SQLITE)\n",
      "src/store/store.cpp": '#include "base/bytes.hpp"\n#include "store/store.hpp"\n#include "host/log.hpp"\n'}, ["src/store/store.cpp:3"]),
    ("an include of what is below, but not named", "arrows",
     {"src/server/CMakeLists.txt": "ccop_library(server USES ccop_host)\n", "src/host/CMakeLists.txt": "ccop_library(host USES ccop_store)\n",
      "src/server/site.cpp": '#include "store/store.hpp"\n#include "ledger/merkle.hpp"\n'}, ["src/server/site.cpp:2"]),

    ("a chapter that is not described", "chapter-described",
     _with(_CHAPTERS, {"src/community/people/state.hpp": ""}), ["src/community/people:1"]),
    ("two chapters that read each other", "chapter-described",
     _with(_CHAPTERS, {"src/community/meetings/chapter.hpp": "struct MeetingsChapter {\n  using Reads = List<DecisionsChapter>;\n};\n"}),
     ["src/community/decisions/chapter.hpp:1", "src/community/meetings/chapter.hpp:1"]),
    ("what a chapter may include", "chapter-walls",
     _with(_CHAPTERS, {"src/community/decisions/motion_rules.cpp":
                       '#include "base/text.hpp"\n#include "community/decisions/state.hpp"\n#include "community/hub.hpp"\n'
                       '#include "community/kernel/ruling.hpp"\n#include "community/meetings/acts.hpp"\n#include "community/meetings/state.hpp"\n'}),
     []),
    ("an include of a later chapter", "chapter-walls",
     _with(_CHAPTERS, {"src/community/meetings/state.cpp": '#include "community/meetings/state.hpp"\n#include "community/decisions/state.hpp"\n'}),
     ["src/community/meetings/state.cpp:2"]),
    ("an include of the rules of a chapter that is read", "chapter-walls",
     _with(_CHAPTERS, {"src/community/decisions/rules.cpp": '#include "community/meetings/rules.hpp"\n'}),
     ["src/community/decisions/rules.cpp:1"]),
    ("a state that sees the hub", "chapter-walls",
     _with(_CHAPTERS, {"src/community/meetings/state.cpp": '#include "community/hub.hpp"\n'}), ["src/community/meetings/state.cpp:1"]),
    ("a chapter that leaves the domain", "chapter-walls",
     _with(_CHAPTERS, {"src/community/meetings/rules.cpp": '#include "store/store.hpp"\n'}), ["src/community/meetings/rules.cpp:1"]),
    ("a kernel that knows a chapter", "chapter-walls",
     _with(_CHAPTERS, {"src/community/kernel/ruling.hpp": '#include "community/meetings/state.hpp"\n'}), ["src/community/kernel/ruling.hpp:1"]),
    ("a rule that looks at a later chapter's state", "chapter-slices",
     _with(_CHAPTERS, {"src/community/meetings/rules.cpp":
                       "// decisions(now) may be said here\nbool f() { return meetings(now).any(); }\nbool g() { return decisions(now).any(); }\n",
                       "src/community/decisions/rules.cpp": "bool h() { return meetings(now).any(); }\n"}), ["src/community/meetings/rules.cpp:3"]),
    ("a chapter of the server that knows another", "server-chapters",
     {"src/server/meetings/views.hpp": '#include "server/reading.hpp"\n', "src/server/reading.hpp": "",
      "src/server/decisions/routes.cpp": '#include "server/decisions/views.hpp"\n#include "server/reading.hpp"\n#include "server/meetings/views.hpp"\n'},
     ["src/server/decisions/routes.cpp:3"]),
    ("views of an earlier chapter and of a later one", "server-chapters",
     _with(_CHAPTERS, {"src/server/decisions/views.hpp": '#include "server/meetings/views.hpp"\n#include "server/meetings/routes.hpp"\n',
                       "src/server/meetings/views.hpp": '#include "server/decisions/views.hpp"\n'}),
     ["src/server/decisions/views.hpp:2", "src/server/meetings/views.hpp:1"]),
    ("a shared file of the server that knows a chapter", "server-chapters",
     {"src/server/meetings/views.hpp": "", "src/server/site.cpp": '#include "server/meetings/views.hpp"\n',
      "src/server/routes.cpp": '#include "server/meetings/views.hpp"\n'}, ["src/server/site.cpp:1"]),

    ("functions of 60 lines and of 61", "function-length",
     {"src/a/a.cpp": "namespace ccop {\n" + _function("int fits()", 60) + _function("int grows()", 61) + "}\n"}, ["src/a/a.cpp:62"]),
    ("a member with an initialiser list, a lambda and braces in strings", "function-length",
     {"src/a/a.cpp": "A::A(int x)\n    : x_{x}, y_{[] { return '{'; }()} {\n" + '  say("}}}");  // {{{\n' + _BODY * 60 + "}\n"
      "const char* const text = R\"(" + "}\n" * 90 + ")\";\n"}, ["src/a/a.cpp:1"]),
    ("a long class of short functions", "function-length",
     {"src/a/a.hpp": "struct A {\n" + "  int f() const { return 1'000; }\n" * 90 + "};\nBOOST_DESCRIBE_STRUCT(A, (), (f))\n"}, []),
    ("a long test", "function-length", {"tests/a_test.cpp": _function("TEST(Meetings, AreLong)", 70)}, ["tests/a_test.cpp:1"]),
    ("a template with a requires clause", "function-length",
     {"src/a/a.hpp": "template <class T>\n  requires std::integral<T>\n" + _function("T f(T x)", 61)}, ["src/a/a.hpp:1"]),
    ("a long component with its parameters on lines of their own", "page-function-length",
     {"web/src/A.tsx": "export function A({\n  name,\n}: {\n  name: string;\n}) {\n" + _BODY * 60 + "}\n"}, ["web/src/A.tsx:1"]),
    ("long arrows, with a block and without", "page-function-length",
     {"web/src/a.ts": "const f = (x: number) => {\n" + _BODY * 60 + "};\nconst g = () =>\n" + "  1 +\n" * 60 + "  1;\n"},
     ["web/src/a.ts:1", "web/src/a.ts:63"]),
    ("a long group of short tests, and a long test in it", "page-function-length",
     {"web/src/a.test.ts": "describe('it', () => {\n" + "  it('is short', () => {\n    work();\n  });\n" * 30
      + "  it('is long', () => {\n" + "    work();\n" * 60 + "  });\n});\n"}, ["web/src/a.test.ts:92"]),
    ("files of 400 lines and of 401, and data", "file-length",
     {"src/a/fits.cpp": "\n" * 400, "src/a/grows.cpp": "\n" * 401, "src/a/types.stix": "\n" * 900}, ["src/a/grows.cpp:401"]),

    ("what headers declare and nobody names", "unused",
     {"src/a/a.hpp": "// lonely() and Lonely\nstruct Lonely {\n  Lonely();\n  Lonely& operator=(const Lonely&) = delete;\n};\nint lonely(int x);\n"
      "inline constexpr int forgotten = 1;\nint called();\nstruct Kept {\n  int asked() const { return 1; }\n  void unasked();\n  struct Part {\n"
      "    int x{};\n  } part;\n};\nBOOST_DESCRIBE_STRUCT(Lonely, (), ())\n",
      "src/a/a.cpp": "Lonely::Lonely() {}\nint lonely(int x) {\n  return called();\n}\nint called() {\n  return Kept{}.asked();\n}\nvoid Kept::unasked() {}\n"},
     ["src/a/a.hpp:2", "src/a/a.hpp:6", "src/a/a.hpp:7", "src/a/a.hpp:11"]),
    ("what headers declare and nobody but a test names", "only-tested",
     {"src/a/a.hpp": "int tested();\nint used();\n", "src/a/a.cpp": "int tested() { return 1; }\nint used() { return 2; }\nint x = used();\n",
      "tests/a_test.cpp": "TEST(A, IsTested) { EXPECT_EQ(tested(), used()); }\n"}, ["src/a/a.hpp:1"]),
    ("files of the page that nothing leads to", "unused-page-file",
     {"web/index.html": '<script type="module" src="/src/main.tsx"></script>\n',
      "web/src/main.tsx": "import './page.css';\nconst late = () => import('./Late');\nimport { b } from './b';\n", "web/src/page.css": "",
      "web/src/Late.tsx": "export { a } from './chapters';\n", "web/src/chapters/index.ts": "const all = import.meta.glob('./*/words.json');\n",
      "web/src/chapters/x/words.json": "{}", "web/src/b.ts": "new Worker(new URL('./work.ts', import.meta.url));\n", "web/src/work.ts": "", "web/src/lost.ts": "import './b';\n", "web/src/tested.ts": "",
      "web/src/tested.test.ts": "import './tested';\n"}, ["web/src/lost.ts:1", "web/src/tested.ts:1"]),
    ("exports that nobody imports", "unused-export",
     {"web/src/main.tsx": "import {\n  a,\n  type T as U,\n} from './a';\nconst x = lazy(() => import('./late'), 'Shown');\n",
      "web/src/a.ts": "export const a = 1;\nexport type T = string;\nexport function b() {}\nexport const shown = 1;\nexport const own = shown;\n",
      "web/src/late.tsx": "export function Shown() {}\nexport function Hidden() {}\n", "web/src/a.test.ts": "import { own, shown } from './a';\n"},
     ["web/src/a.ts:3", "web/src/a.ts:5", "web/src/late.tsx:2"]),
    ("sentences that nobody says", "unused-message",
     {"api/messages/record.en.json": '{\n  "said": "Yes.",\n  "unsaid": "No.",\n  "asked": "Well."\n}\n', "src/a/a.cpp": 'refuse("said");\n',
      "web/src/a.ts": "key === 'asked'"}, ["api/messages/record.en.json:3"]),
    ("texts that no page shows", "unused-page-word",
     {"web/src/chapters/a/en.json": '{\n  "kind": {\n    "members-only": "M",\n    "gone": "G"\n  },\n  "rows_one": "1",\n  "rows_other": "n",\n  "old": "O"\n}\n',
      "web/src/a.tsx": "t(`kind.${kind}`) + t('rows', { count })", "src/a/a.hpp": "enum class Kind { members_only };\n"},
     ["web/src/chapters/a/en.json:4", "web/src/chapters/a/en.json:8"]),
    ("build files that nobody reads, and programs that nobody builds", "unused-build-file",
     {"CMakeLists.txt": "add_subdirectory(src)\ninclude(cmake/used.cmake)\n", "src/CMakeLists.txt": "", "cmake/used.cmake": "", "cmake/lost.cmake": "",
      "old/CMakeLists.txt": "", "bench/CMakeLists.txt": "add_executable(bench_x x.cpp)\n", "bench/x.cpp": "", "bench/y.cpp": ""},
     ["bench/CMakeLists.txt:1", "bench/y.cpp:1", "cmake/lost.cmake:1", "old/CMakeLists.txt:1"]),

    ("a header without a word", "header-says-why", {"src/a/a.hpp": "// What a is.\n#pragma once\n", "src/a/b.hpp": "#pragma once\n"}, ["src/a/b.hpp:1"]),
    ("a macro", "macros", {"src/a/a.cpp": "// #define X\nint x;\n#define TWICE(x) ((x) * 2)\n"}, ["src/a/a.cpp:3"]),
    ("owners by hand", "owners",
     {"src/a/a.cpp": "// a new thing\nauto* p = new Thing{1};\nvoid f() { delete p; }\nA& operator=(const A&) = delete;\nauto q = std::make_unique<Thing>();\n"},
     ["src/a/a.cpp:2", "src/a/a.cpp:3"]),

    ("a form that forgets a long text", "drafts",
     {"web/src/A.tsx": "const [a, setA] = useState('');\n<LongTextField value={a} />\n",
      "web/src/B.tsx": "const draft = useDraft('b', { b: '' });\n<LongTextField value={draft.value.b} />\n",
      "web/src/A.test.tsx": "<LongTextField />\n"}, ["web/src/A.tsx:2"]),

    ("keys of a catalogue, one of them twice", "words-said-twice",
     {"web/src/en.json": '{\n  "a": { "name": "A", "more": "B" },\n  "b": { "name": "C",\n  "name": "D" }\n}\n'}, ["web/src/en.json:4"]),
    ("words that no file may say", "banned-words",
     {"docs/a.md": "see #" "12\nTO" "DO: more\nin /wo" "rk/main\nfrom registry.np" "mjs.org\nissue 7\n",
      "docs/b.md": "[a](b.md#1) is &#39;fine&#39;, colour #123456, a to-do list, src/work/x, issue of 1999 words\n"},
     ["docs/a.md:1", "docs/a.md:2", "docs/a.md:3", "docs/a.md:4", "docs/a.md:5"]),
]
