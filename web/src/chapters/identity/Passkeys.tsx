// One's own passkeys: another device, and the end of one.
import { Card, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { createPasskey } from '../../acts/passkeys';
import { useAct } from '../../acts/useAct';
import { useTry } from '../../acts/useTry';
import type { Schemas } from '../../api/client';
import { slug } from '../../api/client';
import { communityQuery } from '../../api/queries';
import { TextField } from '../../components/fields';
import { FormModal } from '../../components/FormModal';
import { ProblemAlert } from '../../components/ProblemAlert';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { checkedHead } from '../../record/head';

type Me = Schemas['Me'];

export function Passkeys({ me }: { me: Me }) {
  const { t } = useTranslation();
  const { problem, addPasskey } = useAddPasskey(me);
  const [label, setLabel] = useState('');
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('me.passkeys')}
        </Title>
        <FormModal label={t('me.addPasskey')} onSubmit={() => addPasskey(label)}>
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
        <Passkey key={key.credential} passkey={key} isLast={me.passkeys.length === 1} />
      ))}
    </Card>
  );
}

function Passkey({ passkey, isLast }: { passkey: Me['passkeys'][number]; isLast: boolean }) {
  const { t } = useTranslation();
  const { credential, label, since } = passkey;
  return (
    <Group justify="space-between" mt="xs">
      <Text>
        {label}{' '}
        <Text span c="dimmed" size="sm">
          <When time={since} dateOnly />
        </Text>
      </Text>
      {!isLast && (
        <ActButton
          size="compact-sm"
          variant="subtle"
          words={t('words.remove-passkey', { label })}
          command={{ type: 'remove-passkey', credential }}
        >
          {t('me.remove')}
        </ActButton>
      )}
    </Group>
  );
}

/** Makes a passkey on the device at hand, and has one that is there already sign for it. */
function useAddPasskey(me: Me) {
  const { t } = useTranslation();
  const perform = useAct();
  const { data: community } = useQuery(communityQuery);
  const { problem, attempt } = useTry();
  /** Whether it was added. */
  const addPasskey = async (label: string) => {
    let done = false;
    await attempt(async () => {
      if (!community) return;
      // First, for a passkey that can't be enrolled would lie about on the device.
      await checkedHead();
      const passkey = await createPasskey({
        person: me.person,
        name: me.profile.name ?? '',
        relyingParty: community.relying_party,
        community: community.name,
        slug,
        known: me.passkeys.map((key) => key.credential),
      });
      const receipt = await perform({
        words: t('words.enrol-passkey', { label }),
        command: (contents): Command => ({
          type: 'enrol-passkey',
          person: me.person,
          ...passkey,
          label: contents.add(label),
        }),
      });
      done = receipt !== undefined;
    });
    return done;
  };
  return { problem, addPasskey };
}
