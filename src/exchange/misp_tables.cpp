#include "exchange/misp_tables.hpp"

#include <algorithm>
#include <array>

namespace ccop::exchange::misp {
namespace {

constexpr std::array mappings{
    Mapping{"AS", "autonomous-system:number = '$1'", "autonomous-system number"},
    Mapping{"domain", "domain-name:value = '$1'", "domain-name value"},
    Mapping{"hostname", "domain-name:value = '$1'", "domain-name value"},
    Mapping{"domain|ip", "domain-name:value = '$1' AND domain-name:resolves_to_refs[*].value = '$2'",
            "domain-name value", true},
    Mapping{"hostname|port", "domain-name:value = '$1' AND network-traffic:dst_port = '$2'", "domain-name value", true},
    Mapping{"ip-src", "network-traffic:src_ref.type = '$4' AND network-traffic:src_ref.value = '$1'", "$4 value"},
    Mapping{"ip-dst", "network-traffic:dst_ref.type = '$4' AND network-traffic:dst_ref.value = '$1'", "$4 value"},
    Mapping{"ip-src|port",
            "network-traffic:src_ref.type = '$4' AND network-traffic:src_ref.value = '$1' AND network-traffic:src_port "
            "= '$2'",
            "$4 value", true},
    Mapping{"ip-dst|port",
            "network-traffic:dst_ref.type = '$4' AND network-traffic:dst_ref.value = '$1' AND network-traffic:dst_port "
            "= '$2'",
            "$4 value", true},
    Mapping{"port", "network-traffic:dst_port = '$1'", ""},
    Mapping{"mac-address", "mac-addr:value = '$1'", "mac-addr value"},
    Mapping{"url", "url:value = '$1'", "url value"},
    Mapping{"uri", "url:value = '$1'", "url value"},
    Mapping{"link", "url:value = '$1'", "url value"},
    Mapping{"user-agent", "network-traffic:extensions.'http-request-ext'.request_header.'User-Agent' = '$1'", ""},
    Mapping{"http-method", "network-traffic:extensions.'http-request-ext'.request_method = '$1'", ""},
    Mapping{"email", "email-addr:value = '$1'", "email-addr value"},
    Mapping{"email-src", "email-message:from_ref.value = '$1'", "email-addr value"},
    Mapping{"email-dst", "email-message:to_refs[*].value = '$1'", "email-addr value"},
    Mapping{"email-subject", "email-message:subject = '$1'", ""},
    Mapping{"email-body", "email-message:body = '$1'", ""},
    Mapping{"email-message-id", "email-message:message_id = '$1'", ""},
    Mapping{"email-header", "email-message:received_lines = '$1'", ""},
    Mapping{"email-attachment", "email-message:body_multipart[*].body_raw_ref.name = '$1'", "file name"},
    Mapping{"email-reply-to", "email-message:additional_header_fields.reply_to = '$1'", "email-addr value"},
    Mapping{"email-x-mailer", "email-message:additional_header_fields.x_mailer = '$1'", ""},
    Mapping{"filename", "file:name = '$1'", "file name"},
    Mapping{"size-in-bytes", "file:size = '$1'", ""},
    Mapping{"md5", "file:hashes.MD5 = '$1'", "file hashes.MD5"},
    Mapping{"sha1", "file:hashes.'SHA-1' = '$1'", "file hashes.SHA-1"},
    Mapping{"sha224", "file:hashes.'SHA-224' = '$1'", "file hashes.SHA-224"},
    Mapping{"sha256", "file:hashes.'SHA-256' = '$1'", "file hashes.SHA-256"},
    Mapping{"sha384", "file:hashes.'SHA-384' = '$1'", "file hashes.SHA-384"},
    Mapping{"sha512", "file:hashes.'SHA-512' = '$1'", "file hashes.SHA-512"},
    Mapping{"sha3-256", "file:hashes.'SHA3-256' = '$1'", "file hashes.SHA3-256"},
    Mapping{"sha3-512", "file:hashes.'SHA3-512' = '$1'", "file hashes.SHA3-512"},
    Mapping{"ssdeep", "file:hashes.SSDEEP = '$1'", "file hashes.SSDEEP"},
    Mapping{"tlsh", "file:hashes.TLSH = '$1'", "file hashes.TLSH"},
    Mapping{"imphash", "file:hashes.IMPHASH = '$1'", "file hashes.IMPHASH"},
    Mapping{"pehash", "file:hashes.PEHASH = '$1'", "file hashes.PEHASH"},
    Mapping{"authentihash", "file:hashes.AUTHENTIHASH = '$1'", "file hashes.AUTHENTIHASH"},
    Mapping{"vhash", "file:hashes.VHASH = '$1'", "file hashes.VHASH"},
    Mapping{"telfhash", "file:hashes.TELFHASH = '$1'", "file hashes.TELFHASH"},
    Mapping{"filename|md5", "file:name = '$1' AND file:hashes.MD5 = '$2'", "file hashes.MD5", true},
    Mapping{"filename|sha1", "file:name = '$1' AND file:hashes.'SHA-1' = '$2'", "file hashes.SHA-1", true},
    Mapping{"filename|sha256", "file:name = '$1' AND file:hashes.'SHA-256' = '$2'", "file hashes.SHA-256", true},
    Mapping{"filename|sha512", "file:name = '$1' AND file:hashes.'SHA-512' = '$2'", "file hashes.SHA-512", true},
    Mapping{"filename|ssdeep", "file:name = '$1' AND file:hashes.SSDEEP = '$2'", "file hashes.SSDEEP", true},
    Mapping{"filename|tlsh", "file:name = '$1' AND file:hashes.TLSH = '$2'", "file hashes.TLSH", true},
    Mapping{"filename|imphash", "file:name = '$1' AND file:hashes.IMPHASH = '$2'", "file hashes.IMPHASH", true},
    Mapping{"malware-sample", "file:name = '$1' AND file:hashes.MD5 = '$2'", "file hashes.MD5", true},
    Mapping{"mutex", "mutex:name = '$1'", "mutex name"},
    Mapping{"regkey", "windows-registry-key:key = '$1'", "windows-registry-key key"},
    Mapping{"regkey|value", "windows-registry-key:key = '$1' AND windows-registry-key:values.data = '$2'",
            "windows-registry-key key", true},
    Mapping{"github-username", "user-account:account_type = 'github' AND user-account:account_login = '$1'",
            "user-account account_login"},
    Mapping{"x509-fingerprint-md5", "x509-certificate:hashes.MD5 = '$1'", "x509-certificate hashes.MD5"},
    Mapping{"x509-fingerprint-sha1", "x509-certificate:hashes.'SHA-1' = '$1'", "x509-certificate hashes.SHA-1"},
    Mapping{"x509-fingerprint-sha256", "x509-certificate:hashes.'SHA-256' = '$1'", "x509-certificate hashes.SHA-256"},
    Mapping{"yara", "", "", false, "yara"},
    Mapping{"sigma", "", "", false, "sigma"},
    Mapping{"snort", "", "", false, "snort"},
    Mapping{"suricata", "", "", false, "suricata"}};

struct Galaxy {
  std::string_view part;  ///< of the galaxy's type
  std::string_view stix;
};
/// The first that fits counts.
constexpr std::array galaxies{Galaxy{"course-of-action", "course-of-action"},
                              Galaxy{"intrusion-set", "intrusion-set"},
                              Galaxy{"attack-pattern", "attack-pattern"},
                              Galaxy{"techniques", "attack-pattern"},
                              Galaxy{"threat-actor", "threat-actor"},
                              Galaxy{"activity-group", "threat-actor"},
                              Galaxy{"ics-groups", "threat-actor"},
                              Galaxy{"branded-vulnerability", "vulnerability"},
                              Galaxy{"malware", "malware"},
                              Galaxy{"malpedia", "malware"},
                              Galaxy{"ransomware", "malware"},
                              Galaxy{"stealer", "malware"},
                              Galaxy{"backdoor", "malware"},
                              Galaxy{"banker", "malware"},
                              Galaxy{"android", "malware"},
                              Galaxy{"cryptominers", "malware"},
                              Galaxy{"ics-software", "malware"},
                              Galaxy{"exploit-kit", "tool"},
                              Galaxy{"botnet", "tool"},
                              Galaxy{"tool", "tool"},
                              Galaxy{"tds", "tool"},
                              Galaxy{"rat", "tool"}};

}  // namespace

const Mapping* mapping_of(std::string_view attribute_type) {
  const auto found = std::ranges::find(mappings, attribute_type, &Mapping::type);
  return found == mappings.end() ? nullptr : &*found;
}

std::string stix_type_of_galaxy(std::string_view galaxy_type) {
  const auto found = std::ranges::find_if(galaxies, [&](const Galaxy& one) {
    return galaxy_type == one.part || galaxy_type.find(one.part) != std::string_view::npos;
  });
  return found == galaxies.end() ? std::string{} : std::string{found->stix};
}

std::string attribute_type_of(std::string_view object_type, std::string_view path) {
  struct Comparison {
    std::string_view object;
    std::string_view path;
    std::string_view attribute;
  };
  constexpr std::array comparisons{Comparison{"ipv4-addr", "value", "ip-dst"},
                                   Comparison{"ipv6-addr", "value", "ip-dst"},
                                   Comparison{"network-traffic", "dst_ref.value", "ip-dst"},
                                   Comparison{"network-traffic", "src_ref.value", "ip-src"},
                                   Comparison{"domain-name", "value", "domain"},
                                   Comparison{"url", "value", "url"},
                                   Comparison{"email-addr", "value", "email"},
                                   Comparison{"email-message", "from_ref.value", "email-src"},
                                   Comparison{"email-message", "subject", "email-subject"},
                                   Comparison{"file", "name", "filename"},
                                   Comparison{"file", "hashes.MD5", "md5"},
                                   Comparison{"file", "hashes.'MD5'", "md5"},
                                   Comparison{"file", "hashes.'SHA-1'", "sha1"},
                                   Comparison{"file", "hashes.'SHA-256'", "sha256"},
                                   Comparison{"file", "hashes.'SHA-512'", "sha512"},
                                   Comparison{"mutex", "name", "mutex"},
                                   Comparison{"mac-addr", "value", "mac-address"},
                                   Comparison{"windows-registry-key", "key", "regkey"}};
  const auto found = std::ranges::find_if(
      comparisons, [&](const Comparison& one) { return one.object == object_type && one.path == path; });
  return found == comparisons.end() ? std::string{} : std::string{found->attribute};
}

std::string_view category_of(std::string_view attribute_type) {
  if (attribute_type.starts_with("email")) return "Payload delivery";
  if (attribute_type == "mutex" || attribute_type == "regkey") return "Artifacts dropped";
  const bool is_file = attribute_type == "filename" || attribute_type == "md5" || attribute_type.starts_with("sha");
  return is_file ? "Payload delivery" : "Network activity";
}

}  // namespace ccop::exchange::misp
