// One answer of a question whose answers are pairs: a cell of a table, or on a phone one part after the other.
import { Radio, Stack, Text, useDirection } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { KeyboardEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';

import { useTranslation } from '../../locales/i18n';
import { Digit } from './Digit';
import type { PickedRow } from './pairKeys';
import type { Pairs } from './pairs';
import { evidenceOf, pairOf, partsOf } from './pairs';
import type { Question } from './questionSet';
import './pairs.css';

interface Props {
  question: Question;
  pairs: Pairs;
  chosen: string | undefined;
  before: readonly string[];
  picked: PickedRow;
  onChange: (names: string[]) => void;
}

export function PairChoice(props: Props) {
  const narrow = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  return narrow ? <TwoSteps {...props} /> : <Grid {...props} />;
}

function Grid({ question, ...cells }: Props) {
  const { t } = useTranslation();
  const { chosen, before } = cells;
  const told = useId();
  const [looked, setLooked] = useState(chosen);
  const evidence = question.levels.find(({ name }) => name === (looked ?? chosen))?.evidence;
  return (
    <fieldset className="pairs">
      <legend>{question.text}</legend>
      <Cells {...cells} told={told} onLook={setLooked} />
      <Text id={told} size="sm" mih="3.2em">
        {evidence ?? t('answering.pairHint')}
      </Text>
      <Last before={before} />
    </fieldset>
  );
}

interface CellsProps extends Omit<Props, 'question'> {
  /** The id of what tells of the cell that is looked at. */
  told: string;
  onLook: (name: string) => void;
}

function Cells({ pairs: { first, second }, chosen, before, picked, told, onChange, onLook }: CellsProps) {
  const { t } = useTranslation();
  const { dir } = useDirection();
  const group = useId();
  const body = useRef<HTMLTableSectionElement>(null);
  useEffect(() => body.current?.querySelector<HTMLInputElement>('.pairs-picked input')?.focus(), [picked.row]);
  // A group of radio buttons is entered at the one that is chosen, or at its first.
  const entry = chosen ?? pairOf(first[0] ?? '', second[0] ?? '');
  const cell = (row: string, column: string) => {
    const name = pairOf(row, column);
    const isLast = before.includes(name);
    return (
      <td key={column} className={isLast ? 'pairs-last' : undefined}>
        <label>
          <input
            type="radio"
            name={group}
            value={name}
            tabIndex={name === entry ? 0 : -1}
            aria-label={t(isLast ? 'answering.pairLast' : 'answering.pair', { row, column })}
            aria-describedby={told}
            checked={chosen === name}
            onChange={() => onChange([name])}
            onFocus={() => onLook(name)}
          />
        </label>
      </td>
    );
  };
  return (
    <table onKeyDown={(event) => walk(event, second.length, dir === 'rtl')}>
      <thead>
        <tr>
          <td />
          {second.map((column, i) => (
            <th key={column} scope="col">
              <Digit number={i + 1} />
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {first.map((row, i) => (
          <tr key={row} className={row === picked.row ? 'pairs-picked' : undefined}>
            <th scope="row">
              <Digit number={i + 1} />
              {row}
            </th>
            {second.map((column) => cell(row, column))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Last({ before: [name] }: Pick<Props, 'before'>) {
  const { t } = useTranslation();
  if (name === undefined) return null;
  return (
    <Text size="sm" c="dimmed">
      {t('answering.lastWas', { name })}
    </Text>
  );
}

/** From cell to cell, and no further than the edges; a cell that is reached is chosen, as with any radio buttons. */
function walk(event: KeyboardEvent<HTMLElement>, columns: number, isMirrored: boolean) {
  const aside = isMirrored ? -1 : 1;
  const [down = 0, along = 0] =
    { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowRight: [0, aside], ArrowLeft: [0, -aside] }[event.key] ?? [];
  if ((down === 0 && along === 0) || event.ctrlKey || event.altKey || event.metaKey) return;
  const inputs = [...event.currentTarget.querySelectorAll('input')];
  const at = inputs.findIndex((input) => input === event.target);
  if (at < 0) return;
  // It is no way to another question.
  event.stopPropagation();
  event.preventDefault();
  const column = (at % columns) + along;
  const to = inputs[at + down * columns + along];
  if (!to || column < 0 || column >= columns) return;
  to.focus();
  to.click();
}

function TwoSteps({ question, pairs, chosen, before, picked, onChange }: Props) {
  const { t } = useTranslation();
  const { first, second } = pairs;
  const evidence = evidenceOf(question, pairs);
  const [chosenRow, column] = partsOf(chosen);
  const row = picked.row ?? chosenRow;
  const choose = (one: string, other: string | undefined) =>
    other === undefined ? picked.pick(one) : onChange([pairOf(one, other)]);
  return (
    <Stack gap="sm">
      <Text>{question.text}</Text>
      <Part
        label={t('answering.firstPart')}
        names={first}
        evidence={evidence.first}
        value={row}
        onChange={(one) => choose(one, column)}
      />
      {row !== undefined && (
        <Part
          label={t('answering.secondPart', { first: row })}
          names={second}
          evidence={evidence.second}
          value={column}
          onChange={(other) => choose(row, other)}
        />
      )}
      <Last before={before} />
    </Stack>
  );
}

interface PartProps {
  label: string;
  names: string[];
  evidence: string[];
  value: string | undefined;
  onChange: (name: string) => void;
}

function Part({ label, names, evidence, value, onChange }: PartProps) {
  return (
    <Radio.Group label={label} value={value ?? ''} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {names.map((name, i) => (
          <Radio key={name} value={name} label={name} description={evidence[i]} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
