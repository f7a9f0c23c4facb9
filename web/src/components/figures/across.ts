import { useDirection } from '@mantine/core';

/** Places between two values, as a drawing has them, which begins at the right where the page does. */
export function useAcross(from: number, to: number) {
  const { dir } = useDirection();
  const place = (value: number) => (to === from ? 0.5 : (value - from) / (to - from));
  /** From 0 at the drawing's left to 1 at its right. */
  const along = (value: number) => (dir === 'rtl' ? 1 - place(value) : place(value));
  return {
    along,
    at: (value: number) => percent(along(value)),
    /** What lies between two values. */
    between: (one: number, other: number) => ({
      x: percent(Math.min(along(one), along(other))),
      width: percent(Math.abs(along(other) - along(one))),
    }),
    /** So many pixels on, in the direction in which one reads. */
    on: (pixels: number) => (dir === 'rtl' ? -pixels : pixels),
  };
}

const percent = (part: number) => `${(100 * part).toFixed(2)}%`;
