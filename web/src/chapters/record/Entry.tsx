// One entry, with its inclusion in the signed tree checked here, in the browser.
import { Alert, Anchor, Card, Code, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';

import { Query } from '../../components/Query';
import { useTranslation } from '../../locales/i18n';
import type { Proven } from './proven';
import { provenQuery } from './proven';
import './words';

export function Entry() {
  const { id } = useParams({ from: '/shell/record/$id' });
  return <Query of={provenQuery(id)}>{(proven) => <Content {...proven} />}</Query>;
}

function Content({ answer, verified: result }: Proven) {
  const { t } = useTranslation();
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
