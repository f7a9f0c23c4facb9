#!/usr/bin/env node
// Mail between this program and servers of others: one that works (OpenSMTPD), and one that does what servers do on bad days
// (npm smtp-server); what came is read by another's parser (npm mailparser).
//
// usage: relay_test.mjs CCOP
import assert from 'node:assert/strict';
import { execFile, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { eventually, startOpenSmtpd } from './opensmtpd.mjs';

const require = createRequire(new URL('../../web/package.json', import.meta.url));
const { SMTPServer } = require('smtp-server');
const { simpleParser } = require('mailparser');
const ICAL = require('ical.js');
const nodemailer = createRequire(require.resolve('smtp-server'))('nodemailer');

const [, , ccop] = process.argv;
const folder = mkdtempSync(join(tmpdir(), 'ccop-mail-'));
const port = 2526;
const secret = 'a password of the relay';
const passwordFile = join(folder, 'password');
writeFileSync(passwordFile, `${secret}\n`);

execFileSync(
  'openssl',
  [
    'req',
    '-x509',
    '-newkey',
    'rsa:2048',
    '-nodes',
    '-keyout',
    join(folder, 'key.pem'),
    '-out',
    join(folder, 'cert.pem'),
    '-days',
    '2',
    '-subj',
    '/CN=localhost',
    '-addext',
    'subjectAltName=DNS:localhost',
  ],
  { stdio: 'ignore' },
);
const certificate = { key: readFileSync(join(folder, 'key.pem')), cert: readFileSync(join(folder, 'cert.pem')) };

/** What the program says of one mail, and whether it was taken over. */
const trial = (...options) =>
  new Promise((resolve) => {
    const all = [
      'mail-trial',
      '--mail-from',
      'ccop@example.org',
      '--mail-seconds',
      '3',
      ...options,
      'someone@example.net',
    ];
    execFile(ccop, all, (error, stdout, stderr) => resolve({ taken: !error, said: stdout + stderr }));
  });

/** A server that behaves as `options` say while `during` lasts; gives the mails that it took. */
async function withServer(options, during) {
  const taken = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _, done) => {
      let text = '';
      stream.on('data', (piece) => (text += piece)).on('end', () => (taken.push(text), done(null, 'as 1')));
    },
    ...options,
  });
  server.on('error', () => undefined); // a client that breaks off is what some tests are about
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  try {
    await during(taken);
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}
const failing = (code, message) => (_, __, done) => done(Object.assign(new Error(message), { responseCode: code }));
const plain = ['--mail-relay', `smtp://127.0.0.1:${port}`];
const trusted = ['--mail-relay', `smtp://localhost:${port}`, '--mail-ca', join(folder, 'cert.pem')];
const signedIn = ['--mail-user', 'ccop', '--mail-password-file', passwordFile];
const checksPassword = ({ username, password }, _, done) =>
  username === 'ccop' && password === secret ? done(null, { user: username }) : done(new Error('no'));

/** The event in an invitation's mail. */
function eventIn({ to, text, attachments }) {
  assert.equal(attachments.length, 1);
  assert.equal(attachments[0].contentType, 'text/calendar');
  assert.equal(attachments[0].contentDisposition, undefined);
  const calendar = new ICAL.Component(ICAL.parse(attachments[0].content.toString()));
  const event = calendar.getFirstSubcomponent('vevent');
  assert.equal(calendar.getFirstPropertyValue('method'), 'REQUEST');
  assert.match(event.getFirstPropertyValue('organizer'), /^mailto:ccop\+[0-9a-f]{32}@example.org$/);
  assert.deepEqual(
    event.getAllProperties('attendee').map((one) => one.getFirstValue()),
    [`mailto:${to.text}`],
  );
  assert.ok(!text.includes(event.getFirstPropertyValue('summary')));
  return event;
}

