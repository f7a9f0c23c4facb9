// Asks for the file of a keybox, and gives the box that is in it.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { nameOf } from '../../ballot/votingKey';
import { useKeyFile } from '../../components/KeyFileFields';
import { fileOf, fromFile, isBoxFile } from './box';

interface Props {
  /** The organization's key. */
  seat: string;
  /** Of the box: a file of another is refused. */
  name: string;
  label: string;
  explain?: string;
  onOpened: (box: Uint8Array) => Promise<void> | void;
}

export function KeyboxFileForm({ seat, name, label, explain, onOpened }: Props) {
  const keyFile = useKeyFile(fileOf(seat));
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    const content = await keyFile.open(isBoxFile, (read) => nameOf(fromFile(read)) === name);
    if (content) await onOpened(fromFile(content));
    setBusy(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        {explain && <Text>{explain}</Text>}
        {keyFile.fields}
        <Group>
          <Button type="submit" loading={busy}>
            {label}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
