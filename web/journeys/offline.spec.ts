// The server is gone for a while: whoever clicks around reads what was opened before, and of the rest that it can't be reached.
import { expect, test } from '@playwright/test';

import { Server, Somebody } from './harness';

const server = new Server(8231, 'harbour');

test.afterAll(() => server.end());

test('whoever clicks around while the server is gone stays in the page, and goes on when it is back', async ({
  browser,
}) => {
  const link = server.found('tests/charters/harbour.toml');
  await server.start();
  const { page } = await Somebody.enrols(browser, server, link);
  const menu = page.getByRole('navigation', { name: 'Menu' });
  const goes = (place: string) => menu.getByRole('link', { name: place, exact: true }).click();
  const heading = (name: string) => expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await goes('People');
  await heading('People');
  await server.stop('SIGKILL');
  for (const place of ['Meetings', 'Decisions', 'Risks', 'Charter']) {
    await goes(place);
    await heading("This page can't be reached");
    await expect(menu).toBeVisible();
  }
  await goes('People');
  await heading('People');
  await expect(page.getByTestId('offline')).toBeVisible();
  await goes('My desk');
  await heading('My desk');
  await goes('Decisions');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByTestId('unreachable').getByRole('alert')).toBeVisible();
  await server.start();
  await page.getByRole('button', { name: 'Try again' }).click();
  await heading('Decisions');
});
