import { DirectionProvider, MantineProvider } from '@mantine/core';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { describe, expect, it } from 'vitest';

import { DivergingBars } from './DivergingBars';
import { DotStrip } from './DotStrip';
import { Exceedance } from './Exceedance';
import { HeatTable } from './HeatTable';
import { Slopes } from './Slopes';

const words = { caption: 'How it stands', asTable: 'As a table', head: 'Function' };
const percent = new Intl.NumberFormat('en', { style: 'percent' }).format;
const number = new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format;
const levels = ['Absent', 'Begun', 'Laid down', 'Kept up', 'Proven'];

const bars = (
  <DivergingBars
    words={words}
    levels={levels}
    format={percent}
    rows={[
      { key: 'GV', label: 'Govern', shares: [0.3, 0.3, 0.2, 0.1, 0.1] },
      { key: 'PR', label: 'Protect', shares: [0, 0.2, 0.2, 0.4, 0.2] },
    ]}
  />
);
const slopes = (
  <Slopes
    words={words}
    askings={['2025', '2026', '2027']}
    from={0}
    to={4}
    format={number}
    lines={[
      { key: 'GV', label: 'Govern', values: [1, 1.5, 2.5] },
      { key: 'PR', label: 'Protect', values: [3, undefined, 2] },
    ]}
  />
);
const strips = (own?: number) => (
  <DotStrip
    words={{ ...words, middleHalf: 'Middle half', from: 'From', median: 'Median', to: 'To', own: 'Own place' }}
    levels={levels}
    format={(level) => number(level + 1)}
    rows={[
      { key: 'GV', label: 'Govern', from: 0.5, median: 1, to: 3, own },
      { key: 'PR', label: 'Protect', from: 2, median: 2, to: 2 },
    ]}
  />
);
const twenty = Array.from({ length: 20 }, (_, i) => 100 * (i + 1));
const loss = (scale: 'linear' | 'log') => (
  <Exceedance
    words={{ ...words, head: 'Likelihood', loss: 'At least' }}
    samples={twenty}
    scale={scale}
    readAt={[0.5, 0.1]}
    formatShare={percent}
    formatLoss={number}
  />
);
const drawn: [string, ReactNode][] = [
  ['diverging bars', bars],
  ['slopes', slopes],
  ['dots and strips', strips(4)],
  ['a curve of losses', loss('linear')],
  ['a curve of losses by powers of ten', loss('log')],
];

const show = (figure: ReactNode, dir: 'ltr' | 'rtl' = 'ltr') =>
  render(
    <DirectionProvider initialDirection={dir} detectDirection={false}>
      <MantineProvider env="test">{figure}</MantineProvider>
    </DirectionProvider>,
  );
const picture = () => document.querySelector('.figure-picture') as HTMLElement;
const written = () => [...picture().querySelectorAll('text, span')].map(({ textContent }) => textContent);
const twin = () => {
  const rows = [...document.querySelectorAll('.figure-twin tr')];
  return rows.map((row) => [...row.children].map(({ textContent }) => textContent));
};
const attributes = (selector: string, name: string) =>
  [...document.querySelectorAll(`.figure-picture ${selector}`)].map((one) => one.getAttribute(name) ?? '');
const places = (selector: string, name: string) => attributes(selector, name).map(Number.parseFloat);

describe.each(drawn)('a figure of %s', (_, figure) => {
  it('is named by its caption, and its drawing is nothing that one has to see', () => {
    show(figure);
    expect(screen.getByRole('figure', { name: 'How it stands' }).firstElementChild?.tagName).toBe('FIGCAPTION');
    expect(picture().getAttribute('aria-hidden')).toBe('true');
    expect(within(picture()).queryAllByRole('button', { hidden: true })).toEqual([]);
  });
  it('has a table with a head for each column and each row', async () => {
    show(figure);
    await userEvent.click(screen.getByText('As a table'));
    const table = screen.getByRole('table', { name: 'How it stands' });
    const [heads = [], ...rows] = twin();
    expect(within(table).getAllByRole('columnheader')).toHaveLength(heads.length);
    expect(within(table).getAllByRole('rowheader')).toHaveLength(rows.length);
    rows.forEach((row) => expect(row).toHaveLength(heads.length));
  });
  it('needs no style of its own, which the page’s policy would not let in', () => {
    show(figure);
    expect(screen.getByRole('figure').querySelectorAll('[style], style, script')).toHaveLength(0);
  });
  it('begins at the right where the page does', () => {
    const all = (dir: 'ltr' | 'rtl') => {
      const { unmount } = show(figure, dir);
      const found = [...places('circle[cx$="%"]', 'cx'), ...places('text[x$="%"]', 'x'), ...places('svg[x$="%"]', 'x')];
      unmount();
      return found;
    };
    const [left, right] = [all('ltr'), all('rtl')];
    expect(left.length).toBeGreaterThan(0);
    left.forEach((place, i) => expect(place + (right[i] ?? NaN)).toBeCloseTo(100, 1));
  });
});

