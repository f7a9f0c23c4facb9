// One question of a round, to be answered by keys alone: a number chooses a level and goes on.
import { Button, Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';

import { useTranslation } from '../../locales/i18n';
import type { Asks, PlacedQuestion } from './asks';
import { partnerOf } from './asks';
import { Choice } from './Choice';
import { useKeys } from './keys';
import { usePickedRow } from './pairKeys';
import { pairsOf } from './pairs';
import type { Given } from './paper';
import { answersTo } from './paper';
import { groupsAround } from './questionSet';
import { answeredIn } from './Start';

interface Props {
  asks: Asks;
  placed: PlacedQuestion[];
  at: number;
  given: Given;
  last: Given;
  /** Nothing leaves the question as if it had not been looked at. `isDone` goes on to the next. */
  onAnswer: (names: readonly string[] | undefined, isDone: boolean) => void;
  onGo: (to: number) => void;
}

export function AskOne(props: Props) {
  const { placed, at, given } = props;
  const { t } = useTranslation();
  const one = placed[at];
  if (one === undefined) return null;
  return (
    <Stack gap="sm" data-testid="asking">
      <Text size="sm" c="dimmed">
        {t('answering.place', { number: at + 1, all: placed.length, count: answeredIn(given) })}
      </Text>
      <Progress
        size="sm"
        value={(100 * Object.keys(given).length) / placed.length}
        aria-label={t('answering.progress')}
      />
      <Question key={one.question.id} {...props} one={one} />
    </Stack>
  );
}

function Question({ asks, at, given, last, one, onAnswer, onGo }: Props & { one: PlacedQuestion }) {
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const { question } = one;
  const names = answersTo(question, asks.paper);
  const most = Math.min(question.choose.max, names.length);
  const pairs = most === 1 ? pairsOf(names) : undefined;
  const picked = usePickedRow(pairs);
  const chosen = given[question.id] ?? [];
  const before = last[question.id];
  useEffect(() => {
    const inputs = [...(form.current?.querySelectorAll('input') ?? [])];
    (inputs.find(({ checked }) => checked) ?? inputs[0])?.focus();
  }, []);
  const pressed = useKeys({
    digit: (number) => {
      const { isTaken, pair } = pairs ? picked.press(number) : { isTaken: number <= names.length, pair: undefined };
      const name = pairs ? pair : names[number - 1];
      if (name !== undefined) onAnswer(most === 1 ? [name] : toggled(chosen, name, most), most === 1);
      return isTaken;
    },
    skip: () => onAnswer([], true),
    last: () => onAnswer(before ?? given[question.id], before !== undefined),
    next: () => onGo(at + 1),
    back: () => onGo(at - 1),
  });
  return (
    <form
      ref={form}
      onKeyDown={pressed}
      onSubmit={(event) => {
        event.preventDefault();
        onGo(at + 1);
      }}
    >
      <Stack gap="sm">
        <About one={one} partner={partnerOf(asks, question.id)} />
        <Choice
          {...{ question, names, most, chosen, picked }}
          before={before ?? []}
          onChange={(next) => {
            picked.pick(undefined);
            onAnswer(next, false);
          }}
        />
        <Moves
          hasLast={before !== undefined}
          onBack={() => onGo(at - 1)}
          onLast={() => onAnswer(before, true)}
          onSkip={() => onAnswer([], true)}
        />
        <Text size="sm" c="dimmed" visibleFrom="sm">
          {t(`answering.${pairs ? 'keysOfPairs' : most === 1 ? 'keys' : 'keysOfSeveral'}`)}
        </Text>
      </Stack>
    </form>
  );
}

/** With it, or without it where it was chosen; no more than are allowed. */
function toggled(chosen: readonly string[], name: string, most: number): readonly string[] {
  if (chosen.includes(name)) return chosen.filter((other) => other !== name);
  return chosen.length < most ? [...chosen, name] : chosen;
}

function About({ one: { set, question }, partner }: { one: PlacedQuestion; partner: string | undefined }) {
  const { t } = useTranslation();
  const around = groupsAround(set, question).map(({ name }) => name);
  return (
    <div>
      <Text size="sm" c="dimmed">
        {[set.title, ...around].join(' · ')}
      </Text>
      <Title order={3} size="h4">
        {question.id}
        {question.name && `: ${question.name}`}
      </Title>
      {partner && (
        <Text size="sm" c="dimmed">
          {t('answering.together', { other: partner })}
        </Text>
      )}
    </div>
  );
}

interface MovesProps {
  hasLast: boolean;
  onBack: () => void;
  onLast: () => void;
  onSkip: () => void;
}

function Moves({ hasLast, onBack, onLast, onSkip }: MovesProps) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      <Button type="submit">{t('answering.next')}</Button>
      {hasLast && (
        <Button variant="light" onClick={onLast}>
          {t('answering.asLast')}
        </Button>
      )}
      <Button variant="default" onClick={onSkip}>
        {t('answering.skip')}
      </Button>
      <Button variant="subtle" onClick={onBack}>
        {t('answering.back')}
      </Button>
    </Group>
  );
}
