// Whether a device refuses something, and with which sentence.
import { RefusedHere } from '../acts/problems';

/** Its key; nothing where it is not refused. */
export async function refused(what: Promise<unknown>): Promise<string | undefined> {
  try {
    await what;
    return undefined;
  } catch (error) {
    if (error instanceof RefusedHere) return error.key;
    throw error;
  }
}

/** The sentence itself, of these. */
export const refusedIn = (sentences: Record<string, string>) => async (what: Promise<unknown>) => {
  const key = await refused(what);
  return key === undefined ? undefined : sentences[key];
};
