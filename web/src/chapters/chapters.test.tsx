import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, it } from 'vitest';

import { routerOf } from '../frame/router';
import { words } from '../frame/words';
import type { Chapter } from './chapter';
import { chapters } from './index';

const twice = (all: string[]) => all.filter((one, at) => all.indexOf(one) !== at);
const taskWords = (words.desk as { task: Record<string, string> }).task;

describe('the chapters', () => {
  const paths = chapters.flatMap(({ routes, doors }: Chapter) =>
    [...routes, ...doors].map(({ options }) => String((options as { path?: string }).path)),
  );
  const places = chapters.flatMap((chapter) => chapter.places);
  const kinds = chapters.flatMap(({ tasks }) => Object.keys(tasks));

  it('each have a name, an address, a place and a kind of task of their own', () => {
    expect(twice(chapters.map(({ name }) => name))).toEqual([]);
    expect(twice(paths)).toEqual([]);
    expect(twice(places.map(({ to }) => to))).toEqual([]);
    expect(twice(places.map(({ key }) => key))).toEqual([]);
    expect(twice(kinds)).toEqual([]);
  });
  it('are all in the list', () => {
    const folders = readdirSync('src/chapters', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(chapters.map(({ name }) => name).sort()).toEqual(folders.map(({ name }) => name).sort());
  });
  it('have a page and a word for every place', () => {
    for (const { to, key } of places) {
      expect(paths).toContain(to);
      expect((words.nav as Record<string, string>)[key], key).toEqual(expect.any(String));
    }
  });
  it('have words for exactly the kinds of tasks that they show', () => {
    const kinds = chapters.flatMap(({ tasks }) => Object.keys(tasks));
    expect(kinds.sort()).toEqual(Object.keys(taskWords).sort());
  });
  it('are all known to the router', () =>
    expect(Object.keys(routerOf(new QueryClient()).routesByPath).sort()).toEqual([...paths].sort()));
  it('say of every query what of the record it shows', () => {
    const queries = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file));
    for (const file of queries) {
      const text = readFileSync(join('src', file), 'utf8');
      if (/\.test\.tsx?$/.test(file)) continue;
      expect(text.match(/queryFn[:,]/g)?.length ?? 0, file).toBe(
        text.match(/meta: \{\s*(\/\/.*\s*)?shows\b/g)?.length ?? 0,
      );
    }
  });
});
