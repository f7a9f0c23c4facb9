import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it } from 'vitest';

import type { CommandName } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { actWords, awaitsPasskey, chooser, command, opens } from '../../testing/acts';
import { show } from '../../testing/page';
import { answersTo, asked } from '../../testing/server';
import { aGroup, aPlan, aReport, original } from '../../testing/workPlan';
import { GroupContent } from './Group';

const shows = (more: Partial<Schemas['GroupPage']> = {}, wanted = false) =>
  show(<GroupContent group={aGroup(more)} asked={wanted} />);
const press = (name: string, within_: HTMLElement) => userEvent.click(within(within_).getByRole('button', { name }));
const hash = expect.stringMatching(/^[\w-]{43}$/) as string;
const seen = { texts: [hash], clear: [] };

beforeEach(() => {
  awaitsPasskey();
  answersTo('GET /api/priorities', { directions: [], priorities: [], may: [] });
  answersTo('GET /api/groups', aPlan());
  answersTo('GET /api/motions', { motions: [], before: null, total: 0, may: [] });
});

describe('a group offers what the reader may do, and nothing else', () => {
  it('nothing to whoever may do nothing', () => {
    shows();
    expect(within(screen.getByTestId('moves')).queryAllByRole('button')).toEqual([]);
    expect(screen.queryByTestId('status-form')).toBeNull();
    expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull();
  });
  it.each<[CommandName, string]>([
    ['revise-group', 'Change the terms'],
    ['withdraw-group', 'Withdraw the proposal'],
    ['join-group', 'Join'],
    ['leave-group', 'Leave'],
    ['volunteer-as-lead', 'Volunteer as Lead'],
    ['take-back-lead-offer', 'Lead no longer offered'],
    ['found-group', 'Found the group'],
    ['step-back-as-lead', 'Step back as Lead'],
    ['appoint-lead', 'Appoint a Lead'],
    ['name-convener', 'Name a convener'],
    ['hold-kickoff', 'Record the kickoff'],
    ['file-plan', 'File summary and plan'],
    ['declare-inability', "It can't be done"],
    ['pause-group', 'Let it rest'],
    ['resume-group', 'Go on'],
    ['conclude-group', 'Conclude'],
    ['end-group', 'End the group'],
    ['extend-group', 'Extend'],
  ])('%s: %s', (name, label) => {
    shows({ may: [name] });
    const offered = within(screen.getByTestId('moves')).getAllByRole('button');
    expect(offered.map((button) => button.textContent)).toEqual([label]);
  });
  it('to remove each of those who are in but the Lead', async () => {
    shows({ may: ['remove-from-group'] });
    const form = await opens('Remove TUGS');
    expect(screen.queryByRole('button', { name: 'Remove QUAY' })).toBeNull();
    await userEvent.type(within(form).getByLabelText(/Reason/), 'It never came.');
    await press('Remove TUGS', form);
    expect(await command()).toEqual({ type: 'remove-from-group', group: 7, organization: 3, reason: hash, seen });
  });
});

describe('taking part', () => {
  it('is told in hours before one joins, and signed with them and the terms', async () => {
    shows({ may: ['join-group'] });
    const form = await opens('Join');
    expect(within(form).getByTestId('takes').textContent).toBe('Taking part takes about 5 hours a month.');
    expect(form.textContent).toContain('TLP:AMBER');
    await press('Join', form);
    expect(await command()).toEqual({ type: 'join-group', group: 7, seen });
    expect(await actWords()).toBe('My organization joins, for about 5 hours a month: Lamp lighters');
  });
  it('is told in other hours to whoever would lead', async () => {
    shows({ may: ['volunteer-as-lead'] });
    const form = await opens('Volunteer as Lead');
    expect(within(form).getByTestId('takes').textContent).toBe('Leading takes about 12 hours a month.');
    await press('Volunteer as Lead', form);
    expect(await command()).toEqual({ type: 'volunteer-as-lead', group: 7, seen });
  });
  it('is not signed where the terms on the page are others than the record has', async () => {
    shows({ may: ['join-group'], wording: { texts: [original('{"title":"Lamp lighters"}')] } });
    await press('Join', await opens('Join'));
    expect((await screen.findByTestId('problem')).textContent).toContain('otherwise than the record names it');
    expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(false);
  });
});

describe('the status', () => {
  it('has the last answer filled in, and is sent as it is', async () => {
    const last_report = aReport({ standing: 'late', line: 'The oil came late.' });
    shows({ may: ['report-status'], last_report, reports: [last_report] }, true);
    const form = screen.getByTestId('status-form');
    expect((within(form).getByLabelText('Late') as HTMLInputElement).checked).toBe(true);
    expect(document.activeElement).toBe(within(form).getByLabelText('Late'));
    expect((within(form).getByLabelText(/In a line/) as HTMLInputElement).value).toBe('The oil came late.');
    await press('Say so', form);
    expect(await command()).toEqual({ type: 'report-status', group: 7, standing: 'late', line: hash, seen });
    expect(await actWords()).toBe('Lamp lighters: Late. The oil came late.');
  });
  it('is empty the first time, and sends nothing without a choice', async () => {
    shows({ may: ['report-status'] });
    const form = screen.getByTestId('status-form');
    expect(
      within(form)
        .getAllByRole('radio')
        .filter((one) => (one as HTMLInputElement).checked),
    ).toEqual([]);
    await userEvent.type(within(form).getByLabelText(/In a line/), 'All well.');
    await press('Say so', form);
    expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(false);
  });
});

