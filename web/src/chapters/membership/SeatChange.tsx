// What was asked for a seat and waits for a second person: all that they confirm, by name (clauses 4.2 and 5.7).
import { Alert, Group, Stack, Text } from '@mantine/core';

import type { Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { seen } from '../../acts/seen';
import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import { addWords, useTranslation } from '../../locales/i18n';
import words from './seatChange.en.json';

addWords(words);

type Page = Schemas['OrganizationPage'];
type Change = Schemas['SeatChange'];

export function SeatChange({ page, change }: { page: Page; change: Change }) {
  const { t } = useTranslation();
  const { gets, loses } = change;
  const says = useWords(page, change);
  const confirm = (): Command => ({
    type: 'confirm-seat-change',
    change: change.id,
    organization: page.id,
    ...(gets ? { person: gets.id } : {}),
    ...(change.from ? { from: change.from } : {}),
    ...(change.until ? { until: change.until } : {}),
    seen: seen(
      change.wording,
      [gets, loses].filter((one) => one !== null).map(({ name, title }) => ({ name, title })),
      [page.key, page.name],
    ),
  });
  return (
    <Alert variant="light" color="yellow" title={t('organization.changeWaits')} data-testid="seat-change">
      <Stack gap="xs">
        <Text fw={600}>{says}</Text>
        {gets && <Facts page={page} change={change} />}
        <Text size="sm">
          {t('organization.changeAsked', { name: change.asked_by.name ?? t('erased') })} <When time={change.asked_at} />
          . {t('organization.changeLapses')} <When time={change.lapses} />.
        </Text>
        <Group>
          {change.may.includes('confirm-seat-change') && (
            <ActButton size="sm" words={t('words.confirm-seat-change', { says })} command={confirm}>
              {t('organization.confirmChange')}
            </ActButton>
          )}
          {change.may.includes('withdraw-seat-change') && (
            <ActButton
              size="sm"
              variant="subtle"
              words={t('words.withdraw-seat-change', { says })}
              command={{ type: 'withdraw-seat-change', change: change.id }}
            >
              {t('organization.withdrawChange')}
            </ActButton>
          )}
        </Group>
      </Stack>
    </Alert>
  );
}

/** What it comes to, in a sentence. */
function useWords(page: Page, { gets, loses }: Change): string {
  const { t } = useTranslation();
  const values = {
    organization: page.key,
    name: (gets ?? loses)?.name ?? t('erased'),
    before: loses?.name ?? t('erased'),
  };
  return t(`organization.change.${gets ? (loses ? 'passes' : 'fills') : 'ends'}`, values);
}

function Facts({ page, change: { gets, from, until } }: { page: Page; change: Change }) {
  const { t } = useTranslation();
  return (
    <Text size="sm">
      {page.name}; {gets?.name ?? t('erased')}
      {gets?.title ? `, ${gets.title}` : ''}; {t('from')} {from && <When time={from} />}
      {until && (
        <>
          {' '}
          {t('until')} <When time={until} />
        </>
      )}
    </Text>
  );
}
