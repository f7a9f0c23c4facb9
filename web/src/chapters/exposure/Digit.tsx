// The key that chooses an answer, beside it. Whoever hears the page is told of the keys by the line below the question.
import { Kbd } from '@mantine/core';

export function Digit({ number }: { number: number }) {
  if (number > 9) return null;
  return (
    <Kbd aria-hidden size="xs" me={6} className="no-print">
      {number}
    </Kbd>
  );
}
