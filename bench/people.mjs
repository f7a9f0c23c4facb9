// The people of a bench: each enrolled a passkey of its own by a one-time link, signed in with it, and signs its acts. The
// demonstration's links bring in the first; those have the others in.
import { LinkKey, Passkey, SessionKey, headIn, newSecret, requestOf, seen } from './devices.mjs';
import { confirmRecovery, enrolPasskey, offerEnrolment, registerPerson } from './acts.mjs';
import { answerOf, ask, require } from './served.mjs';

const day_ms = 86_400_000;
const unprocessable = 422;
let addresses = 0;

/** The server counts tries by address, and people do come from different ones. */
function nextAddress() {
  const number = addresses++;
  return `127.0.${1 + Math.floor(number / 250)}.${1 + (number % 250)}`;
}

class Person {
  #community;
  #passkey;
  #from = nextAddress();
  #last; // the time of the request that was signed last

  constructor(community) {
    this.#community = community;
    this.#passkey = new Passkey(community.origin);
  }

  /** An answer to this person, from JSON. */
  ask = (path, body) => ask(this.#community, path, { body, cookie: this.cookie, from: this.#from });

  async enrol(secret) {
    const link = new LinkKey(secret);
    this.number = (await this.ask('/api/enrolment/look', { link_key: link.key })).person;
    const { command, contents } = enrolPasskey(this.number, this.#passkey.enrolment);
    const { head, logKey } = headIn(await this.ask('/api/log/head'));
    const request = requestOf({ person: this.number, command, head });
    await this.ask('/api/enrolment', { request, contents, signature: link.signs(logKey, request) });
    return this;
  }

  async signIn() {
    this.session = new SessionKey();
    const { challenge } = await this.ask('/api/challenge', {});
    const { head, logKey } = headIn(await this.ask('/api/log/head'));
    const end = new Date(Date.now() + day_ms).toISOString();
    const statement = { algorithm: -7, end, head, nonce: challenge, public_key: this.session.public_key };
    const body = { statement, ...this.#passkey.signsIn(logKey, statement) };
    const { status, headers, text } = await answerOf(this.#community, '/api/sign-in', { body, from: this.#from });
    require(status === 200, `a sign-in was answered ${status}: ${text.slice(0, 200)}`);
    require(JSON.parse(text).person === this.number, `person ${this.number} is signed in as another: ${text}`);
    this.logKey = logKey;
    this.cookie = headers['set-cookie'][0].split(';')[0];
    return this;
  }

  /** What the person signs as seen of another one: the profile. */
  async seesOf(number) {
    const { people } = await this.ask('/api/people');
    const other = people.find(({ id }) => id === number);
    require(other?.wording, `person ${this.number} sees no profile of person ${number}`);
    return seen(other.wording);
  }

  /** Whether the rules would let the person do it now. */
  async may({ command }) {
    const asked = { body: { command }, cookie: this.cookie, from: this.#from };
    const { status, text } = await answerOf(this.#community, '/api/acts/prepare', asked);
    require([200, unprocessable].includes(
      status,
    ), `whether an act is possible was answered ${status}: ${text.slice(0, 200)}`);
    return status === 200;
  }

  /** What happened; Wrong where the act is refused. Signed by the passkey where the rules want it. */
  async act({ command, contents }) {
    const { formal, after } = await this.ask('/api/acts/prepare', { command });
    const { head } = headIn(await this.ask('/api/log/head'));
    const request = requestOf({ person: this.number, command, head, after });
    const signature = (formal ? this.#passkey : this.session).signs(this.logKey, request);
    const receipt = await this.ask('/api/acts', { request, contents, signature });
    require(receipt.acts?.length > 0, `${command.type} led to nothing: ${JSON.stringify(receipt)}`);
    this.#last = JSON.parse(request).asked_at;
    return receipt;
  }

  /** All that another thread needs in order to sign for the person. */
  device = () => ({
    person: this.number,
    cookie: this.cookie,
    logKey: this.logKey,
    session: this.session.kept,
    after: this.#last,
  });
}

/** Everybody whom a bench has signed in. */
class Company {
  #community;
  #here = new Map();

  constructor(community) {
    this.#community = community;
  }

  async admit(secret) {
    const person = await (await new Person(this.#community).enrol(secret)).signIn();
    this.#here.set(person.number, person);
    return person;
  }

  /** The person with this number. Who is not here yet has a passkey that nobody holds, so the Secretary and a co-Chair vouch. */
  async person(number) {
    const here = this.#here.get(number);
    if (here) return here;
    const secret = newSecret();
    const { key } = new LinkKey(secret);
    for (const one of [this.coChair, this.secretary])
      await one.act(confirmRecovery(number, key, await one.seesOf(number)));
    return this.admit(secret);
  }

  /** Somebody whom the community does not know yet. */
  async newcomer(name) {
    const { acts } = await this.secretary.act(registerPerson(name));
    const { person } = acts.find(({ type }) => type === 'person-registered');
    const secret = newSecret();
    const until = new Date(Date.now() + day_ms);
    const profile = await this.secretary.seesOf(person);
    await this.secretary.act(offerEnrolment(person, new LinkKey(secret).key, until, profile));
    return this.admit(secret);
  }
}

/** Signs in the Secretary, and a co-Chair, by the demonstration's links. */
export async function enter(community) {
  const company = new Company(community);
  const secretOf = (role) => new RegExp(`${role}: \\S+#(\\S+)`).exec(community.links)[1];
  company.secretary = await company.admit(secretOf('Secretary'));
  company.coChair = await company.admit(secretOf('co-Chair'));
  return company;
}
