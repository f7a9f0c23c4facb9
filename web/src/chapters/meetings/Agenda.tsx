// What a session is to speak of, and when: each item begins when those before it have had their minutes.
import { ActionIcon, Group, Table, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';

import type { Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import { formatter, languageOf } from '../../components/formatters';
import { useTranslation } from '../../locales/i18n';
import { beginnings, minute_ms } from './agendaTimes';
import { ChangeItemForm } from './SessionForms';
import './agenda.css';
import './words';

type Session = Schemas['MeetingSession'];
type Item = Session['agenda'][number];

interface Props {
  session: Session;
  zone: string;
  /** Which item the session is at. */
  at?: string | null;
}

export function Agenda({ session, zone, at = null }: Props) {
  return (
    <>
      <WorkPlanReview session={session} />
      {session.agenda.length > 0 && <Items session={session} zone={zone} at={at} />}
    </>
  );
}

/** Before each executive session the work-plan is there for review (clause 2.7), whoever writes the agenda. */
function WorkPlanReview({ session: { kind, closed_at } }: { session: Session }) {
  const { t } = useTranslation();
  if (kind !== 'executive' || closed_at) return null;
  return (
    <Text size="sm">
      <Link className="row-link target" to="/items/review">
        {t('session.workPlanReview')}
      </Link>
    </Text>
  );
}

function Items({ session, zone, at }: Required<Props>) {
  const { t, i18n } = useTranslation();
  const times = beginnings(session);
  const over = Math.round(((times.at(-1) ?? 0) - Date.parse(session.ends)) / minute_ms);
  const clock = formatter(languageOf(i18n.language), { timeStyle: 'short', timeZone: zone });
  return (
    <>
      <Table aria-label={t('session.agenda')} withRowBorders={false}>
        <Table.Tbody>
          {session.agenda.map((item, i) => (
            <Table.Tr key={item.item} {...(item.item === at ? isNow : {})}>
              <Table.Td w={32}>{i + 1}</Table.Td>
              <Table.Td w={110}>
                <time dateTime={new Date(times[i] ?? 0).toISOString()}>{clock.format(times[i])}</time>
              </Table.Td>
              <Table.Td>{item.text ?? t('erased')}</Table.Td>
              <Table.Td w={90}>{t('session.minutesShort', { count: item.minutes })}</Table.Td>
              <Table.Td>
                <ItemMoves session={session} item={item} place={i} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {over > 0 && (
        <Text size="sm" c="dimmed">
          {t('session.agendaTooLong', { count: over })}
        </Text>
      )}
    </>
  );
}

const isNow = { 'aria-current': 'step', className: 'item-now' } as const;

function ItemMoves({ session, item, place }: { session: Session; item: Item; place: number }) {
  const { t } = useTranslation();
  const { id, may } = session;
  const name = item.text ?? t('erased');
  return (
    <Group gap={4} justify="flex-end" wrap="nowrap">
      {may.includes('move-agenda-item') && (
        <>
          <Move session={id} item={item} to={place - 1} label={t('session.moveUp', { item: name })} isUp />
          <Move
            session={id}
            item={item}
            to={place + 1 < session.agenda.length ? place + 1 : -1}
            label={t('session.moveDown', { item: name })}
          />
        </>
      )}
      {may.includes('change-agenda-item') && <ChangeItemForm session={id} item={item} />}
      {may.includes('add-agenda-item') && (
        <ActButton
          size="compact-xs"
          variant="subtle"
          command={{ type: 'remove-agenda-item', session: id, item: item.item }}
        >
          {t('session.removeItem')}
        </ActButton>
      )}
    </Group>
  );
}

/** Nowhere is -1. */
function Move({
  session,
  item,
  to,
  label,
  isUp = false,
}: {
  session: number;
  item: Item;
  to: number;
  label: string;
  isUp?: boolean;
}) {
  const perform = useAct();
  const move = () =>
    perform({ words: '', command: (): Command => ({ type: 'move-agenda-item', session, item: item.item, place: to }) });
  return (
    <ActionIcon variant="subtle" size="sm" aria-label={label} disabled={to < 0} onClick={() => void move()}>
      {isUp ? <IconArrowUp size={16} /> : <IconArrowDown size={16} />}
    </ActionIcon>
  );
}