describe('diverging bars', () => {
  it('say their shares, and the table says the same', () => {
    show(bars);
    expect(written()).toEqual(['Govern', '30%', '30%', '20%', '10%', '10%', 'Protect', '20%', '20%', '40%', '20%']);
    expect(twin()).toEqual([
      ['Function', ...levels],
      ['Govern', '30%', '30%', '20%', '10%', '10%'],
      ['Protect', '0%', '20%', '20%', '40%', '20%'],
    ]);
  });
  it('lie around the middle of their middle level', () => {
    show(bars);
    // From 0.7 before the middle to 0.7 behind it.
    expect(places('.bar-middle', 'x1')).toEqual([50, 50]);
    const [first] = places('.figure-row .bar', 'x');
    expect(first).toBe(0);
    const middle = document.querySelectorAll('.figure-row .bar-level-3')[0];
    const half = Number.parseFloat(middle?.getAttribute('width') ?? '') / 2;
    expect(Number.parseFloat(middle?.getAttribute('x') ?? '') + half).toBeCloseTo(50);
  });
  it('lie the other way round where one reads from the right', () => {
    const edges = (dir: 'ltr' | 'rtl') => {
      const { unmount } = show(bars, dir);
      const [x, width] = [places('.figure-row .bar', 'x'), places('.figure-row .bar', 'width')];
      unmount();
      return x.map((from, i) => ({ from, to: from + (width[i] ?? NaN) }));
    };
    const right = edges('rtl');
    edges('ltr').forEach(({ from, to }, i) => {
      expect(from + (right[i]?.to ?? NaN)).toBeCloseTo(100, 1);
      expect(to + (right[i]?.from ?? NaN)).toBeCloseTo(100, 1);
    });
  });
  it('name their levels in order', () => {
    show(bars);
    expect([...document.querySelectorAll('.figure-legend li')].map(({ textContent }) => textContent)).toEqual(levels);
  });
});

describe('slopes', () => {
  it('are named at each end with their value, and the table has every value', () => {
    show(slopes);
    expect(written()).toEqual(['Govern 1', 'Protect 3', '2025', '2026', '2027', 'Govern 2.5', 'Protect 2']);
    expect(twin()).toEqual([
      ['Function', '2025', '2026', '2027'],
      ['Govern', '1', '1.5', '2.5'],
      ['Protect', '3', '', '2'],
    ]);
  });
  it('have a dot for each value, and a line between two askings that both have one', () => {
    show(slopes);
    expect(document.querySelectorAll('.slope circle')).toHaveLength(5);
    expect(document.querySelectorAll('.slope line')).toHaveLength(2);
    const [one, two, three] = places('.slope circle', 'cy');
    expect(one).toBeGreaterThan(two ?? NaN);
    expect(two).toBeGreaterThan(three ?? NaN);
  });
});

describe('dots and strips', () => {
  it('say the median, and the table the middle half as well', () => {
    show(strips());
    expect(written()).toEqual([...['', ...levels], 'Govern', '2', 'Protect', '3']);
    expect(twin()).toEqual([
      ['Function', 'Median', 'From', 'To'],
      ['Govern', '2', '1.5', '4'],
      ['Protect', '3', '3', '3'],
    ]);
    expect(document.querySelectorAll('.strip-own')).toHaveLength(0);
  });
  it('show the reader’s own place, and never on paper', () => {
    show(strips(4));
    expect(twin()).toEqual([
      ['Function', 'Median', 'From', 'To', 'Own place'],
      ['Govern', '2', '1.5', '4', '5'],
      ['Protect', '3', '3', '3', ''],
    ]);
    const own = [...document.querySelectorAll('.strip-own'), ...document.querySelectorAll('tr > :last-child')];
    expect(own).toHaveLength(5);
    expect(own.every((one) => one.closest('.no-print'))).toBe(true);
    expect([...document.querySelectorAll('.no-print .strip-median, .no-print .strip')]).toEqual([]);
  });
  it('are seen where all of the middle half is one level', () => {
    show(strips());
    expect(Math.min(...places('.figure-row .strip', 'width'))).toBeGreaterThan(0);
  });
});

