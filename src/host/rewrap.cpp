#include "host/rewrap.hpp"

#include "host/log_keys.hpp"
#include "host/wrapped_settings.hpp"
#include "store/sealed_settings.hpp"

namespace ccop::host {

void require_opens(store::Store& record, const store::MasterKey& key) {
  store::check_settings(record, key);
  if (const auto signing = record.setting(log_key_setting))
    static_cast<void>(store::unwrap(*signing, log_key_setting, key));
  require_opens_wrapped(record, key);
  record.each_content([&](const store::ContentRow& row) {
    try {
      static_cast<void>(store::unseal(row, key));
    } catch (const store::StoreError& error) {
      throw store::StoreError{"content " + to_base64url(row.hash.hash) + ": " + error.what() +
                              ". Restore the newest backup, or erase it with \"ccop erase --content\""};
    }
  });
}

void rewrap(store::Store& record, const store::MasterKey& from, const store::MasterKey& to,
            std::vector<store::SettingChange> changes) {
  if (const auto signing = record.setting(log_key_setting))
    changes.push_back({log_key_setting, store::rewrap(*signing, log_key_setting, from, to)});
  for (store::SettingChange& wrapped : rewrapped_settings(record, from, to)) changes.push_back(std::move(wrapped));
  changes.push_back(store::seal_under(record, from, to, changes));
  record.rewrap([&](const ContentHash& hash,
                    std::string_view wrapped) { return store::rewrap(wrapped, text_of(hash.hash), from, to); },
                std::move(changes));
}

}  // namespace ccop::host
