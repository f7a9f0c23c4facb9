// Asks for the seat's keybox: with a passkey that keeps it, or from a file.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { useTry } from '../../acts/useTry';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import type { Keybox } from './box';
import { openWithPasskey, remember } from './box';
import { KeyboxFileForm } from './KeyboxFileForm';
import { keyboxQuery } from './queries';
import './words';

interface Props {
  /** The name of the box. */
  name: string;
  onOpened: () => void;
}

export function OpenKeybox(props: Props) {
  const keybox = useQuery(keyboxQuery).data?.keybox;
  return keybox ? <Opening keybox={keybox} {...props} /> : null;
}

function Opening({ keybox, name, onOpened }: Props & { keybox: Keybox }) {
  const { t } = useTranslation();
  const { problem, busy, attempt } = useTry();
  const isKept = keybox.wrapped.some(({ box }) => box === name);
  const [fromFile, setFromFile] = useState(!isKept);
  const open = async () => {
    if (await attempt(() => openWithPasskey(keybox, name))) onOpened();
  };
  return (
    <Stack gap="sm" data-testid="open-keybox">
      <Text>{t(isKept ? 'keybox.open' : 'keybox.openFile')}</Text>
      {problem && <ProblemAlert problem={problem} />}
      {fromFile ? (
        <KeyboxFileForm
          seat={keybox.key}
          name={name}
          label={t('keybox.openIt')}
          onOpened={(box) => {
            remember(box);
            onOpened();
          }}
        />
      ) : (
        <Group>
          <Button loading={busy} onClick={() => void open()}>
            {t('keybox.withPasskey')}
          </Button>
          <Button variant="subtle" onClick={() => setFromFile(true)}>
            {t('keybox.withFile')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
