// Others' servers that the community reads regularly, and how that stands.
import { Alert, Button, Card, Group, List, Text, Title } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { api } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { subscriptionsQuery } from './queries';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { LeftOut } from './LeftOut';
import { Marking } from './Marking';
import { SubscriptionForm } from './SubscriptionForm';
import { useSend } from './useSend';

export function Subscriptions({ mayDefine }: { mayDefine: boolean }) {
  const { t } = useTranslation();
  const { problem, send } = useSend();
  return (
    <Card withBorder component="section" aria-label={t('exchange.subscriptions')}>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {t('exchange.subscriptions')}
        </Title>
        {mayDefine && <SubscriptionForm />}
      </Group>
      {problem && <ProblemAlert problem={problem} />}
      <Query of={subscriptionsQuery}>
        {({ subscriptions }) =>
          subscriptions.length === 0 ? (
            <Text c="dimmed">{t('exchange.noSubscriptions')}</Text>
          ) : (
            subscriptions.map((row) => <SubscriptionRow key={row.id} row={row} send={mayDefine ? send : undefined} />)
          )
        }
      </Query>
    </Card>
  );
}

type Send = ReturnType<typeof useSend>['send'];

interface RowProps {
  row: Schemas['Subscriptions']['subscriptions'][number];
  /** For those who may change it. */
  send: Send | undefined;
}

function SubscriptionRow({ row, send }: RowProps) {
  const { t } = useTranslation();
  return (
    <div>
      <Group justify="space-between" mt="xs">
        <div className="breakable">
          <Text fw={500}>{row.title}</Text>
          <Text size="sm" c="dimmed">
            {t(`exchange.kinds.${row.kind}`)} · {row.url}
          </Text>
          <Text size="sm" c="dimmed">
            {t('exchange.taken', { count: row.taken })}
            {row.refused > 0 && ` · ${t('exchange.refusedSoFar', { count: row.refused })}`}
            {row.tried_at && (
              <>
                {' · '}
                {t('exchange.lastRead')} <When time={row.tried_at} />
              </>
            )}
            {row.next_at && (
              <>
                {', '}
                {t('exchange.nextRead')} <When time={row.next_at} />
              </>
            )}
          </Text>
        </div>
        <Group gap="xs">
          <Marking level={row.marking} />
          {send && <RowActions id={row.id} send={send} />}
        </Group>
      </Group>
      {!row.is_reached && (
        <Alert color="yellow" mt="xs">
          {row.trouble === '' ? t('exchange.notReached') : t('exchange.trouble', { trouble: row.trouble })}
        </Alert>
      )}
      <NotTaken of={row} />
    </div>
  );
}

/** What of the last reading could not be taken as it was; only the Secretary is told. */
function NotTaken({ of: { left_out, mistakes, narrow } }: { of: RowProps['row'] }) {
  const { t } = useTranslation();
  return (
    <>
      {narrow.length > 0 && <Text size="sm">{t('exchange.narrowInFeed', { all: narrow.join(', ') })}</Text>}
      {mistakes.length > 0 && (
        <List size="sm" className="breakable">
          {mistakes.map((mistake, at) => (
            <List.Item key={at}>{mistake}</List.Item>
          ))}
        </List>
      )}
      {left_out.length > 0 && <LeftOut all={left_out} />}
    </>
  );
}

function RowActions({ id, send }: { id: string; send: Send }) {
  const { t } = useTranslation();
  const pull = () => send(api.POST('/api/exchange/subscriptions/pull', { body: { id } }));
  const end = () => send(api.POST('/api/exchange/subscriptions/end', { body: { id } }));
  return (
    <>
      <Button size="compact-sm" variant="subtle" onClick={() => void pull()}>
        {t('exchange.pullNow')}
      </Button>
      <Button size="compact-sm" variant="subtle" onClick={() => void end()}>
        {t('exchange.endCollection')}
      </Button>
    </>
  );
}
