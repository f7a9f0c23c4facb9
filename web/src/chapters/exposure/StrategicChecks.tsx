// What the figures rest on: the rounds of the last four quarters, each with how many programs verified it and the archive by its hash.
import { Anchor, Text, Title } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../../locales/i18n';

import { StackedRow, StackedTable } from '../../components/StackedTable';
import { roundQuery } from './queries';
import type { VerifiedRound } from './verified';

const columns = ['round', 'took', 'programs', 'archive'] as const;

/** Of one program's word nothing is made. */
const fewest_programs = 2;

export function StrategicChecks({ rounds }: { rounds: readonly VerifiedRound[] }) {
  const { t } = useTranslation();
  const told = useQueries({ queries: rounds.map(({ id }) => roundQuery(id)) });
  const head = (column: (typeof columns)[number]) => t(`strategic.column.${column}`);
  const checked = (i: number) => {
    const count = new Set(told[i]?.data?.audits.map(({ program }) => program)).size;
    return count < fewest_programs ? t('strategic.notYetChecked') : t('roundResult.programs', { count });
  };
  return (
    <section aria-label={t('strategic.rests')} data-testid="checks" className="strategic-checks">
      <Title order={2} size="h5">
        {t('strategic.rests')}
      </Title>
      <Text size="sm">{t('strategic.verifiedHere')}</Text>
      <StackedTable label={t('strategic.rests')} columns={columns} head={head} verticalSpacing="xs">
        {rounds.map(({ id, title, took, asked, archive }, i) => (
          <StackedRow
            key={id}
            columns={columns}
            head={head}
            testId={`check-${id}`}
            cells={{
              round: (
                <Anchor size="sm" renderRoot={(props) => <Link to="/exposure/rounds/$id" params={{ id }} {...props} />}>
                  {title}
                </Anchor>
              ),
              took: t('strategic.tookOf', { took, asked }),
              programs: checked(i),
              archive: <span className="strategic-hash">{archive}</span>,
            }}
          />
        ))}
      </StackedTable>
    </section>
  );
}
