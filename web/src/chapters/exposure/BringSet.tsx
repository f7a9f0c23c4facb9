// A question set of a table that somebody has: read on this device, shown row by row with what is wrong, and proposed as any other.
import { Alert, Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from '../../locales/i18n';

import type { Schemas } from '../../api/client';
import { Query } from '../../components/Query';
import { Safely } from '../../components/Safely';
import { readCsv } from '../../components/csv';
import { TableSource } from '../items/shared';
import { BroughtSet } from './BroughtSet';
import './bringWords';
import { exposureQuery } from './queries';
import './words';

export function BringSet() {
  const { t } = useTranslation();
  return (
    <Stack maw={1000}>
      <Title order={1}>{t('bring.title')}</Title>
      <Text size="sm">
        <Anchor renderRoot={(props) => <Link to="/exposure" {...props} />} underline="always">
          {t('nav.exposure')}
        </Anchor>
      </Text>
      <Query of={exposureQuery}>
        {({ may, sets }) =>
          may.includes('propose-question-set') ? <Brought sets={sets} /> : <Text>{t('bring.notYours')}</Text>
        }
      </Query>
    </Stack>
  );
}

function Brought({ sets }: { sets: Schemas['QuestionSet'][] }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const csv = text.trim() === '' ? undefined : readCsv(text);
  const isWhole = csv !== undefined && csv.unclosed === undefined;
  return (
    <>
      <Text size="sm">{t('bring.hint')}</Text>
      <Text size="sm">{t('bring.licences')}</Text>
      <TableSource text={text} onChange={setText} />
      {csv?.unclosed !== undefined && (
        <Alert color="red" variant="light" role="alert" title={t('import.unclosed', { line: csv.unclosed })} />
      )}
      {isWhole && csv.rows.length < 2 && <Text role="status">{t('import.noRows')}</Text>}
      {isWhole && csv.rows.length > 1 && (
        <Safely key={csv.rows[0]?.cells.join('\n')}>
          <BroughtSet csv={csv} sets={sets} />
        </Safely>
      )}
    </>
  );
}
