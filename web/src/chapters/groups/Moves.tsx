// What the reader may do in a group: what takes part, what a Lead answers for, what the committee does.
import { Group } from '@mantine/core';

import { ActButton } from '../../acts/ActButton';
import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { AppointLeadForm, ConvenerForm, FoundForm } from './LeadForms';
import { TakingPart } from './TakingPart';
import { TermsForm } from './TermsForm';
import { ExtendForm, InabilityForm, KickoffForm, PlanForm, TextForm } from './WorkForms';
import { seenOf } from './terms';

type Page = Schemas['GroupPage'];

export function Moves({ group }: { group: Page }) {
  const { t } = useTranslation();
  const { id, may, time_zone: zone } = group;
  return (
    <Group data-testid="moves">
      <TakingPart group={group} />
      {may.includes('found-group') && <FoundForm group={group} />}
      {may.includes('appoint-lead') && <AppointLeadForm group={group} />}
      {may.includes('name-convener') && <ConvenerForm group={group} />}
      {may.includes('hold-kickoff') && <KickoffForm group={group} />}
      {may.includes('file-plan') && <PlanForm key={group.plans.length} group={group} />}
      {may.includes('revise-group') && (
        <TermsForm key={group.versions.length} zone={zone} priority={group.priority} group={group} />
      )}
      {may.includes('pause-group') && (
        <ActButton size="sm" variant="subtle" command={{ type: 'pause-group', group: id }}>
          {t('group.pause')}
        </ActButton>
      )}
      {may.includes('resume-group') && (
        <ActButton size="sm" command={{ type: 'resume-group', group: id }}>
          {t('group.resume')}
        </ActButton>
      )}
      {may.includes('extend-group') && <ExtendForm group={group} />}
      {may.includes('declare-inability') && <InabilityForm group={group} />}
      <Endings group={group} />
    </Group>
  );
}

function Endings({ group }: { group: Page }) {
  const { t } = useTranslation();
  const { id, may } = group;
  const title = group.title ?? t('erased');
  return (
    <>
      {may.includes('step-back-as-lead') && (
        <TextForm
          label={t('group.stepBack')}
          hint={t('group.stepBackHint')}
          text={t('reason')}
          words={t('words.step-back-as-lead', { title })}
          command={(reason) => ({ type: 'step-back-as-lead', group: id, reason, seen: seenOf(group) })}
        />
      )}
      {may.includes('conclude-group') && (
        <TextForm
          label={t('group.conclude')}
          hint={t('group.concludeHint')}
          text={t('group.delivered')}
          words={t('words.conclude-group', { title })}
          command={(report) => ({ type: 'conclude-group', group: id, report, seen: seenOf(group) })}
        />
      )}
      {may.includes('withdraw-group') && (
        <ActButton size="sm" variant="subtle" command={{ type: 'withdraw-group', group: id }}>
          {t('group.withdraw')}
        </ActButton>
      )}
      {may.includes('end-group') && (
        <TextForm
          label={t('group.end')}
          color="red"
          text={t('reason')}
          words={t('words.end-group', { title })}
          command={(reason) => ({ type: 'end-group', group: id, reason, seen: seenOf(group) })}
        />
      )}
    </>
  );
}
