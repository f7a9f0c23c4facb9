// Opens what a colleague prepared, to be looked through.
import { RefusedHere } from '../../acts/problems';
import { useTranslation } from '../../locales/i18n';
import { BroughtFile } from '../elections/shared';
import type { AnswererProps } from './answerer';
import { givenAll } from './answersFile';
import type { PlacedQuestion } from './asks';
import type { Given } from './paper';
import { opened } from './prepared';

interface Props extends AnswererProps {
  placed: PlacedQuestion[];
  onTaken: (given: Given) => void;
}

export function TakePrepared({ election, asks, box, seat, placed, onTaken }: Props) {
  const { t } = useTranslation();
  const take = (text: string) => {
    const given = givenAll(opened(text, box, seat, election.uuid), placed, asks.paper);
    if (given === undefined) throw new RefusedHere('prepared-answers-do-not-fit');
    onTaken(given);
  };
  return (
    <details>
      <summary>{t('answering.prepare.take')}</summary>
      <BroughtFile
        label={t('answering.prepare.file')}
        take={t('answering.prepare.open')}
        wrong={t('answering.prepare.tooLarge')}
        onText={async (text) => take(text)}
      />
    </details>
  );
}
