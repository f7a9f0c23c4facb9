// What an election costs its people: what each does by hand, as a page hears it, and how long that takes by the keystroke-level model
// (Card, Moran and Newell, 1980), with the times of the table below.
import type { BrowserContext } from '@playwright/test';

/** Seconds. A file is one that is chosen, or saved, with its passphrase. */
const seconds = { click: 1.1, decision: 1.35, passkey: 3, file: 5 };
type Kind = keyof typeof seconds;

interface Done extends Record<Kind, number> {
  /** Milliseconds for which the page had the person wait. */
  waited: number;
}
const nothing = (): Done => ({ click: 0, decision: 0, passkey: 0, file: 0, waited: 0 });

export class Effort {
  private readonly done = new Map<string, Done>();
  /** What they do now; nothing is counted without one. */
  step: string | undefined;

  /** Counts what this person does, from the next page that they open. */
  async watches(person: string, context: BrowserContext) {
    await context.exposeBinding('ccopDid', (_, what: keyof Done, amount: number) => {
      if (this.step === undefined) return;
      const place = `${this.step}|${person}`;
      const done = this.done.get(place) ?? nothing();
      done[what] += amount;
      this.done.set(place, done);
    });
    await context.addInitScript(listen);
  }

  /** By hand, in seconds: what the person does in these steps. */
  handSeconds(person: string, steps: string[]): number {
    return steps.reduce((sum, step) => sum + byHand(this.done.get(`${step}|${person}`) ?? nothing()), 0);
  }
  /** Of whoever does the most in these steps. */
  longest(steps: string[]): number {
    return Math.max(0, ...this.people().map((person) => this.handSeconds(person, steps)));
  }
  /** Of all together, one after the other. */
  together(steps: string[]): number {
    return this.people().reduce((sum, person) => sum + this.handSeconds(person, steps), 0);
  }
  private people(): string[] {
    return [...new Set([...this.done.keys()].map((place) => place.split('|')[1] ?? ''))];
  }

  table(): string {
    const rows = [...this.done].map(([place, done]) => [
      ...place.split('|'),
      ...Object.keys(seconds).map((kind) => String(done[kind as Kind])),
      byHand(done).toFixed(0),
      (done.waited / 1000).toFixed(1),
    ]);
    const heads = ['step', 'person', 'clicks', 'decisions', 'passkeys', 'files', 'by hand, s', 'page, s'];
    return [heads, heads.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
  }
}

const byHand = (done: Done) =>
  Object.entries(seconds).reduce((sum, [kind, each]) => sum + each * done[kind as Kind], 0);

/**
 * In the page. To open one is a click on a link to it, and a decision; a decision is a choice, too, and what is about to be signed. A
 * journey that opens a page twice counts it twice.
 */
function listen() {
  const { ccopDid: did } = window as unknown as { ccopDid: (what: keyof Done, amount: number) => void };
  if (!location.protocol.startsWith('http')) return;
  did('click', 1);
  did('decision', 1);
  addEventListener(
    'pointerdown',
    ({ target }) => {
      did('click', 1);
      const isDecided = target instanceof Element && target.closest('[type=radio], [role=option], [role=dialog]');
      if (isDecided) did('decision', 1);
    },
    true,
  );
  addEventListener(
    'change',
    ({ target }) => {
      if (target instanceof HTMLInputElement && target.type === 'file') did('file', 1);
    },
    true,
  );
  const addressed = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (saved) => {
    did('file', 1);
    return addressed(saved);
  };
  for (const asks of ['get', 'create'] as const) {
    const asked = navigator.credentials[asks].bind(navigator.credentials);
    navigator.credentials[asks] = (options?: object) => {
      did('passkey', 1);
      return asked(options);
    };
  }
  let since: number | undefined;
  new MutationObserver(() => {
    const isBusy = document.querySelector('[data-loading=true], [aria-busy=true]') !== null;
    if (isBusy) since ??= performance.now();
    else if (since !== undefined) {
      did('waited', performance.now() - since);
      since = undefined;
    }
  }).observe(document, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-loading', 'aria-busy'],
  });
}
