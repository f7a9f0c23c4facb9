// A host that shows a motion otherwise than it is: what is signed is what was shown, and counts for nothing else.
import { expect, test } from '@playwright/test';

import { problems } from './contract';
import { Server, Somebody } from './harness';

const server = new Server(8197, 'ccop');

interface ShownMotion {
  content: object;
  wording: { texts: ({ text: string } | null)[] };
  may: string[];
}

test.afterAll(() => server.end());

test('nobody decides on another text than the one before their eyes', async ({ browser }) => {
  const links = server.demo();
  await server.start();
  const member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
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
    await member.fills('Object', { Reason: 'We need more time.' });
  };
  const acts: unknown[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/acts')) acts.push(request.postDataJSON());
  });

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
  await page.route('**/api/acts/prepare', (route) =>
    route.fulfill({ json: { formal: true, credentials: [], after: '2026-01-01T00:00:00.000Z' } }),
  );
  await objects();
  await member.confirms();
  await expect(page.getByTestId('problem')).toContainText('does not read as what was signed');
  expect(acts).toHaveLength(1);
  await page.unroute('**/api/motions');
  await page.unroute('**/api/acts/prepare');

  await objects();
  await member.confirms();
  await expect(page.getByText('One organization objects.')).toBeVisible();
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
