// One entry, with its inclusion in the signed tree checked here, in the browser.
import { Alert, Anchor, Card, Code, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';

import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import type { Proven } from './proven';
import { provenQuery } from './proven';
import { rowQuery } from './queries';
import { What } from './Record';
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
      <Said seq={answer.seq} />
      <Card withBorder>
        <details>
          <summary className="target">{t('record.bytes')}</summary>
          <Code block className="wrap">
            {JSON.stringify(JSON.parse(answer.entry), null, 2)}
          </Code>
        </details>
      </Card>
      <Anchor component={Link} to="/record">
        {t('record.back')}
      </Anchor>
    </Stack>
  );
}

/** In words, as the server names what the entry points to; what is proved is the entry itself. */
function Said({ seq }: { seq: number }) {
  const { data: row } = useQuery(rowQuery(seq));
  return (
    row && (
      <div>
        <What row={row} />
        {row.at && (
          <Text size="sm" c="dimmed">
            <When time={row.at} />
          </Text>
        )}
      </div>
    )
  );
}
