#include "exchange/text/endings.hpp"

#include "base/text.hpp"
#include "exchange/text/letters.hpp"

#include <idn2.h>

#include <algorithm>
#include <memory>
#include <unordered_set>

namespace ccop::exchange::free_text {

namespace {

struct Freed {
  void operator()(char* text) const { idn2_free(text); }
};
using Text = std::unique_ptr<char, Freed>;

struct Same : std::hash<std::string_view> {
  using is_transparent = void;
};
using Words = std::unordered_set<std::string, Same, std::equal_to<>>;

/// The name as DNS has it; null where it is none.
Text as_ascii(const std::string& name) {
  char* out = nullptr;
  const int said = idn2_to_ascii_8z(name.c_str(), &out, IDN2_NONTRANSITIONAL | IDN2_NFC_INPUT);
  return Text{said == IDN2_OK ? out : nullptr};
}

Words read_top_level() {
  Words words;
  for (auto& word : pieces_of(top_level_domains, '\n')) {
    if (std::ranges::any_of(word, is_beyond_ascii))
      if (const Text ascii = as_ascii(word)) words.insert(ascii.get());
    words.insert(std::move(word));
  }
  // RFC 2606, RFC 6761, RFC 6762 and its appendix G, RFC 7686, RFC 8375, RFC 9476.
  for (const char* reserved : {"example", "test", "invalid", "local", "intranet", "internal", "private", "corp", "home",
                               "lan", "onion", "arpa", "alt"})
    words.insert(reserved);
  return words;
}

}  // namespace

bool is_top_level(std::string_view label) {
  static const Words words = read_top_level();
  return words.contains(label);
}

bool is_file_ending(std::string_view label) {
  // What Outlook and Exchange keep from attachments by default, without what is a top-level domain first; then
  // documents, archives, images, scripts and settings as reports name them.
  static const Words words{
      "ade",   "adp",      "asp",   "aspx",    "asx",   "bas",  "bat",    "cer",   "chm",    "cmd",      "cnt",  "cpl",
      "crt",   "csh",      "der",   "diagcab", "exe",   "fxp",  "gadget", "grp",   "hlp",    "hpj",      "hta",  "htc",
      "inf",   "ins",      "isp",   "its",     "jar",   "jnlp", "js",     "jse",   "ksh",    "lnk",      "mad",  "maf",
      "mag",   "mam",      "maq",   "mar",     "mas",   "mat",  "mau",    "mav",   "maw",    "mcf",      "mda",  "mdb",
      "mde",   "mdt",      "mdw",   "mdz",     "msc",   "msh",  "mshxml", "msi",   "msp",    "mst",      "ops",  "osd",
      "pcd",   "pif",      "plg",   "prf",     "prg",   "ps1",  "ps1xml", "ps2",   "psc1",   "psc2",     "pst",  "reg",
      "scf",   "scr",      "sct",   "shb",     "shs",   "tmp",  "url",    "vb",    "vbe",    "vbp",      "vbs",  "vhd",
      "vhdx",  "vsmacros", "vsw",   "ws",      "wsc",   "wsf",  "wsh",    "xbap",  "xll",    "xnk",      "py",   "pyc",
      "pyo",   "pyw",      "pyz",   "pyzw",    "wsb",   "udl",  "dll",    "sys",   "ocx",    "drv",      "efi",  "zip",
      "rar",   "7z",       "gz",    "tgz",     "bz2",   "xz",   "tar",    "iso",   "img",    "dmg",      "pkg",  "deb",
      "rpm",   "apk",      "ipa",   "pdf",     "doc",   "docx", "docm",   "dotm",  "xls",    "xlsx",     "xlsm", "xlsb",
      "xlam",  "ppt",      "pptx",  "pptm",    "ppam",  "rtf",  "odt",    "ods",   "txt",    "csv",      "log",  "html",
      "htm",   "xhtml",    "shtml", "mht",     "mhtml", "php",  "php5",   "phtml", "jsp",    "jspx",     "ashx", "asmx",
      "cgi",   "png",      "jpg",   "jpeg",    "gif",   "bmp",  "ico",    "svg",   "webp",   "xml",      "xsl",  "json",
      "yaml",  "yml",      "toml",  "sh",      "bash",  "psm1", "psd1",   "so",    "dylib",  "ko",       "elf",  "bin",
      "dat",   "sqlite",   "dump",  "eml",     "msg",   "ost",  "cfg",    "conf",  "config", "ini",      "md",   "cpp",
      "hpp",   "war",      "ear",   "appx",    "msix",  "cab",  "wim",    "bak",   "pem",    "p12",      "pfx",  "kdbx",
      "plist", "service",  "swf",   "ttf",     "wav",   "mp3",  "mp4",    "avi",   "locked", "encrypted"};
  return words.contains(label);
}

bool is_product(std::string_view name) {
  // As their makers write them: learn.microsoft.com, nodejs.org, openjsf.org/projects.
  static const Words words{"asp.net", "ado.net",     "vb.net",   "ml.net",     "node.js",    "next.js",
                           "vue.js",  "nuxt.js",     "react.js", "angular.js", "express.js", "three.js",
                           "d3.js",   "backbone.js", "ember.js", "socket.io",  "chart.js",   "require.js"};
  return words.contains(name);
}

bool is_field(std::string_view label) {
  static const Words words{"name", "email", "id", "host", "zone", "date", "data"};
  return words.contains(label);
}

std::string canonical_name(std::string_view name) {
  const Text ascii = as_ascii(std::string{name});
  if (!ascii) return {};
  char* out = nullptr;
  if (idn2_to_unicode_8z8z(ascii.get(), &out, 0) != IDN2_OK) return {};
  const Text unicode{out};
  return unicode.get();
}

}  // namespace ccop::exchange::free_text
