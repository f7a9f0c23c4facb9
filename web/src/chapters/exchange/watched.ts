// Whether this device watches for a seat: the desk asks it before anything of the watching is loaded.
import { keepOwnText, ownText } from '../../acts/own';

const place = 'exchange/watching';

/** The organization's number. */
export function watchedFor(): number | undefined {
  const noted = ownText(place);
  return noted !== null && /^\d+$/.test(noted) ? Number(noted) : undefined;
}

export const noteWatching = (organization: number | undefined) => keepOwnText(place, organization?.toString());
