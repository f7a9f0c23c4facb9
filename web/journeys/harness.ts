// A real server on a fresh community, and people with virtual passkeys in a real browser.
import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import type { Browser, BrowserContext, Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';

import { Authenticators } from './authenticators';
import { checkedAgainstContract } from './contract';

const root = resolve(import.meta.dirname, '../..');
export const program = process.env.CCOP ?? join(root, 'build/release/bin/ccop');

export class Server {
  readonly data = mkdtempSync(join(tmpdir(), 'ccop-journey-'));
  readonly origin: string;
  founding = '';
  tokens = new Map<string, string>();
  /** Of trustees who are let in, by the names of their doors. */
  keyFiles = new Map<string, { file: string; passphrase: string }>();
  /** What the server printed since it was started. */
  said = '';
  private process?: ChildProcess;

  constructor(
    private readonly port: number,
    readonly slug: string,
  ) {
    this.origin = `http://localhost:${port}`;
  }

  found(charter: string) {
    this.founding = execFileSync(
      program,
      ['init', '--charter', resolve(root, charter), '--data', this.data, '--origin', this.origin],
      { encoding: 'utf8' },
    );
    return this.linkIn(this.founding);
  }

  /**
   * Gives the links to enrol by role; the machines' tokens are kept by what they are called. Without `rounds`, whose ballots take long to
   * make, there are none.
   */
  demo(charter = 'charter/ccop.toml', rounds = ['--answering', '0']): Map<string, string> {
    const text = execFileSync(
      program,
      ['demo', '--charter', join(root, charter), '--data', this.data, '--origin', this.origin, ...rounds],
      { encoding: 'utf8' },
    );
    const named = (pattern: RegExp) =>
      new Map([...text.matchAll(pattern)].map((match) => [match[1] ?? '', match[2] ?? '']));
    this.tokens = named(/^ {2}(.*token of .+): (\S+)$/gm);
    for (const [, role = '', passphrase = '', file = ''] of text.matchAll(
      /^ {2}key file of (.+), opened by (\S+): (.+)$/gm,
    ))
      this.keyFiles.set(role, { file, passphrase });
    return named(/^ {2}(.+): (http\S+)$/gm);
  }

  /** With more options of `ccop serve`. */
  async start(...options: string[]) {
    const child = spawn(
      program,
      ['serve', '--listen', `127.0.0.1:${this.port}`, '--data', this.data, '--origin', this.origin, ...options],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    this.process = child;
    await new Promise<void>((ready, failed) => {
      this.said = '';
      child.stdout?.on('data', (text: Buffer) => {
        this.said += String(text);
        if (this.said.includes('serving')) ready();
      });
      child.on('exit', () => failed(new Error('the server ended')));
    });
  }

  async stop(signal: 'SIGTERM' | 'SIGKILL' = 'SIGTERM') {
    const child = this.process;
    if (!child) return;
    this.process = undefined;
    await new Promise<void>((ended) => {
      child.on('exit', () => ended());
      child.kill(signal);
    });
  }

  audit(): string {
    return execFileSync(program, ['audit', this.data], { encoding: 'utf8' });
  }

  async end() {
    await this.stop();
    rmSync(this.data, { recursive: true });
  }

  private linkIn(text: string): string {
    return /http\S+enrol#\S+/.exec(text)?.[0] ?? '';
  }
}

/** So many hours from now on the clocks of a journey's browsers, as a field takes it. */
const inHours = (hours: number) =>
  new Date(Date.now() + hours * 3_600_000)
    .toLocaleString('sv-SE', { timeZone: 'Europe/Rome' })
    .slice(0, 16)
    .replace(' ', 'T');

/** Somebody with a browser and a passkey in it. */
export class Somebody {
  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    private readonly base: string,
    readonly authenticators: Authenticators,
  ) {}

  static async enrols(
    browser: Browser,
    server: Server,
    link: string,
    options: Parameters<Browser['newContext']>[0] = {},
    hasPrf = true,
  ) {
    const person = await Somebody.arrives(browser, server, options, hasPrf);
    await person.page.goto(link);
    // A deadline that has just passed is settled first: whoever is told so tries again.
    await expect(async () => {
      await person.page
        .getByRole('button', { name: 'Enrol' })
        .click({ timeout: 2_000 })
        .catch(() => undefined);
      await expect(person.page.getByRole('heading', { level: 1, name: 'My desk' })).toBeVisible();
    }).toPass({ timeout: 60_000 });
    return person;
  }

  /** `hasPrf`: whether their authenticator can open keyboxes. */
  static async arrives(
    browser: Browser,
    server: Server,
    options: Parameters<Browser['newContext']>[0] = {},
    hasPrf = true,
  ) {
    const context = await browser.newContext({ timezoneId: 'Europe/Rome', ...options });
    const page = await context.newPage();
    checkedAgainstContract(page, server.slug);
    const authenticators = await Authenticators.of(page);
    await authenticators.add({ hasPrf });
    return new Somebody(page, context, `${server.origin}/c/${server.slug}`, authenticators);
  }

  go(path: string) {
    return this.page.goto(this.base + path);
  }

  /** Presses a button and signs what it asks for. */
  async signs(button: string, within = this.page.locator('body')) {
    await within.getByRole('button', { name: button, exact: true }).click();
    await this.confirms();
  }

  async confirms() {
    const dialog = this.page.getByRole('dialog', { name: 'Sign this act' });
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Sign with passkey' }).click();
    await expect(dialog).toBeHidden();
  }

  /** Asks to register somebody, and waits for nothing. */
  async registersPerson(name: string) {
    await this.go('/people');
    await this.fills('Register a person', {
      Name: name,
      Position: 'CISO',
      'E-mail address': `${name.split(' ')[0]}@example.org`,
    });
  }

  /** As Secretary: registers somebody, appoints them with all of the harbour's responsibilities, and gives the enrolment link. */
  async registers(name: string, organization: string): Promise<string> {
    const { page } = this;
    await this.registersPerson(name);
    await expect(page.getByRole('cell', { name, exact: true })).toBeVisible();
    await this.go('/organizations');
    await page.getByRole('link', { name: organization, exact: true }).click();
    await this.fills('Record an appointment', { Person: name }, ['Watch', 'Ward']);
    await this.confirms();
    await expect(page.getByRole('cell', { name, exact: true })).toBeVisible();
    return this.offersLink(name);
  }

  /** As whoever plans: a meeting that has begun, and goes on for some hours. */
  async plansMeeting(fields: Record<string, string>) {
    await this.go('/meetings');
    await this.fills('Plan a meeting', { ...fields, Starts: inHours(0), Ends: inHours(4) });
  }

  /** An executive session, for as long as the meeting lasts. */
  async addsCouncil() {
    await this.fills('Add a session', { Title: 'Council', Kind: 'Executive session' });
  }

  /** As Secretary: gives the enrolment link of somebody who is registered. */
  async offersLink(name: string): Promise<string> {
    const { page } = this;
    await this.go('/people');
    await page
      .getByRole('row', { name: new RegExp(name) })
      .getByRole('button', { name: 'Make a link' })
      .click();
    await this.confirms();
    return (await page.getByTestId('link').textContent()) ?? '';
  }

  dialog(name: string) {
    return this.page.getByRole('dialog', { name });
  }

  /** Opens a form, on a card where there is one on several, fills it and sends it. */
  async fills(form: string, fields: Record<string, string>, choices: string[] = [], card: Locator | Page = this.page) {
    await expect(this.dialog(form)).toHaveCount(0);
    await card.getByRole('button', { name: form, exact: true }).click();
    const dialog = this.dialog(form);
    for (const [label, value] of Object.entries(fields)) {
      const field = dialog.getByLabel(label, { exact: false }).first();
      if (
        (await field.getAttribute('role')) === 'combobox' ||
        (await field.getAttribute('aria-haspopup')) === 'listbox'
      ) {
        await field.click();
        if (await field.isEditable()) await field.fill(value); // else there is nothing to search in
        await this.page.getByRole('option', { name: value }).first().click();
      } else {
        await field.fill(value);
      }
    }
    for (const choice of choices) await dialog.getByLabel(choice).check();
    await dialog.getByRole('button', { name: form, exact: true }).click();
  }
}
