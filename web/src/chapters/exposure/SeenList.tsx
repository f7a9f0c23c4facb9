// Techniques with how many saw each, where there is no more to say of them.
import { useTranslation } from '../../locales/i18n';
import type { Seen } from './seenWeak';
import { seers } from './seenWeak';
import './seenWords';
import { TechniqueName } from './TechniqueName';

export function SeenList({ seen }: { seen: Seen[] }) {
  const { t } = useTranslation();
  return (
    <ul>
      {seen.map((one) => (
        <li key={one.technique}>
          <TechniqueName of={one} />: {t('seen.saw', { count: seers(one) })}
          {one.spokenOf > 0 && `, ${t('seen.spokenOf', { count: one.spokenOf })}`}
        </li>
      ))}
    </ul>
  );
}
