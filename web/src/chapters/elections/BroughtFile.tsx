// Asks for a file that another program made for this page.
import { Button, FileInput, Group, Stack } from '@mantine/core';
import { useState } from 'react';

import { useTry } from '../../acts/useTry';
import { must, Unsound } from '../../ballot/spec';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';

/** In bytes. */
const largest = 1024 * 1024;

interface Props {
  label: string;
  /** On the button. */
  take: string;
  /** What is said of a file that is not meant here. */
  wrong: string;
  /** Throws Unsound for a text that is not meant here. */
  onText: (text: string) => Promise<void>;
}

export function BroughtFile({ label, take, wrong, onText }: Props) {
  const { t } = useTranslation();
  const { problem, busy, attempt } = useTry();
  const [file, setFile] = useState<File | null>(null);
  const [isOther, setIsOther] = useState(false);
  const read = async (given: File) => {
    setIsOther(false);
    try {
      must(given.size <= largest, 'the file is larger than any that is meant');
      await onText(await given.text());
    } catch (error) {
      if (!(error instanceof Unsound)) throw error;
      setIsOther(true);
    }
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (file) void attempt(() => read(file));
      }}
    >
      <Stack gap="sm">
        <FileInput
          required
          clearable
          label={label}
          placeholder={t('keyFile.choose')}
          value={file}
          onChange={setFile}
          error={isOther ? wrong : undefined}
        />
        {problem && <ProblemAlert problem={problem} />}
        <Group>
          <Button type="submit" loading={busy} disabled={!file}>
            {take}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
