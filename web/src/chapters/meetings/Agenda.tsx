// What a session is to speak of.
import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { ActButton } from '../../acts/ActButton';
import type { Schemas } from '../../api/client';

export function Agenda({ session }: { session: Schemas['MeetingSession'] }) {
  const { t } = useTranslation();
  if (session.agenda.length === 0) return null;
  return (
    <Table aria-label={t('session.agenda')} withRowBorders={false}>
      <Table.Tbody>
        {session.agenda.map((item, i) => (
          <Table.Tr key={item.item}>
            <Table.Td w={32}>{i + 1}</Table.Td>
            <Table.Td>{item.text ?? t('erased')}</Table.Td>
            <Table.Td w={90}>{t('session.minutesShort', { count: item.minutes })}</Table.Td>
            <Table.Td w={90}>
              {session.may.includes('add-agenda-item') && (
                <ActButton
                  size="compact-xs"
                  variant="subtle"
                  command={{ type: 'remove-agenda-item', session: session.id, item: item.item }}
                >
                  {t('session.removeItem')}
                </ActButton>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
