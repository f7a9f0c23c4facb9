// What a voter's and a trustee's device take of an honest host, and each lie of another that they refuse, in words.
import { clear } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';

import shared from '../../locales/en.json';
import { leafHash } from '../../record/tree';
import { Device } from '../../testing/device';
import type { Step } from '../../testing/election';
import { AnElection, charter, conductor, id, stranger, trustees } from '../../testing/election';
import { refusedIn } from '../../testing/refused';
import { answersTo, bundle } from '../../testing/server';
import { decryptable, mustBeOpened } from './evidence';
import words from './pages.en.json';
import type { ElectionPage } from './standing';

const election = new AnElection();
/** The words with which it is refused; nothing where it is not. */
const refused = refusedIn({ ...shared.problem, ...words.problem });

const page = (more: object = {}) => election.page(more) as unknown as ElectionPage;
const votes = (more?: object) => mustBeOpened(page(more));
const decrypts = (more?: object) => decryptable(page(more), 1, election.keys.outputs[0] ?? '');

const notTold = /not what the record holds/;
const notSigned = /passkey did not sign/;
const another = /another election than the record opened/;
const otherBallots = /other ballots than the record has/;
const otherTrustees = /other trustees than the record names/;
const tooFew = /So few ballots are not opened/;

type Lie = (steps: Step[]) => Step[];
const without =
  (name: string): Lie =>
  (steps) =>
    steps.filter((step) => step.name !== name);
const changed =
  (name: string, to: Partial<Step>): Lie =>
  (steps) =>
    steps.map((step) => (step.name === name ? { ...step, ...to } : step));
const before =
  (name: string, ...more: Step[]): Lie =>
  (steps) =>
    steps.flatMap((step) => (step.name === name ? [...more, step] : [step]));
const byHost = (name: string, act: object): Step => ({ name, acts: [act], person: conductor, command: {}, by: 0 });

/** Another record, on a device that has seen none. */
async function otherwise(steps: Step[]) {
  await clear();
  election.happens(steps);
}

beforeEach(() => {
  election.happens();
});

describe('an honest host', () => {
  it('is believed by who votes and by who decrypts', async () => {
    expect(await refused(votes())).toBeUndefined();
    expect(await decrypts()).toMatchObject({ ballots: 3, counted: 3 });
  });
});

