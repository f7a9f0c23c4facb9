// Those who hold an election in a journey: a harbour of five Members, with the key files that each keeps.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { Browser, Download } from '@playwright/test';
import { expect } from '@playwright/test';

import type { Server } from './harness';
import { Somebody } from './harness';

export const passphrase = 'correct horse battery';
/** Whose security key is an old one: the keybox of the seat is a file. */
const withoutPrf = 'Dan Dredger';

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

  /** The harbour's charter with five Members. */
  private charter(): string {
    const text = readFileSync(resolve(import.meta.dirname, '../../tests/charters/harbour.toml'), 'utf8');
    const more = ['DOCK', 'BUOY'].map(
      (key) => `[[organization]]\nkey = "${key}"\nname = "${key}"\nstatus = "member"\n\n`,
    );
    const file = join(this.server.data, 'charter.toml');
    writeFileSync(file, text.replace('[[clause]]', `${more.join('')}[[clause]]`));
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
    await secretary.go('/meetings');
    await secretary.fills('Plan a meeting', { Title: 'Tide symposium', Place: 'Lighthouse', Kind: 'Symposium' });
    await expect(page.getByRole('heading', { level: 1, name: 'Tide symposium' })).toBeVisible();
    await secretary.fills('Add a session', { Title: 'Council' });
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
