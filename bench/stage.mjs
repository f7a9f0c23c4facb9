// The demonstration's session that is under way, and the people who act in it.
import { acceptDiscretion, enterSession, leaveSession } from './acts.mjs';
import { require } from './served.mjs';

/** The session, with its meeting and the people who may enter it, all of whom are outside now. */
export async function stage(company) {
  const { meetings } = await company.secretary.ask('/api/meetings');
  const meeting = meetings.find(({ live }) => live);
  require(meeting, 'no meeting of the demonstration is live');
  const page = await company.secretary.ask(`/api/meetings/${meeting.id}`);
  const session = page.sessions[0].id;
  const { organizations } = await company.secretary.ask('/api/organizations');
  const entering = [];
  for (const { representative } of organizations) {
    if (!representative) continue;
    const person = await company.person(representative.id);
    for (const act of [acceptDiscretion(meeting.id), leaveSession(session)])
      // who has agreed, and is inside, already
      if (await person.may(act)) await person.act(act);
    if (await person.may(enterSession(session))) entering.push(person);
  }
  require(entering.length >= 8, `only ${entering.length} people may enter the session that is under way`);
  return { meeting, session, entering };
}

/** So many writers, each a person: those who may, enter and leave; newcomers correct their own names. */
export async function writersOf(company, { session, entering }, count) {
  const writers = entering.slice(0, count).map((person) => ({ does: 'write', device: person.device(), session }));
  while (writers.length < count) {
    const person = await company.newcomer(`Newcomer ${writers.length}`);
    writers.push({ does: 'write', device: person.device() });
  }
  return writers;
}