describe('a vote is encrypted for no election, and totals of none are decrypted,', () => {
  const inTheRecord: [string, Lie, RegExp][] = [
    ["whose seat's key nobody's passkey registered", changed('registration 11', { by: 0 }), notSigned],
    ["whose seat's key another's passkey registered", changed('registration 11', { by: stranger }), notSigned],
    ['whose trustees nobody named', changed('naming', { by: 0 }), notSigned],
    ["whose trustees were named with another's passkey", changed('naming', { by: stranger }), notSigned],
    [
      'whose trustees were named without being asked',
      changed('naming', { command: { type: 'pin-notice' } }),
      notSigned,
    ],
    ['whose trustees the record does not name', without('naming'), otherTrustees],
    ['that another opened than signed it', changed('opening', { by: stranger }), notSigned],
    ['for which a trustee took no last step', without('message 3 of 2'), /each trustee took all steps/],
    ['for which a trustee left a step out', without('message 2 of 2'), notSigned],
    ['whose trustee never had a passkey', without('enrolment 2'), notSigned],
    ['whose voter never had a passkey', without('enrolment 11'), notSigned],
    ["with a casting that nobody's passkey signed", changed('casting 12', { by: 0 }), notSigned],
    ["with a casting that another's passkey signed", changed('casting 12', { by: stranger }), notSigned],
    ...[1, 2, 3].flatMap((round): [string, Lie, RegExp][] => [
      [
        `with a message of round ${round} that nobody's passkey signed`,
        changed(`message ${round} of 2`, { by: 0 }),
        notSigned,
      ],
      [`with another's message of round ${round}`, changed(`message ${round} of 2`, { person: stranger }), notSigned],
      [
        `with a message of round ${round} signed with a passkey that had ended`,
        before(`message ${round} of 2`, byHost('end', { type: 'passkey-removed', person: 2, credential: 'passkey-2' })),
        notSigned,
      ],
    ]),
  ];
  it.each(inTheRecord)('%s', async (_, lie, says) => {
    election.happens(lie(election.steps()));
    expect(await refused(votes())).toMatch(says);
    expect(await refused(decrypts())).toMatch(says);
  });

  const registrations = (entries: (proved: ReturnType<AnElection['proved']>[]) => object[]) => {
    const all = election.steps().flatMap(({ name }, seq) => (name.startsWith('registration') ? [seq] : []));
    election.showsTrail(entries(all.map((seq) => election.proved(seq))));
  };
  const enrols = (credential: string, person: number) =>
    JSON.stringify({ acts: [new Device(credential).enrolled(person)], request: { person, command: {} } });
  const hides = (name: string, by: (entry: string) => string[]) =>
    answersTo(`GET /log/tile/entries/000.p/${election.log.entries.length}`, () =>
      bundle(election.log.entries.flatMap((entry, i) => (election.steps()[i]?.name === name ? by(entry) : [entry]))),
    );
  const sealed = (entry: string) => [`{"sealed":"${Buffer.from(leafHash(entry)).toString('base64url')}"}`];

  it.each([
    ['one of whose registrations is missing', () => registrations((all) => all.slice(1)), notTold],
    [
      'one of whose registrations is not in the tree',
      () => registrations(([first, ...rest]) => [{ ...first, proof: [] }, ...rest]),
      notTold,
    ],
    [
      "of whose trustees the host shows each other's first messages",
      () => election.showsTrail([], [[...(election.keys.rounds[0] ?? [])].reverse()]),
      another,
    ],
    ['of whose trustees the host shows no first message', () => election.showsTrail([], [[]]), another],
    ['with an enrolment that is not in the tree', () => hides('enrolment 2', () => [enrols('passkey-2', 2)]), notTold],
    ['the naming of whose trustees is kept back', () => hides('naming', () => []), notTold],
    ['the naming of whose trustees is sealed', () => hides('naming', sealed), notTold],
  ])('%s', async (_, lies, says) => {
    lies();
    expect(await refused(votes())).toMatch(says);
    expect(await refused(decrypts())).toMatch(says);
  });
});

