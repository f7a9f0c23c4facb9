// The agenda in the hands of whoever presides: at which item the session is, what it has left, and on to the next by one key.
import { Anchor, Badge, Button, Group, Stack, Table, Text } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { formatter, languageOf } from '../../components/formatters';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Section } from '../../components/Section';
import { useNow } from '../../components/useNow';
import { useTranslation } from '../../locales/i18n';
import { beginnings, minute_ms } from './agendaTimes';
import { useFloor } from './useFloor';
import { useStepKeys } from './useStepKeys';
import './presidingWords';
import './agenda.css';
import './words';

type Session = Schemas['MeetingSession'];
type Floor = ReturnType<typeof useFloor>;

export function NowOnAgenda({ session, zone }: { session: Session; zone: string }) {
  const { t } = useTranslation();
  const floor = useFloor(session);
  const item = session.agenda[floor.at];
  return (
    <Section title={t('presiding.agenda')}>
      {session.agenda.length === 0 ? (
        <Text c="dimmed">{t('presiding.noAgenda')}</Text>
      ) : (
        <Stack gap="sm">
          <Group justify="space-between">
            <Text fw={600} role="status" data-testid="now">
              {item
                ? t('presiding.now', { number: floor.at + 1, item: item.text ?? t('erased') })
                : t('presiding.notBegun')}
            </Text>
            {item && floor.since && <Left since={floor.since} minutes={item.minutes} />}
          </Group>
          {floor.mayLead && <Steps session={session} floor={floor} />}
          {floor.problem && <ProblemAlert problem={floor.problem} />}
          <Items session={session} zone={zone} floor={floor} />
        </Stack>
      )}
    </Section>
  );
}

/** What is left of the time that the agenda gives to an item. */
function Left({ since, minutes }: { since: string; minutes: number }) {
  const { t } = useTranslation();
  // What was taken this minute began after the minute that the page last looked at.
  const spent = Math.max(0, Math.floor((useNow().getTime() - Date.parse(since)) / minute_ms));
  const left = minutes - spent;
  return (
    <Badge tt="none" size="lg" variant="light" color={left < 0 ? 'red' : 'gray'} data-testid="time-left">
      {left < 0 ? t('presiding.over', { count: -left }) : t('presiding.left', { count: left })}
    </Badge>
  );
}

function Steps({ session, floor: { at, take, busy } }: { session: Session; floor: Floor }) {
  const { t } = useTranslation();
  const next = !busy && at + 1 < session.agenda.length ? () => void take(at + 1) : undefined;
  const back = !busy && at >= 0 ? () => void take(at - 1) : undefined;
  useStepKeys(next, back);
  return (
    <Group>
      <Button onClick={next} disabled={!next}>
        {t('presiding.nextKey')}
      </Button>
      <Button variant="default" onClick={back} disabled={!back}>
        {t('presiding.back')}
      </Button>
    </Group>
  );
}

function Items({ session, zone, floor }: { session: Session; zone: string; floor: Floor }) {
  const { t, i18n } = useTranslation();
  const times = beginnings(session);
  const clock = formatter(languageOf(i18n.language), { timeStyle: 'short', timeZone: zone });
  return (
    <Table aria-label={t('presiding.agenda')} withRowBorders={false}>
      <Table.Tbody>
        {session.agenda.map(({ item, text, minutes }, i) => (
          <Table.Tr key={item} {...(i === floor.at ? { 'aria-current': 'step', className: 'item-now' } : {})}>
            <Table.Td w={32}>{i + 1}</Table.Td>
            <Table.Td w={90}>
              <time dateTime={new Date(times[i] ?? 0).toISOString()}>{clock.format(times[i])}</time>
            </Table.Td>
            <Table.Td>
              {floor.mayLead && i !== floor.at ? (
                <Anchor
                  component="button"
                  type="button"
                  ta="start"
                  aria-label={t('presiding.takeItem', { item: text ?? t('erased') })}
                  onClick={() => void floor.take(i)}
                >
                  {text ?? t('erased')}
                </Anchor>
              ) : (
                (text ?? t('erased'))
              )}
            </Table.Td>
            <Table.Td w={100}>{t('session.minutesShort', { count: minutes })}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