describe('a curve of losses', () => {
  it('is read at the shares that were asked, and the table says the same', () => {
    show(loss('linear'));
    // Ten of twenty lose 1,100 or more, and two 1,900.
    expect(twin()).toEqual([
      ['Likelihood', 'At least'],
      ['50%', '1,100'],
      ['10%', '1,900'],
    ]);
    expect(written().slice(-2)).toEqual(['1,100', '1,900']);
    expect(written()).toEqual(expect.arrayContaining(['100%', '0%', '0', '500', '2,000']));
  });
  it('has whole powers of ten, where that is asked', () => {
    show(loss('log'));
    expect(written().slice(5, -2)).toEqual(['100', '1,000', '10,000']);
  });
  it('falls to the left where one reads from the right', () => {
    const ends = (dir: 'ltr' | 'rtl') => {
      const { unmount } = show(loss('linear'), dir);
      const path = attributes('.curve', 'd')[0]
        ?.match(/^M([\d.]+) .*H([\d.]+)V1$/)
        ?.slice(1);
      unmount();
      return path;
    };
    expect(ends('ltr')).toEqual(['0.0000', '1.0000']);
    expect(ends('rtl')).toEqual(['1.0000', '0.0000']);
  });
  it('of no samples is empty', () => {
    show(
      <Exceedance
        words={{ ...words, loss: 'At least' }}
        samples={[]}
        scale="log"
        readAt={[0.5]}
        formatShare={percent}
        formatLoss={number}
      />,
    );
    expect(twin()).toEqual([['Function', 'At least']]);
    expect(document.querySelector('.curve')?.getAttribute('d')).not.toContain('NaN');
  });
});

describe('a heat table', () => {
  const outcome = { key: 'GV.OC-01', label: 'The mission is understood', counts: [1, 0, 0, 0, 0] };
  const category = { key: 'GV.OC', label: 'Context', counts: [2, 1, 0, 1, 0], children: [outcome] };
  const heat = (
    <HeatTable
      caption="How it stands"
      head="Function"
      levels={levels}
      format={(count, all) => `${number(count)} of ${number(all)}`}
      rows={[
        { key: 'GV', label: 'Govern', counts: [9, 5, 5, 1, 0], children: [category] },
        { key: 'PR', label: 'Protect', counts: [0, 0, 0, 0, 0] },
      ]}
    />
  );
  const heads = () => screen.getAllByRole('rowheader').map(({ textContent }) => textContent?.replace(/^[+−]/, ''));

  it('has its numbers in its cells, and a stronger ground for a larger part of the row', () => {
    show(heat);
    const cells = screen.getAllByRole('cell');
    expect(cells.map(({ textContent }) => textContent)).toEqual([
      ...['9 of 20', '5 of 20', '5 of 20', '1 of 20', '0 of 20'],
      ...Array.from({ length: 5 }, () => '0 of 0'),
    ]);
    expect(cells.slice(0, 6).map(({ className }) => className)).toEqual([
      'heat-5',
      'heat-3',
      'heat-3',
      'heat-1',
      '',
      '',
    ]);
  });
  it('is named by its caption, and the region that scrolls can be reached', () => {
    show(heat);
    expect(screen.getByRole('figure', { name: 'How it stands' })).toBeTruthy();
    expect(screen.getByRole('table', { name: 'How it stands' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'How it stands' }).tabIndex).toBe(0);
  });
  it('opens to what a row sums, by keys alone, and closes again', async () => {
    show(heat);
    const user = userEvent.setup();
    expect(heads()).toEqual(['Govern', 'Protect']);
    await user.tab();
    expect(document.activeElement).toBe(screen.getByRole('region'));
    await user.tab();
    const govern = screen.getByRole('button', { name: 'Govern' });
    expect(document.activeElement).toBe(govern);
    expect(govern.getAttribute('aria-expanded')).toBe('false');
    await user.keyboard('{Enter}');
    expect(govern.getAttribute('aria-expanded')).toBe('true');
    expect(heads()).toEqual(['Govern', 'Context', 'Protect']);
    await user.tab();
    await user.keyboard(' ');
    expect(heads()).toEqual(['Govern', 'Context', 'The mission is understood', 'Protect']);
    await user.tab({ shift: true });
    await user.keyboard('{Enter}');
    expect(heads()).toEqual(['Govern', 'Protect']);
  });
  it('has no button where there is nothing to open', () => {
    show(heat);
    expect(screen.getAllByRole('button')).toHaveLength(1);
  });
});
