// A whole election as a record has it, made by the library's own trustees and voters: what the host shows of it, and a host that lies.
import { contentHash } from '../acts/content';
import type { Question } from '../ballot/cast';
import { castBallot } from '../ballot/cast';
import { Count } from '../ballot/count';
import { hashHex, identity, powerOfGenerator, proveKnowledge, randomScalar, read, written } from '../ballot/group';
import { makeCertificate, makeOutput, makePolynomial, newSeed } from '../ballot/trustee';
import { credentialSecret, electionCredential, newBox, registrationOf } from '../ballot/votingKey';
import { RewrittenArchive } from './archive';
import { Device, entryOf } from './device';
import { edgeOf, Log, pathTo } from './log';
import { answersTo, keepsRecord } from './server';

export const id = 9;
const session = 5;
const uuid = 'ABCDEFGHJKLMNP';
const year = 2026;
const salt = Buffer.alloc(32, 7);
export const hashOf = (text: string) => contentHash(salt, text);
export const charter = (least: number) =>
  `[community]\nslug = "pier"\n\n[elections]\ntrustees_needed = 2\nleast_ballots = ${least}  # fewer are not opened\n`;

/** Who has which number. */
export const trustees = [1, 2, 3];
export const [conductor, stranger] = [4, 5];
const firstVoter = 11;
export const seatOf = (voter: number) => voter + 100;
const names = ['Ada Anchor (PIER)', 'Ben Buoy (QUAY)', 'Cleo Crane (TUGS)', 'Dan Dredger (DOCK)', 'Eve Ebb (BUOY)'];

/** An entry before it is signed: `by` whoever's passkey signs, where it is not the person's own; nobody's for 0. */
export interface Step {
  /** What it is called here. */
  name: string;
  acts: object[];
  person: number;
  command: object;
  by?: number;
  at?: string;
}

/** What trustees publish of the keys that they make together. */
function keysOf(size: number, threshold: number) {
  const seeds = Array.from({ length: size }, newSeed);
  const place = (i: number) => ({ size, threshold, index: i + 1 });
  const certificates = seeds.map((seed, i) => makeCertificate(seed, place(i)));
  const polynomials = seeds.map((seed, i) => makePolynomial(seed, place(i), certificates));
  const sent = polynomials.map(
    (text) => JSON.parse(text) as { secrets: string[]; coefexps: object; signature: object },
  );
  const [coefexps, signatures] = [sent.map((one) => one.coefexps), sent.map((one) => one.signature)];
  const outputs = seeds.map((seed, i) =>
    makeOutput(
      seed,
      place(i),
      certificates,
      JSON.stringify({ secrets: sent.map(({ secrets }) => secrets[i]), coefexps, signatures }),
    ),
  );
  const verification_keys = outputs.map((text) => (JSON.parse(text) as { public_key: object }).public_key);
  const certs = certificates.map((text) => JSON.parse(text) as object);
  const published = JSON.stringify([['Pedersen', { threshold, certs, coefexps, signatures, verification_keys }]]);
  return { rounds: [certificates, polynomials, outputs], seeds, outputs, published };
}
type Keys = ReturnType<typeof keysOf>;

const productOf = (keys: string[]) => written(keys.map(read).reduce((a, b) => a.add(b), identity));

/** One election, with the same keys and ballots for each test: they take a while to make. */
export class AnElection {
  readonly log = new Log([]);
  readonly keys: Keys;
  protected readonly voters: number[];
  private readonly devices: Map<number, Device>;
  private readonly boxes: Map<number, Uint8Array>;
  private readonly ballots: { text: string; credential: string; tracker: string }[];
  readonly setup: string;
  private readonly credentials: string;
  private begins = 0;

  /** With more than one question, they are those of a round. */
  constructor(
    threshold = 2,
    private readonly size: { voters: number; answers: number; questions?: number } = { voters: 3, answers: 2 },
  ) {
    this.voters = Array.from({ length: size.voters }, (_, i) => firstVoter + i);
    const everybody = [...trustees, conductor, stranger, ...this.voters];
    this.devices = new Map(everybody.map((person) => [person, new Device(`passkey-${person}`)]));
    this.boxes = new Map(this.voters.map((voter) => [voter, newBox()]));
    this.keys = keysOf(trustees.length, threshold);
    const answers = names.slice(0, size.answers);
    this.setup = this.setupWith(answers);
    const forTheFirst = answers.map((_, i) => (i === 0 ? 1 : 0));
    const choices = this.questions(answers).map(({ blank }) => (blank ? [0, ...forTheFirst] : forTheFirst));
    this.ballots = this.voters.map((voter) => {
      const secret = credentialSecret(this.boxOf(voter), this.seat(voter), uuid);
      return castBallot(this.setup, secret, choices);
    });
    const all = this.voters.map((voter) => electionCredential(this.log.key, uuid, this.keyOf(voter)));
    this.credentials = JSON.stringify(all.sort());
  }

