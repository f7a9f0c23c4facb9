// What the marks of the time line mean.
import type { ReactNode } from 'react';

import { useTranslation } from '../../locales/i18n';
import { isOpen } from './due';

const bars = ['open', 'under-way', 'blocked', 'done', 'dropped'] as const;
const thick = { y: 2, height: 12 };
const thin = { y: 5, height: 6 };

export function Legend() {
  const { t } = useTranslation();
  return (
    <ul className="plain-list line-legend">
      {bars.map((state) => (
        <Entry key={state} says={t(`item.state.${state}`)}>
          <rect {...(isOpen({ state }) ? thick : thin)} x={1} width={26} rx={2} className={`bar-${state}`} />
        </Entry>
      ))}
      <Entry says={t('line.slip')}>
        <circle cx={14} cy={8} r={4} className="line-slip" />
      </Entry>
      <Entry says={t('line.late')}>
        <line x1={1} x2={27} y1={8} y2={8} className="line-late" />
      </Entry>
      <Entry says={t('line.endless')}>
        <line x1={1} x2={27} y1={8} y2={8} className="line-endless" />
      </Entry>
      <Entry says={t('line.group')}>
        <rect width={20} height={16} className="line-ground" />
        <line x1={20} x2={20} y1={0} y2={16} className="line-end" />
      </Entry>
    </ul>
  );
}

function Entry({ says, children }: { says: string; children: ReactNode }) {
  return (
    <li>
      <svg width={28} height={16}>
        {children}
      </svg>
      {says}
    </li>
  );
}