describe('what the committee does', () => {
  const volunteers = [{ organization: 'QUAY', id: 2, since: '2026-06-02T09:00:00.000Z' }];
  it('founds it with mid-year by the charter, which nobody is asked for', async () => {
    shows({ may: ['found-group'], volunteers, state: 'proposed', lead: null });
    const form = await opens('Found the group');
    expect(form.textContent).toMatch(/Jun 30, 20\d\d, 24:00, Geneva/);
    await userEvent.click(chooser(form, /Contact in the committee/));
    await userEvent.click(await screen.findByRole('option', { name: 'Ada' }));
    await press('Found the group', form);
    const mid_year = expect.stringMatching(/^20\d\d-06-30T22:00:00\.000Z$/) as string;
    expect(await command()).toEqual({ type: 'found-group', group: 7, lead: 2, contact: 1, mid_year, seen });
    expect(await actWords()).toBe('I found the group with QUAY as Lead: Lamp lighters');
  });
  it('appoints a Lead of those that volunteered', async () => {
    shows({ may: ['appoint-lead'], volunteers, lead: null });
    const form = await opens('Appoint a Lead');
    await userEvent.click(chooser(form, /^Lead/));
    await userEvent.click(await screen.findByRole('option', { name: 'QUAY' }));
    await press('Appoint a Lead', form);
    expect(await command()).toEqual({ type: 'appoint-lead', group: 7, lead: 2, seen });
  });
});

describe('what the Lead does', () => {
  it('declares in one act that it can’t be done, with a way on', async () => {
    shows({ may: ['declare-inability'] });
    const form = await opens("It can't be done");
    expect(form.textContent).toContain('nobody is to blame');
    await userEvent.click(within(form).getByLabelText('Narrower terms'));
    await userEvent.type(within(form).getByLabelText(/Reason/), 'No oil.');
    await press("It can't be done", form);
    expect(await command()).toEqual({ type: 'declare-inability', group: 7, way: 'narrower', reason: hash, seen });
  });
  it('records a kickoff of a day by the end of that day', async () => {
    shows({ may: ['hold-kickoff'] });
    const form = await opens('Record the kickoff');
    const day = within(form).getByLabelText(/Held on/);
    await userEvent.clear(day);
    await userEvent.type(day, '2026-07-15');
    await press('Record the kickoff', form);
    expect(await command()).toEqual({ type: 'hold-kickoff', group: 7, held: '2026-07-15T22:00:00.000Z' });
  });
  it('files the next plan from the last one', async () => {
    const plans = [{ content: { summary: 'All piers.', plan: 'One a week.' }, at: '2026-08-01T09:00:00.000Z' }];
    shows({ may: ['file-plan'], plans, planned_at: '2026-08-01T09:00:00.000Z' });
    const form = await opens('File the next plan');
    await press('File the next plan', form);
    expect(await command()).toEqual({ type: 'file-plan', group: 7, plan: hash });
  });
});

describe('the meetings of a group', () => {
  const meeting: Schemas['GroupMeeting'] = {
    number: 2,
    content: { title: 'Monthly call', place: 'By video' },
    starts: '2027-03-02T13:00:00.000Z',
    ends: '2027-03-02T14:00:00.000Z',
    time_zone: 'Europe/Zurich',
    called_off: null,
    may: [],
  };
  it('are told with what about, when and where', () => {
    shows({ meetings: [meeting] });
    const card = screen.getByTestId('group-meetings');
    expect(card.textContent).toContain('Monthly call');
    expect(card.textContent).toContain('By video');
    expect(within(card).queryByRole('button')).toBeNull();
  });
  it('are told to be cancelled, and why', () => {
    shows({ meetings: [{ ...meeting, called_off: 'Nobody can.' }] });
    const card = screen.getByTestId('group-meetings');
    expect(card.textContent).toContain('Cancelled');
    expect(card.textContent).toContain('Nobody can.');
  });
  it('are called by whoever keeps it together', async () => {
    shows({ may: ['call-group-meeting'] });
    const form = await opens('Call a meeting');
    await userEvent.type(within(form).getByLabelText(/What it is about/), 'Monthly call');
    fireEvent.change(within(form).getByLabelText(/From/), { target: { value: '2027-03-02T14:00' } });
    fireEvent.change(within(form).getByLabelText(/Until/), { target: { value: '2027-03-02T15:00' } });
    await press('Call a meeting', form);
    expect(await command()).toEqual({
      type: 'call-group-meeting',
      group: 7,
      details: hash,
      starts: '2027-03-02T13:00:00.000Z',
      ends: '2027-03-02T14:00:00.000Z',
      time_zone: 'Europe/Zurich',
    });
  });
  it('are changed by their number', async () => {
    shows({ meetings: [{ ...meeting, may: ['change-group-meeting'] }] });
    const change = await opens('Change this meeting');
    await press('Change this meeting', change);
    expect(await command()).toMatchObject({ type: 'change-group-meeting', meeting: 2, starts: meeting.starts });
  });
  it('are cancelled with a reason', async () => {
    shows({ meetings: [{ ...meeting, may: ['call-off-group-meeting'] }] });
    const off = await opens('Cancel the meeting');
    await userEvent.type(within(off).getByLabelText(/Reason/), 'Nobody can.');
    await press('Cancel the meeting', off);
    expect(await command()).toEqual({ type: 'call-off-group-meeting', group: 7, meeting: 2, reason: hash });
  });
  it('are not spoken of where there was none', () => {
    shows({});
    expect(screen.queryByTestId('group-meetings')).toBeNull();
  });
});

