// Shows, once, the secret by which something that was shared as the community from here may be changed.
import { Alert, Button, Code, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import { useTranslation } from '../../locales/i18n';
import { editSecretOf, isToBeShown, noteShown } from './editSecrets';

export function EditSecret({ id }: { id: string }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(() => isToBeShown(id));
  if (!open) return null;
  const keep = () => {
    noteShown(id);
    setOpen(false);
  };
  return (
    <Alert title={t('exchange.editSecret')}>
      <Stack gap="xs" align="start">
        <Text size="sm">{t('exchange.editSecretHint')}</Text>
        <Code className="wrap" data-testid="edit-secret">
          {editSecretOf(id)}
        </Code>
        <Button size="compact-sm" onClick={keep}>
          {t('exchange.editSecretKept')}
        </Button>
      </Stack>
    </Alert>
  );
}
