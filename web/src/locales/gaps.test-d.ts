// The compiler's part of the tests: a sentence without a value for each of its gaps doesn't compile. Where all of this is marked, `npm run generate` has
// not run since the catalogues were read last.
import type { Say } from './gaps';

export const said = (t: Say, state: 'adopted' | 'objected', refusal: string, any: string): string[] => [
  t('cancel'),
  t('motion.adoptedOption', { choice: 'Vienna' }),
  t('motion.votesCast', { count: 2 }),
  t(`motion.outcome.${state}`),
  t(state === 'adopted' ? 'clauseNumber' : 'clauseTitle', { number: '4.4', title: 'Invitations' }),
  t(`problem.${refusal}`, {}),
  t('workPlan.hoursTaken', { hours: 2 }),
  // @ts-expect-error no value for a gap that is written as a number
  t('workPlan.hoursTaken'),
  // @ts-expect-error no value at all
  t('motion.adoptedOption'),
  // @ts-expect-error another one
  t('motion.adoptedOption', { title: 'Vienna' }),
  // @ts-expect-error one that may be missing
  t('motion.adoptedOption', { choice: [][0] }),
  // @ts-expect-error no count, by which the sentence is chosen
  t('motion.votesCast'),
  // @ts-expect-error one of both
  t(state === 'adopted' ? 'clauseNumber' : 'clauseTitle', { number: '4.4' }),
  // @ts-expect-error a refusal without what the program said of it
  t(`problem.${refusal}`),
  // @ts-expect-error some of these have gaps
  t(`words.${any}`),
  // @ts-expect-error any sentence at all
  t(any),
];
