// Whether this device watches for a seat: the desk asks it before anything of the watching is loaded.
import { slug } from '../../api/client';

const place = `exchange/${slug}/watching`;

/** The organization's number. */
export function watchedFor(): number | undefined {
  const noted = localStorage.getItem(place);
  return noted !== null && /^\d+$/.test(noted) ? Number(noted) : undefined;
}

export function noteWatching(organization: number | undefined) {
  if (organization === undefined) localStorage.removeItem(place);
  else localStorage.setItem(place, String(organization));
}
