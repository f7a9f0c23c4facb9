// How an item stands, who holds it and until when: said in the same way wherever it is shown, and always in words. Lists show
// hundreds of these, so they are of plain elements.
import { Badge, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { DayEnd } from '../../components/DayEnd';
import { LeftBadge } from '../../components/DaysLeft';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { isOpen, remaining } from './due';
import './words';

type Item = Schemas['Item'];

const colors: Partial<Record<Item['state'], string>> = { 'under-way': 'ocean', blocked: 'red', done: 'green' };

export function ItemBadge({ state }: Pick<Item, 'state'>) {
  const { t } = useTranslation();
  return (
    <Badge tt="none" variant="light" color={colors[state] ?? 'gray'} className="whole">
      {t(`item.state.${state}`)}
    </Badge>
  );
}

export function ItemLink({ item }: { item: Pick<Item, 'id' | 'content'> }) {
  const { t } = useTranslation();
  return (
    <Link className="row-link breakable" to="/items/$id" params={{ id: item.id }}>
      {item.content?.title ?? t('erased')}
    </Link>
  );
}

/** The state, and what is behind it: what blocks it, what shows that it is done, why it was dropped. */
export function StateCell({ item, all }: { item: Item; all: Map<number, Item> }) {
  const { t } = useTranslation();
  const { state, blocked_by, reason, evidence } = item;
  return (
    <>
      <ItemBadge state={state} />
      {blocked_by.map((id) => (
        <div key={id} className="breakable">
          {t('item.blockedBy')}{' '}
          <Link to="/items/$id" params={{ id }} className="text-link">
            {all.get(id)?.content?.title ?? t('erased')}
          </Link>
        </div>
      ))}
      {reason !== null && (
        <Text size="sm" className="breakable" lineClamp={3}>
          {reason ?? t('erased')}
        </Text>
      )}
      {state === 'done' && (
        <div className="breakable">{t('item.shownBy', { title: evidence?.title ?? t('erased') })}</div>
      )}
    </>
  );
}

export function HolderCell({ item }: { item: Item }) {
  const { t } = useTranslation();
  return (
    <>
      {item.holder ?? t('item.nobody')}
      <div className="dimmed">
        {t('item.heldSince')} <When time={item.held_since} dateOnly />
      </div>
    </>
  );
}

/** `whole`: with the hour and the zone. */
export function DueCell({ item, zone, now, whole = false }: { item: Item; zone: string; now: Date; whole?: boolean }) {
  const { t } = useTranslation();
  const { due, slipped } = item;
  return (
    <>
      {due === null ? (
        <span className="dimmed">{t('item.noDue')}</span>
      ) : (
        <DayEnd time={due} zone={zone} short={!whole} />
      )}
      {due !== null && isOpen(item) && <Remaining due={due} zone={zone} now={now} />}
      {slipped > 0 && <div className="dimmed">{t('item.putOff', { count: slipped })}</div>}
    </>
  );
}

function Remaining({ due, zone, now }: { due: string; zone: string; now: Date }) {
  const { t } = useTranslation();
  const left = remaining(due, zone, now);
  return (
    <div>
      {left.kind === 'over' ? (
        <LeftBadge className="whole" days={-1} data-testid="overdue">
          {left.days === 0 ? t('item.overToday') : t('item.over', { count: left.days })}
        </LeftBadge>
      ) : (
        <LeftBadge className="whole" days={left.kind === 'today' ? 0 : left.days}>
          {left.kind === 'today' ? t('item.dueToday') : t('item.left', { count: left.days })}
        </LeftBadge>
      )}
    </div>
  );
}
