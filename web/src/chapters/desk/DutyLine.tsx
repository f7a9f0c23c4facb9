// A duty by its name, and who owes it.
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { taskKinds } from '../index';
import './dutyWords';

/** With the way to where it is done, where that is a page. */
export function DutyName({ duty: { kind, about } }: { duty: Schemas['Duty'] }) {
  const { t } = useTranslation();
  const { title, position } = about;
  const words = t(`duties.kind.${kind}`, { title: title ?? '', position: (position ?? 0) + 1 });
  const its = taskKinds[kind];
  if (!its || its.Action) return words;
  return (
    <Link className="row-link" to={its.to(about)} hash={its.hash}>
      {words}
    </Link>
  );
}

/** Many seats that owe the same are counted, and named when asked. */
export function DutyOwner({ duty, seats }: { duty: Schemas['Duty']; seats: string[] }) {
  const { t } = useTranslation();
  if (duty.owner !== 'seat') return t(`duties.owner.${duty.owner}`);
  if (seats.length < 4) return seats.join(', ');
  return (
    <details style={{ display: 'inline-block' }}>
      <summary className="target">{t('duties.seats', { count: seats.length })}</summary>
      {seats.join(', ')}
    </details>
  );
}
