// Opening a key file: the file and its passphrase, with words for what can go wrong.
import { FileInput, PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Props {
  file: File | null;
  onFile: (file: File | null) => void;
  passphrase: string;
  onPassphrase: (passphrase: string) => void;
  error?: string;
}

export function KeyFileFields({ file, onFile, passphrase, onPassphrase, error }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <FileInput
        required
        clearable
        label={t('keyFile.file')}
        placeholder={t('keyFile.choose')}
        value={file}
        onChange={onFile}
      />
      <PasswordInput
        required
        label={t('keyFile.passphrase')}
        autoComplete="off"
        value={passphrase}
        onChange={(event) => onPassphrase(event.currentTarget.value)}
        error={error}
      />
    </>
  );
}

/** A passphrase for a new file, typed twice. */
export function NewPassphrase({
  value,
  again,
  onValue,
  onAgain,
}: {
  value: string;
  again: string;
  onValue: (text: string) => void;
  onAgain: (text: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <>
      <PasswordInput
        required
        minLength={12}
        label={t('keyFile.newPassphrase')}
        description={t('keyFile.newHint')}
        autoComplete="new-password"
        value={value}
        onChange={(event) => onValue(event.currentTarget.value)}
      />
      <PasswordInput
        required
        label={t('keyFile.again')}
        autoComplete="new-password"
        value={again}
        onChange={(event) => onAgain(event.currentTarget.value)}
        error={again !== '' && again !== value ? t('keyFile.differs') : undefined}
      />
    </>
  );
}
