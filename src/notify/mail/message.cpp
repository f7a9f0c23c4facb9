#include "notify/mail/message.hpp"

#include "notify/mail/gmime.hpp"

#include <algorithm>
#include <stdexcept>

namespace ccop::notify {
namespace {

/// What may not be split into a second header is refused before a library sees it.
const std::string& one_line(const std::string& text) {
  const bool has_break = std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) < ' '; });
  if (has_break) throw std::invalid_argument{"a header of a mail holds a control character"};
  return text;
}

Held<GMimePart> part(const std::string& subtype, const std::string& text) {
  Held<GMimePart> part{g_mime_part_new_with_type("text", subtype.c_str())};
  const Held<GMimeStream> memory{g_mime_stream_mem_new_with_buffer(text.data(), text.size())};
  const Held<GMimeDataWrapper> content{
      g_mime_data_wrapper_new_with_stream(memory.get(), GMIME_CONTENT_ENCODING_DEFAULT)};
  g_mime_part_set_content(part.get(), content.get());
  g_mime_part_set_content_encoding(part.get(), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  g_mime_object_set_content_type_parameter(GMIME_OBJECT(part.get()), "charset", "utf-8");
  return part;
}

Held<GMimeMultipart> alternatives(const Message& message) {
  Held<GMimeMultipart> all{g_mime_multipart_new_with_subtype("alternative")};
  g_mime_multipart_add(all.get(), GMIME_OBJECT(part("plain", message.text).get()));
  g_mime_multipart_add(all.get(), GMIME_OBJECT(part("html", message.html).get()));
  if (message.calendar) {
    // Outlook wants the method beside the type, and no Content-Disposition, to show buttons.
    const auto calendar = part("calendar", message.calendar->text);
    g_mime_object_set_content_type_parameter(GMIME_OBJECT(calendar.get()), "method",
                                             one_line(message.calendar->method).c_str());
    g_mime_multipart_add(all.get(), GMIME_OBJECT(calendar.get()));
  }
  return all;
}

void set_header(GMimeMessage* mail, const char* name, const std::string& value) {
  g_mime_object_set_header(GMIME_OBJECT(mail), name, one_line(value).c_str(), "utf-8");
}

void set_headers(GMimeMessage* mail, const Message& message) {
  g_mime_message_add_mailbox(mail, GMIME_ADDRESS_TYPE_FROM, one_line(message.sender_name).c_str(),
                             one_line(message.sender).c_str());
  if (!message.reply_to.empty())
    g_mime_message_add_mailbox(mail, GMIME_ADDRESS_TYPE_REPLY_TO, nullptr, one_line(message.reply_to).c_str());
  g_mime_message_add_mailbox(mail, GMIME_ADDRESS_TYPE_TO, nullptr, one_line(message.to).c_str());
  g_mime_message_set_subject(mail, one_line(message.subject).c_str(), "utf-8");
  g_mime_message_set_message_id(mail, one_line(message.id).c_str());
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(message.at.time_since_epoch()).count();
  const std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> at{g_date_time_new_from_unix_utc(seconds),
                                                                    &g_date_time_unref};
  g_mime_message_set_date(mail, at.get());
  // Nobody's program answers by itself (RFC 3834; the second is Exchange's).
  set_header(mail, "Auto-Submitted", "auto-generated");
  set_header(mail, "X-Auto-Response-Suppress", "All");
  set_header(mail, "List-Id", "<" + message.list + ">");
  if (message.unsubscribe.empty()) return;
  set_header(mail, "List-Unsubscribe", "<" + message.unsubscribe + ">");
  set_header(mail, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
}

}  // namespace

std::string written(const Message& message) {
  begin_gmime();
  const Held<GMimeMessage> mail{g_mime_message_new(TRUE)};
  set_headers(mail.get(), message);
  g_mime_message_set_mime_part(mail.get(), GMIME_OBJECT(alternatives(message).get()));
  std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)> dos{g_mime_format_options_new(),
                                                                                 &g_mime_format_options_free};
  g_mime_format_options_set_newline_format(dos.get(), GMIME_NEWLINE_FORMAT_DOS);
  const std::unique_ptr<char, decltype(&g_free)> text{g_mime_object_to_string(GMIME_OBJECT(mail.get()), dos.get()),
                                                      &g_free};
  return text.get();
}

}  // namespace ccop::notify
