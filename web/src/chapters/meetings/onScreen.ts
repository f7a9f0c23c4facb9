// What all in the room look at: what is asked of them; what was decided last, until the session goes on to another item.
import type { Schemas } from '../../api/client';

type Motion = Schemas['Motion'];

export type Shown = { as: 'asked' | 'balloted' | 'decided'; motion: Motion };

const closedAt = ({ closed_at }: Motion) => Date.parse(closed_at ?? '') || 0;

/** `since`: when the session came to the item that it is at. */
export function onScreen(motions: Motion[], since: string | null): Shown | undefined {
  const asked = motions.find(({ state }) => state === 'open');
  if (asked) return { as: 'asked', motion: asked };
  const balloted = motions.find(({ state }) => state === 'balloted');
  if (balloted) return { as: 'balloted', motion: balloted };
  const [decided] = motions
    .filter((motion) => motion.outcome !== null && closedAt(motion) >= Date.parse(since ?? '1970-01-01'))
    .sort((a, b) => closedAt(b) - closedAt(a));
  return decided && { as: 'decided', motion: decided };
}
