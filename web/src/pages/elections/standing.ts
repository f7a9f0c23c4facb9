// How far an election is, in words.
import { useTranslation } from 'react-i18next';

import type { Schemas } from '../../api/client';

export function useStanding() {
  const { t } = useTranslation();
  return (election: Schemas['ElectionHead']): string => {
    if (election.stage !== 'decided') return t(`elections.stage.${election.stage}`);
    if (election.confirmation !== 'none') return t(`elections.confirmation.${election.confirmation}`);
    return t(`elections.outcome.${election.outcome ?? 'vacant'}`);
  };
}
