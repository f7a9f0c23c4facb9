// Who objects to a motion, and why; whoever did may take it back while the question is open.
import { Alert, Group, Text } from '@mantine/core';

import { ActButton } from '../../acts/ActButton';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { seenOf } from './wording';

/** Those whom it does not concern are told how many they are. */
export function Objections({ motion, title }: { motion: Schemas['Motion']; title: string }) {
  const { t } = useTranslation();
  if (motion.objections === 0) return null;
  return (
    <Alert
      variant="light"
      color="orange"
      title={t('motion.objections', { count: motion.objections })}
      data-testid="objections"
    >
      {motion.objected.map(({ organization, reason, own }) => (
        <Text key={organization} size="sm" className="wrap">
          <Text span fw={600} inherit>
            {own ? t('motion.ownObjection', { organization }) : organization}:
          </Text>{' '}
          {reason ?? t('erased')}
        </Text>
      ))}
      {motion.may.includes('withdraw-objection') && (
        <Group mt="xs">
          <ActButton
            size="sm"
            variant="default"
            words={t('words.withdraw-objection', { title })}
            command={() => ({ type: 'withdraw-objection', motion: motion.id, seen: seenOf(motion) })}
          >
            {t('motion.withdrawObjection')}
          </ActButton>
        </Group>
      )}
    </Alert>
  );
}
