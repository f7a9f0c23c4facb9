// Puts it to the Members to rate the risks of the register: the questions are made here, and proposed as any set is.
import { List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from '../../locales/i18n';

import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import { exposureQuery, fingerprintOf, readSet, useProposal } from '../exposure/shared';
import { ratingSet } from './ratingSet';
import { rating_set } from './score';

type Set = Schemas['QuestionSet'];

/** In the order of their numbers; one whose words were erased can't be asked about. */
const openIn = ({ risks }: Schemas['Risks']) =>
  risks.flatMap(({ id, state, title }) => (state === 'open' && title !== null ? [{ id, title }] : []));

/** With the next version; nothing where the set that is adopted, or was proposed last, asks just this already. */
function nextSet(register: Schemas['Risks'], sets: Set[]): string | undefined {
  const own = sets.filter(({ facts }) => facts.name === rating_set);
  const last = own.reduce<Set | undefined>((a, b) => (a && a.facts.version >= b.facts.version ? a : b), undefined);
  const version = last?.facts.version ?? 0;
  const made = (number: number) =>
    JSON.stringify(ratingSet(number, register.community, openIn(register), register.bands));
  return last && fingerprintOf(made(version)) === last.facts.fingerprint ? undefined : made(version + 1);
}

export function AskToRate({ register }: { register: Schemas['Risks'] }) {
  const { t } = useTranslation();
  const { data } = useQuery(exposureQuery);
  const proposal = useProposal();
  const open = openIn(register);
  if (!data || open.length === 0) return null;
  const text = nextSet(register, data.sets);
  if (text === undefined)
    return (
      <Text size="sm" c="dimmed">
        {t('risk.rate.asked')}
      </Text>
    );
  const { title: named, version } = readSet(text);
  return (
    <ActForm wide label={t('risk.rate.ask')} act={() => proposal({ title: named, questions: text })}>
      <Text size="sm">{t('risk.rate.hint', { version })}</Text>
      <Stack gap={4}>
        <Text size="sm" fw={600}>
          {t('risk.rate.questions', { count: open.length })}
        </Text>
        <List size="sm" listStyleType="none">
          {open.map(({ id, title }) => (
            <List.Item key={id}>{t('risk.numbered', { number: id + 1, title })}</List.Item>
          ))}
        </List>
      </Stack>
      <Text size="sm" className="breakable">
        {t('exposure.fingerprintIs', { fingerprint: fingerprintOf(text) })}
      </Text>
    </ActForm>
  );
}
