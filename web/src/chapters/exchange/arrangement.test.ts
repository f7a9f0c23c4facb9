import { expect, it } from 'vitest';

import type { Node } from './arrangement';
import { arranged, merged } from './arrangement';

const node = (id: string, type = 'indicator'): Node => ({
  id,
  type,
  title: id,
  marking: 'amber',
  added: '2026-01-01T00:00:00Z',
  revoked: false,
  by: null,
});
const edge = (source: string, target: string) => ({ source, target, label: 'related-to' });

it('puts no two objects in one place, and each as far away as its steps', () => {
  const nodes = [node('root', 'incident'), ...['a', 'b', 'c', 'd'].map((id) => node(id)), node('alone')];
  const edges = [edge('a', 'root'), edge('root', 'b'), edge('b', 'c'), edge('c', 'd'), edge('a', 'b')];
  const { placed, hidden } = arranged({ nodes, edges }, 'root', 20);
  expect(placed.map(({ node: { id }, column, row }) => `${id} ${column} ${row}`).sort()).toEqual([
    'a 1 0',
    'b 1 1',
    'c 2 0',
    'd 3 0',
    'root 0 0',
  ]);
  expect(hidden).toBe(0);
});

it('shows so many of a step, and tells how many it does not', () => {
  const nodes = [node('root'), ...Array.from({ length: 30 }, (_, at) => node(`n${at}`))];
  const edges = nodes.slice(1).map(({ id }) => edge(id, 'root'));
  const { placed, hidden } = arranged({ nodes, edges }, 'root', 12);
  expect(placed).toHaveLength(13);
  expect(hidden).toBe(18);
});

it('takes what several looks brought once', () => {
  const look = { nodes: [node('a'), node('b')], edges: [edge('a', 'b')] };
  expect(merged([look, look])).toEqual(look);
});
