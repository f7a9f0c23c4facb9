// How a motion came out: the totals, and who voted how where that is recorded.
import { Alert, Progress, Table, Text } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { useOutcome } from './choices';

interface Props {
  motion: Schemas['Motion'];
  choices: string[];
}

export function MotionResult({ motion, choices }: Props) {
  const { t } = useTranslation();
  const outcomeOf = useOutcome();
  return (
    <Alert
      variant="light"
      color={motion.outcome === 'adopted' ? 'green' : 'gray'}
      title={outcomeOf(motion)}
      data-testid="result"
    >
      {motion.decision !== null && <Text size="sm">{t('motion.decision', { number: motion.decision })}</Text>}
      {motion.outcome === 'lapsed' && <Text size="sm">{t('delivery.lapsed')}</Text>}
      <HostsWord delivery={motion.delivery} />
      {motion.counts.length > 0 && <Totals counts={motion.counts} choices={choices} />}
      {motion.votes.length > 0 &&
        choices.map((choice, i) => {
          const those = motion.votes.filter((vote) => vote.choice === i).map((vote) => vote.organization);
          return those.length > 0 ? (
            <Text key={i} size="sm">
              {choice}: {those.sort().join(', ')}
            </Text>
          ) : null;
        })}
    </Alert>
  );
}

/** How many had the text by the host's word alone; the committee sees who, and what the mail servers answered. */
function HostsWord({ delivery }: { delivery: Schemas['Motion']['delivery'] }) {
  const { t } = useTranslation();
  if (!delivery || delivery.on_the_hosts_word === 0) return null;
  return (
    <>
      <Text size="sm" data-testid="on-the-hosts-word">
        {t('delivery.onTheHostsWord', { count: delivery.on_the_hosts_word })}
      </Text>
      {delivery.reported.map(({ key, words }) => (
        <Text key={key} size="sm" className="wrap">
          {t('delivery.answered', { organization: key, answer: words ?? t('erased') })}
        </Text>
      ))}
    </>
  );
}

function Totals({ counts, choices }: { counts: number[]; choices: string[] }) {
  const { t } = useTranslation();
  const total = counts.reduce((sum, count) => sum + count, 0);
  return (
    <Table aria-label={t('motion.result')} withRowBorders={false} mt="xs">
      <Table.Tbody>
        {choices.map((choice, i) => (
          <Table.Tr key={i}>
            <Table.Td>{choice}</Table.Td>
            <Table.Td w={60}>{counts[i]}</Table.Td>
            <Table.Td w="50%">
              <Progress value={(100 * (counts[i] ?? 0)) / Math.max(1, total)} aria-label={choice} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
