// What one has in this browser alone: to be saved before one signs out, and brought back from the file.
import { Card, FileInput, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';

import { allOnce, takeFromFile } from '../../acts/once';
import { OnceList } from '../../acts/OnceList';
import { useTry } from '../../acts/useTry';
import { FormModal } from '../../components/FormModal';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';

export function KeptHere() {
  const { t } = useTranslation();
  const [kept, setKept] = useState(allOnce);
  const { problem, attempt } = useTry();
  const [file, setFile] = useState<File | null>(null);
  const bring = () =>
    attempt(async () => {
      if (file) takeFromFile(await file.text());
      setKept(allOnce());
    });
  return (
    <Card withBorder component="section" aria-label={t('once.title')}>
      <Stack gap="sm" align="start">
        <Title order={2} size="h4">
          {t('once.title')}
        </Title>
        <Text size="sm" c="dimmed">
          {t(kept.length > 0 ? 'once.hint' : 'once.nothing')}
        </Text>
        {kept.length > 0 && <OnceList kept={kept} />}
        <FormModal label={t('once.bring')} onOpen={() => setFile(null)} onSubmit={bring}>
          <FileInput required label={t('once.file')} accept="application/json" value={file} onChange={setFile} />
          {problem && <ProblemAlert problem={problem} />}
        </FormModal>
      </Stack>
    </Card>
  );
}
