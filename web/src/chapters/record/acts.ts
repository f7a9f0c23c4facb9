// What happened, said in sentences: for each act of the record one, with the names of what it points to.
import type { Schemas } from '../../api/client';
import type { Gaps } from '../../locales/gaps';
import { addWords, useTranslation } from '../../locales/i18n';
import words from './sentences.en.json';
import './words';

addWords(words);

type Row = Schemas['RecordRow'];
type Values = Record<Gaps[Extract<keyof Gaps, `recordAct.${string}`>], string>;

const gap = /\{\{(\w+)\}\}/g;
/** An act without a sentence does not compile. */
const said: Record<Schemas['Act']['type'], string> = words.recordAct;
const sentences = Object.entries(said);
const names = new Set(sentences.flatMap(([, text]) => [...text.matchAll(gap)].map(([, name]) => name ?? '')));

/** The acts whose sentences say so, whatever stands in their gaps. */
export function actsThatSay(text: string): string[] {
  const wanted = text.trim().toLowerCase();
  return sentences
    .filter(([act, sentence]) => act === wanted || sentence.replace(gap, ' ').toLowerCase().includes(wanted))
    .map(([act]) => act);
}

/** Gives a sentence for each act of an entry that can be read. */
export function useActs(): (row: Row) => string[] {
  const { t, i18n } = useTranslation();
  return ({ acts, about, person }) => {
    const who = person ?? t('record.host');
    return acts.map((act, place) => {
      const key = `recordAct.${act}` as const;
      if (!i18n.exists(key)) return act; // of a program that is newer than this page
      const unnamed = Object.fromEntries([...names].map((name) => [name, t('record.erasedName')])) as Values;
      const named = about.filter((one) => one.act === place).map(({ member, name }) => [member, name ?? t('erased')]);
      return t(key, { ...unnamed, ...Object.fromEntries(named), who });
    });
  };
}
