// The techniques of ATT&CK by their tactics; the more objects speak of one, the darker it stands. On a narrow screen one tactic below the
// other, folded, with those first of which most is said.
import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { matrixQuery } from './queries';
import { Query } from '../../components/Query';
import './words';

type Matrix = Schemas['Matrix'];
type Tactic = Matrix['tactics'][number];

const nameOf = ({ tactic }: Tactic) => tactic.replaceAll('-', ' ');

export function Matrix() {
  const { t } = useTranslation();
  const isNarrow = useMediaQuery('(max-width: 48em)');
  return (
    <Stack>
      <Title order={1}>{t('exchange.matrix')}</Title>
      <Text c="dimmed">{t('exchange.matrixHint')}</Text>
      <Query of={matrixQuery}>
        {(matrix) => {
          if (matrix.tactics.length === 0) return <Text>{t('exchange.noTechniques')}</Text>;
          return isNarrow ? <Folded matrix={matrix} /> : <SideBySide matrix={matrix} />;
        }}
      </Query>
    </Stack>
  );
}

function SideBySide({ matrix: { tactics, most_counted } }: { matrix: Matrix }) {
  const { t } = useTranslation();
  return (
    <div className="matrix" tabIndex={0} role="region" aria-label={t('exchange.matrix')}>
      {tactics.map((tactic) => (
        <section key={tactic.tactic} aria-label={tactic.tactic}>
          <h2>{nameOf(tactic)}</h2>
          <ul className="plain-list">
            {tactic.techniques.map((technique) => (
              <Technique key={technique.id} technique={technique} most={most_counted} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Folded({ matrix: { tactics, most_counted } }: { matrix: Matrix }) {
  const { t } = useTranslation();
  return (
    <div>
      {tactics.map((tactic) => {
        const spoken = tactic.techniques.filter(({ count }) => count > 0).length;
        const inOrder = [...tactic.techniques].sort((a, b) => b.count - a.count);
        return (
          <details key={tactic.tactic}>
            <summary className="matrix-row">
              <Text span tt="capitalize" fw={600}>
                {nameOf(tactic)}
              </Text>{' '}
              <Text span size="sm" c="dimmed">
                {t('exchange.spokenOfHere', { spoken, all: inOrder.length })}
              </Text>
            </summary>
            <ul className="plain-list">
              {inOrder.map((technique) => (
                <Technique key={technique.id} technique={technique} most={most_counted} className="matrix-row" />
              ))}
            </ul>
          </details>
        );
      })}
    </div>
  );
}

const steps = 5;

interface TechniqueProps {
  technique: Tactic['techniques'][number];
  most: number;
  className?: string;
}

function Technique({ technique, most, className = '' }: TechniqueProps) {
  const { t } = useTranslation();
  // Counts lie far apart, so each step of the scale is a multiple of the one before.
  const heat = most === 0 ? 0 : Math.ceil((steps * Math.log1p(technique.count)) / Math.log1p(most));
  return (
    <li className={`heat-${heat} ${className}`}>
      <Anchor component={Link} to={`/exchange/object/${technique.id}`}>
        {technique.name}
      </Anchor>{' '}
      <span>{t('exchange.spokenOf', { id: technique.external_id, count: technique.count })}</span>
    </li>
  );
}
