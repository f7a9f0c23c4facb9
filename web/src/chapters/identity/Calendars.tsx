// Devices that follow one's calendar, each by an address of its own that is shown once.
import { Alert, Button, Card, Group, List, Modal, Radio, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';

import { makeCalendar } from '../../acts/calendar';
import { endCalendar } from '../../acts/ending';
import { useChange } from '../../acts/useChange';
import type { Schemas } from '../../api/client';
import { base } from '../../api/client';
import { meQuery } from '../../api/queries';
import { TextField } from '../../components/fields';
import { FormModal } from '../../components/FormModal';
import { ProblemAlert } from '../../components/ProblemAlert';
import { When } from '../../components/When';
import { addWords, useTranslation } from '../../locales/i18n';
import { Address } from '../exchange/shared';
import words from './calendars.en.json';

addWords(words);

type Me = Schemas['Me'];
type Change = ReturnType<typeof useChange>['change'];

export function Calendars({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { problem, change } = useChange(meQuery);
  const [address, setAddress] = useState<string>();
  return (
    <Card withBorder component="section" aria-label={t('calendars.title')}>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('calendars.title')}
        </Title>
        <DeviceForm me={me} change={change} onMade={setAddress} />
      </Group>
      <Text size="sm" c="dimmed">
        {t('calendars.hint')}
      </Text>
      {problem && <ProblemAlert problem={problem} />}
      {me.calendars.map((calendar) => (
        <Device key={calendar.id} me={me} calendar={calendar} change={change} />
      ))}
      <Modal
        opened={address !== undefined}
        onClose={() => setAddress(undefined)}
        title={t('calendars.address')}
        closeButtonProps={{ 'aria-label': t('close') }}
        size="lg"
      >
        <Alert mb="sm">{t('calendars.once')}</Alert>
        <Address label={t('calendars.address')} value={address ?? ''} />
        <List size="sm" mt="sm">
          <List.Item>{t('calendars.how')}</List.Item>
          <List.Item>{t('calendars.google')}</List.Item>
          <List.Item>{t('calendars.keep')}</List.Item>
        </List>
      </Modal>
    </Card>
  );
}

function DeviceForm({ me, change, onMade }: { me: Me; change: Change; onMade: (address: string) => void }) {
  const { t } = useTranslation();
  const [label, setLabel] = useState('');
  const [scope, setScope] = useState<Schemas['CalendarScope']>('name-only');
  const make = async () => {
    await change(async () => {
      const { path } = await makeCalendar(me, { label, scope });
      onMade(`${window.location.origin}${base}${path}`);
      setLabel('');
    });
    return true;
  };
  return (
    <FormModal label={t('calendars.add')} onSubmit={make}>
      <TextField
        required
        label={t('calendars.label')}
        placeholder={t('calendars.labelExample')}
        maxLength={60}
        value={label}
        onChange={setLabel}
      />
      <Radio.Group
        label={t('calendars.scope')}
        value={scope}
        onChange={(value) => setScope(value === 'titles' ? 'titles' : 'name-only')}
      >
        <Stack gap="xs" mt="xs">
          {(['name-only', 'titles'] as const).map((value) => (
            <Radio
              key={value}
              value={value}
              label={t(`calendars.scopes.${value}`)}
              description={t(`calendars.scopeHints.${value}`)}
            />
          ))}
        </Stack>
      </Radio.Group>
    </FormModal>
  );
}

function Device({ me, calendar, change }: { me: Me; calendar: Me['calendars'][number]; change: Change }) {
  const { t } = useTranslation();
  const { id, label, scope, since, last_seen } = calendar;
  const end = () => change(() => endCalendar(me, id));
  return (
    <Group justify="space-between" mt="xs">
      <Text>
        {label}{' '}
        <Text span c="dimmed" size="sm">
          {t(`calendars.scopes.${scope}`)} · {t('calendars.since')} <When time={since} dateOnly /> ·{' '}
          {t('calendars.read')} <When time={last_seen} />
        </Text>
      </Text>
      <Button
        size="compact-sm"
        variant="subtle"
        aria-label={t('calendars.endOf', { label })}
        onClick={() => void end()}
      >
        {t('calendars.end')}
      </Button>
    </Group>
  );
}
