// Before one signs out: what this browser forgets then and nobody tells again, and a file in which to take it along.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { useTranslation } from '../locales/i18n';
import type { Once } from './once';
import { OnceList } from './OnceList';

interface Props {
  kept: Once[];
  onStay: () => void;
  onLeave: () => void;
}

export function SignOutDialog({ kept, onStay, onLeave }: Props) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  return (
    <Modal opened onClose={onStay} title={t('once.forgets')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack>
        <Text>{t('once.before')}</Text>
        <OnceList kept={kept} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onStay}>
            {t('once.stay')}
          </Button>
          <Button
            color="red.9"
            loading={busy}
            onClick={() => {
              setBusy(true);
              onLeave();
            }}
          >
            {t('once.leave')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
