// Checks every answer of the API that a page receives against the OpenAPI document: an undocumented status or member fails the test.
import type { Page } from '@playwright/test';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { Ajv2020 } from 'ajv/dist/2020.js';

import type { ApiDocument } from '../scripts/api.mjs';
import { apiDocument } from '../scripts/api.mjs';

export interface Answer {
  method: string;
  /** Under the community's own address. */
  path: string;
  status: number;
  type: string;
  body: () => Promise<unknown>;
}

export class Contract {
  readonly problems: string[] = [];
  private readonly ajv = new Ajv2020({ strict: false, allErrors: true });
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(private readonly api: ApiDocument) {
    this.ajv.addSchema(api, 'api');
  }

  /** Only the reading of the body may fail unnoticed: the page moved on before. */
  async hear(answer: Answer): Promise<void> {
    let body: unknown;
    try {
      body = await answer.body();
    } catch {
      return;
    }
    try {
      this.check(answer, body);
    } catch (error) {
      this.problems.push(`${answer.method} ${answer.path} could not be checked: ${String(error)}`);
    }
  }

  private check({ method, path, status, type }: Answer, body: unknown) {
    const template = path.replace(/\/\d+(?=\/|$)/, '/{id}');
    const operation = this.api.paths[template]?.[method.toLowerCase()];
    if (!operation) return this.problems.push(`${method} ${path} is not in the contract`);
    const key = operation.responses[String(status)] ? String(status) : `${String(status)[0]}XX`;
    const response = operation.responses[key];
    const content = response?.$ref
      ? this.api.components.responses[response.$ref.split('/').pop() ?? '']?.content
      : response?.content;
    const media = Object.keys(content ?? {}).find((name) => type.startsWith(name));
    if (!response || !media)
      return this.problems.push(`${method} ${path} answered ${status} as ${type}, which is not in the contract`);
    const within = response.$ref ?? `#/paths/${escaped(template)}/${method.toLowerCase()}/responses/${key}`;
    const validate = this.validatorAt(`api${within}/content/${escaped(media)}/schema`);
    if (!validate(body))
      return this.problems.push(`${method} ${path} ${status}: ${this.ajv.errorsText(validate.errors)}`);
    return this.problems.length;
  }

  private validatorAt(pointer: string): ValidateFunction {
    const validate = this.validators.get(pointer) ?? this.ajv.compile({ $ref: pointer });
    this.validators.set(pointer, validate);
    return validate;
  }
}

/** As a part of a JSON pointer in an address. */
const escaped = (text: string) => encodeURIComponent(text.replaceAll('~', '~0').replaceAll('/', '~1'));

const contract = new Contract(apiDocument());
export const { problems } = contract;

export function checkedAgainstContract(page: Page, slug: string) {
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname;
    const type = response.headers()['content-type'] ?? '';
    if (!path.startsWith(`/c/${slug}/api/`) || !type.includes('json')) return;
    void contract.hear({
      method: response.request().method(),
      path: path.slice(`/c/${slug}`.length),
      status: response.status(),
      type,
      body: () => response.json(),
    });
  });
}
