// Asks for the seat's keybox: with a passkey that keeps it, or from a file.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useTry } from '../../acts/useTry';
import { useKeyFile } from '../../components/KeyFileFields';
import { ProblemAlert } from '../../components/ProblemAlert';
import { nameOf } from '../../ballot/votingKey';
import type { Keybox } from './box';
import { fileOf, fromFile, isBoxFile, openWithPasskey, remember } from './box';
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
        <FromFile keybox={keybox} name={name} onOpened={onOpened} />
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

function FromFile({ keybox, name, onOpened }: Props & { keybox: Keybox }) {
  const { t } = useTranslation();
  const keyFile = useKeyFile(fileOf(keybox.key));
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    const content = await keyFile.open(isBoxFile, (read) => nameOf(fromFile(read)) === name);
    setBusy(false);
    if (!content) return;
    remember(fromFile(content));
    onOpened();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        {keyFile.fields}
        <Group>
          <Button type="submit" loading={busy}>
            {t('keybox.openIt')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
