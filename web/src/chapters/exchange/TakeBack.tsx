// Taking back what one shared: nobody detects by it any longer, and all see that it was withdrawn.
import { Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { Schemas } from '../../api/client';
import { api } from '../../api/client';
import { FormModal } from '../../components/FormModal';
import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import { WithParts } from './Correct';
import { secretFor } from './editSecrets';
import { isStory } from './search';
import { useSend } from './useSend';

const reasons = ['false-positive', 'revoked'] as const;
type Reason = (typeof reasons)[number];

export function TakeBack({ page }: { page: Schemas['ObjectPage'] }) {
  const { t } = useTranslation();
  const { problem, send } = useSend();
  const [reason, setReason] = useState<Reason>('false-positive');
  const [withParts, setWithParts] = useState(true);
  const submit = async () =>
    (await send(
      api.POST('/api/exchange/changes', {
        body: { id: page.id, taken_back: reason, with_parts: withParts && isStory(page.type), ...secretFor(page) },
      }),
    )) !== undefined;
  return (
    <FormModal label={t('exchange.takeBack')} color="red" onSubmit={submit}>
      <Text size="sm">{t('exchange.takeBackHint')}</Text>
      <Radio.Group label={t('exchange.whyTakenBack')} value={reason} onChange={(value) => setReason(value as Reason)}>
        <Stack gap="xs" mt="xs">
          {reasons.map((value) => (
            <Radio key={value} value={value} label={t(`exchange.takenBack.${value}`)} />
          ))}
        </Stack>
      </Radio.Group>
      {isStory(page.type) && <WithParts checked={withParts} onChange={setWithParts} />}
      {problem && <ProblemAlert problem={problem} />}
    </FormModal>
  );
}
