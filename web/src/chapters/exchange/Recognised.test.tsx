import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { beforeEach, expect, it } from 'vitest';

import { show } from '../../testing/page';
import { answersTo } from '../../testing/server';
import { Recognised } from './Recognised';
import './words';

const left: string[][] = [];

function Form({ start }: { start: string }) {
  const [text, setText] = useState(start);
  const [without, setWithout] = useState<string[]>([]);
  left.push(without);
  return (
    <>
      <pre data-testid="text">{text}</pre>
      <Recognised text={text} onText={setText} without={without} onWithout={setWithout} />
    </>
  );
}

beforeEach(() => {
  left.length = 0;
  answersTo('POST /api/exchange/recognise', {
    signs: [
      { kind: 'ipv4', value: '198.51.100.7' },
      { kind: 'ipv4', value: '9.9.9.9', known_for: 'resolver' },
    ],
    left_out: [{ kind: 'ipv4', value: '127.0.0.1' }],
  });
});

it('lets one leave a value out, and put it back', async () => {
  show(<Form start="198.51.100.7 9.9.9.9 127.0.0.1" />);
  expect(await screen.findByText('2 recognised')).toBeTruthy();
  expect(screen.getByText('a public resolver')).toBeTruthy();
  expect(screen.getByText('Left out, because every machine means itself by it: 127.0.0.1')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Leave out 9.9.9.9' }));
  expect(screen.getByText('1 recognised')).toBeTruthy();
  expect(left.at(-1)).toEqual(['9.9.9.9']);
  fireEvent.click(screen.getByRole('button', { name: 'Put back 9.9.9.9' }));
  expect(screen.getByText('2 recognised')).toBeTruthy();
  expect(left.at(-1)).toEqual([]);
});

it('puts a value that is said with its kind on a line of its own', () => {
  show(<Form start="seen" />);
  fireEvent.change(screen.getByLabelText('Another value'), { target: { value: ' evil.example ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(screen.getByTestId('text').textContent).toBe('seen\ndomain: evil.example');
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  expect(screen.getByTestId('text').textContent).toBe('seen\ndomain: evil.example');
});
