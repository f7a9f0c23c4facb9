import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';

import type { Schemas } from '../../api/client';
import { show } from '../../testing/page';
import { answersTo, asked } from '../../testing/server';
import { Correct } from './Correct';
import './words';

const uuid = '8e2e2d2b-17d4-4cbf-938f-98ee46b3cd3f';
const incident = `incident--${uuid}`;
const indicator = `indicator--${uuid}`;

const head = (id: string, title: string) => ({
  id,
  type: id.slice(0, id.indexOf('--')),
  title,
  marking: 'amber' as const,
  added: '2026-01-01T00:00:00Z',
  revoked: false,
  by: 3,
});

const page = (of: ReturnType<typeof head>, more: Partial<Schemas['ObjectPage']> = {}): Schemas['ObjectPage'] => ({
  ...of,
  object: { name: of.title },
  history: [],
  versions: 1,
  mine: true,
  released: false,
  sightings: 0,
  comments: [],
  related: [],
  in_common: [],
  may: ['change'],
  ...more,
});

const changes = () => asked.filter(({ what }) => what === 'POST /api/exchange/changes').map(({ body }) => body);
const save = async () => {
  fireEvent.click(screen.getByRole('button', { name: 'Save as a new version' }));
  await waitFor(() => {
    expect(changes()).toHaveLength(1);
  });
};

beforeEach(() => {
  answersTo('POST /api/exchange/changes', { id: incident });
  answersTo('POST /api/exchange/recognise', { signs: [{ kind: 'ipv4', value: '198.51.100.8' }], left_out: [] });
});

it('says what an indicator looks for instead, and nothing that stays', async () => {
  const line = { id: indicator, title: 'evil.example', kind: 'domain-name:value', value: 'evil.example' };
  answersTo('GET /api/exchange/indicators', {
    indicators: [{ ...line, expiry: '', marking: 'amber', idle: '' }],
  });
  show(<Correct page={page(head(indicator, 'evil.example'))} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Correct' }));
  expect(await screen.findByText('It looks for evil.example now, and then no longer.')).toBeTruthy();
  fireEvent.change(screen.getByLabelText('Another value'), { target: { value: 'worse.example' } });
  await save();
  expect(changes()).toEqual([{ id: indicator, value: 'worse.example' }]);
});

it('offers no other value of an indicator that looks for more than one', async () => {
  answersTo('GET /api/exchange/indicators', {
    indicators: [{ id: indicator, title: 'a', kind: '', value: '[a:b = 1]', expiry: '', marking: 'amber', idle: '' }],
  });
  show(<Correct page={page(head(indicator, 'a'))} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Correct' }));
  expect(await screen.findByLabelText('Valid until')).toBeTruthy();
  expect(screen.queryByLabelText('Another value')).toBeNull();
});

it('drops what an incident holds of its own sharer, and adds what was missing', async () => {
  const related = [
    { how: 'related-to', object: head('indicator--1', '198.51.100.7') },
    { how: 'related-to', object: head('indicator--2', 'evil.example') },
    { how: 'related-to', object: { ...head('indicator--3', 'gone.example'), revoked: true } },
    { how: 'related-to', object: { ...head('indicator--4', 'others.example'), by: 4 } },
  ];
  const object = { name: 'x', external_references: [{ source_name: 'mitre-attack', external_id: 'T1059' }] };
  show(<Correct page={page(head(incident, 'x'), { related, object })} />);
  fireEvent.click(await screen.findByRole('button', { name: 'Correct' }));
  for (const others of ['gone.example', 'others.example'])
    expect(screen.queryByRole('button', { name: `Leave out ${others}` })).toBeNull();
  for (const value of ['198.51.100.7', 'evil.example', 'T1059'])
    fireEvent.click(await screen.findByRole('button', { name: `Leave out ${value}` }));
  fireEvent.click(screen.getByRole('button', { name: 'Put back evil.example' }));
  fireEvent.change(screen.getByLabelText('What it holds beyond that'), { target: { value: '198.51.100[.]8' } });
  expect(await screen.findByText('1 recognised')).toBeTruthy();
  await save();
  expect(changes()).toEqual([{ id: incident, dropped: ['indicator--1', 'T1059'], signs: '198.51.100[.]8' }]);
});
