// What became of a recommendation at home: how many organizations said what, and the words of one's own, which nobody else reads (clause 5.3).
import { Card, Group, Select, Text, Title } from '@mantine/core';
import { useState } from 'react';

import { useChange } from '../../acts/useChange';
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { LongTextField } from '../../components/fields';
import { FormModal } from '../../components/FormModal';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import type { About } from './about';
import { countOf, ownOf } from './about';
import { Counts } from './Counts';
import { adoptionsQuery } from './queries';
import './words';

type Own = Schemas['OwnAdoption'];
type State = Schemas['AdoptionState'];

const states: State[] = ['conveyed', 'adopted', 'declined'];
const longest = 4000;

export function AdoptionCard({ about }: { about: About }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={t('adoption.title')} data-testid="adoption">
      <Title order={3} size="h5" mb="xs">
        {t('adoption.title')}
      </Title>
      <Query of={adoptionsQuery}>{(all) => <Content all={all} about={about} />}</Query>
    </Card>
  );
}

function Content({ all, about }: { all: Schemas['Adoptions']; about: About }) {
  const own = ownOf(all, about);
  return (
    <>
      <Text size="sm">
        <Counts count={countOf(all, about)} />
      </Text>
      {own && <OwnWords own={own} />}
      {all.may_say && <Say about={about} own={own} />}
    </>
  );
}

function OwnWords({ own: { state, text, by, at } }: { own: Own }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm" mt="xs" fw={600}>
        {t('adoption.own', { state: t(`adoption.state.${state}`) })}
      </Text>
      {text && (
        <Text size="sm" className="wrap">
          {text}
        </Text>
      )}
      <Text size="sm" c="dimmed">
        {by ?? t('erased')} · <When time={at} />
      </Text>
    </>
  );
}

function Say({ about, own }: { about: About; own: Own | undefined }) {
  const { t } = useTranslation();
  const [state, setState] = useState<State>(own?.state ?? 'conveyed');
  const [text, setText] = useState(own?.text ?? '');
  const { change, problem } = useChange(adoptionsQuery);
  const say = (said: Said) => change(() => answer(api.POST('/api/adoptions/say', { body: saidOf(about, said) })));
  return (
    <Group mt="xs">
      <FormModal
        label={t(own ? 'adoption.sayAnew' : 'adoption.say')}
        submitLabel={t('adoption.keep')}
        wide
        onOpen={() => {
          setState(own?.state ?? 'conveyed');
          setText(own?.text ?? '');
        }}
        onSubmit={() => say({ state, text })}
      >
        <Text size="sm">{t('adoption.whoReads')}</Text>
        <Select
          required
          allowDeselect={false}
          label={t('adoption.stateTitle')}
          data={states.map((value) => ({ value, label: t(`adoption.state.${value}`) }))}
          value={state}
          onChange={(value) => setState(value as State)}
        />
        <LongTextField label={t('adoption.text')} maxLength={longest} value={text} onChange={setText} />
        {problem && <ProblemAlert problem={problem} />}
      </FormModal>
      {own && (
        <FormModal label={t('adoption.takeBack')} variant="subtle" onSubmit={() => say({ state: null, text: '' })}>
          <Text size="sm">{t('adoption.takeBackHint')}</Text>
          {problem && <ProblemAlert problem={problem} />}
        </FormModal>
      )}
    </Group>
  );
}

interface Said {
  /** Without one, what was said is taken back. */
  state: State | null;
  text: string;
}

const saidOf = ({ decision, item }: About, { state, text }: Said) => ({
  ...(decision === null ? {} : { decision }),
  ...(item === null ? {} : { item }),
  ...(state === null ? {} : { state }),
  text,
});
