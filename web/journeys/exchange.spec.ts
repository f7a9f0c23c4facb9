// Sharing an incident, from the form to the SIEM of another member.
import { expect, test } from '@playwright/test';

import { barriers } from './barriers';
import { problems } from './contract';
import { Server, Somebody } from './harness';

test.describe.configure({ mode: 'serial' });

const server = new Server(8201, 'ccop');
const taxii = 'application/taxii+json;version=2.1';
let member: Somebody;
let secretary: Somebody;
let observer: Somebody;
let incident: string;

test.beforeAll(async ({ browser }) => {
  const links = server.demo();
  await server.start();
  member = await Somebody.enrols(browser, server, links.get('Member') ?? '');
  secretary = await Somebody.enrols(browser, server, links.get('Secretary') ?? '');
  observer = await Somebody.enrols(browser, server, links.get('Observer') ?? '');
});
test.afterAll(() => server.end());

test('a member shares an incident, and what machines can act on is recognised', async () => {
  const { page } = member;
  await member.go('/exchange');
  await page.getByRole('button', { name: 'Report an incident' }).click();
  const form = page.getByRole('dialog', { name: 'Report an incident' });
  await form.getByLabel('What happened, in a line').fill('Phishing with a false login page');
  await form.getByLabel('How it was found').fill('A colleague asked whether the page was ours.');
  await form
    .getByLabel('Addresses, domains, hashes and the like')
    .fill('hxxps://login[.]phish[.]example/a from 198.51.100[.]77, see CVE-2026-1234; our own resolver 9.9.9.9 saw it');
  await expect(form.getByText('4 recognised')).toBeVisible();
  await form.getByRole('button', { name: 'Leave out 9.9.9.9' }).click();
  await expect(form.getByText('3 recognised')).toBeVisible();
  await form.getByLabel('Another value').fill('phish.example');
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(form.getByText('4 recognised')).toBeVisible();
  await form.getByLabel('Share as the community').check();
  await form.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Phishing with a false login page' })).toBeVisible();
  await expect(page.getByText('A colleague asked whether the page was ours.', { exact: true })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Related' }).getByRole('listitem')).toHaveCount(4);
  await expect(page.getByRole('region', { name: 'Related' }).getByText('9.9.9.9')).toHaveCount(0);
  const table = page.getByRole('table', { name: 'Indicators' });
  await expect(table.getByRole('row')).toHaveCount(4); // the CVE is no indicator, and the first names the columns
  incident = page.url().split('/').pop() ?? '';
  expect(await barriers(page)).toEqual([]);
  // Shown until it is kept elsewhere; whoever has it doesn't count as somebody else who saw it.
  await expect(page.getByTestId('edit-secret')).toHaveText(/^[\w-]{43}$/);
  await page.getByRole('button', { name: 'I keep it' }).click();
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: 'Phishing with a false login page' })).toBeVisible();
  await expect(page.getByTestId('edit-secret')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'We saw this too' })).toHaveCount(0);
});

test('another member says that it saw it too, once, and comments without a name', async () => {
  const { page } = secretary;
  await secretary.go('/exchange');
  await page.getByRole('textbox', { name: 'Search' }).fill('198[.]51[.]100[.]7');
  await page.getByRole('link', { name: '198.51.100.77' }).click();
  await page.goBack();
  await expect(page.getByRole('textbox', { name: 'Search' })).toHaveValue('198[.]51[.]100[.]7');
  await page.getByRole('link', { name: '198.51.100.77' }).click();
  await page.getByRole('link', { name: 'Phishing with a false login page' }).click();
  await expect(page.getByTestId('sightings')).toHaveText('0 organizations saw this too');
  await page.getByRole('button', { name: 'We saw this too' }).click();
  await expect(page.getByTestId('sightings')).toHaveText('1 organization saw this too');
  await expect(page.getByText('You saw this on')).toBeVisible();
  await page.getByRole('button', { name: 'We did not see it' }).click();
  await expect(page.getByTestId('sightings')).toHaveText('0 organizations saw this too');
  await page.getByRole('button', { name: 'We saw this too' }).click();
  await page.reload();
  await expect(page.getByTestId('sightings')).toHaveText('1 organization saw this too');
  await secretary.fills('Comment', { 'Your comment': 'Block the whole network.' });
  const timeline = page.getByRole('region', { name: 'Timeline' });
  await expect(timeline.getByText('Block the whole network.', { exact: true })).toBeVisible();
  await expect(timeline.getByText('Secretary')).toHaveCount(0);
  await page.getByRole('button', { name: 'Draw' }).click();
  await expect(page.getByRole('img', { name: /objects and how they are related/ })).toBeVisible();
  await expect(page.locator('.graph canvas').first()).toBeVisible();
  await page.getByText('How they are related').click();
  const relations = page.getByRole('table', { name: 'How they are related' });
  await expect(relations.getByRole('row')).toHaveCount(7); // four values, a sighting, who made it, the columns' names
  await relations.getByRole('button', { name: 'Show what is around 198.51.100.77' }).click();
  expect(await barriers(page)).toEqual([]);
});

