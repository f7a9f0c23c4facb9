// Items on a time line, in the bands of their groups: a picture of what the table below it says, which nobody has to see.

import type { Schemas } from '../../api/client';
import { formatter, languageOf } from '../../components/formatters';
import { useTranslation } from '../../locales/i18n';
import { useAcross } from './across';
import { isOpen } from './due';
import type { Around } from './ItemTable';
import { GroupTitle } from './ItemTable';
import type { Axis, Band } from './line';
import { axisOf, bandsOf, barOf, endOfGroup, isWithin } from './line';
import { Legend } from './LineLegend';
import { AxisGrid, AxisHead } from './TimeAxis';
import './views.css';

type Item = Schemas['Item'];

export function TimeLine({ rows, around }: { rows: Item[]; around: Around }) {
  const { t, i18n } = useTranslation();
  const { groups, zone, now } = around;
  const bands = bandsOf(rows, groups);
  const axis = axisOf(bands, zone, now);
  const months = formatter(languageOf(i18n.language), { month: 'short', year: 'numeric', timeZone: zone });
  return (
    <figure className="line">
      <figcaption>
        {t('line.caption', { from: months.format(axis.from), to: months.format(axis.months.at(-1)?.at) })}
      </figcaption>
      <div aria-hidden="true" data-testid="time-line">
        <Legend />
        <div className="line-picture">
          <AxisGrid axis={axis} />
          <AxisHead axis={axis} zone={zone} />
          {bands.map((band) => (
            <BandRows key={band.group?.id ?? 'none'} band={band} axis={axis} around={around} />
          ))}
        </div>
      </div>
    </figure>
  );
}

function BandRows({ band: { group, items }, axis, around }: { band: Band; axis: Axis; around: Around }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="line-row line-group">
        <span>{group ? <GroupTitle id={group.id} groups={around.groups} /> : t('line.noGroup')}</span>
        <svg width="100%" height={24}>
          <Ground group={group} axis={axis} />
        </svg>
      </div>
      {items.map((item) => (
        <div key={item.id} className="line-row">
          <span>{item.content?.title ?? t('erased')}</span>
          <svg width="100%" height={24}>
            <Ground group={group} axis={axis} />
            <ItemBar item={item} axis={axis} now={around.now} />
          </svg>
        </div>
      ))}
    </>
  );
}

/** The time of a group, from its proposal to its end, behind all of its rows. */
function Ground({ group, axis }: { group: Band['group']; axis: Axis }) {
  const { at, between } = useAcross(axis);
  if (!group) return null;
  const end = endOfGroup(group);
  return (
    <>
      <rect {...between(Date.parse(group.proposed_at), end)} height="100%" className="line-ground" />
      {isWithin(end, axis) && <line x1={at(end)} x2={at(end)} y1="0" y2="100%" className="line-end" />}
    </>
  );
}

/** What is over is a thin bar, so that it is told from what is to do without its colour. */
function ItemBar({ item, axis, now }: { item: Item; axis: Axis; now: Date }) {
  const { at, between } = useAcross(axis);
  const { from, to, slips, late, endless } = barOf(item, now);
  const isThin = !isOpen(item);
  return (
    <>
      <rect {...between(from, to)} y={isThin ? 9 : 6} height={isThin ? 6 : 12} rx={2} className={`bar-${item.state}`} />
      {late && <line x1={at(to)} x2={at(axis.now)} y1={12} y2={12} className="line-late" />}
      {endless && <line x1={at(axis.now)} x2={at(axis.to)} y1={12} y2={12} className="line-endless" />}
      {slips
        .filter((slip) => isWithin(slip, axis))
        .map((slip, i) => (
          <circle key={i} cx={at(slip)} cy={12} r={4} className="line-slip" />
        ))}
    </>
  );
}
