// Who votes for whom in a session, who has not voted on what is open, and which Members are missing.
import { Badge, Stack, Table, Text } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { Section } from '../../components/Section';
import { useTranslation } from '../../locales/i18n';
import { Quorum } from './Room';
import './presidingWords';

type Session = Schemas['MeetingSession'];
type Attendance = Session['attendance'][number];

/** Those who vote first, of each organization in the order of the alphabet; those who hold an office alone last. */
const inOrder = (one: Attendance, other: Attendance) =>
  Number(other.votes) - Number(one.votes) || (one.for ?? '\uffff').localeCompare(other.for ?? '\uffff');

export function WhoVotes({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { attendance, absent, motions, present } = session;
  const missing = motions.find(({ state }) => state === 'open')?.voting?.missing;
  return (
    <Section title={t('presiding.voters')}>
      <Stack gap="sm">
        <Quorum session={session} />
        {!present && <Text>{t('presiding.notHere')}</Text>}
        {absent && (
          <Text size="sm" data-testid="absent">
            {absent.length > 0
              ? t('presiding.absent', { count: absent.length, organizations: [...absent].sort().join(', ') })
              : t('presiding.allHere')}
          </Text>
        )}
        {present && attendance.length === 0 && <Text c="dimmed">{t('presiding.nobody')}</Text>}
        {attendance.length > 0 && (
          <Table aria-label={t('presiding.voters')}>
            <Table.Tbody>
              {[...attendance].sort(inOrder).map((person) => (
                <Row key={person.id} person={person} missing={missing} />
              ))}
            </Table.Tbody>
          </Table>
        )}
      </Stack>
    </Section>
  );
}

/** `missing`: who has not voted yet, where something is voted on. */
function Row({ person, missing }: { person: Attendance; missing: string[] | undefined }) {
  const { t } = useTranslation();
  const isAwaited = person.votes && person.for !== null && missing?.includes(person.for);
  const vote = !person.votes ? 'speaks' : !missing ? 'votesFor' : isAwaited ? 'hasNotVoted' : 'hasVoted';
  return (
    <Table.Tr>
      <Table.Td fw={600}>{person.for ?? t('session.office')}</Table.Td>
      <Table.Td>{person.name ?? t('erased')}</Table.Td>
      <Table.Td>
        <Badge
          tt="none"
          className="whole"
          variant="light"
          color={isAwaited ? 'orange' : person.votes ? 'ocean' : 'gray'}
        >
          {t(`presiding.${vote}`)}
        </Badge>
      </Table.Td>
    </Table.Tr>
  );
}
