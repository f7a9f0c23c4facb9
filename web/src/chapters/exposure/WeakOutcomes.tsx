// Outcomes of which more than half of the answers are at the two lowest levels, each with the way to a risk that lives on it.
import { Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../../locales/i18n';

import type { Counted } from './paper';
import type { Asked } from './questionSet';
import { questionsOf } from './questionSet';
import { titleOf } from './rows';
import { byShareOfLow, isWeak } from './statistics';

interface Props {
  asked: Asked;
  counts: Counted['counts'];
}

export function WeakOutcomes({ asked, counts }: Props) {
  const { t } = useTranslation();
  // What happened is no state that could be weak.
  if (asked.set.rhythm !== 'yearly') return null;
  const all = questionsOf(asked).map((question) => ({ question, counts: counts.get(question.id) ?? [] }));
  const weak = byShareOfLow(all.filter((one) => isWeak(one.counts)));
  if (weak.length === 0) return null;
  return (
    <details data-testid="weak-outcomes">
      <summary className="target">{t('roundResult.weak', { count: weak.length })}</summary>
      <ul>
        {weak.map(({ question }) => (
          <li key={question.id}>
            <Text span size="sm">
              {titleOf(question)}
            </Text>{' '}
            <Link to="/risks/new" search={{ outcome: question.id }} className="text-link">
              {t('roundResult.proposeRisk', { id: question.id })}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
