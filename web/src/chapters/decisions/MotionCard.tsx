// One motion: its text, my vote, its result.
import { Alert, Badge, Button, Card, Group, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { ActForm } from '../../acts/ActForm';
import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import { OpenSilenceForm } from './OpenSilenceForm';
import { LongTextField } from '../../components/fields';

type Motion = Schemas['Motion'];

/** The words of each choice, abstention last. */
export function useChoices(motion: Motion): string[] {
  const { t } = useTranslation();
  const options =
    motion.options.length > 0
      ? motion.options.map((option) => option ?? t('erased'))
      : [t('motion.for'), t('motion.against')];
  return [...options, t('motion.abstain')];
}

export function MotionCard({ motion }: { motion: Motion }) {
  const { t } = useTranslation();
  const perform = useAct();
  const choices = useChoices(motion);
  const title = motion.content?.title ?? t('erased');
  const may = (type: string) => motion.may.includes(type);
  const act = (type: string, words = '') => void perform({ words, command: () => ({ type, motion: motion.id }) });
  return (
    <Card withBorder component="article" aria-label={title} data-testid="motion">
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={3} size="h4">
            {title}
          </Title>
          <Group gap="xs">
            <Badge tt="none" variant="light">
              {t(`motion.method.${motion.method}`)}
            </Badge>
            <Badge tt="none" variant="light" color={motion.state === 'open' ? 'green' : 'gray'}>
              {t(`motion.state.${motion.state}`)}
            </Badge>
            {motion.recorded && (
              <Badge tt="none" variant="light" color="gray">
                {t('motion.recorded')}
              </Badge>
            )}
          </Group>
        </Group>
        <Text className="wrap">{motion.content?.text ?? t('erased')}</Text>
        {motion.amendment && (
          <Text size="sm">
            {t('motion.inForce')} <When time={motion.amendment.in_force_from} />
          </Text>
        )}
        {motion.deadline && (
          <Text size="sm">
            {t('motion.deadline')} <When time={motion.deadline} zone={motion.time_zone} />
          </Text>
        )}
        {motion.objections > 0 && <Text size="sm">{t('motion.objections', { count: motion.objections })}</Text>}
        {may('cast-vote') && (
          <Group role="group" aria-label={t('motion.myVote')}>
            {choices.map((choice, i) => (
              <Button
                key={i}
                variant={i === choices.length - 1 ? 'default' : 'filled'}
                onClick={() =>
                  void perform({
                    words: t('words.cast-vote', { choice, title }),
                    command: () => ({ type: 'cast-vote', motion: motion.id, choice: i }),
                  })
                }
              >
                {choice}
              </Button>
            ))}
          </Group>
        )}
        {motion.my_vote !== null && (
          <Text size="sm" data-testid="my-vote">
            {t('motion.youVoted', { choice: choices[motion.my_vote] })}
          </Text>
        )}
        {motion.state === 'open' && motion.method === 'vote' && (
          <Text size="sm">{t('motion.votesCast', { count: motion.votes_cast })}</Text>
        )}
        <Group>
          {may('open-motion') &&
            (motion.session === null ? (
              <OpenSilenceForm motion={motion} />
            ) : (
              <Button onClick={() => act('open-motion', t('words.open-motion', { title }))}>{t('motion.open')}</Button>
            ))}
          {may('call-secret-ballot') && (
            <Button
              variant="default"
              onClick={() => act('call-secret-ballot', t('words.call-secret-ballot', { title }))}
            >
              {t('motion.callBallot')}
            </Button>
          )}
          {motion.ballot !== null && (
            <Button
              variant="light"
              renderRoot={(props) => <Link to="/elections/$id" params={{ id: motion.ballot ?? 0 }} {...props} />}
            >
              {t('motion.toBallot')}
            </Button>
          )}
          {may('object-to-motion') && <ObjectForm motion={motion} title={title} />}
          {may('request-recorded-vote') && (
            <Button variant="default" onClick={() => act('request-recorded-vote')}>
              {t('motion.requestRecorded')}
            </Button>
          )}
          {may('put-motion-to-vote') && (
            <Button onClick={() => act('put-motion-to-vote', t('words.put-motion-to-vote', { title }))}>
              {t('motion.putToVote')}
            </Button>
          )}
          {may('close-motion') && (
            <Button onClick={() => act('close-motion', t('words.close-motion', { title }))}>{t('motion.close')}</Button>
          )}
          {may('withdraw-motion') && (
            <Button variant="subtle" onClick={() => act('withdraw-motion')}>
              {t('motion.withdraw')}
            </Button>
          )}
        </Group>
        {motion.outcome && <Result motion={motion} choices={choices} />}
      </Stack>
    </Card>
  );
}

function ObjectForm({ motion, title }: { motion: Motion; title: string }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <ActForm
      label={t('motion.object')}
      color="red"
      act={() => ({
        words: t('words.object-to-motion', { title }),
        command: (contents) => ({ type: 'object-to-motion', motion: motion.id, reason: contents.add(reason) }),
      })}
    >
      <LongTextField required label={t('reason')} value={reason} onChange={setReason} />
    </ActForm>
  );
}

function Result({ motion, choices }: { motion: Motion; choices: string[] }) {
  const { t } = useTranslation();
  const total = motion.counts.reduce((sum, count) => sum + count, 0);
  return (
    <Alert
      variant="light"
      color={motion.outcome === 'adopted' ? 'green' : 'gray'}
      title={t(`motion.outcome.${motion.outcome ?? 'rejected'}`, {
        choice: motion.options.length > 0 && motion.winner !== null ? choices[motion.winner] : '',
      })}
      data-testid="result"
    >
      {motion.decision !== null && <Text size="sm">{t('motion.decision', { number: motion.decision })}</Text>}
      {motion.counts.length > 0 && (
        <Table aria-label={t('motion.result')} withRowBorders={false} mt="xs">
          <Table.Tbody>
            {choices.map((choice, i) => (
              <Table.Tr key={i}>
                <Table.Td>{choice}</Table.Td>
                <Table.Td w={60}>{motion.counts[i]}</Table.Td>
                <Table.Td w="50%">
                  <Progress value={(100 * (motion.counts[i] ?? 0)) / Math.max(1, total)} aria-label={choice} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
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
