// A worker of readers.mjs and of signed.mjs: connections that each ask, wait, check the answer, and ask again. It speaks HTTP over plain sockets, so that
// what is measured is the server and not its client.
import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { correctPerson, enterSession, leaveSession } from './acts.mjs';
import { SessionKey, headIn, requestOf } from './devices.mjs';

const { port, path, work } = workerData;
const parsed_of = 200; // answers that are looked for by their bytes, one of which is read as JSON too

class Connection {
  constructor() {
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true });
    this.socket.on('data', (chunk) => this.#take(chunk));
    this.socket.on('error', (error) => this.failed(error));
    this.socket.on('close', () => this.failed(new Error('a connection was closed')));
    this.opened = new Promise((ready) => this.socket.once('connect', ready));
  }
  failed = () => {};
  parts = [];
  missing = undefined; // bytes, once the head is read

  #take(chunk) {
    this.parts.push(chunk);
    if (this.missing === undefined) {
      const bytes = Buffer.concat(this.parts);
      const end = bytes.indexOf('\r\n\r\n');
      if (end < 0) return;
      const head = bytes.toString('latin1', 0, end);
      this.status = Number(head.slice(9, 12));
      this.parts = [bytes.subarray(end + 4)];
      this.missing = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? NaN) - this.parts[0].length;
    } else this.missing -= chunk.length;
    if (this.missing > 0) return;
    if (this.missing !== 0) return this.failed(new Error(`an answer (${this.status}) is not as long as it says`));
    const body = this.parts.length === 1 ? this.parts[0] : Buffer.concat(this.parts);
    this.parts = [];
    this.missing = undefined;
    this.answered({ status: this.status, body });
  }
  ask(method, target, cookie, body = '') {
    const kind = body === '' ? '' : `Content-Type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n`;
    return new Promise((answered, failed) => {
      this.answered = answered;
      this.failed = failed;
      this.socket.write(
        `${method} ${path}${target} HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: ${cookie}\r\n${kind}\r\n${body}`,
      );
    });
  }
}

const refused = ({ status, body }, what) =>
  new Error(`${what} was answered ${status}: ${body.toString('utf8', 0, 300)}`);

async function took(connection, ask, what) {
  const began = performance.now();
  const answer = await ask(connection);
  if (answer.status !== 200) throw refused(answer, what);
  return { answer, time: performance.now() - began };
}

/** Reads a page and looks for its marks. */
class Reader {
  constructor({ cookie, target, marks }) {
    Object.assign(this, { cookie, target, marks });
  }
  checked = 0;
  async round(connection) {
    const { target, cookie } = this;
    const { answer, time } = await took(connection, (to) => to.ask('GET', target, cookie), target);
    for (const mark of this.marks)
      if (!answer.body.includes(mark)) throw new Error(`${target} does not have ${mark} in it`);
    if (++this.checked % parsed_of === 0) JSON.parse(answer.body.toString());
    return time;
  }
}

/** Enters a session and leaves it in turn, or, where there is none for it, corrects its own name; asks for the log's head each time, as
 * a page does, and signs with its session key. How long the act took is what is told of it, without the head and the signing. */
class Writer {
  constructor({ device, session }) {
    Object.assign(this, device);
    this.key = new SessionKey(device.session);
    this.room = session;
  }
  size = 0;
  inside = false;
  #next() {
    if (this.room === undefined) return correctPerson(this.person, 'Somebody');
    return this.inside ? leaveSession(this.room) : enterSession(this.room);
  }
  async round(connection) {
    const { cookie, person, logKey } = this;
    const asked = `/api/log/head?from=${this.size}`;
    const { answer } = await took(connection, (to) => to.ask('GET', asked, cookie), asked);
    const { head } = headIn(JSON.parse(answer.body.toString()));
    this.size = head.size;
    const { command, contents } = this.#next();
    const request = requestOf({ person, command, head, after: this.after });
    const body = JSON.stringify({ request, contents, signature: this.key.signs(logKey, request) });
    const act = await took(connection, (to) => to.ask('POST', '/api/acts', cookie, body), request);
    if (!act.answer.body.includes('"seq":')) throw refused(act.answer, request);
    this.inside = !this.inside;
    return act.time;
  }
}

const kinds = { read: Reader, write: Writer };
const workers = work.map((one) => new kinds[one.does](one));
const connections = work.map(() => new Connection());
await Promise.all(connections.map(({ opened }) => opened));
parentPort.postMessage({});
parentPort.on('message', async (seconds) => {
  const times = [];
  const until = performance.now() + seconds * 1000;
  const loop = async (one, i) => {
    while (performance.now() < until) times.push(await one.round(connections[i]));
  };
  try {
    await Promise.all(workers.map(loop));
    parentPort.postMessage({ times });
  } catch (error) {
    parentPort.postMessage({ wrong: error.message });
  }
});