test('who shares a value with whom is shown', async () => {
  const { page } = member;
  await member.go('/exchange');
  await page.getByRole('button', { name: 'Report an incident' }).click();
  const form = page.getByRole('dialog', { name: 'Report an incident' });
  await form.getByLabel('What happened, in a line').fill('The same page again');
  await form.getByLabel('Addresses, domains, hashes and the like').fill('198.51.100.77');
  await form.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('region', { name: 'Related' }).getByRole('link', { name: '198.51.100.77' }).click();
  await expect(page.getByRole('region', { name: 'In common with others' }).getByRole('link')).toHaveCount(1);
});

test('who shared it corrects it and takes it back, and the page says what was', async () => {
  const { page } = member;
  await member.go('/exchange');
  await page.getByRole('link', { name: 'The same page again' }).click();
  await page.getByRole('button', { name: 'Correct' }).click();
  const form = page.getByRole('dialog', { name: 'Correct' });
  await form.getByLabel('What happened, in a line').fill('The same page, a third time');
  await form.getByLabel('What helped').fill('A filter for mail.');
  await form.getByRole('button', { name: 'Leave out 198.51.100.77' }).click();
  await form.getByLabel('What it holds beyond that').fill('198[.]51.100[.]78');
  await expect(form.getByText('1 recognised')).toBeVisible();
  await form.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'The same page, a third time' })).toBeVisible();
  await page.getByText('2 versions').click();
  await expect(page.locator('del').filter({ hasText: 'The same page again' })).toBeVisible();
  expect(await barriers(page)).toEqual([]);
  const table = page.getByRole('table', { name: 'Indicators' });
  await expect(table.getByRole('row', { name: /198\.51\.100\.77/ })).toContainText('Revoked');
  await table.getByRole('link', { name: '198.51.100.78' }).click();
  await page.getByRole('button', { name: 'Correct' }).click();
  const value = page.getByRole('dialog', { name: 'Correct' });
  await value.getByLabel('Another value').fill('198.51.100.79');
  await value.getByRole('button', { name: 'Save as a new version' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '198.51.100.79' })).toBeVisible();
  await page.goBack();
  await expect(table.getByRole('link', { name: '198.51.100.79' })).toBeVisible();
  await expect(table.getByRole('link', { name: '198.51.100.78' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Take back' }).click();
  await page.getByRole('dialog', { name: 'Take back' }).getByRole('button', { name: 'Take back' }).click();
  await expect(page.getByText('Revoked', { exact: true }).first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Correct' })).toHaveCount(0);
});

test('a search is kept, and the desk says what is new', async () => {
  const { page } = secretary;
  await secretary.go('/exchange');
  await page.getByRole('textbox', { name: 'Search' }).fill('sinkhole');
  await page.getByRole('button', { name: 'Keep this search' }).click();
  await member.go('/exchange');
  await member.page.getByRole('button', { name: 'Report an incident' }).click();
  const form = member.page.getByRole('dialog', { name: 'Report an incident' });
  await form.getByLabel('What happened, in a line').fill('A sinkhole that was none');
  await form.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(member.page.getByRole('heading', { level: 1, name: 'A sinkhole that was none' })).toBeVisible();
  await secretary.go('/');
  const finds = page.getByRole('region', { name: 'Your searches' });
  await expect(finds.getByText('1 new')).toBeVisible();
  await finds.getByRole('link', { name: 'sinkhole' }).click();
  await expect(page.getByRole('link', { name: 'A sinkhole that was none' })).toBeVisible();
});

test('an Observer neither shares nor reads what is for Members', async () => {
  const { page } = observer;
  await observer.go('/exchange');
  await page.getByRole('textbox', { name: 'Search' }).fill('false login');
  await expect(page.getByText('Nothing fits this filter. Change it to see more.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Report an incident' })).toHaveCount(0);
  await observer.go(`/exchange/object/${incident}`);
  await expect(page.getByTestId('problem')).toHaveText('There is no such object, or it is not for you to read.');
});

test('a machine reads it by a token that its member made, and writes none', async ({ request }) => {
  const { page } = member;
  await member.go('/exchange/machines');
  await expect(page.getByText(`${server.origin}/c/ccop/taxii2/`, { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Make a token' }).click();
  const form = page.getByRole('dialog', { name: 'Make a token' });
  await form.getByLabel('What it is for').fill('SIEM');
  await form.getByRole('combobox', { name: 'Up to which marking' }).click();
  await page.getByRole('option', { name: 'TLP:AMBER', exact: true }).click();
  await form.getByRole('button', { name: 'Make a token' }).click();
  const token = (await page.getByTestId('token').textContent()) ?? '';
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'OpenCTI' }).click();
  await expect(page.getByRole('region', { name: 'OpenCTI' }).getByText(token, { exact: true })).toBeVisible();
  const headers = { Authorization: `Bearer ${token}`, Accept: taxii, 'Content-Type': taxii };
  const objects = `${server.origin}/c/ccop/taxii2/collections/amber/objects/`;
  const read = await request.get(`${objects}?match[type]=incident`, { headers });
  expect(await read.text()).toContain('Phishing with a false login page');
  expect(await read.text()).not.toContain('x_ccop_source');
  expect((await request.post(objects, { headers, data: '{"objects":[]}' })).status()).toBe(403);
});

test('the Secretary defines a collection', async () => {
  const { page } = secretary;
  await secretary.go('/exchange/machines');
  await secretary.fills('Define a collection', { Title: 'Indicators alone', Types: 'indicator' });
  const table = page.getByRole('table', { name: 'Collections' });
  await expect(table.getByText('Indicators alone')).toBeVisible();
  await table.getByRole('button', { name: 'End' }).click();
  await expect(table.getByText('Indicators alone')).toHaveCount(0);
});

test('a file is brought, once however often it comes', async () => {
  const { page } = secretary;
  await secretary.go('/exchange');
  const bring = async () => {
    await page.getByRole('button', { name: 'Bring a file' }).click();
    const form = page.getByRole('dialog', { name: 'Bring a file' });
    await page.locator('input[type=file]').setInputFiles({
      name: 'list.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('value\n192.0.2.1\n192.0.2.2\nnonsense\n'),
    });
    await form.getByRole('button', { name: 'Bring', exact: true }).click();
    await expect(form.getByTestId('brought')).toBeVisible();
    await expect(form.getByText('Read as a list, a value a line.')).toBeVisible();
    await expect(form.getByRole('link', { name: '192.0.2.1', exact: true })).toBeVisible();
    const text = await form.getByTestId('brought').textContent();
    await expect(form.getByText(/list.csv, line 4/)).toBeVisible();
    await page.keyboard.press('Escape');
    return text;
  };
  expect(await bring()).toContain('2 new, 0 known already');
  expect(await bring()).toContain('0 new, 2 known already');
});

test('what the group agreed to release reaches a liaison, and nothing else does', async ({ request }) => {
  const { page } = secretary;
  await secretary.go('/me');
  await page.getByRole('button', { name: 'Make a token' }).click();
  const form = page.getByRole('dialog', { name: 'Make a token' });
  await form.getByLabel('What it is for').fill('IASMN');
  await form.getByRole('combobox', { name: /do/ }).click();
  await page.getByRole('option', { name: 'Another community: read what was released' }).click();
  await form.getByRole('button', { name: 'Make a token' }).click();
  const token = (await page.getByTestId('token').textContent()) ?? '';
  const read = async () => {
    const url = `${server.origin}/c/ccop/taxii2/collections/released/objects/`;
    return (await request.get(url, { headers: { Authorization: `Bearer ${token}`, Accept: taxii } })).text();
  };
  expect(await read()).not.toContain('incident');

  await secretary.go(`/exchange/object/${incident}`);
  await expect(page.getByRole('button', { name: 'Release', exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Propose its release' }).click();
  const proposal = page.getByRole('dialog', { name: 'Propose its release' });
  await expect(proposal.getByLabel('Text')).toHaveValue(new RegExp(incident));
  await proposal.getByRole('combobox').click();
  await page.getByRole('option').first().click();
  await proposal.getByRole('button', { name: 'Propose its release' }).click();
  await expect(proposal).toHaveCount(0);

  await secretary.go('/exchange');
  await page.getByRole('textbox', { name: 'Search' }).fill('travel portal');
  await page.getByRole('link', { name: 'Phishing that copies our travel portal' }).click();
  await page.getByRole('button', { name: 'Release', exact: true }).click();
  await expect(page.getByText('Expressly released (5.4)')).toBeVisible();
  expect(await read()).toContain('Phishing that copies our travel portal');
  expect(await read()).not.toContain('false login page');
});

test('every answer kept to the contract', () => {
  expect(problems).toEqual([]);
});
