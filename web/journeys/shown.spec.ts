// A host that shows a motion, or a person, otherwise than they are: what is signed is what was shown, and counts for nothing else.
import { expect, test } from '@playwright/test';

import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8203, 'ccop');
let member: Somebody;
/** What the page sent to be recorded. */
const acts: unknown[] = [];

interface ShownMotion {
  content: object;
  wording: { texts: ({ text: string } | null)[] };
  may: string[];
}

interface ShownPeople {
  people: { name: string; wording: { texts: ({ text: string } | null)[] } }[];
}

test.beforeAll(async ({ browser }) => {
  const links = server.demo();
  await server.start();
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
  member.page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/acts')) acts.push(request.postDataJSON());
  });
});
test.beforeEach(() => {
  acts.length = 0;
});
test.afterAll(() => server.end());

/** The host says that this act may be asked, whatever its signer saw. */
async function preparesAnything() {
  await member.page.route('**/api/acts/prepare', (route) =>
    route.fulfill({ json: { formal: true, credentials: [], after: '2026-01-01T00:00:00.000Z' } }),
  );
  await member.page.route('**/api/acts/barred', (route) => route.fulfill({ json: { barred: [] } }));
}
async function preparesAsItIs() {
  await member.page.unroute('**/api/acts/prepare');
  await member.page.unroute('**/api/acts/barred');
}

test('nobody decides on another text than the one before their eyes', async () => {
  const { page } = member;
  const shows = (another: (motion: ShownMotion) => void) =>
    page.route('**/api/motions', async (route) => {
      const response = await route.fetch();
      const shown = (await response.json()) as { motions: ShownMotion[] };
      for (const motion of shown.motions.filter(({ may }) => may.includes('object-to-motion'))) another(motion);
      await route.fulfill({ response, json: shown });
    });
  const objects = async () => {
    await member.go('/decisions');
    // Of the two that lie open the last, whose deadline is ahead: the other is decided by the first objection.
    const motion = page.getByTestId('motion').filter({ has: page.getByRole('button', { name: 'Object' }) });
    await member.fills('Object', { Reason: 'We need more time.' }, [], motion.last());
  };

  // Another text than the one that it gives to be hashed: the page sees it.
  await shows((motion) => {
    motion.content = { title: 'Disband', text: 'The group is dissolved.' };
  });
  await objects();
  await expect(page.getByTestId('problem')).toContainText('otherwise than the record names it');
  expect(acts).toEqual([]);
  await page.unroute('**/api/motions');

  // Both another: the signature is over a text that the motion does not have.
  await shows((motion) => {
    motion.content = { title: 'Disband', text: 'The group is dissolved.' };
    const [text] = motion.wording.texts;
    if (text) text.text = JSON.stringify(motion.content);
  });
  await preparesAnything();
  await objects();
  await member.confirms();
  await expect(page.getByTestId('problem')).toContainText('does not read as what was signed');
  expect(acts).toHaveLength(1);
  await page.unroute('**/api/motions');
  await preparesAsItIs();

  await objects();
  await member.confirms();
  await expect(page.getByText('One organization objects.')).toBeVisible();
});

test('nobody nominates another than whose profile stands before their eyes', async () => {
  const { page } = member;
  const answer = async <T>(path: string) => {
    const response = await page.request.get(`${server.origin}/c/ccop/api${path}`);
    return (await response.json()) as T;
  };
  interface Named {
    name: string;
  }
  const { candidacies } = await answer<{ candidacies: { person: Named }[] }>('/elections/0');
  const { organizations } = await answer<{ organizations: { status: string; representative: Named | null }[] }>(
    '/organizations',
  );
  const { co_chairs } = await answer<{ co_chairs: { person: Named | null }[] }>('/bodies');
  const barred = [...candidacies, ...co_chairs].map(({ person }) => person?.name);
  const [nominee = '', another = ''] = organizations
    .filter(({ status }) => status === 'member')
    .flatMap(({ representative }) => representative?.name ?? [])
    .filter((name) => !barred.includes(name));
  /** The one is called as the other: in the list, and where `whole`, in the profile, too. */
  const renames = (whole: boolean) =>
    page.route('**/api/people', async (route) => {
      const response = await route.fetch();
      const shown = (await response.json()) as ShownPeople;
      for (const person of shown.people) {
        if (person.name !== nominee && person.name !== another) continue;
        const name = person.name === nominee ? another : nominee;
        const [text] = person.wording.texts;
        if (whole && text) text.text = text.text.replace(person.name, name);
        person.name = name;
      }
      await route.fulfill({ response, json: shown });
    });
  const nominates = async () => {
    await member.go('/elections/0');
    await member.fills('Nominate', { Person: nominee });
  };

  await renames(false);
  await nominates();
  await expect(page.getByTestId('problem')).toContainText('otherwise than the record names it');
  expect(acts).toEqual([]);
  await page.unroute('**/api/people');

  await renames(true);
  await preparesAnything();
  await nominates();
  await expect(page.getByTestId('act-words')).toContainText(nominee);
  await member.confirms();
  await expect(page.getByTestId('problem')).toContainText('does not read as what was signed');
  expect(acts).toHaveLength(1);
  await page.unroute('**/api/people');
  await preparesAsItIs();

  await nominates();
  await expect(page.getByTestId('act-words')).toContainText(nominee);
  await member.confirms();
  await expect(page.getByTestId('candidacy').filter({ hasText: nominee })).toBeVisible();
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
