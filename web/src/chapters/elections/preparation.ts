// Who an election's trustees are and what they posted for its key, by the acts that the record has (src/community/elections/state.cpp).
import type { SignedEntry } from '../../record/history';
import type { RoundCalled } from './rounds';
import { isAskedAs } from './rounds';

type Act =
  | { type: 'election-officers-named'; election: number; trustees: number[] }
  | { type: 'trustee-replaced'; election: number; trustee: number; person: number }
  | { type: 'keys-discarded'; election: number }
  | { type: 'key-message-posted'; election: number; trustee: number; round: number; message: string }
  | { type: 'run-off-called'; election: number; first: number }
  | RoundCalled;

interface Message {
  hash: string;
  /** The entry that posted it. */
  seq: number;
}
export interface Trustee {
  person: number;
  /** Round by round. */
  messages: Message[];
}
interface Preparation {
  trustees: Trustee[];
  /** All that made it so, in their order. */
  entries: SignedEntry[];
  /** Each is what the request that was signed asks for. */
  isAsked: boolean;
}

/** As it was when the ballot was opened, at the entry `opened`. */
export function preparationOf(history: SignedEntry[], election: number, opened: number): Preparation {
  const all = new Map<number, Preparation>();
  for (const entry of history) if (entry.seq < opened) for (const act of entry.acts) take(all, act as Act, entry);
  return all.get(election) ?? { trustees: [], entries: [], isAsked: true };
}

function take(all: Map<number, Preparation>, act: Act, entry: SignedEntry) {
  const trustees = trusteesAfter(all, act, entry.seq);
  if (trustees === undefined) return;
  const { entries = [], isAsked = true } = all.get(before(act) ?? act.election) ?? {};
  const isThis = wasAsked(act, entry.request, trustees);
  all.set(act.election, { trustees, entries: [...entries, entry], isAsked: isAsked && isThis });
}

/** The one whose trustees and keys it takes over. */
function before(act: Act): number | undefined {
  if (act.type === 'run-off-called') return act.first;
  return act.type === 'round-called' ? act.keys_of : undefined;
}

/** Nothing where the act changes none. */
function trusteesAfter(all: Map<number, Preparation>, act: Act, seq: number): Trustee[] | undefined {
  const own = all.get(act.election)?.trustees ?? [];
  switch (act.type) {
    case 'election-officers-named':
      return act.trustees.map((person) => ({ person, messages: [] }));
    case 'run-off-called':
    case 'round-called':
      return all.get(before(act) ?? -1)?.trustees ?? [];
    case 'keys-discarded':
      return own.map(({ person }) => ({ person, messages: [] }));
    case 'trustee-replaced':
      return own.map(({ person, messages }, i) =>
        i + 1 === act.trustee ? { person: act.person, messages: [] } : { person, messages: messages.slice(0, 1) },
      );
    case 'key-message-posted':
      return own.map(({ person, messages }, i) => ({
        person,
        messages: i + 1 === act.trustee ? [...messages, { hash: act.message, seq }] : messages,
      }));
    default:
      return undefined;
  }
}

/** Whom the lot draws and who is a run-off's trustee follows from the request by the rules, which audits apply again. */
function wasAsked(act: Act, { person, command }: SignedEntry['request'], trustees: Trustee[]): boolean {
  const asked: Record<string, unknown> = command;
  const is = (type: string, values: object) =>
    asked.type === type && Object.entries(values).every(([member, value]) => asked[member] === value);
  const { election } = act;
  switch (act.type) {
    case 'election-officers-named':
      return is('name-election-officers', { election });
    case 'run-off-called':
      return is('call-run-off', { election: act.first });
    case 'round-called':
      return isAskedAs(act, command, 'call-round', 'asks', 'paper', 'answers', 'opens', 'closes');
    case 'keys-discarded':
      return is('remake-keys', { election });
    case 'trustee-replaced':
      return is('replace-trustee', { election, trustee: act.trustee });
    case 'key-message-posted': {
      const by = trustees[act.trustee - 1];
      const { round, message } = act;
      return (
        by?.person === person && by?.messages.length === round && is('post-key-message', { election, round, message })
      );
    }
  }
}
