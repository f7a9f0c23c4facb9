// The register of risks: those that the address asks for, the highest score first, as a table or on the matrix of bands.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';

import type { Schemas } from '../../api/client';
import { download } from '../../components/download';
import { Query } from '../../components/Query';
import { useTranslation } from '../../locales/i18n';
import { AskToRate } from './AskToRate';
import { csvOf, jsonOf } from './files';
import type { Filter } from './filter';
import { Filters } from './Filters';
import type { Line } from './line';
import { linesOf } from './line';
import { risksQuery } from './queries';
import { RatingState, useZone } from './RatingState';
import { RiskMatrix } from './RiskMatrix';
import { RiskTable } from './RiskTable';
import { Scale } from './Scale';
import { shownOf } from './shown';
import { useRatings } from './useRatings';
import './words';

export function Risks() {
  const zone = useZone();
  return (
    <Query of={risksQuery}>{(register) => zone !== undefined && <Register register={register} zone={zone} />}</Query>
  );
}

function Register({ register, zone }: { register: Schemas['Risks']; zone: string }) {
  const { t } = useTranslation();
  const filter = useSearch({ from: '/shell/risks' });
  const navigate = useNavigate();
  const ratings = useRatings();
  const { risks, bands, may } = register;
  const lines = useMemo(() => linesOf(risks, ratings.of), [risks, ratings.of]);
  const shown = shownOf(lines, filter);
  const onFilter = (search: Filter) => void navigate({ to: '/risks', search, replace: true });
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>{t('risk.all')}</Title>
        <Group className="no-print">
          {may.includes('propose-question-set') && <AskToRate register={register} />}
          {may.includes('propose-risk') && (
            <Button size="sm" renderRoot={(props) => <Link to="/risks/new" {...props} />}>
              {t('risk.propose')}
            </Button>
          )}
        </Group>
      </Group>
      <Text>{t('risk.about')}</Text>
      <RatingState ratings={ratings} />
      <Filters risks={risks} bands={bands} filter={filter} onChange={onFilter} />
      <Group justify="space-between" className="no-print">
        <ViewChoice filter={filter} />
        <Exports shown={shown} bands={bands} zone={zone} />
      </Group>
      <Text size="sm" c="dimmed" role="status">
        {shown.length > 0
          ? t('risk.shown', { count: shown.length })
          : t(risks.length === 0 ? 'risk.none' : 'table.nothingFits')}
      </Text>
      {filter.view === 'matrix' ? (
        <RiskMatrix lines={shown} bands={bands} filter={filter} />
      ) : (
        shown.length > 0 && <RiskTable lines={shown} bands={bands} zone={zone} />
      )}
      <Scale bands={bands} />
    </Stack>
  );
}

function ViewChoice({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  return (
    <Group component="nav" aria-label={t('risk.view.title')} gap="md">
      {(['table', 'matrix'] as const).map((view) => (
        <Link
          key={view}
          className={(filter.view ?? 'table') === view ? 'row-link target chosen' : 'row-link target'}
          aria-current={(filter.view ?? 'table') === view ? 'page' : undefined}
          to="/risks"
          search={{ ...filter, view: view === 'table' ? undefined : view, frequency: undefined, impact: undefined }}
          replace
        >
          {t(`risk.view.${view}`)}
        </Link>
      ))}
    </Group>
  );
}

interface ExportsProps {
  shown: Line[];
  bands: Schemas['RiskBands'];
  zone: string;
}

function Exports({ shown, bands, zone }: ExportsProps) {
  const { t } = useTranslation();
  const isEmpty = shown.length === 0;
  const csv = () => download('risks.csv', csvOf(shown, bands, zone), 'text/csv');
  const json = () => download('risks.json', jsonOf(shown, bands));
  return (
    <Group gap="xs">
      <Button size="sm" variant="default" disabled={isEmpty} onClick={csv}>
        {t('risk.csv')}
      </Button>
      <Button size="sm" variant="default" disabled={isEmpty} onClick={json}>
        {t('risk.json')}
      </Button>
      <Button size="sm" variant="default" onClick={() => window.print()}>
        {t('risk.print')}
      </Button>
    </Group>
  );
}
