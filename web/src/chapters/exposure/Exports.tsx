// Takes a round's totals away.
import { Button, Group } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { download } from '../../components/download';
import { useTranslation } from '../../locales/i18n';
import type { Asks } from './asks';
import { csvOf, jsonOf } from './files';
import type { Counted } from './paper';

interface Props {
  round: Schemas['Round'];
  archive: string | null;
  asks: Asks;
  counted: Counted;
}

export function Exports({ round, archive, asks, counted }: Props) {
  const { t } = useTranslation();
  const { id, answered, asked } = round;
  const name = `exposure-round-${id + 1}`;
  const about = { title: round.title ?? '', archive, answered, asked };
  return (
    <Group className="no-print">
      <Button variant="default" onClick={() => download(`${name}.csv`, csvOf(asks, counted), 'text/csv')}>
        {t('roundResult.csv')}
      </Button>
      <Button variant="default" onClick={() => download(`${name}.json`, jsonOf(about, asks, counted))}>
        {t('roundResult.json')}
      </Button>
    </Group>
  );
}
