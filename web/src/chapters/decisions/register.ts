// The register of decisions as a table for other programs: all of it, however much a page shows.
import type { Schemas } from '../../api/client';
import { answer, api, base } from '../../api/client';
import { writtenCsv } from '../../components/csv';
import type { Say } from '../../locales/gaps';
import { choicesOf, outcomeOf } from './choices';

type Motion = Schemas['Motion'];

/** From the first decision on. */
export async function wholeRegister(): Promise<Motion[]> {
  const decided: Motion[] = [];
  let before: number | undefined;
  do {
    const page: Schemas['Motions'] = await answer(api.GET('/api/motions', { params: { query: { before } } }));
    decided.push(...page.motions.filter(({ decision }) => decision !== null));
    before = page.before ?? undefined;
  } while (before !== undefined);
  return decided.sort((a, b) => (a.decision ?? 0) - (b.decision ?? 0));
}

const addressOf = ({ id }: Pick<Motion, 'id'>) => `${window.location.origin}${base}/motions/${id}`;

/** Times are the record's, in UTC. */
export function registerTable(motions: Motion[], t: Say): string {
  const heads = [
    t('decisions.number'),
    t('motion.title'),
    t('registerFile.text'),
    t('decisions.on'),
    t('motion.methodTitle'),
    t('motion.result'),
    t('registerFile.votes'),
    t('registerFile.who'),
    t('registerFile.address'),
  ];
  return writtenCsv([heads, ...motions.map((motion) => rowOf(motion, t))]);
}

function rowOf(motion: Motion, t: Say): string[] {
  const choices = choicesOf(motion, t);
  const named = (choice: number) => choices[choice] ?? String(choice);
  return [
    String(motion.decision),
    motion.content?.title ?? t('erased'),
    motion.content?.text ?? t('erased'),
    motion.closed_at ?? '',
    t(`motion.method.${motion.method}`),
    outcomeOf(motion, t),
    motion.counts.map((count, choice) => t('registerFile.countOf', { choice: named(choice), count })).join('; '),
    motion.votes.map(({ organization, choice }) => `${organization}: ${named(choice)}`).join('; '),
    addressOf(motion),
  ];
}
