// Writers of dates, each made once: making one costs far more than writing with it, and lists write many.
const made = new Map<string, Intl.DateTimeFormat>();

export function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([language, options]);
  const known = made.get(key);
  if (known) return known;
  const one = new Intl.DateTimeFormat(language, options);
  made.set(key, one);
  return one;
}

/** In which dates and numbers are written: as the reader's browser does in its own fields, where the page speaks English to all; else as it speaks. */
export const languageOf = (spoken: string) => (spoken === 'pseudo' || spoken === 'en' ? navigator.language : spoken);

/** A date in the reader's language, with the time of day where it is asked for. */
export const dateIn = (time: Date, language: string, timeZone: string, clock: boolean) =>
  formatter(languageOf(language), {
    dateStyle: 'medium',
    ...(clock ? { timeStyle: 'short' } : {}),
    timeZone,
  }).format(time);

/** The same with its weekday, for what awaits somebody. */
export const dayIn = (time: Date, language: string, timeZone: string, clock: boolean) =>
  formatter(languageOf(language), {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(clock ? { hour: 'numeric', minute: '2-digit' } : {}),
    timeZone,
  }).format(time);