describe('the trustees', () => {
  const named = (...people: number[]) => ({ trustees: people.map((person) => ({ person: { id: person, name: '' } })) });
  const replaced = (reasonable: Partial<Step> = {}): Step => ({
    name: 'replacing',
    acts: [{ type: 'trustee-replaced', election: id, trustee: 2, person: stranger }],
    person: conductor,
    command: { type: 'replace-trustee', election: id, trustee: 2 },
    ...reasonable,
  });
  /** All post again what they posted, the new one in the second place. */
  const again = (steps: Step[]) =>
    steps
      .filter(({ name }) => name.startsWith('message') && (name.endsWith('of 2') || !name.startsWith('message 1')))
      .map((step) => (step.name.endsWith('of 2') ? { ...step, name: 'again', person: stranger } : step));

  it.each([
    ['fewer', named(1, 2)],
    ['others', named(1, stranger, 3)],
    ['more', named(...trustees, stranger)],
    ['the same in another order', named(2, 1, 3)],
    ['none', named()],
  ])('are those of the record: where the page says %s, nothing is encrypted or decrypted', async (_, told) => {
    expect(await refused(votes(told))).toMatch(otherTrustees);
    expect(await refused(decrypts(told))).toMatch(otherTrustees);
  });
  it('are those of the record after one gave way, and no longer those before', async () => {
    const steps = election.steps();
    election.happens(before('session', replaced(), ...again(steps))(steps));
    expect(await refused(votes(named(1, stranger, 3)))).toBeUndefined();
    expect(await refused(votes())).toMatch(otherTrustees);
  });
  it.each([
    ['that nobody signed', { by: 0 }],
    ['of another than was asked for', { command: { type: 'replace-trustee', election: id, trustee: 1 } }],
  ])('do not give way by an act %s', async (_, lie) => {
    const steps = election.steps();
    election.happens(before('session', replaced(lie), ...again(steps))(steps));
    expect(await refused(votes(named(1, stranger, 3)))).toMatch(notSigned);
  });
  it('whose keys were thrown away have made none', async () => {
    const act = { type: 'keys-discarded', election: id };
    const remade = { name: 'remaking', acts: [act], person: conductor, command: { type: 'remake-keys', election: id } };
    election.happens(before('session', remade)(election.steps()));
    expect(await refused(votes())).toMatch(/each trustee took all steps/);
  });
  it('of a run-off are those of the election before it, which the record names', async () => {
    const first = id - 1;
    const ofFirst = (step: Step): Step => {
      const renamed = (what: object) =>
        JSON.parse(JSON.stringify(what).replace(`"election":${id}`, `"election":${first}`));
      return /^(naming|message)/.test(step.name)
        ? { ...step, acts: step.acts.map(renamed) as object[], command: renamed(step.command) as object }
        : step;
    };
    const called = (of: number): Step => ({
      name: 'run-off',
      acts: [{ type: 'run-off-called', election: id, first: of, session: 5 }],
      person: conductor,
      command: { type: 'call-run-off', election: of, session: 5 },
    });
    const steps = election.steps().map(ofFirst);
    election.happens(before('session', called(first))(steps));
    expect(await refused(votes({ run_off_of: first }))).toBeUndefined();
    await otherwise(before('session', called(first - 1))(steps));
    expect(await refused(votes({ run_off_of: first }))).toMatch(otherTrustees);
  });
  it('of whom one alone could open the totals, against the charter, are not trusted', { timeout: 30_000 }, async () => {
    const alone = new AnElection(1);
    alone.happens();
    const told = alone.page() as unknown as ElectionPage;
    expect(await refused(mustBeOpened(told))).toMatch(/Fewer trustees could open this election than the charter says/);
  });
  it('are no longer changed once the ballot is open', async () => {
    election.happens(before('closing', replaced())(election.steps()));
    expect(await refused(votes())).toBeUndefined();
  });
  it('made the key: none that others made under their names is theirs', { timeout: 30_000 }, async () => {
    const forged = new AnElection().keys;
    const setup = election.setupWith(['Ada Anchor (PIER)', 'Ben Buoy (QUAY)'], forged);
    election.happens(changed('opening', election.openingOf(setup))(election.steps()));
    election.showsArchive([], setup, forged.published);
    expect(await refused(votes({ setup }))).toMatch(another);
    // Nor where the host shows these as what they posted.
    election.showsTrail([], forged.rounds);
    expect(await refused(votes({ setup }))).toMatch(another);
  });
  it('made all of the key: no other stands beside theirs', async () => {
    const more = election.withAKeyBeside();
    election.happens(changed('opening', election.openingOf(more.setup))(election.steps()));
    election.showsArchive([], more.setup, more.published);
    expect(await refused(votes({ setup: more.setup }))).toMatch(another);
  });
});

describe('ballots', () => {
  it.each([
    ['one is added', () => [11, 12, 13].map(election.ballotOf).concat(election.anotherBallotOf(11))],
    ['one is dropped', () => [11, 12].map(election.ballotOf)],
    ['one is another of the same seat', () => [...[11, 12].map(election.ballotOf), election.anotherBallotOf(13)]],
    ['they are in another order', () => [12, 11, 13].map(election.ballotOf)],
  ])('are those of the record: where %s, nothing is decrypted', async (_, shown) => {
    election.showsArchive(shown());
    expect(await refused(decrypts())).toMatch(otherBallots);
  });
  it('that were cast are all in the record: where one is kept back, nothing is decrypted', async () => {
    election.showsSession((entries) => entries.filter((_, i) => i !== 3));
    expect(await refused(decrypts())).toMatch(notTold);
  });
  it('are not opened before the record has them closed', async () => {
    election.happens(without('closing')(election.steps()));
    expect(await refused(decrypts())).toMatch(/does not show that this ballot was closed/);
    for (const lie of [{ by: 0 }, { command: { type: 'carry-over-count', election: id } }]) {
      await otherwise(changed('closing', lie)(election.steps()));
      expect(await refused(decrypts())).toMatch(notSigned);
    }
  });
});