/** Says yes to an event, as another's programs write that and send it through `port`. */
async function accept(event, port, organizer = event.getFirstPropertyValue('organizer')) {
  const calendar = new ICAL.Component('vcalendar');
  for (const [name, value] of [
    ['version', '2.0'],
    ['prodid', '-//somebody//calendar//EN'],
    ['method', 'REPLY'],
  ])
    calendar.addPropertyWithValue(name, value);
  const reply = new ICAL.Component('vevent');
  for (const name of ['uid', 'sequence', 'dtstamp', 'summary'])
    reply.addPropertyWithValue(name, event.getFirstPropertyValue(name));
  reply.addPropertyWithValue('organizer', organizer);
  const attendee = event.getFirstPropertyValue('attendee');
  reply.addPropertyWithValue('attendee', attendee).setParameter('partstat', 'ACCEPTED');
  calendar.addSubcomponent(reply);
  const smtp = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  const [from, to] = [attendee, organizer].map((address) => address.replace('mailto:', ''));
  await smtp.sendMail({
    from,
    to,
    subject: 'Accepted',
    text: 'Yes.',
    icalEvent: { method: 'REPLY', content: calendar.toString() },
  });
}

/** How many mails a host says that it read, and how many counted. */
function repliesIn(log) {
  const all = [...log.matchAll(/read in the folder for replies: (\d+); counted: (\d+)/g)];
  return [1, 2].map((place) => all.reduce((sum, found) => sum + Number(found[place]), 0));
}

