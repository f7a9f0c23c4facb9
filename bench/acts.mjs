// Acts that a signed-in session asks for without a passkey: what POST /api/acts takes, as JSON.
import { createHash, randomBytes } from 'node:crypto';

const asked = (person, command, contents = []) => ({ contents, request: JSON.stringify({ command, community: 'ccop', person }) });

/** A name of somebody new, brought by the Secretary. */
export function registerPerson(secretary, name) {
  const salt = randomBytes(16);
  const text = JSON.stringify({ email: '', name, title: '' });
  const profile = createHash('sha256').update('ccop-content-v1').update(Buffer.from([salt.length])).update(salt).update(text).digest('base64url');
  return asked(secretary, { profile, type: 'register-person' }, [{ salt: salt.toString('base64url'), text }]);
}

export const acceptDiscretion = (person, meeting) => asked(person, { meeting, type: 'accept-discretion' });
export const enterSession = (person, session) => asked(person, { session, type: 'enter-session' });
export const leaveSession = (person, session) => asked(person, { session, type: 'leave-session' });
