// The versions of an object, the newest first, each with what it changed.
import { Code, Group, List, Text } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { changedBetween } from './changedBetween';
import { Marking } from './Marking';

type Version = Schemas['ObjectVersion'];

export function History({ history }: { history: Version[] }) {
  const { t } = useTranslation();
  if (history.length < 2) return null;
  return (
    <details>
      <summary>{t('exchange.versions', { count: history.length })}</summary>
      <List mt="xs" spacing="xs">
        {history.map((version, at) => (
          <List.Item key={version.at}>
            <Group gap="xs">
              <Text size="sm">
                <When time={version.at} />
              </Text>
              <Marking level={version.marking} />
            </Group>
            <Changed now={version} before={history[at + 1]} />
          </List.Item>
        ))}
      </List>
    </details>
  );
}

function Changed({ now, before }: { now: Version; before: Version | undefined }) {
  const { t } = useTranslation();
  if (!before) return null;
  const changed = changedBetween(before.object, now.object);
  return (
    <>
      {changed.map(({ name, was, is }) => (
        <Text key={name} size="sm" className="breakable">
          {t(`exchange.changed.${name}`, { defaultValue: name })}: {was !== '' && <del>{was}</del>}{' '}
          {is !== '' && <ins>{is}</ins>}
        </Text>
      ))}
      {changed.length === 0 && now.marking === before.marking && <Code>{t('exchange.nothingChanged')}</Code>}
    </>
  );
}
