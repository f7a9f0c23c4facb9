/** Where the share of each level begins and ends, when the middle of the middle level is at 0; of an even number, what is between the middle two. */
export function aroundMiddle(shares: readonly number[]): { from: number; to: number }[] {
  const middle = (shares.length - 1) / 2;
  const half = (level: number) => (level < middle ? 1 : level > middle ? 0 : 0.5);
  const below = shares.reduce((sum, share, level) => sum + share * half(level), 0);
  const ends = shares.map((_, level) => shares.slice(0, level + 1).reduce((sum, share) => sum + share, -below));
  return ends.map((to, level) => ({ from: ends[level - 1] ?? -below, to }));
}

/** Which of the five colours a level has; the middle one is neither low nor high. */
export const colourOf = (level: number, levels: number) =>
  levels < 2 ? 3 : 1 + Math.round((4 * level) / (levels - 1));
