// Those who hold an election in a journey: a harbour of five Members, with the key files that each keeps.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Browser, Download } from '@playwright/test';
import { expect } from '@playwright/test';

import type { Server } from './harness';
import { program, Somebody } from './harness';

export const passphrase = 'correct horse battery';
/** Whose security key is an old one: the keybox of the seat is a file. */
const withoutPrf = 'Dan Dredger';
const day_ms = 86_400_000;
const dayFromNow = (days: number) => new Date(Date.now() + days * day_ms).toISOString().slice(0, 10);

export class Electorate {
  private readonly people = new Map<string, Somebody>();
  private readonly files = new Map<string, string>();

  constructor(private readonly server: Server) {}

  of(name: string): Somebody {
    const found = this.people.get(name);
    if (!found) throw new Error(`nobody is called ${name}`);
    return found;
  }
  all(): [string, Somebody][] {
    return [...this.people];
  }
  /** Somebody more, or another device of somebody. */
  joins(name: string, person: Somebody) {
    this.people.set(name, person);
  }
  fileOf(name: string): string {
    return this.files.get(name) ?? '';
  }
  /** Founds the harbour with a Secretary, and lets in a representative for each of its Members. */
  async comesTogether(browser: Browser) {
    const link = this.server.found(this.charter());
    await this.server.start();
    this.people.set('Secretary', await Somebody.enrols(browser, this.server, link));
    for (const [name, organization] of [
      ['Ada Anchor', 'PIER'],
      ['Ben Buoy', 'QUAY'],
      ['Cleo Crane', 'TUGS'],
      ['Dan Dredger', 'DOCK'],
      ['Eve Ebb', 'BUOY'],
    ] as const) {
      const invitation = await this.of('Secretary').registers(name, organization);
      const hasPrf = name !== withoutPrf;
      this.people.set(name, await Somebody.enrols(browser, this.server, invitation, {}, hasPrf));
    }
  }

  /** The harbour's charter with five Members, whose alternates vote while they are absent. */
  private charter(): string {
    const text = readFileSync(resolve(import.meta.dirname, '../../tests/charters/harbour.toml'), 'utf8');
    const more = ['DOCK', 'BUOY'].map(
      (key) => `[[organization]]\nkey = "${key}"\nname = "${key}"\nstatus = "member"\n\n`,
    );
    const file = join(this.server.data, 'charter.toml');
    const ours = text.replace('alternate_votes = false', 'alternate_votes = true');
    writeFileSync(file, ours.replace('[[clause]]', `${more.join('')}[[clause]]`));
    return file;
  }

  async keeps(name: string, download: Download) {
    const file = join(this.server.data, `${name}-${download.suggestedFilename()}`);
    await download.saveAs(file);
    this.files.set(name, file);
  }

  /** The Secretary announces a symposium with an executive session, and calls for candidacies for it. */
  async callsCandidacies() {
    const secretary = this.of('Secretary');
    const { page } = secretary;
    await secretary.plansMeeting({ Title: 'Tide symposium', Place: 'Lighthouse', Kind: 'Symposium' });
    await expect(page.getByRole('heading', { level: 1, name: 'Tide symposium' })).toBeVisible();
    await secretary.addsCouncil();
    await secretary.signs('Announce');
    await secretary.go('/elections');
    await secretary.fills('Call for candidacies', { Session: 'Council' });
    await secretary.confirms();
    await page.getByRole('link', { name: 'Co-Chair 1' }).click();
  }

  /** Each stands by themselves. */
  async stand(names: string[], at = 0) {
    for (const name of names) {
      const person = this.of(name);
      await person.go(`/elections/${at}`);
      await person.fills('Stand for election', { Statement: 'It is my turn.' });
      await person.confirms();
    }
  }

  /** They come into the session of the symposium, which is open. */
  async enter(names: string[]) {
    for (const name of names) {
      const person = this.of(name);
      await person.go('/meetings/0');
      await person.page.getByRole('button', { name: 'I accept' }).click();
      await person.page.getByRole('button', { name: 'Enter', exact: true }).click();
      await expect(person.page.getByRole('button', { name: 'Leave', exact: true })).toBeVisible();
    }
  }

  /** A main representative names an alternate, and is absent from now on, so that the alternate votes. */
  async isAbsent(browser: Browser, name: string, organization: string, alternate: string) {
    await this.registers(alternate);
    const main = this.of(name);
    await main.go('/organizations');
    await main.page.getByRole('link', { name: organization, exact: true }).click();
    const until = { Until: dayFromNow(30) };
    await main.fills('Name an alternate', { Person: alternate, ...until });
    await main.confirms();
    await main.fills('Declare an absence', until);
    await expect(main.page.getByRole('button', { name: 'I am back' })).toBeVisible();
    await this.comesIn(browser, alternate);
  }

