/** How wide a label is, in its own size of type: at least as wide as it will be written. */
export const emsOf = (text: string) =>
  [...text].reduce((ems, letter) => ems + ((letter.codePointAt(0) ?? 0) < first_wide ? 0.6 : 1.05), 0);

/** Where the scripts begin whose signs are squares. */
const first_wide = 0x2e80;

/**
 * Heights for labels that would each stand at its own, were there room: in their order, none nearer to the next than `gap`, and as near to their
 * own as that lets them.
 */
export function apart(wanted: readonly number[], gap: number, span: { from: number; to: number }): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  // As if those above were of no height. Who would be above the one before it shares a place with it.
  const shared: number[][] = [];
  for (const [place, i] of order.entries()) {
    let together = [(wanted[i] ?? 0) - place * gap];
    for (let before = shared.at(-1); before && mean(before) > mean(together); before = shared.at(-1))
      together = [...(shared.pop() ?? []), ...together];
    shared.push(together);
  }
  const last = span.to - gap * (wanted.length - 1);
  const tops = shared.flatMap((together) => together.map(() => Math.max(span.from, Math.min(last, mean(together)))));
  return wanted.map((_, i) => (tops[order.indexOf(i)] ?? 0) + gap * order.indexOf(i));
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
