// Checks every answer of the API that a page receives against the OpenAPI document: an undocumented status or member fails the test.
import type { Page } from '@playwright/test';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';

import { apiDocument } from '../scripts/api.mjs';

const api = apiDocument();
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(api, 'api');
const validators = new Map<string, ValidateFunction>();
export const problems: string[] = [];

export function check(method: string, path: string, status: number, type: string, body: unknown) {
  const template = path.replace(/\/\d+(?=\/|$)/, '/{id}');
  const operation = api.paths[template]?.[method.toLowerCase()];
  if (!operation) return problems.push(`${method} ${path} is not in the contract`);
  const key = operation.responses[String(status)] ? String(status) : `${String(status)[0]}XX`;
  const response = operation.responses[key];
  const content = response?.$ref
    ? api.components.responses[response.$ref.split('/').pop() ?? '']?.content
    : response?.content;
  const media = Object.keys(content ?? {}).find((name) => type.startsWith(name));
  if (!response || !media)
    return problems.push(`${method} ${path} answered ${status} as ${type}, which is not in the contract`);
  const escaped = (text: string) => encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));
  const pointer = response.$ref
    ? `api${response.$ref}/content/${escaped(media)}/schema`
    : `api#/paths/${escaped(template)}/${method.toLowerCase()}/responses/${key}/content/${escaped(media)}/schema`;
  const validate = validators.get(pointer) ?? ajv.compile({ $ref: pointer });
  validators.set(pointer, validate);
  if (!validate(body)) problems.push(`${method} ${path} ${status}: ${ajv.errorsText(validate.errors)}`);
  return problems.length;
}

export function checkedAgainstContract(page: Page, slug: string) {
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    const type = response.headers()['content-type'] ?? '';
    if (!path.startsWith(`/c/${slug}/api/`) || !type.includes('json')) return;
    void response
      .json()
      .then((body: unknown) =>
        check(response.request().method(), path.slice(`/c/${slug}`.length), response.status(), type, body),
      )
      .catch(() => undefined); // the page moved on before the body was read
  });
}
