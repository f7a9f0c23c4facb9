// Whether the program writes to people here, in a line.
import { Text } from '@mantine/core';

import { Query } from '../../components/Query';
import { useTranslation } from '../../locales/i18n';
import { ownMailQuery } from './queries';
import './words';

export function MailState() {
  const { t } = useTranslation();
  return (
    <Query of={ownMailQuery}>
      {({ is_set_up }) => (
        <Text c="dimmed" size="sm">
          {t(is_set_up ? 'mail.isSent' : 'mail.isNotSent')}
        </Text>
      )}
    </Query>
  );
}
