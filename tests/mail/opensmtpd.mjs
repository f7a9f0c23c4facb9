// OpenSMTPD of Debian on a port of its own, which takes mail and keeps it in a folder. Needs root, as its delivery does.
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const { simpleParser } = require('mailparser');

const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** Whether something listens there. */
const listens = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.on('connect', () => resolve((socket.destroy(), true))).on('error', () => resolve(false));
  });

/** What `look` finds, asked again for so many seconds. */
export async function eventually(look, seconds = 10) {
  for (let tries = 0; tries < seconds * 10; tries += 1) {
    const found = await look();
    if (found) return found;
    await pause(100);
  }
  throw new Error(`it did not come in ${seconds} seconds`);
}

/** The files in a folder; none while there is no such folder. */
function filesIn(folder) {
  try {
    return readdirSync(folder)
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** Takes mail for whom `recipients` names, as the table of a virtual domain does; else for anybody. */
export async function startOpenSmtpd(port, recipients = '@') {
  const folder = mkdtempSync(join(tmpdir(), 'ccop-smtpd-'));
  chmodSync(folder, 0o755);
  const mail = join(folder, 'mail');
  const nobody = Number(execFileSync('id', ['-u', 'nobody'], { encoding: 'utf8' }));
  for (const part of [mail, ...['new', 'cur', 'tmp'].map((name) => join(mail, name))]) {
    mkdirSync(part);
    chownSync(part, nobody, nobody);
  }
  const file = join(folder, 'smtpd.conf');
  writeFileSync(
    file,
    `listen on 127.0.0.1 port ${port}\naction "keep" maildir "${mail}" virtual { "${recipients}" = nobody }\nmatch from any for any action "keep"\n`,
  );
  const server = spawn('/usr/sbin/smtpd', ['-d', '-f', file], { stdio: 'ignore', detached: true });
  await eventually(() => listens(port));
  return {
    port,
    /** The Maildir to which it delivers. */
    mailbox: mail,
    /** The mails that came, as another's parser reads them. */
    mails: () => Promise.all(filesIn(join(mail, 'new')).map((file) => simpleParser(readFileSync(file)))),
    stop: () => {
      process.kill(-server.pid);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
