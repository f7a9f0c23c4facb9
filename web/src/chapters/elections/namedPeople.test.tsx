// Whom an election names, whoever signs it saw: by the profile, and not by number alone.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';

import { toBase64url, utf8 } from '../../acts/bytes';
import { contentHash } from '../../acts/content';
import type { Schemas } from '../../api/client';
import { show } from '../../testing/page';
import { answersTo, asked } from '../../testing/server';
import { Candidacies } from './Candidacies';
import { Lots } from './Lots';
import { OfficersCard } from './OfficersCard';
import type { ElectionPage } from './standing';
import './words';

const salt = utf8('0123456789abcdef');
const profile = JSON.stringify({ email: '', name: 'Ben', title: 'CISO' });
const ben: Schemas['Person'] = {
  id: 5,
  name: 'Ben',
  title: 'CISO',
  is_guest: false,
  enrolled: true,
  organization: 'QUAY',
  wording: { texts: [{ salt: toBase64url(salt), text: profile }] },
};
const election = (person: Schemas['Person']) =>
  ({
    id: 9,
    stage: 'preparation',
    candidacies: [],
    candidates: [],
    trustees: [
      { person: { ...ben, id: 4 }, rounds: 0, decrypted: false },
      { person, rounds: 0, decrypted: false },
    ],
    trustees_needed: 2,
    rounds_done: 0,
    authority: null,
    lots: [{ person, commitment: null, secret: null, forfeited: false }],
    to_declare: null,
    may: ['nominate-candidate', 'replace-trustee', 'forfeit-lot'],
  }) as unknown as ElectionPage;

/** Opens a form, chooses the only person there is, and sends it. */
const chooses = (form: string) => async () => {
  await userEvent.click(screen.getByRole('button', { name: form }));
  const dialog = await screen.findByRole('dialog', { name: form });
  await userEvent.click(within(dialog).getByRole('combobox'));
  await userEvent.click(await screen.findByRole('option'));
  await userEvent.click(within(dialog).getByRole('button', { name: form }));
};
/** The last of several, which stands for `ben`. */
const presses = (name: string) => async () => {
  const [last] = screen.getAllByRole('button', { name }).reverse();
  if (last) await userEvent.click(last);
};

const replaces = async () => {
  await presses('Replace')();
  const dialog = await screen.findByRole('dialog', { name: 'Replace' });
  await userEvent.type(within(dialog).getByLabelText(/Reason/), 'ill');
  await userEvent.click(within(dialog).getByRole('button', { name: 'Replace' }));
};

interface Case {
  card: (election: ElectionPage) => ReactNode;
  does: () => Promise<void>;
  asks: object;
}
const cases: [string, Case][] = [
  [
    'nominates',
    {
      card: (page) => <Candidacies election={page} />,
      does: chooses('Nominate'),
      asks: { type: 'nominate-candidate', election: 9, person: 5 },
    },
  ],
  [
    'replaces a trustee',
    {
      card: (page) => <OfficersCard election={page} />,
      does: replaces,
      asks: { type: 'replace-trustee', election: 9, trustee: 2, reason: expect.any(String) as string },
    },
  ],
  [
    'leaves somebody out of the drawing',
    {
      card: (page) => <Lots election={page} />,
      does: presses('Leave out'),
      asks: { type: 'forfeit-lot', election: 9, person: 5 },
    },
  ],
];

beforeEach(() => {
  answersTo('GET /api/me', { person: 1 });
  answersTo('POST /api/acts/prepare', { formal: true, credentials: [], after: '2026-01-01T00:00:00.000Z' });
});

describe.each(cases)('whoever %s', (_, { card, does, asks }) => {
  const shows = (person: Schemas['Person']) => {
    answersTo('GET /api/people', { people: [person], may: [] });
    show(card(election(person)));
  };

  it('signs the profile that stands there', async () => {
    shows(ben);
    await does();
    const command = { ...asks, seen: { texts: [contentHash(salt, profile)], clear: [] } };
    await waitFor(() => expect(asked).toContainEqual({ what: 'POST /api/acts/prepare', body: { command } }));
  });
  it.each([
    ['another name', { ...ben, name: 'Max' }, 'otherwise than the record names it'],
    ['another position', { ...ben, title: 'Director' }, 'otherwise than the record names it'],
    ['no profile', { ...ben, wording: { texts: [null] } }, 'erased'],
  ])('and is shown %s than the record names signs nothing', async (_what, person, says) => {
    shows(person);
    await does();
    expect((await screen.findByTestId('problem')).textContent).toContain(says);
    expect(asked.filter(({ what }) => what.startsWith('POST'))).toEqual([]);
  });
});
