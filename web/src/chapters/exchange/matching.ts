// Which of what was shared is among what one watches for. tests/exchange/watch/matches.json says what is found, here and in `ccop watch`.
import type { Schemas } from '../../api/client';
import type { Network } from './networks';
import { networkOf, prefixOf } from './networks';
import type { WatchList } from './watchList';
import { canonicalHost, canonicalSector, hostOf } from './watchList';

type Value = Schemas['ObjectValues']['values'][number];
type Names = Map<string, string>;

/** Tells the entries of the list that a value meets, as the list has them. */
export type Matcher = (value: Value) => string[];

export function matcherOf(list: WatchList): Matcher {
  const networks = new Networks(list.networks);
  const domains = namesOf(list.domains, canonicalHost);
  const mail = namesOf(list.mail, canonicalHost);
  const sectors = namesOf(list.sectors, canonicalSector);
  const host = (name: string) => {
    const network = networkOf(name);
    return network ? networks.metBy(network) : above(domains, name);
  };
  return ({ kind, value }) => {
    if (kind === 'sector') return one(sectors.get(canonicalSector(value)));
    if (kind === 'email') return above(mail, value.slice(value.lastIndexOf('@') + 1));
    if (kind === 'url') return value.includes('://') ? host(hostOf(value)) : [];
    if (kind === 'domain') return host(value);
    const network = networkOf(value);
    return network ? networks.metBy(network) : [];
  };
}

const one = (entry: string | undefined) => (entry === undefined ? [] : [entry]);

function namesOf(entries: string[], canonical: (text: string) => string | undefined): Names {
  const names: Names = new Map();
  for (const entry of entries) {
    const name = canonical(entry);
    if (name !== undefined && !names.has(name)) names.set(name, entry);
  }
  return names;
}

/** A name, or what it lies below. */
function above(names: Names, text: string): string[] {
  const met: string[] = [];
  for (
    let rest = canonicalHost(text) ?? '';
    rest !== '';
    rest = rest.includes('.') ? rest.slice(rest.indexOf('.') + 1) : ''
  )
    met.push(...one(names.get(rest)));
  return met;
}

/** Networks by the lengths of their prefixes: a value is held against as many as there are lengths, and not against each network. */
class Networks {
  private readonly byLength = new Map<number, Map<bigint, string[]>>();
  private readonly all: { network: Network; entry: string }[] = [];

  constructor(entries: string[]) {
    for (const entry of entries) {
      const network = networkOf(entry);
      if (network === undefined) continue;
      this.all.push({ network, entry });
      const { begin, length } = network;
      const prefixes = this.byLength.get(length) ?? new Map<bigint, string[]>();
      const prefix = prefixOf(begin, length);
      prefixes.set(prefix, [...(prefixes.get(prefix) ?? []), entry]);
      this.byLength.set(length, prefixes);
    }
  }

  /** Those that share an address with it: it lies in them, or they in it. */
  metBy({ begin, length }: Network): string[] {
    const met: string[] = [];
    for (const [own, prefixes] of this.byLength)
      if (own <= length) met.push(...(prefixes.get(prefixOf(begin, own)) ?? []));
    if (length === 128) return met;
    const prefix = prefixOf(begin, length);
    for (const { network, entry } of this.all)
      if (network.length > length && prefixOf(network.begin, length) === prefix) met.push(entry);
    return met;
  }
}
