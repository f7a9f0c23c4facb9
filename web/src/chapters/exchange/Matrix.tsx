// The techniques of ATT&CK by their tactics; the more objects speak of one, the darker it stands.
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { matrixQuery } from './queries';
import { Query } from '../../components/Query';
import './words';

export function Matrix() {
  const { t } = useTranslation();
  return (
    <Stack>
      <Title order={1}>{t('exchange.matrix')}</Title>
      <Text c="dimmed">{t('exchange.matrixHint')}</Text>
      <Query of={matrixQuery}>
        {({ tactics, most_counted }) =>
          tactics.length === 0 ? (
            <Text>{t('exchange.noTechniques')}</Text>
          ) : (
            <div className="matrix" tabIndex={0} role="region" aria-label={t('exchange.matrix')}>
              {tactics.map((tactic) => (
                <section key={tactic.tactic} aria-label={tactic.tactic}>
                  <h2>{tactic.tactic.replaceAll('-', ' ')}</h2>
                  <ul className="plain-list">
                    {tactic.techniques.map((technique) => (
                      <Technique key={technique.id} technique={technique} most={most_counted} />
                    ))}
                  </ul>
                </section>
              ))}
            </div>
          )
        }
      </Query>
    </Stack>
  );
}

const steps = 5;

function Technique({
  technique,
  most,
}: {
  technique: Schemas['Matrix']['tactics'][number]['techniques'][number];
  most: number;
}) {
  const { t } = useTranslation();
  // Counts lie far apart, so each step of the scale is a multiple of the one before.
  const heat = Math.ceil((steps * Math.log1p(technique.count)) / Math.log1p(most));
  return (
    <li className={`heat-${heat}`}>
      <Anchor component={Link} to={`/exchange/object/${technique.id}`}>
        {technique.name}
      </Anchor>{' '}
      <span>{t('exchange.spokenOf', { id: technique.external_id, count: technique.count })}</span>
    </li>
  );
}
