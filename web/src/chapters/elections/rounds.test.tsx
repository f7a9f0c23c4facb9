// What devices take of an honest host in a round, and each lie of another that they refuse.
import { clear } from 'idb-keyval';
import { beforeEach, describe, expect, it } from 'vitest';

import shared from '../../locales/en.json';
import type { Step } from '../../testing/election';
import { stranger } from '../../testing/election';
import { refusedIn } from '../../testing/refused';
import { ARoundBallot, thisRound } from '../../testing/roundBallot';
import { decryptable, mustBeOpened } from './evidence';
import words from './pages.en.json';
import type { ElectionPage } from './standing';

const ballot = new ARoundBallot();
/** The words with which it is refused; nothing where it is not. */
const refused = refusedIn({ ...shared.problem, ...words.problem });

const page = (of: ARoundBallot) => of.told() as unknown as ElectionPage;
const answers = (of = ballot) => refused(mustBeOpened(page(of)));
const decrypts = (of = ballot) => refused(decryptable(page(of), 1, of.keys.outputs[0] ?? ''));

const notTold = /not what the record holds/;
const notSigned = /passkey did not sign/;
const another = /another election than the record opened/;
const otherBallots = /other ballots than the record has/;
const early = /does not show that this ballot was closed/;
const otherLot = /leaves other organizations out/;
const tooFew = /So few ballots are not opened/;

const changed = (name: string, to: Partial<Step>) => (steps: Step[]) =>
  steps.map((step) => (step.name === name ? { ...step, ...to } : step));
const without = (name: string) => (steps: Step[]) => steps.filter((step) => step.name !== name);

beforeEach(async () => {
  await clear();
  ballot.happens(ballot.round());
});

describe('an honest host', () => {
  it('is believed by who answers and by who decrypts, where the same answer as last year', async () => {
    expect(await answers()).toBeUndefined();
    expect(await decrypts()).toBeUndefined();
  });
  it('is believed where one did not answer, and the lot left six others out', async () => {
    const counted = [...ballot.all(), 999];
    const out = ballot.lot(6);
    ballot.happens(ballot.round(counted, out));
    ballot.showsArchiveWithout(out);
    expect(await decrypts()).toBeUndefined();
  });
});

describe('nothing is encrypted and nothing decrypted', () => {
  const call = ballot.round().find(({ name }) => name === `call ${thisRound}`);
  it.each([
    ['that nobody called', without(`call ${thisRound}`), notTold],
    ["that was called without a passkey's signature", changed(`call ${thisRound}`, { by: 0 }), notSigned],
    ["that was called with another's passkey", changed(`call ${thisRound}`, { by: stranger }), notSigned],
    [
      'whose dates are others than were signed',
      changed(`call ${thisRound}`, { command: { ...call?.command, closes: 'x' } }),
      notSigned,
    ],
    [
      'whose questions are others than were signed',
      changed(`call ${thisRound}`, { command: { ...call?.command, asks: [] } }),
      notSigned,
    ],
    [
      'whose paper is another than was signed',
      changed(`call ${thisRound}`, { command: { ...call?.command, paper: 'x' } }),
      notSigned,
    ],
    ['whose ballot nobody signed', changed('preparing', { by: 0 }), notSigned],
    ['whose ballot was not prepared', without('preparing'), another],
    ['that opened before its time', changed('opening', { at: '2026-02-28T23:59:59.999Z' }), early],
    ["with an answer that nobody's passkey signed", changed('casting 12', { by: 0 }), notSigned],
    ["with an answer that another's passkey signed", changed('casting 12', { by: stranger }), notSigned],
    ["whose seat's key nobody registered", changed('registration 11', { by: 0 }), notSigned],
    ['whose trustees nobody named', changed('naming', { by: 0 }), notSigned],
  ])('in a round %s', async (_, lie, says) => {
    ballot.happens(lie(ballot.round()));
    expect(await answers()).toMatch(says);
    expect(await decrypts()).toMatch(says);
  });
});

describe('no totals are decrypted', () => {
  it('of a round that closed before its time', async () => {
    ballot.happens(changed('closing', { at: '2026-03-14T00:00:00.000Z' })(ballot.round()));
    expect(await decrypts()).toMatch(early);
  });
  it('of a round that is not closed', async () => {
    ballot.happens(without('closing')(ballot.round()));
    expect(await decrypts()).toMatch(early);
  });
  it('that leave out a ballot of the record, or hold another', async () => {
    ballot.showsArchive(
      ballot
        .all()
        .slice(1)
        .map((seat) => ballot.ballotOf(seat - 100)),
    );
    expect(await decrypts()).toMatch(otherBallots);
    ballot.showsArchive([
      ...ballot
        .all()
        .slice(1)
        .map((seat) => ballot.ballotOf(seat - 100)),
      ballot.anotherBallotOf(11),
    ]);
    expect(await decrypts()).toMatch(otherBallots);
  });
  it('beside which those of last year would tell what one organization answered', async () => {
    ballot.happens(ballot.round([...ballot.all(), 999]));
    expect(await decrypts()).toMatch(otherLot);
  });
  it(
    'out of which the record leaves whom the lot did not draw, too few, or somebody for nothing',
    { timeout: 60_000 },
    async () => {
      const counted = [...ballot.all(), 999];
      const drawn = ballot.lot(7);
      const [first = 0, second = 0, ...others] = drawn;
      const fewer = drawn.slice(0, 5);
      const another = [first, ...others];
      const inAnotherOrder = [second, first, ...others.slice(0, 4)];
      for (const out of [[first], fewer, another, inAnotherOrder]) {
        await clear();
        ballot.happens(ballot.round(counted, out));
        ballot.showsArchiveWithout(out);
        expect(await decrypts(), out.join()).toMatch(otherLot);
      }
      await clear();
      ballot.happens(ballot.round(ballot.all(), [first]));
      ballot.showsArchiveWithout([first]);
      expect(await decrypts()).toMatch(otherLot);
    },
  );
  it('that still hold the ballots of those whom the lot left out', async () => {
    ballot.happens(ballot.round([...ballot.all(), 999], ballot.lot(6)));
    expect(await decrypts()).toMatch(otherBallots);
  });
  it('between which and those of last year fewer than seven differ, whatever the charter says', async () => {
    const counted = [...ballot.all(), 999];
    const two = ballot.lot(2);
    ballot.happens(ballot.round(counted, two, 3));
    ballot.showsArchiveWithout(two);
    expect(await decrypts()).toMatch(otherLot);
  });
  it('of fewer than ten, whatever the charter says', { timeout: 30_000 }, async () => {
    const few = new ARoundBallot(9);
    few.happens(few.round());
    expect(await decrypts(few)).toMatch(tooFew);
  });
});
