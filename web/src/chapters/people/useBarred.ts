// Whom the rules bar from something, of a list from which one is chosen, and why.
import { skipToken, useQuery } from '@tanstack/react-query';

import type { Command } from '../../acts/act';
import { toAskAbout } from '../../acts/seen';
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { useSentenceOf } from '../../components/useSentences';

/** So many are asked about at once. */
const atOnce = 250;

type Asks = ((person: string) => Command) | undefined;
interface Barred {
  person: number;
  problem: Schemas['Problem'];
}

async function ask(people: Schemas['Person'][], asks: NonNullable<Asks>): Promise<Barred[]> {
  const asked = people.flatMap(({ id }) => {
    const command = toAskAbout(() => asks(String(id)));
    return command ? [{ id, command }] : [];
  });
  const found: Barred[] = [];
  for (let from = 0; from < asked.length; from += atOnce) {
    const these = asked.slice(from, from + atOnce);
    const body = { commands: these.map(({ command }) => command) };
    const { barred } = await answer(api.POST('/api/acts/barred', { body }));
    for (const { place, problem } of barred) {
      const one = these[place];
      if (one) found.push({ person: one.id, problem });
    }
  }
  return found;
}

/** Nobody while it is not known. */
export function useBarred(people: Schemas['Person'][], asks: Asks): Map<number, string> {
  const sentenceOf = useSentenceOf();
  const [first] = people;
  const { data } = useQuery({
    // What is asked differs in the person alone.
    queryKey: ['barred', people.map(({ id }) => id), first && toAskAbout(asks && (() => asks(String(first.id))))],
    queryFn: first && asks ? () => ask(people, asks) : skipToken,
    retry: false,
    gcTime: 0,
    meta: { shows: 'everything' },
  });
  return new Map(data?.map(({ person, problem }) => [person, sentenceOf(problem)]));
}
