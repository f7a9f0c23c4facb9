// Tokens with which one's programs read and share; each is shown once.
import { Alert, Button, Card, Code, Group, Modal, Select, Text, Title } from '@mantine/core';
import { useState } from 'react';

import { makeToken } from '../../acts/token';
import { useChange } from '../../acts/useChange';
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { meQuery } from '../../api/queries';
import { NumberField, TextField } from '../../components/fields';
import { FormModal } from '../../components/FormModal';
import { ProblemAlert } from '../../components/ProblemAlert';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { MarkingSelect } from '../exchange/shared';

type Me = Schemas['Me'];
type Token = Me['tokens'][number];

export function Tokens({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { problem, change } = useChange(meQuery);
  const [token, setToken] = useState<string>();
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('me.tokens')}
        </Title>
        <TokenForm me={me} change={change} onMade={setToken} />
      </Group>
      <Text size="sm" c="dimmed">
        {t('me.tokensHint')}
      </Text>
      {problem && <ProblemAlert problem={problem} />}
      {me.tokens.map((row) => (
        <TokenRow key={row.id} row={row} change={change} />
      ))}
      <Modal
        opened={token !== undefined}
        onClose={() => setToken(undefined)}
        title={t('me.tokenTitle')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Alert mb="sm">{t('me.tokenHint')}</Alert>
        <Code block className="wrap" data-testid="token">
          {token}
        </Code>
      </Modal>
    </Card>
  );
}

type Change = ReturnType<typeof useChange>['change'];

function TokenForm({ me, change, onMade }: { me: Me; change: Change; onMade: (token: string) => void }) {
  const { t } = useTranslation();
  const [label, setLabel] = useState('');
  const [use, setUse] = useState<Schemas['TokenUse']>('read');
  // A token is for little and for a while, unless somebody says more.
  const [ceiling, setCeiling] = useState<Schemas['Marking']>('green');
  const [lasts, setLasts] = useState(90);
  const make = async () => {
    await change(async () => {
      const { token } = await makeToken(me, { label, use, ceiling, days: lasts });
      onMade(token);
    });
    return true;
  };
  return (
    <FormModal label={t('me.makeToken')} onSubmit={make}>
      <TextField required label={t('me.tokenLabel')} maxLength={60} value={label} onChange={setLabel} />
      <Select
        allowDeselect={false}
        label={t('me.tokenUse')}
        data={(['read', 'share', 'record', 'liaison'] as const).map((value) => ({
          value,
          label: t(`me.uses.${value}`),
        }))}
        value={use}
        onChange={(value) => value && setUse(value)}
      />
      {use !== 'record' && <MarkingSelect label={t('me.tokenCeiling')} value={ceiling} onChange={setCeiling} />}
      <NumberField label={t('me.tokenDays')} min={1} max={366} value={lasts} onChange={setLasts} />
    </FormModal>
  );
}

function TokenRow({ row, change }: { row: Token; change: Change }) {
  const { t } = useTranslation();
  const end = () => change(() => answer(api.POST('/api/me/tokens/end', { body: { id: row.id } })));
  return (
    <Group justify="space-between" mt="xs">
      <Text>
        {row.label}{' '}
        <Text span c="dimmed" size="sm">
          {t(`me.uses.${row.use}`)}
          {row.ceiling !== '' &&
            row.use !== 'record' &&
            ` · ${t('me.upTo', { level: row.ceiling.toUpperCase() })}`} · {t('until')}{' '}
          <When time={row.until} dateOnly /> · {t('me.lastUsed')} <When time={row.last_seen} />
        </Text>
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={() => void end()}>
        {t('me.revoke')}
      </Button>
    </Group>
  );
}
