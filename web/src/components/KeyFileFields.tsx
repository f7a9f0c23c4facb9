// Key files, made under a new passphrase and opened again, with words for what can go wrong.
import { Button, FileInput, Group, PasswordInput, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';

import { openFile } from '../ballot/keyFile';
import type { Shape } from '../ballot/parse';
import { useTranslation } from '../locales/i18n';

/** The fields for an existing file, and `open`, which gives what it holds, or nothing where the person was told why not. */
export function useKeyFile(what: string) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [passphrase, setPassphrase] = useState('');
  const [error, setError] = useState<string>();
  /** `fits` says whether what the file holds, which has the shape `is`, is meant here. */
  const open = async <T,>(is: Shape<T>, fits: (content: T) => boolean = () => true): Promise<T | undefined> => {
    setError(undefined);
    if (!file) return undefined;
    const content = await openFile(what, await file.text(), passphrase).catch((e: Error) => e.message);
    if (typeof content === 'string') setError(t(`keyFile.${content}`));
    else if (is(content) && fits(content)) return content;
    else setError(t('keyFile.other-file'));
    return undefined;
  };
  const fields = (
    <>
      <FileInput
        required
        clearable
        label={t('keyFile.file')}
        description={t('savedAs.keyFile', { name: `${what}.json` })}
        placeholder={t('keyFile.choose')}
        value={file}
        onChange={setFile}
      />
      <PasswordInput
        required
        label={t('keyFile.passphrase')}
        autoComplete="off"
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={error}
      />
    </>
  );
  return { fields, open };
}

interface FormProps<T> {
  /** How the file is called, and what it is bound to. */
  what: string;
  is: Shape<T>;
  /** Whether what the file holds is meant here. */
  fits: (content: T) => boolean;
  label: string;
  explain?: string;
  onOpened: (content: T) => unknown;
}

/** Asks for an existing file, and gives what it holds. */
export function KeyFileForm<T>({ what, is, fits, label, explain, onOpened }: FormProps<T>) {
  const keyFile = useKeyFile(what);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    const content = await keyFile.open(is, fits);
    if (content !== undefined) await onOpened(content);
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

interface NewProps {
  label: string;
  /** Makes the file and whatever follows. */
  onSubmit: (passphrase: string) => Promise<void>;
  children?: ReactNode;
}

/** Asks for a passphrase for a new file, typed twice. */
export function NewKeyFileForm({ label, onSubmit, children }: NewProps) {
  const { t } = useTranslation();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    await onSubmit(passphrase);
    setBusy(false);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (passphrase === again) void submit();
      }}
    >
      <Stack gap="sm">
        {children}
        <PasswordInput
          required
          minLength={12}
          label={t('keyFile.newPassphrase')}
          description={t('keyFile.newHint')}
          autoComplete="new-password"
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
        />
        <PasswordInput
          required
          label={t('keyFile.again')}
          autoComplete="new-password"
          value={again}
          onChange={(event) => setAgain(event.currentTarget.value)}
          error={again !== '' && again !== passphrase ? t('keyFile.differs') : undefined}
        />
        <Button type="submit" loading={busy}>
          {label}
        </Button>
      </Stack>
    </form>
  );
}
