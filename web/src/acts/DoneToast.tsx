// Says that an act is done: to be seen for a while, and heard by whoever listens to the page.
import { IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';

import { useTranslation } from '../locales/i18n';

export interface Said {
  /** The entry of the record in which it stands; none of what lies beside the record. */
  seq?: number;
  /** In the words that were signed, or as its button is called. */
  what: string | undefined;
}

const shown_ms = 8000;

export function DoneToast({ said }: { said: Said | undefined }) {
  const { t } = useTranslation();
  const [over, setOver] = useState<Said>();
  useEffect(() => {
    const later = said && setTimeout(() => setOver(said), shown_ms);
    return () => clearTimeout(later);
  }, [said]);
  const isShown = said !== undefined && said !== over;
  // It is there before it says anything: what comes with its words is not always read out.
  return (
    <div className="toast" aria-live="polite" role={isShown ? 'status' : undefined}>
      {isShown && (
        <div>
          <IconCheck size={18} aria-hidden />
          <span>
            {said.what && <strong>{said.what}</strong>}{' '}
            {said.seq === undefined ? t('act.doneBeside') : t('act.done', { entry: said.seq })}
          </span>
        </div>
      )}
    </div>
  );
}
