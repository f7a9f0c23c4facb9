// A ballot that was made with another program: what that is given, and what is compared before it is signed.
import { fingerprint } from '../../ballot/group';
import { canonical, isBallot, must } from '../../ballot/spec';
import { electionCredential } from '../../ballot/votingKey';
import type { ElectionPage } from './standing';

/** What `ccop election ballot` reads: nothing of it is secret. */
export function ballotPaper({ uuid, setup, own_key: own }: ElectionPage, log: string): string {
  return JSON.stringify({
    format: 'ccop-ballot-paper-v1',
    log,
    organization: own?.organization,
    year: own?.year,
    key: own?.key,
    election: uuid,
    fingerprint: fingerprint(setup ?? ''),
    setup,
  });
}

interface BroughtBallot {
  text: string;
  credential: string;
  tracker: string;
}

/** Throws Unsound for what is no ballot of this election, of this setup and of the reader's seat. */
export function broughtBallot(text: string, { uuid, setup, own_key: own }: ElectionPage, log: string): BroughtBallot {
  const ballot = canonical(text.trimEnd(), isBallot, 'the ballot');
  const isOurs =
    ballot.election_uuid === uuid &&
    ballot.election_hash === fingerprint(setup ?? '') &&
    ballot.credential === electionCredential(log, uuid, own?.key ?? '');
  must(isOurs, 'the ballot is of another election or another seat');
  return { text: text.trimEnd(), credential: ballot.credential, tracker: fingerprint(text.trimEnd()) };
}
