// Saves a keybox as a file under a passphrase, and asks for the file back before anybody relies on it.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { sealFile } from '../../ballot/keyFile';
import { nameOf } from '../../ballot/votingKey';
import { download } from '../../components/download';
import { NewKeyFileForm, useKeyFile } from '../../components/KeyFileFields';
import { fileOf, fromFile, inFile, isBoxFile } from './box';

interface Props {
  /** The organization's key. */
  seat: string;
  box: Uint8Array;
  explain: string;
  onSaved: () => Promise<void> | void;
}

export function NewKeyboxFile({ seat, box, explain, onSaved }: Props) {
  const { t } = useTranslation();
  const [saved, setSaved] = useState(false);
  const what = fileOf(seat);
  if (saved) return <AskedBack what={what} name={nameOf(box)} onThere={onSaved} />;
  return (
    <NewKeyFileForm
      label={t('keybox.saveFile')}
      onSubmit={async (passphrase) => {
        download(`${what}.json`, await sealFile(what, inFile(box), passphrase));
        setSaved(true);
      }}
    >
      <Text>{explain}</Text>
    </NewKeyFileForm>
  );
}

/** A download may have been refused, or lost: the file is there once it was opened. */
function AskedBack({ what, name, onThere }: { what: string; name: string; onThere: Props['onSaved'] }) {
  const { t } = useTranslation();
  const keyFile = useKeyFile(what);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    if (await keyFile.open(isBoxFile, (content) => nameOf(fromFile(content)) === name)) await onThere();
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
        <Text>{t('keybox.askedBack')}</Text>
        {keyFile.fields}
        <Group>
          <Button type="submit" loading={busy}>
            {t('keybox.checkFile')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
