// Describes a risk anew; how it was described before stays.
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { useCrumb } from '../../components/crumb';
import { Loaded, Query } from '../../components/Query';
import { useTranslation } from '../../locales/i18n';
import { draftOf } from './draft';
import { riskQuery, risksQuery } from './queries';
import { useZone } from './RatingState';
import { RiskForm } from './RiskForm';
import { readRisk } from './text';
import './words';

export function ReviseRisk() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/risks/$id/revise' });
  const navigate = useNavigate();
  const zone = useZone();
  const register = useQuery(risksQuery);
  const back = () => void navigate({ to: '/risks/$id', params: { id } });
  return (
    <Stack maw={800}>
      <Title order={1}>{t('riskForm.reviseTitle')}</Title>
      <Text>{t('riskForm.reviseHint')}</Text>
      <Query of={riskQuery(id)}>
        {(risk) => (
          <Loaded {...register}>
            {({ bands }) => {
              if (!risk.may.includes('revise-risk')) return <Text>{t('riskForm.notYours')}</Text>;
              if (zone === undefined) return null;
              return (
                <Anew id={id} title={readRisk(risk.text)?.title} versions={risk.versions.length}>
                  <RiskForm
                    bands={bands}
                    zone={zone}
                    name={`risk ${id}, version ${risk.versions.length}`}
                    first={draftOf(readRisk(risk.text) ?? {}, risk.items, zone)}
                    label={t('risk.revise')}
                    command={(text, items): Command => ({ type: 'revise-risk', risk: id, text, items })}
                    onDone={back}
                    onCancel={back}
                  />
                </Anew>
              );
            }}
          </Loaded>
        )}
      </Query>
    </Stack>
  );
}

interface AnewProps {
  id: number;
  title: string | undefined;
  versions: number;
  children: ReactNode;
}

/** Says when somebody else was first. */
function Anew({ id, title, versions, children }: AnewProps) {
  const { t } = useTranslation();
  useCrumb({ to: `/risks/${id}`, label: title ?? t('erased') });
  const [begunAt] = useState(versions);
  return (
    <>
      {versions > begunAt && (
        <Text role="alert" fw={600}>
          {t('riskForm.meanwhile')}
        </Text>
      )}
      {children}
    </>
  );
}
