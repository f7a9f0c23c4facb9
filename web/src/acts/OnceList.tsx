// What one has in this browser alone, thing by thing, and a way to take it along.
import { Button, Group, List, Text } from '@mantine/core';

import { download } from '../components/download';
import { addWords, useTranslation } from '../locales/i18n';
import words from './once.en.json';
import type { Once } from './once';
import { fileName, inFile } from './once';

addWords(words);

export function OnceList({ kept }: { kept: Once[] }) {
  const { t } = useTranslation();
  return (
    <>
      <List size="sm" className="breakable" aria-label={t('once.these')}>
        {kept.map(({ kind, id, title }) => (
          <List.Item key={`${kind} ${id}`}>{t(`once.kind.${kind}`, { title })}</List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {t('once.fileHint')}
      </Text>
      <Group>
        <Button variant="light" onClick={() => download(fileName, inFile(kept))}>
          {t('once.save')}
        </Button>
      </Group>
    </>
  );
}
