// Where one is signed in, and the end of it.
import { Button, Card, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';

import type { Command } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import { useSignOut } from '../../acts/useSignOut';
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { meQuery } from '../../api/queries';
import { DataTable } from '../../components/DataTable';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';

type SignIn = Schemas['Me']['sessions'][number];

export function SignIns({ rows }: { rows: SignIn[] }) {
  const { t } = useTranslation();
  const { end, asking } = useEnd();
  return (
    <Card withBorder>
      {asking}
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
              <Button size="compact-sm" variant="subtle" onClick={() => void end(s)}>
                {t('account.signOut')}
              </Button>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** Ends a sign-in. Where its key stands in the record, it ends there too: whoever has that device signs no more with it. */
function useEnd() {
  const queryClient = useQueryClient();
  const perform = useAct();
  const { signOut, asking } = useSignOut();
  const end = async ({ id, key, current }: SignIn) => {
    if (current) return signOut();
    if (key) await perform({ words: '', command: (): Command => ({ type: 'end-session-key', key }) });
    // Also where the record takes nothing now: a lost device must not go on.
    await answer(api.POST('/api/me/sessions/end', { body: { id } }));
    await queryClient.invalidateQueries(meQuery);
  };
  return { end, asking };
}