const tests = {
  'a real server takes a mail, and another’s parser reads it': async () => {
    const server = await startOpenSmtpd(2527);
    try {
      const { taken, said } = await trial('--mail-relay', 'smtp://127.0.0.1:2527');
      assert.ok(taken, said);
      // What another test left in the machine's queue comes, too.
      const mail = await eventually(async () =>
        (await server.mails()).find(({ subject }) => subject === 'ccop: a trial'),
      );
      assert.equal(mail.from.text, '"ccop" <ccop@example.org>');
      assert.match(mail.text, /mail is set up/);
      assert.match(mail.html, /<p>This mail shows/);
      assert.equal(mail.headers.get('auto-submitted'), 'auto-generated');
      assert.equal(mail.attachments.length, 0);
    } finally {
      server.stop();
    }
  },
  'a host that is served invites to its meetings, each person alone, and is answered by their calendars': () =>
    withServer({}, async (taken) => {
      const data = join(folder, 'data');
      const where = ['--data', data, '--origin', 'http://localhost:8222'];
      execFileSync(ccop, ['demo', '--answering', '0', '--charter', 'charter/ccop.toml', ...where], { stdio: 'ignore' });
      const mailServer = await startOpenSmtpd(2527, 'ccop@example.org');
      const mails = [...plain, '--mail-from', 'ccop@example.org', '--mail-replies', mailServer.mailbox];
      const host = spawn(ccop, ['serve', '--listen', '127.0.0.1:8222', ...where, ...mails]);
      let log = '';
      for (const stream of [host.stdout, host.stderr]) stream.on('data', (piece) => (log += piece));
      try {
        const invitations = await eventually(() => {
          const found = taken.filter((mail) => mail.includes('Subject: CCOP: 1 thing for your calendar'));
          return found.length > 9 && found;
        }, 90); // a round begins every twenty seconds
        const events = (await Promise.all(invitations.map((mail) => simpleParser(mail)))).map(eventIn);
        await accept(events[0], mailServer.port, `mailto:ccop+${'0'.repeat(32)}@example.org`); // a forger
        await accept(events[1], mailServer.port);
        await eventually(() => repliesIn(log)[0] >= 2, 90);
        assert.deepEqual(repliesIn(log), [2, 1]);
      } finally {
        mailServer.stop();
        host.kill();
        await new Promise((ended) => host.on('exit', ended));
      }
    }),
  'the server’s answer is told': () =>
    withServer({}, async (taken) => {
      const { taken: well, said } = await trial(...plain);
      assert.ok(well && said.startsWith('taken over: 250'), said);
      assert.equal(taken.length, 1);
    }),
  'a refused recipient is refused, with the answer': () =>
    withServer({ onRcptTo: failing(550, 'no such user here') }, async (taken) => {
      const { taken: well, said } = await trial(...plain);
      assert.ok(!well && said.startsWith('refused: 550 no such user here'), said);
      assert.equal(taken.length, 0);
    }),
  'a greylisted one is put off, with the answer': () =>
    withServer({ onRcptTo: failing(451, 'come back later') }, async () => {
      const { taken, said } = await trial(...plain);
      assert.ok(!taken && said.startsWith('put off: 451 come back later'), said);
    }),
  'a server that does not let this host send is told as that': () =>
    withServer({ onMailFrom: failing(553, 'you may not send') }, async () => {
      const { taken, said } = await trial(...plain);
      assert.ok(!taken && said.startsWith('the relay was not to be spoken to: 553 you may not send'), said);
    }),
  'a server that refuses what it was sent is heard': () =>
    withServer(
      {
        onData: (stream, _, done) => {
          stream.resume().on('end', () => done(Object.assign(new Error('looks like spam'), { responseCode: 554 })));
        },
      },
      async () => {
        const { taken, said } = await trial(...plain);
        assert.ok(!taken && said.startsWith('refused: 554 looks like spam'), said);
      },
    ),
  'TLS is checked: a certificate that nobody vouches for is not spoken to': () =>
    withServer({ ...certificate, disabledCommands: [] }, async (taken) => {
      const { taken: well } = await trial('--mail-relay', `smtp://localhost:${port}`);
      assert.ok(!well);
      assert.equal(taken.length, 0);
    }),
  'a password goes over TLS, and opens the relay': () =>
    withServer({ ...certificate, disabledCommands: [], authOptional: false, onAuth: checksPassword }, async (taken) => {
      const { taken: well, said } = await trial(...trusted, ...signedIn);
      assert.ok(well, said);
      assert.equal(taken.length, 1);
    }),
  'a password is not given to a relay without TLS, on this machine neither': () =>
    withServer({ authOptional: false, allowInsecureAuth: true, onAuth: checksPassword }, async (taken) => {
      const { taken: well } = await trial(...plain, ...signedIn);
      assert.ok(!well);
      assert.equal(taken.length, 0);
    }),
  'a wrong password is no fault of the mail, and is not shown': () =>
    withServer(
      { ...certificate, disabledCommands: [], authOptional: false, onAuth: (_, __, done) => done(new Error('no')) },
      async () => {
        const { taken, said } = await trial(...trusted, ...signedIn);
        assert.ok(!taken && !said.includes(secret), said);
      },
    ),
  'smtps:// speaks TLS from the first byte': () =>
    withServer({ ...certificate, secure: true, disabledCommands: [] }, async (taken) => {
      const { taken: well, said } = await trial(
        '--mail-relay',
        `smtps://localhost:${port}`,
        '--mail-ca',
        join(folder, 'cert.pem'),
      );
      assert.ok(well, said);
      assert.equal(taken.length, 1);
    }),
  'a server that hangs is let go': async () => {
    const silent = createServer(() => undefined);
    await new Promise((resolve) => silent.listen(port, '127.0.0.1', resolve));
    const { taken, said } = await trial(...plain);
    await new Promise((resolve) => (silent.close(resolve), silent.closeAllConnections?.()));
    assert.ok(!taken && /imeout|timed out/i.test(said), said);
  },
  'a server that talks without an end is let go': async () => {
    const babbling = createServer((socket) => {
      socket.on('error', () => undefined);
      const timer = setInterval(() => socket.write(`220-${'x'.repeat(2000)}\r\n`), 5);
      socket.on('close', () => clearInterval(timer));
    });
    await new Promise((resolve) => babbling.listen(port, '127.0.0.1', resolve));
    const { taken, said } = await trial(...plain);
    await new Promise((resolve) => babbling.close(resolve));
    assert.ok(!taken && said.length < 1000, said);
  },
  'a server that breaks off is let go': async () => {
    const rude = createServer((socket) =>
      socket
        .on('error', () => undefined)
        .resume()
        .end('220 hello\r\n'),
    );
    await new Promise((resolve) => rude.listen(port, '127.0.0.1', resolve));
    const { taken } = await trial(...plain);
    await new Promise((resolve) => rude.close(resolve));
    assert.ok(!taken);
  },
  'a server that is not there is told': async () => {
    const { taken, said } = await trial(...plain);
    assert.ok(!taken && /connect/i.test(said), said);
  },
  'no address smuggles a second command': async () => {
    const { taken, said } = await new Promise((resolve) =>
      execFile(
        ccop,
        ['mail-trial', '--mail-from', 'ccop@example.org', ...plain, 'a@b.example>\r\nRCPT TO:<x@y.example'],
        (error, stdout, stderr) => resolve({ taken: !error, said: stdout + stderr }),
      ),
    );
    assert.ok(!taken && said.includes('no mail address'), said);
  },
};

let passed = 0;
let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    passed += 1;
  } catch (error) {
    failed += 1;
    console.log(`FAILED: ${name}\n${error.stack}`);
  }
}
rmSync(folder, { recursive: true, force: true });
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
