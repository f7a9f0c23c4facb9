// Who verified a round's archive with which program, and the way to do it oneself.
import { Badge, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { reported } from '../../acts/problems';
import { ActButton } from '../../acts/ActButton';
import type { Schemas } from '../../api/client';
import { ProblemAlert } from '../../components/ProblemAlert';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from '../elections/shared';
import { CheckList, resultCheckedQuery, Verifiers } from '../elections/shared';
import { AuditForm } from './AuditForm';
import { adoptedQuery } from './queries';
import './resultWords';

interface Props {
  round: Schemas['Round'];
  election: ElectionPage;
}

export function Audits({ round, election }: Props) {
  const { t } = useTranslation();
  const programs = new Set(round.audits.map(({ program }) => program)).size;
  return (
    <Stack component="section" aria-label={t('roundResult.verified')} gap="sm" data-testid="audits">
      <Group>
        <Title order={3} size="h5">
          {t('roundResult.verified')}
        </Title>
        {programs > 1 && (
          <Badge tt="none" color="green" variant="light">
            {t('roundResult.programs', { count: programs })}
          </Badge>
        )}
      </Group>
      <Told audits={round.audits} />
      <Here round={round} election={election} />
      <Verifiers election={election} />
      {round.may.includes('audit-round') && <AuditForm round={round} election={election} />}
    </Stack>
  );
}

function Told({ audits }: { audits: Schemas['RoundAudit'][] }) {
  const { t } = useTranslation();
  if (audits.length === 0) return <Text c="dimmed">{t('roundResult.nobodyYet')}</Text>;
  return (
    <List size="sm">
      {audits.map((audit, i) => (
        <List.Item key={i}>
          {t('roundResult.audit', {
            organization: audit.organization,
            name: audit.person.name ?? t('erased'),
            program: t(`roundResult.program.${audit.program}`),
          })}{' '}
          <When time={audit.at} dateOnly />
        </List.Item>
      ))}
    </List>
  );
}

/** What this device finds; whoever has seen it may sign that it was verified with the page. */
function Here({ round, election }: Props) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const { data: checks, error } = useQuery({ ...resultCheckedQuery(election), enabled: asked });
  const adopted = useQuery({ ...adoptedQuery(election, round.paper), enabled: asked });
  const problem = error ?? adopted.error;
  if (!asked)
    return (
      <Group>
        <Button variant="light" onClick={() => setAsked(true)}>
          {t('result.verify')}
        </Button>
      </Group>
    );
  if (problem) return <ProblemAlert problem={reported(problem)} />;
  if (!checks || !adopted.data) return <Text size="sm">{t('result.checking')}</Text>;
  return (
    <>
      <CheckList checks={checks}>
        <List.Item>{t('roundResult.adopted')}</List.Item>
      </CheckList>
      {round.may.includes('audit-round') && (
        <Group>
          <ActButton
            words={t('words.audit-round', { program: t('roundResult.program.page'), archive: election.archive ?? '' })}
            command={{ type: 'audit-round', round: round.id, program: 'page', archive: election.archive ?? '' }}
          >
            {t('roundResult.sign')}
          </ActButton>
        </Group>
      )}
    </>
  );
}
