// How far the record is witnessed, in words.
import { Alert, Card, List, Text, Title } from '@mantine/core';

import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import type { Watched } from './witnessed';
import { isEnough, witnessedQuery } from './witnessed';
import './words';

export function Witnesses() {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={t('record.watched')}>
      <Title order={2} size="h4">
        {t('record.watched')}
      </Title>
      <Query of={witnessedQuery}>{(watched) => <Told watched={watched} />}</Query>
    </Card>
  );
}

function Told({ watched }: { watched: Watched }) {
  const { t } = useTranslation();
  if (watched.isBroken) return <Alert color="red" title={t('record.notOfThisRecord')} />;
  if (watched.named === 0) return <Text size="sm">{t('record.noWitnesses')}</Text>;
  const { named, needed, by, size = 0 } = watched;
  const isWitnessed = isEnough(watched, watched);
  return (
    <>
      <Text size="sm">
        {isWitnessed
          ? t('record.witnessed', { number: size - 1, count: by.length, named, needed })
          : t('record.notWitnessed', { named, needed })}
      </Text>
      <List size="sm">
        {by.map(({ name, at }) => (
          <List.Item key={name}>
            {name}, <When time={at.toISOString()} />
          </List.Item>
        ))}
      </List>
    </>
  );
}
