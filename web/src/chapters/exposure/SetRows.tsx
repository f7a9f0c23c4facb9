// What would come of each row of a table; those first with which something is wrong, which is said in words.
import { Button, Group, List, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useTranslation } from '../../locales/i18n';

import { StackedRow, StackedTable } from '../../components/StackedTable';
import type { DryQuestion, DrySet } from './setDryRun';

const columns = ['line', 'id', 'text', 'levels', 'outcome'] as const;
type Column = (typeof columns)[number];

const shown_at_once = 50;

export function SetRows({ dry: { questions } }: { dry: DrySet }) {
  const { t } = useTranslation();
  const [most, setMost] = useState(shown_at_once);
  const isWrong = ({ faults }: DryQuestion) => faults.length > 0;
  const rows = [...questions.filter(isWrong), ...questions.filter((one) => !isWrong(one))];
  if (rows.length === 0) return null;
  return (
    <>
      <StackedTable label={t('import.outcome')} columns={columns} head={(column) => t(`bring.column.${column}`)}>
        {rows.slice(0, most).map((row) => (
          <Row key={row.line} row={row} />
        ))}
      </StackedTable>
      {rows.length > most && (
        <Group>
          <Button variant="default" onClick={() => setMost(most + shown_at_once)}>
            {t('bring.more', { count: rows.length - most })}
          </Button>
        </Group>
      )}
    </>
  );
}

function Row({ row }: { row: DryQuestion }) {
  const { t } = useTranslation();
  const { line, id, name, text, levels, describes, faults, first } = row;
  const cells: Record<Column, ReactNode> = {
    line,
    id,
    text: name === '' ? text : `${name}: ${text}`,
    levels: levels.map((level) => level.name).join(', '),
    outcome:
      faults.length === 0 ? (
        t(describes ? 'bring.describes' : 'import.right')
      ) : (
        <List size="sm" listStyleType="none">
          {faults.map((fault) => (
            <List.Item key={fault}>
              <Text size="sm" c="var(--mantine-color-error)">
                {t(`bring.fault.${fault}`, { first: first ?? '' })}
              </Text>
            </List.Item>
          ))}
        </List>
      ),
  };
  return (
    <StackedRow
      columns={columns}
      head={(column) => t(`bring.column.${column}`)}
      cells={cells}
      testId={`line-${line}`}
      className="breakable"
    />
  );
}
