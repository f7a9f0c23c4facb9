// Has ical.js, by which Thunderbird reads, read calendars that ccop's tests wrote, and compares each with what must be found there. The counterpart
// of tests/notify/libical_test.cpp; without a program of tests to ask (CCOP_TESTS) there is nothing to read.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import ICAL from 'ical.js';
import { afterAll, describe, expect, it } from 'vitest';

const program = process.env.CCOP_TESTS;
const folder = mkdtempSync(join(tmpdir(), 'ccop-calendars-'));
afterAll(() => rmSync(folder, { recursive: true }));

function timeOf(event: ICAL.Component, name: string) {
  const time = event.getFirstPropertyValue(name);
  if (!(time instanceof ICAL.Time)) throw new Error(`${name} is no time`);
  if (!time.isDate && time.zone !== ICAL.Timezone.utcTimezone) throw new Error(`${name} is a time of no zone`);
  return time.toString();
}

function readEvent(event: ICAL.Component) {
  expect(timeOf(event, 'dtstamp')).toBe(timeOf(event, 'last-modified'));
  return {
    uid: event.getFirstPropertyValue('uid'),
    sequence: event.getFirstPropertyValue('sequence'),
    changed: timeOf(event, 'last-modified'),
    starts: timeOf(event, 'dtstart'),
    ends: timeOf(event, 'dtend'),
    summary: event.getFirstPropertyValue('summary'),
    place: event.getFirstPropertyValue('location'),
    cancelled: event.getFirstPropertyValue('status') === 'CANCELLED',
  };
}

function readPeople(event: ICAL.Component | null) {
  const [organizer, attendee] = ['organizer', 'attendee'].map((name) => event?.getFirstProperty(name));
  return {
    organizer: { name: organizer?.getParameter('cn'), address: organizer?.getFirstValue() },
    attendee: {
      name: attendee?.getParameter('cn'),
      address: attendee?.getFirstValue(),
      part: attendee?.getParameter('partstat'),
      rsvp: attendee?.getParameter('rsvp'),
    },
  };
}

function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const method = calendar.getFirstPropertyValue('method');
  return {
    events: calendar.getAllSubcomponents('vevent').map(readEvent),
    ...(method === null ? {} : { method, ...readPeople(calendar.getFirstSubcomponent('vevent')) }),
  };
}

describe.skipIf(program === undefined)('ical.js', () => {
  it('reads every calendar as it was meant', () => {
    execFileSync(program ?? '', ['--gtest_filter=OurCalendars.*'], { env: { ...process.env, CCOP_CALENDARS: folder } });
    const calendars = readdirSync(folder).filter((file) => file.endsWith('.ics'));
    expect(calendars.length).toBeGreaterThanOrEqual(200);
    for (const file of calendars) {
      const text = readFileSync(join(folder, file), 'utf8');
      const expected = JSON.parse(readFileSync(join(folder, file.replace('.ics', '.json')), 'utf8')) as {
        name?: string;
      };
      delete expected.name; // ical.js leaves RFC 7986's properties as they are written
      expect(read(text), file).toEqual(expected);
    }
  });
});
