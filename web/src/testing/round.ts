// A round of exposure as a record has it: two question sets that were proposed, adopted and called; what the host shows of it, and a host that lies.
import { readFileSync } from 'node:fs';

import { contentHash } from '../acts/content';
import { powerOfGenerator, randomScalar, written } from '../ballot/group';
import type { Paper } from '../chapters/exposure/paper';
import { answersIn, asOnBallot, ballotOf } from '../chapters/exposure/paper';
import { factsOf, readSet } from '../chapters/exposure/questionSet';
import { Device, entryOf } from './device';
import { Log } from './log';
import { answersTo, keepsRecord } from './server';

export const shippedText = (id: string) => readFileSync(`../questions/${id}.en.json`, 'utf8');

const salt = Buffer.alloc(32, 3).toString('base64url');
export const original = (text: string) => ({ text, salt });
const hashOf = (text: string) => contentHash(Buffer.from(salt, 'base64url'), text);

/** An entry before it is signed: `by` whoever's passkey signs, where it is not the person's own; nobody's for 0. */
interface Step {
  name: string;
  acts: object[];
  person: number;
  command: object;
  by?: number;
}

export const election = 9;
export const round = 4;
const [caller, stranger] = [4, 5];
const dates = { opens: '2027-01-10T09:00:00.000Z', closes: '2027-01-31T09:00:00.000Z' };

export class ARound {
  readonly log = new Log([]);
  private readonly devices = new Map([caller, stranger].map((person) => [person, new Device(`passkey-${person}`)]));
  private readonly sets = [shippedText('movement'), shippedText('events-of-the-quarter')];
  readonly paper: Paper = {
    title: 'First quarter of 2027',
    techniques: ['T1566', 'T1190'],
    joint: [{ first: 'confidentiality', second: 'integrity' }],
  };
  readonly asks = this.sets.map((_, question_set) => ({ question_set }));
  readonly questions = ballotOf(
    this.paper,
    this.sets.map((text) => ({ set: readSet(text) })),
  );
  readonly setup = this.setupWith(this.questions.map(asOnBallot));

  setupWith(questions: object[]): string {
    return JSON.stringify({
      uuid: 'ABCDEFGHJKLMNP',
      public_key: written(powerOfGenerator(randomScalar())),
      questions,
    });
  }

  steps(): Step[] {
    const signed = (name: string, acts: object[], command: object): Step => ({ name, acts, person: caller, command });
    const called = {
      asks: this.asks,
      paper: hashOf(JSON.stringify(this.paper)),
      ...dates,
      answers: answersIn(this.questions),
    };
    const prepared = { round, setup: hashOf(this.setup) };
    return [
      ...[...this.devices].map(([person, device]) => ({
        name: `enrolment ${person}`,
        acts: [device.enrolled(person)],
        person,
        command: { type: 'enrol-passkey' },
        by: 0,
      })),
      ...this.sets.flatMap((text, question_set): Step[] => {
        const proposed = { questions: hashOf(text), facts: factsOf(text) };
        return [
          signed(`proposal ${question_set}`, [{ type: 'question-set-proposed', question_set, ...proposed }], {
            type: 'propose-question-set',
            ...proposed,
          }),
          { ...signed(`adoption ${question_set}`, [{ type: 'question-set-adopted', question_set }], {}), by: 0 },
        ];
      }),
      signed('call', [{ type: 'round-called', round, election, ...called }], { type: 'call-round', ...called }),
      signed('preparation', [{ type: 'round-prepared', ...prepared }], { type: 'prepare-round', ...prepared }),
    ];
  }

  /** The record has these, and the host shows what is so. */
  happens(steps = this.steps()) {
    this.log.entries = steps.map(({ acts, person, command, by = person }) => {
      const request = { person, command };
      return entryOf(acts, request, undefined, this.devices.get(by)?.signature(request, this.log.key));
    });
    keepsRecord(this.log);
    this.sets.forEach((text, i) => this.showsSet(i, text));
  }
  showsSet(id: number, text: string) {
    const set = { id, facts: factsOf(text), motion: id, adopted_at: dates.opens, in_force: true };
    answersTo(`GET /api/exposure/sets/${id}`, { set, questions: original(text) });
  }
  setText = (id: number) => this.sets[id] ?? '';

  page(more: object = {}) {
    return {
      id: round,
      election,
      title: this.paper.title,
      asks: this.sets.map((text, question_set) => {
        const { id: name, title } = readSet(text);
        return { question_set, name, title, part: null };
      }),
      ...dates,
      stage: 'voting',
      outcome: null,
      asked: 50,
      answered: 37,
      own_asked: false,
      own_cast: false,
      left_out: 0,
      paper: original(JSON.stringify(this.paper)),
      counts: [],
      audits: [],
      may: [],
      ...more,
    };
  }
  electionPage(more: object = {}) {
    return {
      id: election,
      uuid: 'ABCDEFGHJKLMNP',
      round,
      session: null,
      stage: 'voting',
      setup: this.setup,
      setup_salt: salt,
      trustees: [],
      trustees_needed: 2,
      rounds_done: 3,
      roll: 50,
      voted: 37,
      on_roll: true,
      open_until: dates.closes,
      least_ballots: 15,
      own_key: null,
      my_tracker: null,
      board: [],
      counts: [],
      archive: null,
      as_trustee: null,
      to_declare: null,
      may: [],
      ...more,
    };
  }
}
