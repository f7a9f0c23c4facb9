// An archive taken apart and put together again with other bytes: every hash that follows is made anew, so that what a
// test changed is found by the proofs, not by the hashes.
#pragma once

#include "base/bytes.hpp"

#include <fstream>
#include <functional>
#include <map>
#include <sstream>
#include <string>
#include <vector>

namespace ccop::ballot {

struct ArchiveFile {
  std::string name;
  std::string bytes;
};

class RewrittenArchive {
 public:
  explicit RewrittenArchive(const std::string& path) {
    std::ifstream in{path, std::ios::binary};
    std::ostringstream all;
    all << in.rdbuf();
    const std::string tar = all.str();
    for (std::size_t at = 0; at + 512 <= tar.size();) {
      const std::size_t size = std::stoul(tar.substr(at + 124, 11), nullptr, 8);
      files.push_back({tar.substr(at, tar.find('\0', at) - at), tar.substr(at + 512, size)});
      at += 512 + (size + 511) / 512 * 512;
    }
  }

  /// The archive with every name and every reference fitting its bytes.
  [[nodiscard]] std::string consistent() const {
    std::map<std::string, std::string> renamed;
    std::string tar;
    for (const auto& file : files) {
      std::string bytes = file.bytes;
      for (const auto& [before, after] : renamed)
        for (auto at = bytes.find(before); at != std::string::npos; at = bytes.find(before, at + after.size()))
          bytes.replace(at, before.size(), after);
      std::string name = file.name;
      if (name != "BELENIOS") {
        const std::string hash = ccop::to_hex(sha256(bytes_of(bytes)));
        renamed[name.substr(0, 64)] = hash;
        name.replace(0, 64, hash);
      }
      tar += packed(name, bytes);
    }
    return tar;
  }
  /// The archive with the names as they were.
  [[nodiscard]] std::string as_named() const {
    std::string tar;
    for (const auto& file : files) tar += packed(file.name, file.bytes);
    return tar;
  }

  /// The bytes of the first file at or after `from` that begin so; the election ends without one.
  std::size_t find(std::string_view beginning, std::size_t from = 0) const {
    for (std::size_t i = from; i < files.size(); ++i)
      if (files[i].bytes.starts_with(beginning)) return i;
    return files.size();
  }

  std::vector<ArchiveFile> files;

 private:
  static std::string packed(const std::string& name, const std::string& bytes) {
    std::string header(512, '\0');
    header.replace(0, name.size(), name);
    const auto put = [&](std::size_t at, std::size_t digits, std::size_t value) {
      for (std::size_t i = digits; i-- > 0; value /= 8) header[at + i] = static_cast<char>('0' + value % 8);
    };
    put(100, 7, 0644);
    put(124, 11, bytes.size());
    put(136, 11, 0);
    header.replace(148, 8, "        ");
    std::size_t sum = 0;
    for (const char c : header) sum += static_cast<unsigned char>(c);
    put(148, 6, sum);
    header[154] = '\0';
    return header + bytes + std::string((512 - bytes.size() % 512) % 512, '\0');
  }
};

}  // namespace ccop::ballot
