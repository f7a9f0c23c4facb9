// A worker of readers.mjs: connections that each ask, wait, check the answer, and ask again. It speaks HTTP over plain sockets, so that
// what is measured is the server and not its client.
import { connect } from 'node:net';
import { parentPort, workerData } from 'node:worker_threads';
import { enterSession, leaveSession, registerPerson } from './acts.mjs';

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

let checked = 0;
async function read({ cookie, target, marks }, connection) {
  const answer = await connection.ask('GET', target, cookie);
  if (answer.status !== 200) throw refused(answer, target);
  for (const mark of marks) if (!answer.body.includes(mark)) throw new Error(`${target} does not have ${mark} in it`);
  if (++checked % parsed_of === 0) JSON.parse(answer.body.toString());
}

/** Enters and leaves in turn, or, as the Secretary, registers somebody new. */
async function write(writer, connection) {
  const { cookie, person, session } = writer;
  const body =
    session === undefined
      ? registerPerson(person, 'Somebody')
      : writer.inside
        ? leaveSession(person, session)
        : enterSession(person, session);
  const answer = await connection.ask('POST', '/api/acts', cookie, JSON.stringify(body));
  if (answer.status !== 200 || !answer.body.includes('"seq":')) throw refused(answer, body.request);
  writer.inside = !writer.inside;
}

const once = { read, write };
const connections = work.map(() => new Connection());
await Promise.all(connections.map(({ opened }) => opened));
parentPort.postMessage({});
parentPort.on('message', async (seconds) => {
  const times = [];
  const until = performance.now() + seconds * 1000;
  const loop = async (one, i) => {
    for (let began = performance.now(); began < until; began = performance.now()) {
      await once[one.does](one, connections[i]);
      times.push(performance.now() - began);
    }
  };
  try {
    await Promise.all(work.map(loop));
    parentPort.postMessage({ times });
  } catch (error) {
    parentPort.postMessage({ wrong: error.message });
  }
});
