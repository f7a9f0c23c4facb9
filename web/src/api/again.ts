// A sign-in that ended while its page is open: whoever is at it signs in again in place, and what was asked for goes on.

/** Whether they did. */
type SignInAgain = () => Promise<boolean>;

let how: SignInAgain | undefined;
let running: Promise<boolean> | undefined;
const listeners = new Set<() => void>();
const askings = new Set<() => void>();

/** From now on until what this gives is called, `ask` has whoever is signed in here sign in again. */
export function signInAgainBy(ask: SignInAgain): () => void {
  how = ask;
  return () => {
    if (how === ask) how = undefined;
  };
}

/** Once for everything that fails at the same time. False where nobody was signed in here, or they went. */
export function signInAgain(): Promise<boolean> {
  if (how === undefined) return Promise.resolve(false);
  askings.forEach((asking) => asking());
  running ??= how().then((isDone) => {
    running = undefined;
    if (isDone) listeners.forEach((listener) => listener());
    return isDone;
  });
  return running;
}

/** For what is not asked for, and has to begin anew. */
export function onSignedInAgain(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Ends with `what`, or earlier where somebody is asked to sign in again: what is read then waits for them. */
export async function unlessAskedToSignIn(what: Promise<void>): Promise<void> {
  let stop: () => void = () => undefined;
  const asked = new Promise<void>((resolve) => {
    if (running !== undefined) resolve();
    askings.add(resolve);
    stop = () => askings.delete(resolve);
  });
  await Promise.race([what, asked]).finally(() => stop());
}
