// What happened in a room, counted on this device from the acts that it reads itself (clause 5.5): all of them since the session was
// opened, and that they are all the record's head proves.
import { RefusedHere } from '../../acts/problems';
import type { Schemas } from '../../api/client';
import { sessionEntries } from '../../record/sessionEntries';
import { isSealed } from '../../record/tree';

type RoomCounts = Schemas['RoomCounts'];
type Motion = Pick<Schemas['Motion'], 'id' | 'recorded' | 'options'>;

type Vote =
  | { type: 'vote-cast'; motion: number; choice: number }
  | { type: 'vote-changed'; motion: number; before: number; choice: number };
type Happened =
  | { type: 'session-entered'; session: number; person: number; organization?: number }
  | { type: 'session-left'; session: number }
  | Vote
  | { type: 'other' };

/** Throws RefusedHere where the server does not show what the record holds. */
export async function countRoom(session: number, motions: Motion[]): Promise<RoomCounts> {
  const since = await sessionEntries(session);
  if (since === undefined) throw new RefusedHere('room-is-not-told');
  return counted(session, motions, since.entries);
}

const isVote = (act: Happened): act is Vote => act.type === 'vote-cast' || act.type === 'vote-changed';
type CameOrWent = Extract<Happened, { session: number }>;
const cameOrWent = (act: Happened): act is CameOrWent => act.type === 'session-entered' || act.type === 'session-left';

function counted(session: number, motions: Motion[], entries: string[]): RoomCounts {
  const people = new Set<number>();
  const seats = new Set<number>();
  const votes = new Map<number, number[]>();
  let acts = 0;
  const count = (act: Happened) => {
    if (isVote(act)) {
      const motion = motions.find(({ id, recorded }) => id === act.motion && !recorded);
      if (motion === undefined) return;
      const until = votes.get(motion.id) ?? new Array<number>((motion.options.length || 2) + 1).fill(0);
      const takenBack = act.type === 'vote-changed' ? act.before : undefined;
      votes.set(
        motion.id,
        until.map((number, choice) => number + Number(choice === act.choice) - Number(choice === takenBack)),
      );
      acts += 1;
    } else if (cameOrWent(act) && act.session === session) {
      acts += 1;
      if (act.type !== 'session-entered') return;
      people.add(act.person);
      if (act.organization !== undefined) seats.add(act.organization);
    }
  };
  for (const entry of entries.filter((one) => !isSealed(one)))
    for (const act of (JSON.parse(entry) as { acts: Happened[] }).acts) count(act);
  return {
    acts,
    people: people.size,
    seats: seats.size,
    motions: [...votes].map(([motion, its]) => ({ motion, votes: its })),
  };
}
