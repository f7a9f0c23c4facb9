// Where one is signed in, and the end of it.
import { Button, Card, Title } from '@mantine/core';

import type { Command } from '../../acts/act';
import { endSignIn } from '../../acts/ending';
import { useAct } from '../../acts/useAct';
import { useChange } from '../../acts/useChange';
import { useSignOut } from '../../acts/useSignOut';
import type { Schemas } from '../../api/client';
import { meQuery } from '../../api/queries';
import { DataTable } from '../../components/DataTable';
import { ProblemAlert } from '../../components/ProblemAlert';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';

type Me = Schemas['Me'];
type SignIn = Schemas['SignIn'];

export function SignIns({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { end, asking, problem } = useEnd(me);
  return (
    <Card withBorder>
      {asking}
      <Title order={2} size="h4" mb="xs">
        {t('me.sessions')}
      </Title>
      {problem && <ProblemAlert problem={problem} />}
      <DataTable
        label={t('me.sessions')}
        rows={me.sign_ins}
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
            // A guest has no passkey that would sign for the end of another one.
            cell: (s) =>
              (s.current || me.passkeys.length > 0) && (
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
function useEnd(me: Me) {
  const { change, problem } = useChange(meQuery);
  const perform = useAct();
  const { signOut, asking } = useSignOut();
  const end = async ({ id, key, current }: SignIn) => {
    if (current) return signOut();
    // First, also where the record takes nothing now: a lost device must not go on. Once it is over, its key ends without a second touch.
    const isOver = await change(() => endSignIn(me, id));
    if (isOver && key) await perform({ words: '', command: (): Command => ({ type: 'end-session-key', key }) });
  };
  return { end, asking, problem };
}
