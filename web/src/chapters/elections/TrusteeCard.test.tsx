// A trustee's key is relied on once its file was given back.
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';

import { sealFile } from '../../ballot/keyFile';
import { download } from '../../components/download';
import { show } from '../../testing/page';
import { answersTo, asked, keepsRecord } from '../../testing/server';
import type { ElectionPage } from './standing';
import { TrusteeCard } from './TrusteeCard';
import './words';

vi.mock('../../components/download', () => ({ download: vi.fn() }));
const saved = vi.mocked(download);

const passphrase = 'correct horse battery';
const election = {
  id: 9,
  uuid: 'ABCDEFGHJKLMNP',
  stage: 'preparation',
  trustees: [],
  trustees_needed: 2,
  rounds_done: 0,
  may: ['post-key-message'],
} as unknown as ElectionPage;
const work = {
  number: 1,
  key_file: 'trustee-ABCDEFGHJKLMNP',
  size: 3,
  threshold: 2,
  rounds: 0,
  certificates: [],
  input: null,
  output: null,
};
const posts = () => asked.filter(({ what }) => what === 'POST /api/acts');
const press = (name: RegExp) => userEvent.click(screen.getByRole('button', { name }));

async function gives(content: string) {
  const field = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!field) throw new Error('no file is asked for');
  await userEvent.upload(field, new File([content], 'key.json'));
  await userEvent.clear(screen.getByLabelText(/^Passphrase/));
  await userEvent.type(screen.getByLabelText(/^Passphrase/), passphrase);
  await press(/Check the file/);
}

beforeEach(() => {
  saved.mockClear();
  keepsRecord();
  answersTo('GET /api/me', { person: 1 });
  answersTo('POST /api/acts/prepare', { formal: false, credentials: [], after: '2026-01-01T00:00:00.000Z' });
  answersTo('POST /api/acts', { seq: 1, acts: [] });
});

it(
  'publishes the first step of a key once its file was opened again, and after no other file',
  { timeout: 180_000 },
  async () => {
    show(<TrusteeCard election={election} work={work} />);
    await userEvent.type(screen.getByLabelText(/New passphrase/), passphrase);
    await userEvent.type(screen.getByLabelText(/Passphrase again/), passphrase);
    await press(/Make my key/);
    await waitFor(() => expect(saved).toHaveBeenCalledOnce(), { timeout: 20_000 });
    const [name, content = ''] = saved.mock.calls[0] ?? [];
    expect(name).toBe('trustee-ABCDEFGHJKLMNP.json');
    await screen.findByText(/Nothing is published before it was opened/);
    expect(posts()).toEqual([]);

    // One of the same election and passphrase, with another key in it.
    await gives(await sealFile('trustee-ABCDEFGHJKLMNP', { seed: 'another' }, passphrase));
    await screen.findByText(/not the file that is meant here/, {}, { timeout: 20_000 });
    expect(posts()).toEqual([]);

    await gives(content);
    await waitFor(() => expect(posts()).toHaveLength(1), { timeout: 20_000 });
    const { request, contents } = posts()[0]?.body as { request: string; contents: { text: string }[] };
    expect(JSON.parse(request)).toMatchObject({ command: { type: 'post-key-message', election: 9, round: 1 } });
    expect(JSON.stringify(contents)).not.toContain('seed');
  },
);
