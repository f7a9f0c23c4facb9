// What an election costs its people: what each does by hand, as a page hears it, and how long that takes by the keystroke-level model
// (Card, Moran and Newell, 1980), with the times of the table below.
import type { BrowserContext } from '@playwright/test';

/** Seconds. A file is one that is chosen, or saved, with its passphrase. A key is pressed by somebody who does not type for a living. */
const seconds = { click: 1.1, decision: 1.35, passkey: 3, file: 5, key: 0.28 };
type Kind = keyof typeof seconds;

interface Done extends Record<Kind, number> {
  /** Milliseconds for which the page had the person wait. */
  waited: number;
}
const nothing = (): Done => ({ click: 0, decision: 0, passkey: 0, file: 0, key: 0, waited: 0 });

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

  /** What the person does in these steps. */
  of(person: string, steps: string[]): Done {
    return together(steps.map((step) => this.done.get(`${step}|${person}`) ?? nothing()));
  }
  /** Of whoever takes longest in these steps, where the pages take so many times as long as they did here; but for some. */
  longest(steps: string[], growth: number, but: string[] = []): Done {
    const people = this.people().filter((person) => !but.includes(person));
    const [most = nothing()] = people
      .map((person) => this.of(person, steps))
      .sort((one, other) => inAll(other, growth) - inAll(one, growth));
    return most;
  }
  /** Of all, one after the other. */
  everybodys(steps: string[]): Done {
    return together(this.people().map((person) => this.of(person, steps)));
  }
  private people(): string[] {
    return [...new Set([...this.done.keys()].map((place) => place.split('|')[1] ?? ''))];
  }

  table(): string {
    return tableOf(
      ['step', 'person'],
      [...this.done].map(([place, done]) => ({ names: place.split('|'), done })),
    );
  }
}

export function together(all: Done[]): Done {
  const sum = nothing();
  for (const done of all) for (const what of Object.keys(sum) as (keyof Done)[]) sum[what] += done[what];
  return sum;
}

export const byHand = (done: Done) =>
  Object.entries(seconds).reduce((sum, [kind, each]) => sum + each * done[kind as Kind], 0);

/** By hand and by the pages, in seconds; the pages take `growth` times as long as they did here. */
const inAll = (done: Done, growth = 1) => byHand(done) + (growth * done.waited) / 1000;

interface Row {
  names: string[];
  done: Done;
  growth?: number;
}

export function tableOf(firstHeads: string[], rows: Row[]): string {
  const heads = [
    ...firstHeads,
    'clicks',
    'decisions',
    'passkeys',
    'files',
    'keys',
    'by hand, s',
    'pages, s',
    'together, s',
  ];
  const cells = rows.map(({ names, done, growth = 1 }) => [
    ...names,
    ...Object.keys(seconds).map((kind) => String(done[kind as Kind])),
    byHand(done).toFixed(0),
    ((growth * done.waited) / 1000).toFixed(1),
    inAll(done, growth).toFixed(0),
  ]);
  return [heads, heads.map(() => '---'), ...cells].map((row) => `| ${row.join(' | ')} |`).join('\n');
}

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
  addEventListener('keydown', ({ repeat }) => void (repeat || did('key', 1)), true);
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
