// Others' servers that the community reads regularly, and how that stands.
import { Alert, Button, Card, Group, Select, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Schemas } from '../../api/client';
import { api } from '../../api/client';
import { subscriptionsQuery } from './queries';
import { FormModal } from '../../components/FormModal';
import { NumberField, TextField } from '../../components/fields';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { Marking, MarkingSelect } from './Marking';
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
            <>
              {subscriptions.map((row) => (
                <div key={row.id}>
                  <Group justify="space-between" mt="xs">
                    <div className="breakable">
                      <Text fw={500}>{row.title}</Text>
                      <Text size="sm" c="dimmed">
                        {t(`exchange.kinds.${row.kind}`)} · {row.url}
                      </Text>
                      <Text size="sm" c="dimmed">
                        {t('exchange.taken', { count: row.taken })}
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
                      {mayDefine && (
                        <>
                          <Button
                            size="compact-sm"
                            variant="subtle"
                            onClick={() =>
                              void send(api.POST('/api/exchange/subscriptions/pull', { body: { id: row.id } }))
                            }
                          >
                            {t('exchange.pullNow')}
                          </Button>
                          <Button
                            size="compact-sm"
                            variant="subtle"
                            onClick={() =>
                              void send(api.POST('/api/exchange/subscriptions/end', { body: { id: row.id } }))
                            }
                          >
                            {t('exchange.endCollection')}
                          </Button>
                        </>
                      )}
                    </Group>
                  </Group>
                  {row.trouble !== '' && (
                    <Alert color="yellow" mt="xs">
                      {t('exchange.trouble', { trouble: row.trouble })}
                    </Alert>
                  )}
                </div>
              ))}
            </>
          )
        }
      </Query>
    </Card>
  );
}

const kinds = ['taxii', 'misp-feed'] as const;

function SubscriptionForm() {
  const { t } = useTranslation();
  const { problem, send } = useSend();
  const [form, setForm] = useState({ title: '', url: '', user: '', secret: '' });
  const [kind, setKind] = useState<Schemas['SourceKind']>('taxii');
  const [marking, setMarking] = useState<Schemas['Marking']>('amber');
  const [every, setEvery] = useState(60);
  const set = (name: keyof typeof form) => (value: string) => setForm((now) => ({ ...now, [name]: value }));
  const subscribe = async () => {
    const { user, secret, ...given } = form;
    const done = await send(
      api.POST('/api/exchange/subscriptions', {
        body: {
          ...given,
          ...(user ? { user } : {}),
          ...(secret ? { secret } : {}),
          kind,
          marking,
          every_minutes: every,
        },
      }),
    );
    return done !== undefined;
  };
  return (
    <FormModal label={t('exchange.subscribe')} onSubmit={subscribe}>
      <TextField required label={t('exchange.title')} maxLength={300} value={form.title} onChange={set('title')} />
      <Select
        allowDeselect={false}
        label={t('exchange.kind')}
        data={kinds.map((value) => ({ value, label: t(`exchange.kinds.${value}`) }))}
        value={kind}
        onChange={(value) => value && setKind(value)}
      />
      <TextField
        required
        type="url"
        label={t('exchange.url')}
        description={t('exchange.urlHint')}
        value={form.url}
        onChange={set('url')}
      />
      <TextField label={t('exchange.user')} autoComplete="off" value={form.user} onChange={set('user')} />
      <TextField
        type="password"
        label={t('exchange.secret')}
        autoComplete="off"
        value={form.secret}
        onChange={set('secret')}
      />
      <MarkingSelect
        label={t('exchange.marking')}
        description={t('exchange.uploadHint')}
        value={marking}
        onChange={setMarking}
      />
      <NumberField label={t('exchange.every')} min={5} max={10080} value={every} onChange={setEvery} />
      {problem && <ProblemAlert problem={problem} />}
    </FormModal>
  );
}
