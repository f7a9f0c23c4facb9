// Oneself: passkeys, where one is signed in, and tokens for programs.
import { Alert, Badge, Button, Card, Code, Group, Modal, Select, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Command } from '../../acts/act';
import { createPasskey } from '../../acts/passkeys';
import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import { answer, api, slug } from '../../api/client';
import { communityQuery, meQuery } from '../../api/queries';
import { DataTable } from '../../components/DataTable';
import { FormModal } from '../../components/FormModal';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { useTry } from '../../acts/useTry';
import { NumberField, TextField } from '../../components/fields';
import { MarkingSelect } from '../exchange/shared';

type MePage = Schemas['Me'];

export function Me() {
  return <Query of={meQuery}>{(me) => <Content me={me} />}</Query>;
}

function Content({ me }: { me: MePage }) {
  const { t } = useTranslation();
  return (
    <Stack maw={900}>
      <Title order={1}>{me.profile.name}</Title>
      <Group>
        {me.organization && <Text>{me.organization.name}</Text>}
        {me.roles.map((role) => (
          <Badge key={role} tt="none" variant="light">
            {t(`role.${role}`)}
          </Badge>
        ))}
      </Group>
      {!me.is_guest && <Passkeys me={me} />}
      <Sessions rows={me.sessions} />
      {me.has_seat && <Tokens rows={me.tokens} />}
    </Stack>
  );
}

function Passkeys({ me }: { me: MePage }) {
  const { t } = useTranslation();
  const perform = useAct();
  const { data: community } = useQuery(communityQuery);
  const { problem, attempt } = useTry();
  const [label, setLabel] = useState('');
  const add = async () => {
    let done = false;
    await attempt(async () => {
      if (!community) return;
      const { challenge } = await answer(api.POST('/api/challenge', { body: {} }));
      const registration = await createPasskey({
        person: me.person,
        name: me.profile.name ?? '',
        challenge,
        relyingParty: community.relying_party,
        community: community.name,
        slug,
        known: me.passkeys.map((key) => key.credential),
      });
      const key = await answer(api.POST('/api/passkeys/read', { body: { challenge, registration } }));
      const receipt = await perform({
        words: t('words.enrol-passkey', { label }),
        command: (contents): Command => ({
          type: 'enrol-passkey',
          person: me.person,
          ...key,
          label: contents.add(label),
        }),
      });
      done = receipt !== undefined;
    });
    return done;
  };
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('me.passkeys')}
        </Title>
        <FormModal label={t('me.addPasskey')} onSubmit={add}>
          <TextField required label={t('door.label')} maxLength={60} value={label} onChange={setLabel} />
        </FormModal>
      </Group>
      {me.passkeys.length < 2 && (
        <Text size="sm" c="dimmed">
          {t('me.addSecond')}
        </Text>
      )}
      {problem && <ProblemAlert problem={problem} />}
      {me.passkeys.map((key) => (
        <Group key={key.credential} justify="space-between" mt="xs">
          <Text>
            {key.label}{' '}
            <Text span c="dimmed" size="sm">
              <When time={key.since} dateOnly />
            </Text>
          </Text>
          {me.passkeys.length > 1 && (
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() =>
                void perform({
                  words: t('words.remove-passkey', { label: key.label }),
                  command: (): Command => ({ type: 'remove-passkey', credential: key.credential }),
                })
              }
            >
              {t('me.remove')}
            </Button>
          )}
        </Group>
      ))}
    </Card>
  );
}

function Sessions({ rows }: { rows: MePage['sessions'] }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const end = async (id: string) => {
    await answer(api.POST('/api/me/sessions/end', { body: { id } }));
    await queryClient.invalidateQueries();
  };
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="xs">
        {t('me.sessions')}
      </Title>
      <DataTable
        label={t('me.sessions')}
        rows={rows}
        rowKey={(row) => row.id}
        empty={t('me.noSessions')}
        columns={[
          {
            key: 'label',
            title: t('me.browser'),
            text: (s) => s.label,
            cell: (s) => (s.current ? `${s.label} (${t('me.this')})` : s.label),
          },
          { key: 'since', title: t('me.since'), text: (s) => s.since, cell: (s) => <When time={s.since} /> },
          { key: 'seen', title: t('me.lastSeen'), text: (s) => s.last_seen, cell: (s) => <When time={s.last_seen} /> },
          {
            key: 'act',
            title: t('table.actions'),
            text: () => '',
            cell: (s) => (
              <Button size="compact-sm" variant="subtle" onClick={() => void end(s.id)}>
                {t('account.signOut')}
              </Button>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Tokens({ rows }: { rows: MePage['tokens'] }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { problem, attempt } = useTry();
  const [label, setLabel] = useState('');
  const [use, setUse] = useState<Schemas['TokenUse']>('read');
  const [ceiling, setCeiling] = useState<Schemas['Marking']>('red');
  const [lasts, setLasts] = useState(180);
  const [token, setToken] = useState<string>();
  const make = async () => {
    await attempt(async () => {
      setToken((await answer(api.POST('/api/me/tokens', { body: { label, use, ceiling, days: lasts } }))).token);
      await queryClient.invalidateQueries();
    });
    return true;
  };
  const end = async (id: string) => {
    await answer(api.POST('/api/me/tokens/end', { body: { id } }));
    await queryClient.invalidateQueries();
  };
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('me.tokens')}
        </Title>
        <FormModal label={t('me.makeToken')} onSubmit={make}>
          <TextField required label={t('me.tokenLabel')} maxLength={60} value={label} onChange={setLabel} />
          <Select
            allowDeselect={false}
            label={t('me.tokenUse')}
            data={(['read', 'share', 'liaison'] as const).map((value) => ({ value, label: t(`me.uses.${value}`) }))}
            value={use}
            onChange={(value) => value && setUse(value)}
          />
          <MarkingSelect label={t('me.tokenCeiling')} value={ceiling} onChange={setCeiling} />
          <NumberField label={t('me.tokenDays')} min={1} max={366} value={lasts} onChange={setLasts} />
        </FormModal>
      </Group>
      <Text size="sm" c="dimmed">
        {t('me.tokensHint')}
      </Text>
      {problem && <ProblemAlert problem={problem} />}
      {rows.map((row) => (
        <Group key={row.id} justify="space-between" mt="xs">
          <Text>
            {row.label}{' '}
            <Text span c="dimmed" size="sm">
              {t(`me.uses.${row.use}`)}
              {row.ceiling !== '' && ` · ${t('me.upTo', { level: row.ceiling.toUpperCase() })}`} · {t('until')}{' '}
              <When time={row.until} dateOnly /> · {t('me.lastUsed')} <When time={row.last_seen} />
            </Text>
          </Text>
          <Button size="compact-sm" variant="subtle" onClick={() => void end(row.id)}>
            {t('me.revoke')}
          </Button>
        </Group>
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
