import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { apiDocument } from '../../scripts/api.mjs';
import { show } from '../testing/page';
import { canonical, messageOf } from './message';
import { SignedValues } from './SignedValues';

interface Schema {
  $ref?: string;
  const?: string;
  enum?: string[];
  type?: string;
  items?: Schema;
  properties?: Record<string, Schema>;
  oneOf?: Schema[];
}
const schemas = (apiDocument().components as { schemas: Record<string, Schema> }).schemas;
const named = (schema: Schema): Schema => {
  const name = schema.$ref?.split('/').pop();
  return name === undefined ? schema : (schemas[name] ?? {});
};
const isTime = (schema: Schema) => schema.$ref?.endsWith('/Time') === true;

/** A value that the schema allows and that no other member has. */
function sample(schema: Schema, number: () => number): unknown {
  if (isTime(schema)) return `20${number()}-06-30T12:00:00.000Z`;
  const { const: only, enum: some, type, items, properties } = named(schema);
  if (only !== undefined) return only;
  if (some) return some[0];
  if (type === 'array') return [sample(items ?? {}, number), sample(items ?? {}, number)];
  if (properties) return Object.fromEntries(Object.entries(properties).map(([k, v]) => [k, sample(v, number)]));
  if (type === 'integer') return number();
  if (type === 'boolean') return true;
  return `text ${number()}`;
}
function leaves(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leaves);
  return [String(value)];
}
const commands = (schemas.Command?.oneOf ?? []).map((one) => [one.$ref?.split('/').pop() ?? '', one] as const);

it('there are commands to look at', () => expect(commands.length).toBeGreaterThan(70));

describe('whoever signs is shown every value of', () => {
  it.each(commands)('%s', (_, schema) => {
    let last = 30;
    const command = sample(schema, () => ++last);
    const request = canonical({ community: 'ccop', person: 1, command: command as object });
    show(<SignedValues message={messageOf('act', 'key', request)} />);
    const shown = screen.getAllByRole('definition');
    const texts = shown.map((value) => value.querySelector('time')?.dateTime ?? value.textContent);
    expect(texts.sort()).toEqual(leaves(command).sort());
    // A member without a name of its own in the catalogue would be called by its key.
    for (const name of screen.getAllByRole('term')) expect(name.textContent).not.toMatch(/^signed\./);
  });
});
