import { Alert, Anchor, Button, Code, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';

import { newLink } from '../../acts/links';
import { recoveryCode } from '../../acts/recoveryCode';
import { useTry } from '../../acts/useTry';
import { answer, api, base } from '../../api/client';
import { TextField } from '../../components/fields';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import { checkedHead } from '../../record/head';
import { Door } from './Door';

interface Asked {
  secret: string;
  code: string[];
}

export function Recover() {
  const { t } = useTranslation();
  const [email, setEmail] = useState('');
  const [asked, setAsked] = useState<Asked>();
  const { problem, busy, attempt } = useTry();
  const ask = () =>
    attempt(async () => {
      const { secret, key } = newLink();
      const { logKey } = await checkedHead();
      await answer(api.POST('/api/recovery', { body: { email, link_key: key } }));
      setAsked({ secret, code: recoveryCode(logKey, key) });
    });
  return (
    <Door title={t('door.recoverTitle')}>
      {asked ? (
        <>
          <Alert>{t('door.recoverAsked')}</Alert>
          <Text>{t('door.recoverCode')}</Text>
          <Code block dir="ltr" lang="en" fz="lg" className="wrap">
            {asked.code.join(' ')}
          </Code>
          <Text>{t('door.recoverLink')}</Text>
          <Code block dir="ltr" className="wrap">{`${window.location.origin}${base}/enrol#${asked.secret}`}</Code>
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
