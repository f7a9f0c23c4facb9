// What a risk hangs on elsewhere: the outcomes whose low levels it lives on, incidents of the exchange, and techniques of attackers.
import { Anchor, List, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';

import { useTranslation } from '../../locales/i18n';
import { titleOf } from '../exposure/shared';
import { useOutcomes } from './outcomes';
import { Section } from '../../components/Section';
import type { RiskText } from './text';

export function Ties({ text: { outcomes, incidents, techniques } }: { text: RiskText }) {
  const { t } = useTranslation();
  if (outcomes.length + incidents.length + techniques.length === 0) return null;
  return (
    <Section title={t('risk.ties')} testId="ties">
      <Stack gap="sm">
        {outcomes.length > 0 && <Outcomes ids={outcomes} />}
        {incidents.length > 0 && (
          <Tied title={t('risk.incidents')}>
            {incidents.map((id) => (
              <List.Item key={id}>
                <Anchor
                  inherit
                  className="breakable"
                  renderRoot={(props) => <Link to="/exchange/object/$id" params={{ id }} {...props} />}
                >
                  {id}
                </Anchor>
              </List.Item>
            ))}
          </Tied>
        )}
        {techniques.length > 0 && (
          <Tied title={t('risk.techniques')}>
            <List.Item>{techniques.join(', ')}</List.Item>
          </Tied>
        )}
      </Stack>
    </Section>
  );
}

function Tied({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Text fw={600} size="sm">
        {title}
      </Text>
      <List size="sm" listStyleType="none">
        {children}
      </List>
    </div>
  );
}

function Outcomes({ ids }: { ids: string[] }) {
  const { t } = useTranslation();
  const found = useOutcomes(ids);
  return (
    <Tied title={t('risk.outcomes')}>
      {ids.map((id) => {
        const outcome = found?.get(id);
        return (
          <List.Item key={id}>
            {outcome ? titleOf(outcome.question) : id}
            {outcome?.round && (
              <>
                {' · '}
                <Link to="/exposure/rounds/$id" params={{ id: outcome.round.id }} className="text-link">
                  {t('risk.askedIn', { title: outcome.round.title ?? t('erased') })}
                </Link>
              </>
            )}
          </List.Item>
        );
      })}
    </Tied>
  );
}
