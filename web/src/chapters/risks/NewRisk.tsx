// Proposes a risk: from nothing, or filled from what the address names.
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';

import type { Command } from '../../acts/act';
import { problemOf } from '../../acts/problems';
import type { Schemas } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Query } from '../../components/Query';
import { useTranslation } from '../../locales/i18n';
import { objectQuery } from '../exchange/shared';
import { titleOf } from '../exposure/shared';
import { draftOf } from './draft';
import { useOutcomes } from './outcomes';
import { ofIncident, ofOutcome } from './prefill';
import { risksQuery } from './queries';
import { useZone } from './RatingState';
import { RiskForm } from './RiskForm';
import type { Source } from './source';
import type { RiskText } from './text';
import './words';

export function NewRisk() {
  const { t } = useTranslation();
  const source = useSearch({ from: '/shell/risks/new' });
  const zone = useZone();
  const found = useSource(source);
  return (
    <Stack maw={800}>
      <Title order={1}>{t('risk.propose')}</Title>
      <Text>{t('riskForm.about')}</Text>
      <Query of={risksQuery}>
        {({ bands, may }) => {
          if (!may.includes('propose-risk')) return <Text>{t('riskForm.notYours')}</Text>;
          if (zone === undefined || found.isPending) return <Text aria-busy="true">{t('riskForm.reading')}</Text>;
          return (
            <>
              {found.error && <ProblemAlert problem={problemOf(found.error)} />}
              <New key={nameOf(source)} name={nameOf(source)} bands={bands} zone={zone} text={found.text} />
            </>
          );
        }}
      </Query>
    </Stack>
  );
}

interface NewProps {
  name: string;
  bands: Schemas['RiskBands'];
  zone: string;
  text: Partial<RiskText>;
}

function New({ name, bands, zone, text }: NewProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const goThere = (receipt: Schemas['Receipt']) => {
    const proposed = receipt.acts.find((one) => one.type === 'risk-proposed');
    void (proposed ? navigate({ to: '/risks/$id', params: { id: proposed.risk } }) : navigate({ to: '/risks' }));
  };
  return (
    <RiskForm
      bands={bands}
      zone={zone}
      name={name}
      first={draftOf(text, [], zone)}
      label={t('risk.propose')}
      command={(content, items): Command => ({ type: 'propose-risk', text: content, items })}
      onDone={goThere}
      onCancel={() => void navigate({ to: '/risks' })}
    />
  );
}

const nameOf = ({ incident, outcome }: Source) => `risk of ${incident ?? outcome ?? 'nothing'}`;

interface Found {
  text: Partial<RiskText>;
  isPending: boolean;
  error: Error | null;
}

/** What can't be read fills nothing; the form is there all the same. */
function useSource({ incident, outcome }: Source): Found {
  const { t } = useTranslation();
  const object = useQuery({ ...objectQuery(incident ?? ''), enabled: incident !== undefined });
  const outcomes = useOutcomes(outcome === undefined ? [] : [outcome]);
  if (incident !== undefined)
    return { text: object.data ? ofIncident(object.data) : {}, isPending: object.isPending, error: object.error };
  if (outcome === undefined) return { text: {}, isPending: false, error: null };
  const found = outcomes?.get(outcome);
  const words = found && {
    title: t('riskForm.weakTitle', { title: titleOf(found.question) }),
    threat: t('riskForm.weakThreat', { id: outcome }),
    weakness: t('riskForm.weakWeakness', { id: outcome, text: found.question.text }),
  };
  return {
    text: found && words ? ofOutcome(found, words) : { outcomes: [outcome] },
    isPending: outcomes === undefined,
    error: null,
  };
}
