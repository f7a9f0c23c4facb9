import { useDirection } from '@mantine/core';

import type { Axis } from './line';
import { placeOf } from './line';

/** Places along an axis, as a drawing has them, which begins at the right where the page does. */
export function useAcross(axis: Axis) {
  const { dir } = useDirection();
  const along = (time: number) => (dir === 'rtl' ? 100 - placeOf(time, axis) : placeOf(time, axis));
  const percent = (place: number) => `${place.toFixed(2)}%`;
  return {
    at: (time: number) => percent(along(time)),
    /** What lies between two times; never so short that it isn't seen. */
    between: (from: number, to: number) => {
      const [one, other] = [along(from), along(to)];
      return { x: percent(Math.min(one, other)), width: percent(Math.max(Math.abs(other - one), 0.4)) };
    },
  };
}
