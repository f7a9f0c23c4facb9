// What a page asks to have done, and in which words, for tests of components.
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect } from 'vitest';

import { answersTo, asked } from './server';

/** Has every act await a passkey, which nobody gives. */
export function awaitsPasskey() {
  answersTo('GET /api/me', { person: 1 });
  answersTo('POST /api/acts/prepare', { formal: true, credentials: [], after: '2026-01-01T00:00:00.000Z' });
}

/** Has every act happen at once, by the key of the sign-in. */
export function letsAct() {
  answersTo('GET /api/me', { person: 1 });
  answersTo('POST /api/acts/prepare', { formal: false, credentials: [], after: '2026-01-01T00:00:00.000Z' });
  answersTo('POST /api/acts', { seq: 3, acts: [] });
}

const sentActs = () =>
  asked
    .filter(({ what }) => what === 'POST /api/acts')
    .map(({ body }) => body as { request: string; contents: { text: string }[] });

/** The commands of all acts that were sent, and the texts that came along. */
export const commands = () =>
  sentActs().map(({ request }) => (JSON.parse(request) as { command: Record<string, unknown> }).command);
export const contentsSent = () => sentActs().flatMap(({ contents }) => contents.map(({ text }) => text));

/** The command that was asked about last, once there is one. */
export async function command(): Promise<Record<string, unknown>> {
  const prepared = () => asked.filter(({ what }) => what === 'POST /api/acts/prepare');
  await waitFor(() => {
    if (prepared().length === 0) throw new Error('nothing was asked for');
  });
  return (prepared().at(-1)?.body as { command: Record<string, unknown> }).command;
}

/** That nothing was asked about, and nothing sent. */
export const asksNothing = () => expect(asked.filter(({ what }) => what.startsWith('POST /api/acts'))).toEqual([]);

export const actWords = async () => (await screen.findByTestId('act-words')).textContent;

/** Presses the button that opens a form, and gives the form. */
export async function opens(label: string): Promise<HTMLElement> {
  await userEvent.click(await screen.findByRole('button', { name: label }));
  return screen.findByRole('dialog', { name: label });
}

/** The field of a choice; its list has the same label. */
export const chooser = (form: HTMLElement, label: RegExp): HTMLElement => {
  const [field] = within(form).getAllByLabelText(label);
  if (!field) throw new Error(`no field ${label}`);
  return field;
};
