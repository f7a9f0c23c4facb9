// The way to the palette: a button above each page, and Ctrl-K or Cmd-K from everywhere. What it opens comes when it is asked for.
import { ActionIcon } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useState } from 'react';

import { useTranslation } from '../locales/i18n';

const Palette = lazy(() => import('./Palette').then((its) => ({ default: its.Palette })));

export function PaletteButton() {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  const [wasOpened, setWasOpened] = useState(false);
  if (opened && !wasOpened) setWasOpened(true);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey)
        return;
      // Over a dialog it would cover what one is about to sign.
      if (document.querySelector('[role=dialog][aria-modal=true]')) return;
      event.preventDefault();
      open();
    };
    addEventListener('keydown', listen);
    return () => removeEventListener('keydown', listen);
  }, [open]);
  return (
    <>
      <ActionIcon
        variant="subtle"
        size="lg"
        aria-label={t('find')}
        aria-keyshortcuts="Control+K Meta+K"
        aria-haspopup="dialog"
        onClick={open}
      >
        <IconSearch size={20} aria-hidden />
      </ActionIcon>
      {wasOpened && (
        <Suspense fallback={null}>
          <Palette opened={opened} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
