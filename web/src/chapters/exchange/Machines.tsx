// For machines: collections, addresses, and what each SIEM needs to be told, ready to copy.
import { Anchor, Badge, Button, Card, Code, Group, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import type { Schemas } from '../../api/client';
import { api } from '../../api/client';
import { useMe } from '../../api/queries';
import { useTranslation } from '../../locales/i18n';
import { collectionsQuery } from './queries';
import { FormModal } from '../../components/FormModal';
import { LongTextField, TextField } from '../../components/fields';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Query } from '../../components/Query';
import { useAskedFor } from '../../components/useAskedFor';
import { Address } from './Address';
import { NewToken } from './NewToken';
import { Recipes } from './Recipes';
import { Subscriptions } from './Subscriptions';
import { makeToken } from './toForms';
import { useSend } from './useSend';
import './words';

type Collections = Schemas['Collections'];

export function Machines() {
  const { t } = useTranslation();
  const [token, setToken] = useState<string>();
  return (
    <Query of={collectionsQuery}>
      {(page) => (
        <Stack>
          <Group justify="space-between">
            <Title order={1}>{t('exchange.machines')}</Title>
            {page.may.includes('define') && <CollectionForm />}
          </Group>
          <Text>{t('exchange.machinesHint')}</Text>
          <OwnToken token={token} onMade={setToken} />
          <Card withBorder>
            <Address label={t('exchange.discovery')} value={page.discovery} />
            <Address label={t('exchange.root')} value={page.root} />
          </Card>
          <CollectionTable page={page} />
          <Recipes page={page} token={token} />
          <Subscriptions mayDefine={page.may.includes('define')} />
        </Stack>
      )}
    </Query>
  );
}

/** A token that is made here stands in the recipes below until one leaves the page. */
function OwnToken({ token, onMade }: { token: string | undefined; onMade: (token: string) => void }) {
  const { t } = useTranslation();
  const me = useMe().data;
  const asked = useAskedFor(makeToken);
  return (
    <Group>
      {me && <NewToken me={me} {...asked} onMade={onMade} />}
      <Anchor component={Link} to="/me" size="sm">
        {t('exchange.toTokens')}
      </Anchor>
      {token !== undefined && <Text size="sm">{t('exchange.tokenFilledIn')}</Text>}
    </Group>
  );
}

function CollectionTable({ page }: { page: Collections }) {
  const { t } = useTranslation();
  const { problem, send } = useSend();
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="sm">
        {t('exchange.collections')}
      </Title>
      {problem && <ProblemAlert problem={problem} />}
      <Table.ScrollContainer minWidth={520} type="native">
        <Table aria-label={t('exchange.collections')}>
          <Table.Tbody>
            {page.collections.map((collection) => (
              <Table.Tr key={collection.id}>
                <Table.Td>
                  <Text fw={500}>{collection.title}</Text>
                  <Text size="sm" c="dimmed">
                    {collection.description}
                  </Text>
                </Table.Td>
                <Table.Td>
                  <Code>{collection.id}</Code>
                </Table.Td>
                <Table.Td>
                  <Group gap={4}>
                    {collection.can_read && <Badge variant="light">{t('exchange.canRead')}</Badge>}
                    {collection.can_write && (
                      <Badge variant="light" color="teal">
                        {t('exchange.canWrite')}
                      </Badge>
                    )}
                    {collection.defined && page.may.includes('define') && (
                      <Button
                        size="compact-xs"
                        variant="subtle"
                        onClick={() =>
                          void send(api.POST('/api/exchange/collections/end', { body: { id: collection.id } }))
                        }
                      >
                        {t('exchange.endCollection')}
                      </Button>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}

function CollectionForm() {
  const { t } = useTranslation();
  const { problem, send } = useSend();
  const [form, setForm] = useState({ title: '', description: '', types: '', labels: '' });
  const set = (name: keyof typeof form) => (value: string) => setForm((now) => ({ ...now, [name]: value }));
  const words = (text: string) =>
    text
      .split(',')
      .map((word) => word.trim())
      .filter(Boolean);
  const define = async () =>
    (await send(
      api.POST('/api/exchange/collections', {
        body: {
          title: form.title,
          description: form.description,
          types: words(form.types),
          labels: words(form.labels),
        },
      }),
    )) !== undefined;
  return (
    <FormModal label={t('exchange.define')} onSubmit={define}>
      <TextField required label={t('exchange.title')} maxLength={300} value={form.title} onChange={set('title')} />
      <LongTextField
        label={t('exchange.about')}
        maxLength={2000}
        value={form.description}
        onChange={set('description')}
      />
      <TextField
        label={t('exchange.types')}
        description={t('exchange.withCommas')}
        value={form.types}
        onChange={set('types')}
      />
      <TextField
        label={t('exchange.labels')}
        description={t('exchange.withCommas')}
        value={form.labels}
        onChange={set('labels')}
      />
      {problem && <ProblemAlert problem={problem} />}
    </FormModal>
  );
}
