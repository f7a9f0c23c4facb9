// Which passkeys people had when, as the record's acts make and end them (src/community/people/state.cpp). That a link by which one came
// was really its person's, nobody sees here.
import type { SignedEntry } from './history';
import type { EnrolledKey } from './passkeySignature';

export interface Passkey extends EnrolledKey {
  person: number;
  credential: string;
  /** The entry that enrolled it. */
  since: number;
  /** The one that ended it. */
  until: number;
}

type Act =
  | ({ type: 'passkey-enrolled'; person: number; credential: string } & EnrolledKey)
  | { type: 'passkey-removed'; person: number; credential: string }
  | { type: 'enrolment-offered'; person: number }
  | { type: 'recovery-confirmed'; person: number; link_key: string; as_secretary: boolean }
  | { type: 'other' };
type Confirmed = Extract<Act, { type: 'recovery-confirmed' }>;

/** Confirmed for so long, a recovery that lacks a second word lapses. */
const recovery_ms = 72 * 60 * 60 * 1000;

/** By the name of the passkey; `entries` are in their order. */
export function passkeysOf(entries: SignedEntry[]): Map<string, Passkey[]> {
  const people = new Passkeys();
  for (const { seq, at, acts } of entries) for (const act of acts) people.apply(act as Act, seq, Date.parse(at));
  return people.named;
}

class Passkeys {
  readonly named = new Map<string, Passkey[]>();
  /** By their person, those that have not ended. */
  private readonly held = new Map<number, Passkey[]>();
  /** Of whom the next passkey ends those before it. */
  private readonly recovered = new Set<number>();
  private readonly pending = new Map<number, { until_ms: number; secretary: boolean; coChair: boolean }>();

  apply(act: Act, seq: number, at_ms: number) {
    if (act.type === 'passkey-enrolled') {
      if (this.recovered.delete(act.person)) this.end(act.person, seq);
      const passkey = { ...act, since: seq, until: Infinity };
      this.named.set(act.credential, [...(this.named.get(act.credential) ?? []), passkey]);
      this.held.set(act.person, [...(this.held.get(act.person) ?? []), passkey]);
    } else if (act.type === 'passkey-removed') this.end(act.person, seq, act.credential);
    else if (act.type === 'enrolment-offered') this.recovered.delete(act.person);
    else if (act.type === 'recovery-confirmed') this.confirm(act, at_ms);
  }

  private end(person: number, seq: number, credential?: string) {
    const isEnded = (key: Passkey) => credential === undefined || key.credential === credential;
    const held = this.held.get(person) ?? [];
    for (const key of held.filter(isEnded)) key.until = seq;
    this.held.set(
      person,
      held.filter((key) => !isEnded(key)),
    );
  }

  private confirm({ person, as_secretary }: Confirmed, at_ms: number) {
    const before = this.pending.get(person);
    const isPending = before !== undefined && before.until_ms > at_ms;
    const now = isPending ? before : { until_ms: at_ms + recovery_ms, secretary: false, coChair: false };
    if (as_secretary) now.secretary = true;
    else now.coChair = true;
    this.pending.set(person, now);
    if (!now.secretary || !now.coChair) return;
    this.pending.delete(person);
    this.recovered.add(person);
  }
}
