// A motion for all in the room: as it is put, how many have voted, and what became of it, told by form and word.
import { IconCheck, IconX } from '@tabler/icons-react';

import { useTranslation } from '../../locales/i18n';
import { useChoices, useOutcome } from '../decisions/shared';
import type { Shown } from './onScreen';

/** What is long is written smaller, so that it stands on the screen as a whole. */
const sizeOf = (text: string) => (text.length < 200 ? 'short' : text.length < 600 ? 'middling' : 'long');

export function ScreenMotion({ shown: { as, motion } }: { shown: Shown }) {
  const { t } = useTranslation();
  const text = motion.content?.text ?? t('erased');
  return (
    <section className="screen-middle" data-length={sizeOf(text)}>
      <h1 className="screen-title">{motion.content?.title ?? t('erased')}</h1>
      <p className="screen-text wrap">{text}</p>
      {as !== 'decided' && motion.options.length > 0 && (
        <ul className="screen-options" aria-label={t('screen.options')}>
          {motion.options.map((option, i) => (
            <li key={i}>{option ?? t('erased')}</li>
          ))}
        </ul>
      )}
      <div className="screen-state" role="status">
        {as === 'asked' && <Asked motion={motion} />}
        {as === 'balloted' && <p>{t('screen.balloted')}</p>}
        {as === 'decided' && <Decided motion={motion} />}
      </div>
    </section>
  );
}

function Asked({ motion: { votes_cast, voting } }: Pick<Shown, 'motion'>) {
  const { t } = useTranslation();
  return (
    <>
      <p className="screen-word">{t('screen.asked')}</p>
      {voting && <p>{t('motion.votesOf', { cast: votes_cast, count: voting.present })}</p>}
    </>
  );
}

/** The totals alone: who voted how is in the register, where the vote was recorded. */
function Decided({ motion }: Pick<Shown, 'motion'>) {
  const { t } = useTranslation();
  const choices = useChoices(motion);
  const outcomeOf = useOutcome();
  const isAdopted = motion.outcome === 'adopted';
  const Icon = isAdopted ? IconCheck : IconX;
  return (
    <>
      <p className="screen-word" data-testid="screen-result">
        <Icon size="1em" aria-hidden /> {outcomeOf(motion)}
      </p>
      {motion.counts.length > 0 && (
        <dl className="screen-counts" aria-label={t('screen.votes')}>
          {choices.map((choice, i) => (
            <div key={i}>
              <dt>{choice}</dt>
              <dd>{motion.counts[i]}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}
