// Saves a keybox as a file under a passphrase, and asks for the file back before anybody relies on it.
import { Text } from '@mantine/core';
import { useState } from 'react';

import { sealFile } from '../../ballot/keyFile';
import { nameOf } from '../../ballot/votingKey';
import { download } from '../../components/download';
import { NewKeyFileForm } from '../../components/KeyFileFields';
import { useTranslation } from '../../locales/i18n';
import { fileOf, inFile } from './box';
import { KeyboxFileForm } from './KeyboxFileForm';

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
  // A download may have been refused, or lost: the file is there once it was opened.
  if (saved)
    return (
      <KeyboxFileForm
        seat={seat}
        name={nameOf(box)}
        label={t('keybox.checkFile')}
        explain={t('keybox.askedBack')}
        onOpened={onSaved}
      />
    );
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