describe('the documents of a group', () => {
  const listed = (content: object | null) => ({
    document: 'A'.repeat(43),
    content,
    at: '2026-08-01T09:00:00.000Z',
  });
  it('are listed with where they lie', () => {
    const guide = { title: 'Guide', link: 'https://files.example.org/guide', version: '1.1', sha256: 'ab12' };
    shows({ documents: [listed(guide) as never] });
    const card = screen.getByTestId('documents');
    expect(within(card).getByRole('link', { name: 'Guide' }).getAttribute('href')).toBe(guide.link);
    expect(card.textContent).toContain('1.1 · ');
    expect(card.textContent).toContain('SHA-256: ab12');
    expect(within(card).queryByRole('button')).toBeNull();
  });
  it('lead nowhere but to the web', () => {
    shows({ documents: [listed({ title: 'Odd', link: 'javascript:alert(1)' }) as never] });
    expect(within(screen.getByTestId('documents')).queryByRole('link')).toBeNull();
  });
  it('are listed by whoever keeps it together', async () => {
    shows({ may: ['add-group-document'] });
    const form = await opens('List a document');
    await userEvent.type(within(form).getByLabelText(/Title/), 'Guide');
    await userEvent.type(within(form).getByLabelText(/Link to a document/), 'https://files.example.org/guide');
    await press('List a document', form);
    expect(await command()).toEqual({ type: 'add-group-document', group: 7, document: hash });
  });
  it('are taken off, also where their texts were erased', async () => {
    shows({ may: ['drop-group-document'], documents: [listed(null) as never] });
    await userEvent.click(screen.getByRole('button', { name: /^Take off: / }));
    expect(await command()).toEqual({ type: 'drop-group-document', group: 7, document: 'A'.repeat(43) });
  });
  it('are not spoken of where there is none', () => {
    shows({});
    expect(screen.queryByTestId('documents')).toBeNull();
  });
});

describe('a group tells', () => {
  it('its terms, however odd they are', () => {
    shows({ versions: [{ ...aGroup().versions[0], terms: original('{"outputs":[7,"Lamps"]}') } as never] });
    expect(screen.getByRole('region', { name: 'Terms of reference' }).textContent).toContain('Lamps');
  });
  it('that its terms were erased', () => {
    shows({ title: null, versions: [{ ...aGroup().versions[0], terms: null } as never], wording: { texts: [null] } });
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('(erased)');
    expect(screen.getByRole('region', { name: 'Terms of reference' }).textContent).toContain('(erased)');
  });
  it('since when it has no Lead, and who keeps it together', () => {
    shows({ lead: null, convener: 'TUGS', without_lead_since: '2026-10-01T09:00:00.000Z' });
    expect(screen.getByTestId('no-lead').textContent).toMatch(/No Lead since Oct 1, 2026 · kept together by TUGS/);
  });
  it.each([
    [false, /can't be fulfilled$/],
    [true, /and was answered$/],
  ])('that it could not be done, and whether it was answered: %s', (answered, title) => {
    shows({ inability: { way: 'narrower', reason: 'No oil.', at: '2026-10-01T09:00:00.000Z', answered } });
    expect(screen.getByText(title)).toBeTruthy();
    expect(screen.getByTestId('inability').textContent).toContain('Proposed way on: Narrower terms.');
  });
  it('what is due, by mid-year at the latest', () => {
    shows();
    const dates = screen.getByTestId('dates').textContent;
    expect(dates).toContain('Kickoff by Mar 31, 2027, 24:00, Geneva');
    expect(dates).toContain('Plan by Jun 30, 2027, 24:00, Geneva'); // its terms say September
  });
  it('a link of a plan as one only where it leads to the web', () => {
    const content = { summary: 'S', plan: 'P', link: 'javascript:alert(1)' };
    const { unmount } = shows({ plans: [{ content, at: '2026-08-01T09:00:00.000Z' }] });
    expect(screen.queryByRole('link', { name: /alert/ })).toBeNull();
    unmount();
    shows({ plans: [{ content: { ...content, link: 'https://un.org/p' }, at: '2026-08-01T09:00:00.000Z' }] });
    expect(screen.getByRole('link', { name: 'https://un.org/p' })).toBeTruthy();
  });
});
