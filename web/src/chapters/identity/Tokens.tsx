// Tokens with which one's programs read and share; each is shown once.
import { Button, Card, Group, Text, Title } from '@mantine/core';

import { endToken } from '../../acts/ending';
import { useChange } from '../../acts/useChange';
import type { Schemas } from '../../api/client';
import { meQuery } from '../../api/queries';
import { ProblemAlert } from '../../components/ProblemAlert';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { NewToken } from '../exchange/shared';

type Me = Schemas['Me'];
type Token = Me['tokens'][number];

export function Tokens({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { problem, change } = useChange(meQuery);
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('me.tokens')}
        </Title>
        <NewToken me={me} />
      </Group>
      <Text size="sm" c="dimmed">
        {t('me.tokensHint')}
      </Text>
      {problem && <ProblemAlert problem={problem} />}
      {me.tokens.map((row) => (
        <TokenRow key={row.id} me={me} row={row} change={change} />
      ))}
    </Card>
  );
}

type Change = ReturnType<typeof useChange>['change'];

function TokenRow({ me, row, change }: { me: Me; row: Token; change: Change }) {
  const { t } = useTranslation();
  const end = () => change(() => endToken(me, row.id));
  return (
    <Group justify="space-between" mt="xs">
      <Text>
        {row.label}{' '}
        <Text span c="dimmed" size="sm">
          {t(`me.uses.${row.use}`)}
          {row.ceiling !== '' &&
            row.use !== 'record' &&
            ` · ${t('me.upTo', { level: row.ceiling.toUpperCase() })}`} · {t('until')}{' '}
          <When time={row.until} dateOnly /> ·{' '}
          {row.last_seen === row.since ? (
            t('me.neverUsed')
          ) : (
            <>
              {t('me.lastUsed')} <When time={row.last_seen} />
            </>
          )}
        </Text>
      </Text>
      <Button size="compact-sm" variant="subtle" onClick={() => void end()}>
        {t('me.revoke')}
      </Button>
    </Group>
  );
}
