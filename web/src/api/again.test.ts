// What waits for answers while somebody is asked to sign in again.
import { expect, it } from 'vitest';

import { signInAgain, signInAgainBy, unlessAskedToSignIn } from './again';

const never = new Promise<void>(() => undefined);

it('waits for what comes, where nobody is asked', async () => {
  let isDone = false;
  await unlessAskedToSignIn(
    Promise.resolve().then(() => {
      isDone = true;
    }),
  );
  expect(isDone).toBe(true);
});

it('waits for nothing more once somebody is asked, be it before or meanwhile', async () => {
  let answer: (isDone: boolean) => void = () => undefined;
  const leave = signInAgainBy(() => new Promise((resolve) => (answer = resolve)));
  const meanwhile = unlessAskedToSignIn(never);
  const again = signInAgain();
  await meanwhile;
  await unlessAskedToSignIn(never);
  answer(true);
  expect(await again).toBe(true);
  leave();
});
