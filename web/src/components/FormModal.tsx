// A button that opens a small form; the form closes when what it asked for happened.
import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';

import { useTranslation } from '../locales/i18n';

interface Props {
  label: string;
  title?: string;
  variant?: string;
  size?: string;
  color?: string;
  /** Of a form with long texts. */
  wide?: boolean;
  /** On the button that asks for it, if not the label. */
  submitLabel?: string;
  /** On the button that closes it without. */
  dismissLabel?: string;
  onOpen?: () => void;
  /** True when it happened. */
  onSubmit: () => Promise<boolean>;
  children: ReactNode;
}

export function FormModal({
  label,
  title,
  variant = 'light',
  size = 'sm',
  color,
  wide = false,
  submitLabel,
  dismissLabel,
  onOpen,
  onSubmit,
  children,
}: Props) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    if (await onSubmit()) setOpened(false);
    setBusy(false);
  };
  const open = () => {
    onOpen?.();
    setOpened(true);
  };
  return (
    <>
      <Button variant={variant} size={size} color={color} onClick={open}>
        {label}
      </Button>
      <Modal
        opened={opened}
        onClose={() => setOpened(false)}
        title={title ?? label}
        size={wide ? 'lg' : 'md'}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <form
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation(); // a form that was opened out of another one's dialog sends itself alone
            void submit();
          }}
        >
          <Stack>
            {children}
            <Group justify="flex-end">
              <Button variant="default" onClick={() => setOpened(false)}>
                {dismissLabel ?? t('cancel')}
              </Button>
              <Button type="submit" loading={busy}>
                {submitLabel ?? label}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
