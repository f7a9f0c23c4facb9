// The answers of a question, each with the sentence that whoever chooses it can show to be true, and a mark at what was chosen last time.
import { Badge, Checkbox, Radio, SimpleGrid, Stack, Text } from '@mantine/core';
import type { KeyboardEvent } from 'react';

import { useTranslation } from '../../locales/i18n';
import { Digit } from './Digit';
import { PairChoice } from './PairChoice';
import type { PickedRow } from './pairKeys';
import { pairsOf } from './pairs';
import type { Question } from './questionSet';

interface Props {
  question: Question;
  names: string[];
  /** How many may be chosen. */
  most: number;
  chosen: readonly string[];
  before: readonly string[];
  /** Of pairs. */
  picked: PickedRow;
  onChange: (names: string[]) => void;
}

/** The question is what names the group of its answers. */
const asText = { size: 'md', fw: 400 };

export function Choice(props: Props) {
  const { names, most, chosen } = props;
  if (most !== 1) return <SeveralOf {...props} />;
  const pairs = pairsOf(names);
  return pairs ? <PairChoice {...props} pairs={pairs} chosen={chosen[0]} /> : <OneOf {...props} />;
}

function OneOf({ question, names, chosen, before, onChange }: Props) {
  return (
    <Radio.Group
      label={question.text}
      labelProps={asText}
      value={chosen[0] ?? ''}
      onChange={(name) => onChange([name])}
    >
      <Stack gap="xs" mt="xs">
        {names.map((name, i) => (
          <Radio
            key={name}
            value={name}
            label={<Label name={name} number={i + 1} isLast={before.includes(name)} />}
            description={question.levels[i]?.evidence}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}

function SeveralOf({ question, names, most, chosen, before, onChange }: Props) {
  const { t } = useTranslation();
  const hasEvidence = question.levels.length > 0;
  return (
    <Checkbox.Group
      label={question.text}
      labelProps={asText}
      description={t('answering.atMost', { count: most })}
      value={[...chosen]}
      onChange={(next) => onChange(next.length > most ? [...chosen] : next)}
    >
      <SimpleGrid cols={hasEvidence ? 1 : { base: 2, sm: 4 }} spacing="xs" mt="xs" onKeyDown={walk}>
        {names.map((name, i) => (
          <Checkbox
            key={name}
            value={name}
            label={<Label name={name} number={i + 1} isLast={before.includes(name)} />}
            description={question.levels[i]?.evidence}
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}

/** Up and down go from box to box, as they do among radio buttons. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const inputs = [...event.currentTarget.querySelectorAll('input')];
  const at = inputs.findIndex((input) => input === event.target);
  event.preventDefault();
  inputs[(at + step + inputs.length) % inputs.length]?.focus();
}

function Label({ name, number, isLast }: { name: string; number: number; isLast: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      <Digit number={number} />
      <Text span fw={500}>
        {name}
      </Text>
      {isLast && (
        <Badge ms="xs" tt="none" size="sm" variant="light">
          {t('answering.lastTime')}
        </Badge>
      )}
    </>
  );
}
