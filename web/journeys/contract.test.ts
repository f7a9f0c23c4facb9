import { expect, it } from 'vitest';

import type { ApiDocument } from '../scripts/api.mjs';
import { apiDocument, joined } from '../scripts/api.mjs';
import type { Answer } from './contract';
import { Contract } from './contract';

const apiWith = (schema: object): ApiDocument =>
  joined([
    { info: { title: '', version: '', description: '' } },
    { paths: { '/api/desk': { get: { responses: { '200': { content: { 'application/json': { schema } } } } } } } },
  ]);
const desk = (body: () => Promise<unknown>, more: Partial<Answer> = {}): Answer => ({
  method: 'GET',
  path: '/api/desk',
  status: 200,
  type: 'application/json',
  body,
  ...more,
});
async function problemsOf(schema: object, answer: Answer) {
  const contract = new Contract(apiWith(schema));
  await contract.hear(answer);
  return contract.problems;
}
const tasks = { type: 'object', required: ['tasks'], properties: { tasks: { type: 'array' } } };

it('an answer as the document says is no problem', async () =>
  expect(
    await problemsOf(
      tasks,
      desk(() => Promise.resolve({ tasks: [] })),
    ),
  ).toEqual([]));
it('an answer that lacks a member is noticed', async () =>
  expect(
    await problemsOf(
      tasks,
      desk(() => Promise.resolve({})),
    ),
  ).toEqual([expect.stringContaining('tasks')]));
it('a status and a path that the document lacks are noticed', async () => {
  expect(
    await problemsOf(
      tasks,
      desk(() => Promise.resolve({}), { status: 404 }),
    ),
  ).toHaveLength(1);
  expect(
    await problemsOf(
      tasks,
      desk(() => Promise.resolve({}), { path: '/api/tables' }),
    ),
  ).toHaveLength(1);
});
it('a schema that cannot be compiled is noticed', async () => {
  const broken = { $ref: '#/components/schemas/NoSuchThing' };
  expect(
    await problemsOf(
      broken,
      desk(() => Promise.resolve({})),
    ),
  ).toEqual([expect.stringContaining('NoSuchThing')]);
});
it('a body that can no longer be read is passed over', async () =>
  expect(
    await problemsOf(
      tasks,
      desk(() => Promise.reject(new Error('the page moved on'))),
    ),
  ).toEqual([]));

it('the pieces of the document do not join where two have a path, a component or an operation', () => {
  const path = { paths: { '/api/desk': { get: { operationId: 'getDesk', responses: {} } } } };
  const same = { paths: { '/api/table': { get: { operationId: 'getDesk', responses: {} } } } };
  const schema = { components: { schemas: { Desk: {} } } };
  expect(() => joined([path, path])).toThrow('/api/desk');
  expect(() => joined([path, same])).toThrow('getDesk');
  expect(() => joined([schema, schema])).toThrow('Desk');
  expect(Object.keys(joined([path, schema]).components.schemas)).toEqual(['Desk']);
});
it('every reference of the document leads somewhere', () => {
  const api = apiDocument();
  const refs = [...JSON.stringify(api).matchAll(/"\$ref":"#\/([^"]+)"/g)].map((match) => match[1] ?? '');
  const at = (pointer: string) =>
    pointer.split('/').reduce<unknown>((there, part) => (there as Record<string, unknown> | undefined)?.[part], api);
  expect(refs.length).toBeGreaterThan(100);
  for (const ref of refs) expect(at(ref), ref).toBeDefined();
});
