import { Alert, Anchor, Button, Code, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { fromBase64 } from '../../acts/bytes';
import { newLinkSecret } from '../../acts/content';
import { answer, api, base } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Door } from './Door';
import { useTry } from '../../acts/useTry';
import { TextField } from '../../components/fields';

/** The first bytes of the link's hash: what the person reads out to the Secretary, so that both speak of the same request. */
const codeOf = (hash: string) =>
  [...fromBase64(hash).slice(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

export function Recover() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [asked, setAsked] = useState<{ secret: string; hash: string }>();
  const { problem, busy, attempt } = useTry();
  const ask = () =>
    attempt(async () => {
      const link = newLinkSecret();
      await answer(api.POST('/api/recovery', { body: { email, token_hash: link.hash } }));
      setAsked(link);
    });
  return (
    <Door title={t('door.recoverTitle')}>
      {asked ? (
        <>
          <Alert>{t('door.recoverAsked')}</Alert>
          <Text>{t('door.recoverCode')}</Text>
          <Code block fz="lg">
            {codeOf(asked.hash)}
          </Code>
          <Text>{t('door.recoverLink')}</Text>
          <Code block className="wrap">{`${window.location.origin}${base}/enrol#${asked.secret}`}</Code>
        </>
      ) : (
        <>
          <Text c="dimmed">{t('door.recoverHint')}</Text>
          <TextField type="email" label={t('email')} value={email} onChange={setEmail} />
          {problem && <ProblemAlert problem={problem} />}
          <Button loading={busy} disabled={!email.includes('@')} onClick={() => void ask()}>
            {t('door.recover')}
          </Button>
        </>
      )}
      <Anchor component={Link} to="/sign-in" size="sm">
        {t('door.back')}
      </Anchor>
    </Door>
  );
}