  /** A seat passes to somebody new: the Secretary asks for it, and whoever had it confirms. */
  async succeeds(browser: Browser, name: string, organization: string, before: string) {
    const secretary = this.of('Secretary');
    await this.registers(name);
    await secretary.go('/organizations');
    await secretary.page.getByRole('link', { name: organization, exact: true }).click();
    await secretary.fills('Record a succession', { Person: name }, ['Watch', 'Ward']);
    await secretary.confirms();
    await expect(secretary.page.getByTestId('seat-change')).toContainText(`to ${name}`);
    await this.of(before).go('/');
    await this.of(before).page.getByTestId('task-confirm-seat-change').getByRole('link').click();
    await this.of(before).signs('Confirm');
    await secretary.page.reload();
    await expect(secretary.page.getByRole('cell', { name, exact: true })).toBeVisible();
    await this.comesIn(browser, name);
  }

  private async registers(name: string) {
    const secretary = this.of('Secretary');
    await secretary.registersPerson(name);
    await expect(secretary.page.getByRole('cell', { name, exact: true })).toBeVisible();
  }
  /** Somebody new, who has a seat by now. */
  private async comesIn(browser: Browser, name: string) {
    const link = await this.of('Secretary').offersLink(name);
    this.joins(name, await Somebody.enrols(browser, this.server, link));
  }

