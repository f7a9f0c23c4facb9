// An older database is put back under a community that went on: the page that saw more has the host know it.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';

import { problems } from './contract';
import { Server, Somebody } from './harness';
import { sees } from './head';

test.describe.configure({ mode: 'serial' });

const server = new Server(8202, 'ccop');
let secretary: Somebody;
let observer: Somebody;

const fellBehind = (page: Page) => page.getByTestId('fell-behind');
const named = ({ page }: Somebody, name: string) => page.getByRole('cell', { name, exact: true });

test.beforeAll(async ({ browser }) => {
  const links = server.demo();
  await server.start();
  secretary = await Somebody.enrols(browser, server, links.get('Secretary') ?? '');
  observer = await Somebody.enrols(browser, server, links.get('Observer') ?? '');
  await secretary.registersPerson('Kim Kept');
  await expect(named(secretary, 'Kim Kept')).toBeVisible();
});
test.afterAll(() => server.end());

test('an older database that is put back is told by the page that saw more, and no acts are taken', async () => {
  const community = join(server.data, 'ccop');
  const older = mkdtempSync(join(tmpdir(), 'ccop-older-'));
  await server.stop();
  cpSync(community, older, { recursive: true });
  await server.start();
  await secretary.registersPerson('Lena Lost');
  await expect(named(secretary, 'Lena Lost')).toBeVisible();
  await sees(secretary, server);
  await server.stop();
  rmSync(community, { recursive: true });
  cpSync(older, community, { recursive: true });
  rmSync(older, { recursive: true });

  await server.start();
  await observer.go('/people');
  await expect(named(observer, 'Kim Kept')).toBeVisible();
  await expect(fellBehind(observer.page)).toHaveCount(0);
  const handed = secretary.page.waitForResponse('**/api/log/seen');
  await secretary.go('/people');
  await expect(secretary.page.getByTestId('record-broke')).toBeVisible();
  expect(await (await handed).json()).toEqual({ fell_behind: true });
  await observer.go('/people');
  await expect(fellBehind(observer.page)).toContainText('It takes no acts');
  await observer.registersPerson('Nobody Atall');
  await expect(observer.page.getByTestId('problem')).toContainText('It takes no acts');
});

test('a restart changes nothing, until whoever runs the host says that the loss is known', async () => {
  await server.stop();
  await server.start();
  await observer.go('/people');
  await expect(fellBehind(observer.page)).toBeVisible();
  await server.stop();
  await server.start('--loss-is-known');
  await observer.go('/people');
  await expect(named(observer, 'Kim Kept')).toBeVisible();
  await expect(fellBehind(observer.page)).toHaveCount(0);
  await observer.registersPerson('Gwen Goeson');
  await expect(named(observer, 'Gwen Goeson')).toBeVisible();
  // The page that saw more goes on to say that the record broke; the host hears nothing new of it.
  const handed = secretary.page.waitForResponse('**/api/log/seen');
  await secretary.go('/people');
  expect(await (await handed).json()).toEqual({ fell_behind: false });
  await server.stop();
  expect(server.audit()).toContain('is sound');
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