  private boxOf = (voter: number) => this.boxes.get(voter) ?? newBox();
  private seat = (voter: number) => ({ log: this.log.key, organization: seatOf(voter), year });
  private keyOf = (voter: number) => registrationOf(this.boxOf(voter), this.seat(voter)).key;

  /** The election under these trustees' keys, or those of the own. */
  setupWith(answers: string[], { published }: Keys = this.keys): string {
    const [[, { coefexps }]] = JSON.parse(published) as [[string, { coefexps: { message: string }[] }]];
    const constants = coefexps.map(({ message }) => (JSON.parse(message) as { coefexps: string[] }).coefexps[0] ?? '');
    return JSON.stringify({
      version: 1,
      description: 'A test',
      name: 'A test',
      group: 'Ed25519',
      public_key: productOf(constants),
      questions: this.questions(answers),
      uuid,
    });
  }

  private questions(answers: string[]): Question[] {
    const { questions = 1 } = this.size;
    if (questions === 1) return [{ answers, blank: true, min: 1, max: 1, question: 'Who shall be co-Chair?' }];
    return Array.from({ length: questions }, (_, i) => ({ answers, min: 0, max: 1, question: `Question ${i + 1}` }));
  }

  /** The same with a key of the host's beside that of the trustees. */
  withAKeyBeside() {
    const secret = randomScalar();
    const public_key = written(powerOfGenerator(secret));
    const single = ['Single', { pok: proveKnowledge(secret, `pok|Ed25519|${public_key}|`), public_key }];
    const own = (JSON.parse(this.setup) as { public_key: string }).public_key;
    const setup = this.setup.replace(own, productOf([own, public_key]));
    const published = JSON.stringify([...(JSON.parse(this.keys.published) as object[]), single]);
    return { setup, published };
  }
  /** What opens the ballot with that setup, and what was asked for. */
  openingOf(setup: string) {
    const opened = { election: id, setup: hashOf(setup) };
    const acts = [{ type: 'election-opened', ...opened, ...this.roll() }];
    return { acts, command: { type: 'open-election', ...opened } };
  }
  private roll = () => ({ roll: this.voters.map(seatOf), keys: this.voters.map(this.keyOf), candidates: [] });

  /** What happens, in its order. */
  steps(least = 3): Step[] {
    const command = (type: string, more: object = {}) => ({ type, ...more });
    const enrolments = [...this.devices].map(([person, device]) => ({
      name: `enrolment ${person}`,
      acts: [device.enrolled(person)],
      person,
      command: command('enrol-passkey'),
      by: 0,
    }));
    const registrations = this.voters.map((voter) => {
      const asked = { organization: seatOf(voter), key: this.keyOf(voter) };
      return {
        name: `registration ${voter}`,
        acts: [command('voting-key-registered', asked)],
        person: voter,
        command: command('register-voting-key', asked),
      };
    });
    const castings = this.voters.map((voter, i) => {
      const { credential = '', tracker = '', text = '' } = this.ballots[i] ?? {};
      const asked = { election: id, credential, tracker, ballot: hashOf(text) };
      return {
        name: `casting ${voter}`,
        acts: [command('ballot-cast', { ...asked, organization: seatOf(voter), person: voter })],
        person: voter,
        command: command('cast-ballot', asked),
      };
    });
    const conducts = (name: string, act: object, asked: object) => ({
      name,
      acts: [act],
      person: conductor,
      command: asked,
    });
    return [
      { ...conducts('founding', command('community-founded', { charter: charter(least) }), command('found')), by: 0 },
      ...enrolments,
      ...registrations,
      conducts(
        'naming',
        command('election-officers-named', { election: id, trustees }),
        command('name-election-officers', { election: id }),
      ),
      ...this.messages(),
      conducts('session', command('session-opened', { session }), command('open-session')),
      { name: 'opening', person: conductor, ...this.openingOf(this.setup) },
      ...castings,
      conducts('closing', command('election-closed', { election: id }), command('close-election', { election: id })),
    ];
  }