describe('a trustee whose decryption the host refused, to have another', () => {
  const sealed = (entry: string) => `{"sealed":"${Buffer.from(leafHash(entry)).toString('base64url')}"}`;
  /** A casting passes for somebody's coming or going, and its ballot is left out: a device that was not in the room can't tell. */
  const keepsBack = (voter: number) => {
    const at = election.steps().findIndex(({ name }) => name === `casting ${voter}`);
    const hidden = election.log.entries[at];
    election.showsSession((entries) => entries.map((entry) => (entry === hidden ? sealed(entry) : entry)));
    election.showsArchive([11, 12, 13].filter((other) => other !== voter).map(election.ballotOf));
  };

  it('decrypts the same once more', async () => {
    election.happens(election.steps(2));
    const first = await decrypts();
    expect((await decrypts()).hash).toBe(first.hash);
  });
  it('decrypts no other totals, of which a single vote would follow', async () => {
    election.happens(election.steps(2));
    await decrypts();
    keepsBack(13);
    expect(await refused(decrypts())).toMatch(/you opened other totals of this election before/);
    expect(await refused(decrypts())).toMatch(/you opened other totals of this election before/);
  });
});

describe('the least number of ballots', () => {
  const amended = (least: number, ...types: string[]) =>
    types.map((type) => byHost(type, { type: `amendment-${type}`, amendment: 0, charter: charter(least) }));
  const all = ['proposed', 'adopted', 'took-force'];

  it("is the charter's in the record, whatever the host says", async () => {
    election.happens(election.steps(4));
    for (const least_ballots of [1, 2, 3]) expect(await refused(decrypts({ least_ballots }))).toMatch(tooFew);
    await otherwise(election.steps(3));
    for (const least_ballots of [2, 3, 4]) expect(await refused(decrypts({ least_ballots }))).toBeUndefined();
  });
  it('is that of the amendment in force at the close', async () => {
    election.happens(before('closing', ...amended(4, ...all))(election.steps(3)));
    expect(await refused(decrypts())).toMatch(tooFew);
    await otherwise(before('closing', ...amended(3, ...all))(election.steps(4)));
    expect(await refused(decrypts())).toBeUndefined();
  });
  it.each([
    ['was not adopted', ['proposed', 'took-force'], notTold],
    ['was not proposed', ['adopted', 'took-force'], notTold],
    ['is not in force yet', ['proposed', 'adopted'], tooFew],
  ])('is not lowered by an amendment that %s', async (_, types, says) => {
    election.happens(before('closing', ...amended(3, ...types))(election.steps(4)));
    expect(await refused(decrypts())).toMatch(says);
  });
  it('is not lowered after the close', async () => {
    election.happens([...election.steps(4), ...amended(3, ...all)]);
    expect(await refused(decrypts())).toMatch(tooFew);
  });
});

describe('a voter whose casting the host refused, to have another', () => {
  const swapped = election.setupWith(['Ben Buoy (QUAY)', 'Ada Anchor (PIER)']);
  const otherKey = election.setup.replace(/"public_key":"[0-9a-f]{64}"/, `"public_key":"${'58'.padEnd(64, '6')}"`);
  it.each([
    ['with the names the other way round', swapped],
    ['under another key', otherKey],
  ])('encrypts none %s', async (_, setup) => {
    expect(await refused(votes())).toBeUndefined();
    expect(await refused(votes({ setup }))).toMatch(another);
    expect(await refused(votes({ setup, setup_salt: 'AAAA' }))).toMatch(another);
    // Nor where the archive has it as well.
    if (setup === swapped) election.showsArchive([], setup);
    expect(await refused(votes({ setup }))).toMatch(another);
  });
  it('encrypts none where the archive alone has it, nor where the record was opened anew', async () => {
    expect(await refused(votes())).toBeUndefined();
    election.showsArchive([], swapped);
    expect(await refused(votes())).toMatch(another);
    election.happens(changed('opening', { by: stranger })(election.steps()));
    await expect(votes()).rejects.toThrow('record-does-not-continue');
  });
});
