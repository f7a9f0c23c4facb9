// One entry, with its inclusion in the signed tree checked here, in the browser.
import { Alert, Anchor, Card, Code, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Schemas } from '../../api/client';
import { entryQuery } from './queries';
import { Query } from '../../components/Query';
import { verifyEntry } from './verify';
import './words';

export function Entry() {
  const { id } = useParams({ from: '/shell/record/$id' });
  return <Query of={entryQuery(id)}>{(entry) => <Content answer={entry} />}</Query>;
}

function Content({ answer }: { answer: Schemas['EntryProof'] }) {
  const { t } = useTranslation();
  const result = useMemo(() => verifyEntry(answer), [answer]);
  const sound = result.signed && result.included;
  return (
    <Stack maw={1000}>
      <Title order={1}>{t('record.entry', { number: answer.seq })}</Title>
      <Alert
        color={sound ? 'green' : 'red'}
        data-testid="verified"
        title={t(sound ? 'record.sound' : 'record.unsound')}
      >
        <Text size="sm">{t(result.signed ? 'record.noteSigned' : 'record.noteUnsigned')}</Text>
        <Text size="sm">
          {t(result.included ? 'record.isIncluded' : 'record.notIncluded', { size: result.checkpoint?.size ?? 0 })}
        </Text>
      </Alert>
      <Card withBorder>
        <Code block className="wrap">
          {JSON.stringify(JSON.parse(answer.entry), null, 2)}
        </Code>
      </Card>
      <Anchor component={Link} to="/record">
        {t('record.back')}
      </Anchor>
    </Stack>
  );
}
