// What the committee does for a round, from the trustees' names to the result; it opens and closes by its dates.
import { Card, Group, Text, Title } from '@mantine/core';

import type { Act, Command, CommandName } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import type { ElectionPage } from '../elections/shared';
import { ReasonForm } from '../elections/shared';

interface Props {
  round: Schemas['Round'];
  election: ElectionPage;
}

const conducts = [
  'name-election-officers',
  'prepare-round',
  'remake-keys',
  'declare-result',
  'cancel-election',
] as const satisfies CommandName[];

export function Conduct({ round, election }: Props) {
  const { t } = useTranslation();
  const { id, to_declare } = election;
  const may = [...election.may, ...round.may];
  if (!conducts.some((name) => may.includes(name))) return null;
  return (
    <Card withBorder component="section" aria-label={t('exposure.conduct')} data-testid="conduct">
      <Title order={2} size="h4" mb="xs">
        {t('exposure.conduct')}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t(`exposure.hint.${hintOf(round, election)}`, { least: election.least_ballots })}
      </Text>
      <Group>
        {may.includes('name-election-officers') && (
          <Step name="name-election-officers" command={{ type: 'name-election-officers', election: id }} />
        )}
        {may.includes('prepare-round') && election.setup !== null && (
          <Step name="prepare-round" command={prepared(round, election)} />
        )}
        {may.includes('declare-result') && to_declare && (
          <Step name="declare-result" command={{ type: 'declare-result', election: id, ...to_declare }} />
        )}
        {may.includes('remake-keys') && (
          <ReasonForm
            label={t('exposure.do.remake-keys')}
            words={t('words.remake-keys')}
            command={(reason) => ({ type: 'remake-keys', election: id, reason })}
          />
        )}
        {may.includes('cancel-election') && (
          <ReasonForm
            label={t('exposure.do.cancel-election')}
            words={t('words.cancel-round', { title: round.title ?? t('erased') })}
            command={(reason) => ({ type: 'cancel-election', election: id, reason })}
          />
        )}
      </Group>
    </Card>
  );
}

/** Whoever signs the ballot signs questions that were adopted, or nothing. */
const prepared =
  (round: Schemas['Round'], election: ElectionPage): Act['command'] =>
  async (contents): Promise<Command> => {
    const { adoptedAsks } = await import('./evidence');
    await adoptedAsks(election, round.paper);
    return { type: 'prepare-round', round: round.id, setup: contents.add(election.setup ?? '') };
  };

interface StepProps {
  name: 'name-election-officers' | 'prepare-round' | 'declare-result';
  command: Command | Act['command'];
}

function Step({ name, command }: StepProps) {
  const { t } = useTranslation();
  return (
    <ActButton words={t(`words.${name}`)} command={command}>
      {t(`exposure.do.${name}`)}
    </ActButton>
  );
}

function hintOf({ may }: Props['round'], { stage, trustees, rounds_done, to_declare }: ElectionPage) {
  if (stage === 'preparation' && trustees.length === 0) return 'trustees';
  if (stage === 'preparation' && rounds_done < 3) return 'keys';
  if (stage === 'preparation') return may.includes('prepare-round') ? 'prepare' : 'prepared';
  if (stage === 'voting') return 'voting';
  return to_declare ? 'declare' : 'decrypt';
}