  /** The names of the trustees, as the page shows them. */
  async trustees(at = 0): Promise<string[]> {
    const secretary = this.of('Secretary');
    await secretary.go(`/elections/${at}`);
    const rows = secretary.page.getByRole('region', { name: 'Trustees' }).locator('tbody tr');
    await expect(rows).toHaveCount(3);
    const texts = await rows.locator('td:first-child').allTextContents();
    return texts.map((text) => text.replace(/ \(.*/, ''));
  }

  /** The first step of a trustee: a key file that the browser saves. */
  async beginsKey(name: string, at = 0) {
    const person = this.of(name);
    await person.go(`/elections/${at}`);
    const card = person.page.getByTestId('trustee');
    await card.getByLabel('New passphrase').fill(passphrase);
    await card.getByLabel('Passphrase again').fill(passphrase);
    const [download] = await Promise.all([
      person.page.waitForEvent('download'),
      card.getByRole('button', { name: 'Make my key' }).click(),
    ]);
    await this.keeps(name, download);
    await this.givesKeyFile(name);
    await card.getByRole('button', { name: 'Check the file' }).click();
    await person.confirms();
  }

  /** Does something on a page of a phone's size, on which nothing may be wider than the screen. */
  async onPhone(name: string, does: () => Promise<void>) {
    const { page } = this.of(name);
    const usual = page.viewportSize();
    await page.setViewportSize({ width: 390, height: 844 });
    await does();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    if (usual) await page.setViewportSize(usual);
  }

  /** Chooses the trustee's file, and types its passphrase. */
  private async givesKeyFile(name: string) {
    const card = this.of(name).page.getByTestId('trustee');
    await card.locator('input[type=file]').setInputFiles(this.fileOf(name));
    await card.getByLabel('Passphrase').fill(passphrase);
  }

  /** Begins what the button says with the trustee's file: what comes of it, the caller sees. */
  async triesKeyFile(name: string, button: string) {
    const { page } = this.of(name);
    await page.reload();
    await this.givesKeyFile(name);
    await page.getByTestId('trustee').getByRole('button', { name: button }).click();
  }

  async usesKeyFile(name: string, button: string) {
    await this.triesKeyFile(name, button);
    await this.of(name).confirms();
  }

  /** All three steps of all trustees. */
  async makeKeys(at = 0) {
    const names = await this.trustees(at);
    for (const name of names) await this.beginsKey(name, at);
    for (const name of names) await this.usesKeyFile(name, 'Do this step');
    for (const name of names) await this.usesKeyFile(name, 'Do this step');
  }

  /** Each Member's representative registers the voting key of the seat, from the desk. */
  async registersKeys(names = ['Ada Anchor', 'Ben Buoy', 'Cleo Crane', 'Dan Dredger', 'Eve Ebb']) {
    for (const name of names) await this.registersKey(name);
  }
  async registersKey(name: string) {
    const person = this.of(name);
    await person.go('/');
    await person.page.getByTestId('task-register-voting-key').getByRole('link').click();
    const card = person.page.getByTestId('voting-key');
    await card.getByRole('button', { name: /Register the key/ }).click();
    if (name === withoutPrf) await this.savesKeybox(name);
    await person.confirms();
    await expect(card).toContainText('Your seat has a voting key');
  }

  /** Saves the seat's keybox as a file, and gives it back to the page, which asks for it. */
  private async savesKeybox(name: string) {
    await this.downloadsKeybox(name);
    const card = this.of(name).page.getByTestId('voting-key');
    await card.locator('input[type=file]').setInputFiles(this.fileOf(`keybox of ${name}`));
    await card.getByLabel('Passphrase').fill(passphrase);
    await card.getByRole('button', { name: 'Check the file' }).click();
  }

  /** The page of the election asks for the file of the keybox after this. */
  async handsOnKeybox(name: string) {
    const card = this.of(name).page.getByTestId('voting-key');
    await card.getByRole('button', { name: 'Hand it on in a file' }).click();
    await card.getByRole('button', { name: 'Open with my passkey' }).click();
    await this.downloadsKeybox(name);
  }

  private async downloadsKeybox(name: string) {
    const { page } = this.of(name);
    const card = page.getByTestId('voting-key');
    await card.getByLabel('New passphrase').fill(passphrase);
    await card.getByLabel('Passphrase again').fill(passphrase);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      card.getByRole('button', { name: 'Save the keybox' }).click(),
    ]);
    await this.keeps(`keybox of ${name}`, download);
  }

  /** Makes a ballot with `ccop election ballot` alone, brings it to the page and casts it; gives the number that the program told. */
  async votesElsewhere(name: string, choice: string, at = 0): Promise<string> {
    const { page } = this.of(name);
    await this.of(name).go(`/elections/${at}`);
    const card = page.getByTestId('vote');
    await card.getByRole('button', { name: 'I make my ballot elsewhere' }).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      card.getByRole('button', { name: 'Save the ballot paper' }).click(),
    ]);
    await this.keeps(`paper of ${name}`, download);
    const { ballot, tracker } = this.makesBallot(name, choice);
    await card.locator('input[type=file]').setInputFiles(ballot);
    await card.getByRole('button', { name: 'Use this ballot' }).click();
    await expect(card.getByTestId('tracker')).toHaveText(tracker);
    await card.getByRole('button', { name: 'Cast this ballot' }).click();
    await this.of(name).confirms();
    await expect(card.getByText('Your ballot is cast')).toBeVisible();
    return tracker;
  }

  /** On a device without the page: of the paper, the keybox's file and the record. */
  private makesBallot(name: string, choice: string) {
    const paper = this.fileOf(`paper of ${name}`);
    const { setup } = JSON.parse(readFileSync(paper, 'utf8')) as { setup: string };
    const [question] = (JSON.parse(setup) as { questions: { answers: string[] }[] }).questions;
    const number = (question?.answers ?? []).findIndex((answer) => answer.startsWith(choice)) + 1;
    const [choices, ballot] = [`${paper}.choices`, `${paper}.ballot`];
    writeFileSync(choices, `${number}\n`);
    const making = ['election', 'ballot', paper, '--keybox', this.fileOf(`keybox of ${name}`), '--choices', choices];
    const made = spawnSync(program, [...making, '--record', this.server.data, '--out', ballot], {
      env: { ...process.env, CCOP_KEYBOX_PASSPHRASE: passphrase },
      encoding: 'utf8',
    });
    expect(made.stderr).toBe('');
    expect(made.stdout).toContain('the record opened this very ballot');
    return { ballot, tracker: /tracking number: (\S+)/.exec(made.stdout)?.[1] ?? 'none' };
  }

  /** Opens the seat's keybox to vote: from the file, if it was saved as one for this, and else with the passkey. */
  async opensKeybox(name: string, file = name === withoutPrf ? `keybox of ${name}` : undefined) {
    const card = this.of(name).page.getByTestId('vote');
    if (file === undefined) return card.getByRole('button', { name: 'Open with my passkey' }).click();
    await expect(card.getByTestId('open-keybox')).toBeVisible();
    const another = card.getByRole('button', { name: 'From a file' });
    if (await another.isVisible()) await another.click();
    await card.locator('input[type=file]').setInputFiles(this.fileOf(file));
    await card.getByLabel('Passphrase').fill(passphrase);
    return card.getByRole('button', { name: 'Open the keybox' }).click();
  }

  /** Casts a ballot, and gives its tracking number. */
  async votes(name: string, choice: string, at = 0, file?: string): Promise<string> {
    const { page } = this.of(name);
    await page.goto('about:blank');
    await this.of(name).go(`/elections/${at}`);
    const card = page.getByTestId('vote');
    const again = card.getByRole('button', { name: 'Vote again' });
    await expect(again.or(card.getByTestId('open-keybox'))).toBeVisible();
    if (await again.isVisible()) await again.click();
    await this.opensKeybox(name, file);
    await card.getByLabel(choice).check();
    await card.getByRole('button', { name: 'Encrypt my vote' }).click();
    await card.getByRole('button', { name: 'Cast this ballot' }).click();
    await this.of(name).confirms();
    await expect(card.getByText('Your ballot is cast')).toBeVisible();
    return (await card.getByTestId('tracker').first().textContent()) ?? '';
  }
}
