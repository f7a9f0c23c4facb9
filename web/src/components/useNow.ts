import { useEffect, useState } from 'react';

const minute_ms = 60_000;

/** The time, to the minute, so that a page that stays open does not tell yesterday's days left. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), minute_ms);
    return () => clearInterval(timer);
  }, []);
  return now;
}
