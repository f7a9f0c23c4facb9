// Tells that a form holds what was typed into it before.
import { Anchor, Text } from '@mantine/core';

import { addWords, useTranslation } from '../locales/i18n';
import words from './draft.en.json';

addWords(words);

export function DraftNote({ draft: { isFromBefore, drop } }: { draft: { isFromBefore: boolean; drop: () => void } }) {
  const { t } = useTranslation();
  if (!isFromBefore) return null;
  return (
    <Text size="sm" c="dimmed" data-testid="draft">
      {t('draft.kept')}{' '}
      <Anchor component="button" type="button" inherit underline="always" onClick={drop}>
        {t('draft.anew')}
      </Anchor>
    </Text>
  );
}