  private messages(): Step[] {
    return this.keys.rounds.flatMap((texts, i) =>
      texts.map((text, j) => {
        const asked = { election: id, round: i + 1, message: hashOf(text) };
        return {
          name: `message ${i + 1} of ${j + 1}`,
          acts: [{ type: 'key-message-posted', ...asked, trustee: j + 1 }],
          person: j + 1,
          command: { type: 'post-key-message', ...asked },
        };
      }),
    );
  }

  /** The record has these, and the host shows of it what is so. */
  happens(steps = this.steps()) {
    this.log.entries = steps.map(({ acts, person, command, by = person, at }) => {
      const request = { person, command };
      return entryOf(acts, request, at, this.devices.get(by)?.signature(request, this.log.key));
    });
    keepsRecord(this.log);
    this.begins = steps.findIndex(({ name }) => name === 'session');
    this.showsSession();
    const registered = steps.flatMap(({ name }, seq) => (name.startsWith('registration') ? [seq] : []));
    this.showsTrail(registered.map((seq) => this.proved(seq)));
    this.showsArchive();
  }

  /** All since it was opened, or with what a host changes of it. */
  showsSession(lie: (entries: string[]) => string[] = (entries) => entries) {
    const { begins } = this;
    answersTo(`GET /api/record/sessions/${session}`, (_: unknown, query: URLSearchParams) => ({
      first: begins,
      edge: edgeOf(this.log.entries.slice(0, begins)).map((hash) => hash.toString('base64url')),
      entries: lie(this.log.entries.slice(begins, Number(query.get('size')))),
    }));
  }

  proved(seq: number) {
    const proof = pathTo(seq, this.log.entries).map((hash) => hash.toString('base64url'));
    return { seq, entry: this.log.entries[seq] ?? '', proof };
  }
  /** Of what was registered, and posted first. */
  showsTrail(entries: object[], [certificates = []] = this.keys.rounds) {
    const messages = certificates.map((text) => ({ text, salt: salt.toString('base64url') }));
    answersTo(`GET /api/record/elections/${id}`, { entries, messages });
  }

  /** What a page is told, with whatever the host tells otherwise. */
  page(more: object = {}) {
    const named = trustees.map((person) => ({ person: { id: person, name: `Trustee ${person}` } }));
    return {
      id,
      uuid,
      session,
      setup: this.setup,
      setup_salt: salt.toString('base64url'),
      trustees: named,
      run_off_of: null,
      least_ballots: 3,
      ...more,
    };
  }

  /** An archive with some of the ballots: all of them, where nothing is said. */
  showsArchive(ballots = this.ballots.map(({ text }) => text), setup = this.setup, published = this.keys.published) {
    const archive = new RewrittenArchive();
    archive.files.push({ name: 'BELENIOS', bytes: '{"version":1}' });
    let [parent, height]: [string | undefined, number] = [undefined, 0];
    const put = (kind: string, bytes: string) => {
      archive.files.push({ name: `${hashHex(bytes)}.${kind}.json`, bytes });
      return hashHex(bytes);
    };
    const event = (type: string, payload?: string) => {
      parent = put('event', JSON.stringify({ parent, height, type, payload: payload && put('data', payload) }));
      height += 1;
    };
    const [election, keys, credentials] = [setup, published, this.credentials].map((text) => put('data', text));
    event('Setup', JSON.stringify({ election, trustees: keys, credentials }));
    const count = new Count(setup, published, this.credentials);
    for (const ballot of ballots) {
      count.add(ballot);
      event('Ballot', ballot);
    }
    event('EndBallots');
    const encrypted_tally = put('data', count.tally());
    event(
      'EncryptedTally',
      JSON.stringify({ num_tallied: count.counted, total_weight: count.counted, encrypted_tally }),
    );
    answersTo(`GET /api/elections/${id}/archive`, () => new Response(new Uint8Array(archive.asNamed())));
  }

  /** Of a seat, once more. */
  anotherBallotOf(voter: number): string {
    return castBallot(this.setup, credentialSecret(this.boxOf(voter), this.seat(voter), uuid), [[0, 0, 1]]).text;
  }
  ballotOf = (voter: number) => this.ballots[this.voters.indexOf(voter)]?.text ?? '';
  trackerOf = (voter: number) => this.ballots[this.voters.indexOf(voter)]?.tracker ?? '';
}
