import { describe, expect, it } from 'vitest';

import { ofIncident, ofOutcome } from './prefill';

const incident = (more: object = {}) =>
  ({
    id: 'incident--7',
    type: 'incident',
    title: 'Sign-in page copied',
    marking: 'amber+strict',
    object: { description: 'Seen with T1566.002, then T1539; T1566.002 again. Not XT15399.' },
    related: [{ how: 'uses', object: { title: 'T1078.004 Cloud accounts' } }],
    ...more,
  }) as never;

describe('from an incident', () => {
  it('a risk has its words, its marking, its id and the techniques that it names', () => {
    expect(ofIncident(incident())).toEqual({
      title: 'Sign-in page copied',
      threat: 'Seen with T1566.002, then T1539; T1566.002 again. Not XT15399.',
      incidents: ['incident--7'],
      techniques: ['T1566.002', 'T1539', 'T1078.004'],
      marking: 'amber-strict',
    });
  });
  it('that is described by nothing, its title is what threatens', () => {
    expect(ofIncident(incident({ object: { description: 7 } })).threat).toBe('Sign-in page copied');
  });
  it('that is long is cut to what a content takes, by its bytes and between its signs', () => {
    const { title = '', threat = '' } = ofIncident(
      incident({ title: 'é'.repeat(200), object: { description: '海'.repeat(2000) } }),
    );
    const size = (text: string) => new TextEncoder().encode(text).length;
    expect(size(title)).toBeLessThanOrEqual(300);
    expect(size(threat)).toBeLessThanOrEqual(2000);
    expect(title).toMatch(/^é+…$/);
    expect(threat).toMatch(/^海+…$/);
  });
});

it('from a weak outcome a risk lives on that outcome', () => {
  const outcome = { question: { id: 'PR.AA-03' }, round: undefined } as never;
  expect(ofOutcome(outcome, { title: 'A', threat: 'B', weakness: 'C' })).toEqual({
    title: 'A',
    threat: 'B',
    weakness: 'C',
    outcomes: ['PR.AA-03'],
  });
});
