#include "notify/mail/incoming.hpp"

#include "base/text.hpp"
#include "notify/mail/gmime.hpp"

namespace ccop::notify {
namespace {

constexpr int deepest_part = 8;
constexpr int most_parts = 64;
constexpr std::size_t most_recipients = 64;

struct FreeText {
  void operator()(char* text) const { g_free(text); }
};

bool is_calendar(GMimeObject* part) {
  GMimeContentType* const type = g_mime_object_get_content_type(part);
  return GMIME_IS_TEXT_PART(part) && type != nullptr && g_mime_content_type_is_type(type, "text", "calendar");
}

/// Depth first, as they stand in the mail; no mail within the mail is opened.
GMimeTextPart* first_calendar(GMimeObject* part, int depth, int& parts_left) {
  if (part == nullptr || depth > deepest_part || --parts_left < 0) return nullptr;
  if (is_calendar(part)) return GMIME_TEXT_PART(part);
  if (!GMIME_IS_MULTIPART(part)) return nullptr;
  const int count = g_mime_multipart_get_count(GMIME_MULTIPART(part));
  for (int i = 0; i < count && parts_left > 0; ++i)
    if (auto* const found = first_calendar(g_mime_multipart_get_part(GMIME_MULTIPART(part), i), depth + 1, parts_left))
      return found;
  return nullptr;
}

void add_addresses(const char* header, std::vector<std::string>& into) {
  const Held<InternetAddressList> list{internet_address_list_parse(nullptr, header == nullptr ? "" : header)};
  if (!list) return;
  for (int i = 0; i < internet_address_list_length(list.get()) && into.size() < most_recipients; ++i) {
    InternetAddress* const one = internet_address_list_get_address(list.get(), i);
    if (!INTERNET_ADDRESS_IS_MAILBOX(one)) continue;
    const char* const address = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one));
    if (address != nullptr) into.push_back(in_small_letters(address));
  }
}

std::vector<std::string> recipients_of(GMimeMessage* mail) {
  std::vector<std::string> all;
  GMimeHeaderList* const headers = g_mime_object_get_header_list(GMIME_OBJECT(mail));
  for (int i = 0; i < g_mime_header_list_get_count(headers); ++i) {
    GMimeHeader* const header = g_mime_header_list_get_header_at(headers, i);
    const std::string name = in_small_letters(g_mime_header_get_name(header));
    if (name == "to" || name == "delivered-to") add_addresses(g_mime_header_get_value(header), all);
  }
  return all;
}

}  // namespace

std::optional<IncomingMail> incoming_mail(std::string_view mail) {
  begin_gmime();
  const Held<GMimeStream> memory{g_mime_stream_mem_new_with_buffer(mail.data(), mail.size())};
  const Held<GMimeParser> parser{g_mime_parser_new_with_stream(memory.get())};
  const Held<GMimeMessage> message{g_mime_parser_construct_message(parser.get(), nullptr)};
  if (!message) return std::nullopt;
  int parts_left = most_parts;
  GMimeTextPart* const calendar = first_calendar(g_mime_message_get_mime_part(message.get()), 0, parts_left);
  if (calendar == nullptr) return std::nullopt;
  const std::unique_ptr<char, FreeText> text{g_mime_text_part_get_text(calendar)};
  if (!text) return std::nullopt;
  return IncomingMail{text.get(), recipients_of(message.get())};
}

}  // namespace ccop::notify
