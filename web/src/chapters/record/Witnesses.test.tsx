import { screen } from '@testing-library/react';
import { beforeEach, it } from 'vitest';

import { Log, WitnessKeys } from '../../testing/log';
import { show } from '../../testing/page';
import { answersTo, keepsRecord } from '../../testing/server';
import { Witnesses } from './Witnesses';

const at = new Date('2026-01-02T03:04:05Z');
const [a, b] = [new WitnessKeys('a.example'), new WitnessKeys('b.example')];
let log: Log;

beforeEach(() => {
  log = keepsRecord(new Log(['one', 'two', 'three']));
});

const told = (checkpoints: string[], witnesses = [a.as('FAO'), b.as('WHO')], needed = 2) =>
  answersTo('GET /api/log/witnesses', { witnesses, needed, checkpoints });
const cosigned = (note: string, ...by: WitnessKeys[]) => note + by.map((key) => key.cosign(note, at)).join('');

it('a record is witnessed up to the entry that enough witnesses have cosigned', async () => {
  const older = log.note(['one', 'two']);
  told([cosigned(log.note(), a), cosigned(older, a, b)]);
  show(<Witnesses />);
  await screen.findByText(/^Witnessed up to entry 1: 2 of 2/);
  screen.getByText(/^FAO/);
  screen.getByText(/^WHO/);
});

it('a record that too few cosigned is not witnessed', async () => {
  told([cosigned(log.note(), a)]);
  show(<Witnesses />);
  await screen.findByText(/^Not witnessed yet: the charter wants 2 of its 2/);
  screen.getByText(/^FAO/);
});

it('where the charter names no witnesses, that is said', async () => {
  told([], [], 0);
  show(<Witnesses />);
  await screen.findByText(/names no witnesses/);
});

it.each([
  ['of another record', () => cosigned(log.note(['one', 'TWO']), a, b)],
  ['of a larger record than the server has', () => cosigned(log.note(['one', 'two', 'three', 'four']), a, b)],
  ['that its log did not sign', () => cosigned(new Log(['one', 'two']).note(), a, b)],
  ['with a cosignature of another one', () => log.note() + a.cosign(log.note(['one']), at)],
])('a checkpoint %s is said to be none of this record', async (_, note) => {
  told([note()]);
  show(<Witnesses />);
  await screen.findByText(/not of this record, or a cosignature does not hold/);
});

it('one key under two names is not two witnesses', async () => {
  told([cosigned(log.note(), a)], [a.as('FAO'), a.as('WHO')]);
  show(<Witnesses />);
  await screen.findByText(/a cosignature does not hold/);
});
