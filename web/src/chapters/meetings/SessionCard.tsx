// One session: agenda, and while it is live who is here, the quorum and the motions.
import { Badge, Button, Card, Group, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import { MotionCard } from '../decisions/shared';
import { AgendaForm } from './SessionForms';
import { AmendmentForm, MotionForm } from '../decisions/shared';

type Session = Schemas['MeetingSession'];

export function SessionCard({ session, zone }: { session: Session; zone: string }) {
  const { t } = useTranslation();
  const perform = useAct();
  const title = session.title ?? t('erased');
  const may = (type: string) => session.may.includes(type);
  const act = (type: string, words = '') => void perform({ words, command: () => ({ type, session: session.id }) });
  return (
    <Card withBorder component="section" aria-label={title}>
      <Stack>
        <Group justify="space-between">
          <div>
            <Title order={2} size="h3">
              {title}
            </Title>
            <Text size="sm" c="dimmed">
              <When time={session.starts} zone={zone} /> – <When time={session.ends} zone={zone} />
            </Text>
          </div>
          <Group gap="xs">
            <Badge tt="none" variant="light">
              {t(`session.kind.${session.kind}`)}
            </Badge>
            {session.live && (
              <Badge tt="none" color="red.9">
                {t('meeting.live')}
              </Badge>
            )}
            {session.closed_at && (
              <Badge tt="none" color="gray" variant="light">
                {t('session.closed')}
              </Badge>
            )}
          </Group>
        </Group>
        <Agenda session={session} />
        <Group>
          {may('open-session') && (
            <Button onClick={() => act('open-session', t('words.open-session', { title }))}>{t('session.open')}</Button>
          )}
          {may('enter-session') && <Button onClick={() => act('enter-session')}>{t('session.enter')}</Button>}
          {may('leave-session') && (
            <Button variant="default" onClick={() => act('leave-session')}>
              {t('session.leave')}
            </Button>
          )}
          {may('propose-motion') && session.kind === 'executive' && (
            <>
              <MotionForm session={session.id} />
              <AmendmentForm session={session.id} />
            </>
          )}
          {may('add-agenda-item') && <AgendaForm session={session.id} />}
          {may('close-session') && (
            <Button variant="default" onClick={() => act('close-session', t('words.close-session', { title }))}>
              {t('session.close')}
            </Button>
          )}
          {may('remove-session') && (
            <Button variant="subtle" color="red" onClick={() => act('remove-session')}>
              {t('session.remove')}
            </Button>
          )}
        </Group>
        {session.live && <Room session={session} />}
        {session.motions.map((motion) => (
          <MotionCard key={motion.id} motion={motion} />
        ))}
      </Stack>
    </Card>
  );
}

function Agenda({ session }: { session: Session }) {
  const { t } = useTranslation();
  const perform = useAct();
  if (session.agenda.length === 0) return null;
  return (
    <Table aria-label={t('session.agenda')} withRowBorders={false}>
      <Table.Tbody>
        {session.agenda.map((item, i) => (
          <Table.Tr key={item.item}>
            <Table.Td w={32}>{i + 1}</Table.Td>
            <Table.Td>{item.text ?? t('erased')}</Table.Td>
            <Table.Td w={90}>{t('session.minutesShort', { count: item.minutes })}</Table.Td>
            <Table.Td w={90}>
              {session.may.includes('add-agenda-item') && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  onClick={() =>
                    void perform({
                      words: '',
                      command: () => ({ type: 'remove-agenda-item', session: session.id, item: item.item }),
                    })
                  }
                >
                  {t('session.removeItem')}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Room({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { present, needed, members, stands } = session.quorum;
  return (
    <div>
      {session.kind === 'executive' && (
        <>
          <Group justify="space-between" mb={4}>
            <Text fw={600} data-testid="quorum">
              {t(stands ? 'session.quorumStands' : 'session.quorumMissing', { present, needed })}
            </Text>
            <Text size="sm" c="dimmed">
              {t('session.ofMembers', { members })}
            </Text>
          </Group>
          <Progress
            value={(100 * present) / Math.max(1, members)}
            color={stands ? 'green' : 'yellow'}
            aria-label={t('session.quorum')}
          />
        </>
      )}
      {session.attendance.length > 0 && (
        <>
          <Text size="sm" c="dimmed" mt="sm" mb={4}>
            {t('session.here', { count: session.attendance.length })}
          </Text>
          <Group gap={6}>
            {session.attendance.map((person) => (
              <Badge key={person.id} tt="none" variant="light" color={person.votes ? 'ocean' : 'gray'}>
                {person.for ?? t('session.office')} · {person.name ?? t('erased')}
              </Badge>
            ))}
          </Group>
        </>
      )}
    </div>
  );
}
