// Acts that people of a bench ask for: a command, and the texts that it brings.
import { content } from './devices.mjs';

const withText = (text, command) => {
  const { hash, sent } = content(text);
  return { command: command(hash), contents: [sent] };
};
const plain = (command) => ({ command, contents: [] });
const profile = (name) => JSON.stringify({ email: '', name, title: '' });

export const registerPerson = (name) => withText(profile(name), (hash) => ({ type: 'register-person', profile: hash }));
export const correctPerson = (person, name) =>
  withText(profile(name), (hash) => ({ type: 'correct-person', person, profile: hash }));
export const offerEnrolment = (person, link_key, until, seen) =>
  plain({ type: 'offer-enrolment', person, link_key, until: until.toISOString(), seen });
export const confirmRecovery = (person, link_key, seen) => plain({ type: 'confirm-recovery', person, link_key, seen });
export const enrolPasskey = (person, passkey) =>
  withText('Passkey of a bench', (label) => ({ type: 'enrol-passkey', person, label, ...passkey }));

export const acceptDiscretion = (meeting) => plain({ type: 'accept-discretion', meeting });
export const enterSession = (session) => plain({ type: 'enter-session', session });
export const leaveSession = (session) => plain({ type: 'leave-session', session });
export const addAgendaItem = (session, text) =>
  withText(text, (item) => ({ type: 'add-agenda-item', session, item, minutes: 10 }));

export function proposeMotion(session, title) {
  const text = JSON.stringify({ text: `${title}: the words of it, as long as such words are in a session.`, title });
  const said = { method: 'vote', options: [], purpose: 'resolution', recorded: false, session };
  return withText(text, (hash) => ({ type: 'propose-motion', text: hash, ...said }));
}

/** Several at once, each with its title. */
export function addItems(titles, items) {
  const brought = titles.map((title) => content(JSON.stringify({ title })));
  const contents = brought.map(({ sent }) => sent);
  return { command: { type: 'add-items', texts: brought.map(({ hash }) => hash), items }, contents };
}
export const startItem = (item) => plain({ type: 'start-item', item });
export const blockItem = (item, reason) =>
  withText(reason, (hash) => ({ type: 'block-item', item, blocked_by: [], reason: hash }));
export const dropItem = (item, reason) => withText(reason, (hash) => ({ type: 'drop-item', item, reason: hash }));
export const finishItem = (item, title) =>
  withText(JSON.stringify({ title }), (hash) => ({ type: 'finish-item', item, shown_by: hash }));
export const putOff = (item, title, due) =>
  withText(JSON.stringify({ title }), (hash) => ({ type: 'change-item', item, text: hash, due }));
