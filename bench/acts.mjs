// Acts that a signed-in session asks for without a passkey: what POST /api/acts takes, as JSON.
import { createHash, randomBytes } from 'node:crypto';

/** `command` has its members in the order of canonical JSON. */
const asked = (person, command, contents = []) => ({
  contents,
  request: JSON.stringify({ command, community: 'ccop', person }),
});

/** A text and the hash by which the command names it. */
function content(text) {
  const salt = randomBytes(16);
  const bound = createHash('sha256')
    .update('ccop-content-v1')
    .update(Buffer.from([salt.length]))
    .update(salt)
    .update(text);
  return { hash: bound.digest('base64url'), sent: { salt: salt.toString('base64url'), text } };
}

/** A name of somebody new, brought by the Secretary. */
export function registerPerson(secretary, name) {
  const { hash, sent } = content(JSON.stringify({ email: '', name, title: '' }));
  return asked(secretary, { profile: hash, type: 'register-person' }, [sent]);
}

export const acceptDiscretion = (person, meeting) => asked(person, { meeting, type: 'accept-discretion' });
export const enterSession = (person, session) => asked(person, { session, type: 'enter-session' });
export const leaveSession = (person, session) => asked(person, { session, type: 'leave-session' });

export function addAgendaItem(secretary, session, text) {
  const { hash, sent } = content(text);
  return asked(secretary, { item: hash, minutes: 10, session, type: 'add-agenda-item' }, [sent]);
}

export function proposeMotion(person, session, title) {
  const { hash, sent } = content(
    JSON.stringify({ text: `${title}: the words of it, as long as such words are in a session.`, title }),
  );
  const command = {
    method: 'vote',
    options: [],
    purpose: 'resolution',
    recorded: false,
    session,
    text: hash,
    type: 'propose-motion',
  };
  return asked(person, command, [sent]);
}
