// Forms for planning: a meeting, its sessions, agenda, guests, invitations.
import { Checkbox, NumberInput, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { newLinkSecret } from '../../acts/content';
import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import { base } from '../../api/client';
import { queries } from '../../api/queries';
import { FormModal } from '../../components/FormModal';
import { isoOf, toLocal, toUtc, viewerZone, zones } from '../../components/time';
import { PersonSelect } from '../organizations/MandateForms';

type MeetingPage = Schemas['Meeting'];

export function PlanForm({ meeting }: { meeting?: MeetingPage }) {
  const { t } = useTranslation();
  const perform = useAct();
  const navigate = useNavigate();
  const [kind, setKind] = useState<string | null>('ad-hoc');
  const [title, setTitle] = useState(meeting?.details?.title ?? '');
  const [place, setPlace] = useState(meeting?.details?.place ?? '');
  const [description, setDescription] = useState(meeting?.details?.description ?? '');
  const [zone, setZone] = useState<string | null>(meeting?.time_zone ?? viewerZone());
  const [starts, setStarts] = useState(() =>
    toLocal(meeting ? new Date(meeting.starts) : new Date(), zone ?? viewerZone()),
  );
  const [ends, setEnds] = useState(() =>
    toLocal(meeting ? new Date(meeting.ends) : new Date(Date.now() + 4 * 3600000), zone ?? viewerZone()),
  );
  const [capacity, setCapacity] = useState(meeting?.capacity ?? 20);
  const [hours, setHours] = useState((meeting?.commitment_minutes ?? 240) / 60);
  const submit = async () => {
    const inZone = zone ?? viewerZone();
    const receipt = await perform({
      words: '',
      command: (contents) => ({
        ...(meeting ? { type: 'change-meeting', meeting: meeting.id } : { type: 'plan-meeting', kind }),
        details: contents.add(JSON.stringify({ description, place, title })),
        starts: isoOf(toUtc(starts, inZone)),
        ends: isoOf(toUtc(ends, inZone)),
        time_zone: inZone,
        capacity,
        commitment_minutes: Math.round(hours * 60),
      }),
    });
    const planned = receipt?.acts[0] as { meeting?: number } | undefined;
    if (!meeting && planned?.meeting !== undefined)
      await navigate({ to: '/meetings/$id', params: { id: planned.meeting } });
    return receipt !== undefined;
  };
  return (
    <FormModal
      label={t(meeting ? 'meeting.change' : 'meeting.plan')}
      variant={meeting ? 'light' : 'filled'}
      onSubmit={submit}
    >
      {!meeting && (
        <Select
          required
          label={t('meeting.kindTitle')}
          data={['symposium', 'mid-year', 'working-session', 'ad-hoc'].map((value) => ({
            value,
            label: t(`meeting.kind.${value}`),
          }))}
          value={kind}
          onChange={setKind}
        />
      )}
      <TextInput
        required
        label={t('meeting.title')}
        maxLength={200}
        value={title}
        onChange={(e) => setTitle(e.currentTarget.value)}
      />
      <TextInput
        required
        label={t('meeting.place')}
        maxLength={200}
        value={place}
        onChange={(e) => setPlace(e.currentTarget.value)}
      />
      <Select required searchable label={t('meeting.zone')} data={zones()} value={zone} onChange={setZone} />
      <TextInput
        required
        type="datetime-local"
        label={t('meeting.starts')}
        value={starts}
        onChange={(e) => setStarts(e.currentTarget.value)}
      />
      <TextInput
        required
        type="datetime-local"
        label={t('meeting.ends')}
        value={ends}
        onChange={(e) => setEnds(e.currentTarget.value)}
      />
      <NumberInput
        required
        label={t('meeting.capacity')}
        description={t('meeting.capacityHint')}
        min={0}
        value={capacity}
        onChange={(v) => setCapacity(Number(v))}
      />
      <NumberInput
        required
        label={t('meeting.commitment')}
        description={t('meeting.commitmentHint')}
        min={0.5}
        step={0.5}
        value={hours}
        onChange={(v) => setHours(Number(v))}
      />
      <Textarea
        label={t('meeting.description')}
        autosize
        minRows={2}
        maxLength={10000}
        value={description}
        onChange={(e) => setDescription(e.currentTarget.value)}
      />
    </FormModal>
  );
}

export function SessionForm({ meeting }: { meeting: MeetingPage }) {
  const { t } = useTranslation();
  const perform = useAct();
  const [kind, setKind] = useState<string | null>('executive');
  const [title, setTitle] = useState('');
  const [starts, setStarts] = useState(() => toLocal(new Date(meeting.starts), meeting.time_zone));
  const [ends, setEnds] = useState(() => toLocal(new Date(meeting.ends), meeting.time_zone));
  const submit = async () =>
    (await perform({
      words: '',
      command: (contents) => ({
        type: 'add-session',
        meeting: meeting.id,
        kind,
        title: contents.add(title),
        starts: isoOf(
          new Date(Math.max(toUtc(starts, meeting.time_zone).getTime(), new Date(meeting.starts).getTime())),
        ),
        ends: isoOf(new Date(Math.min(toUtc(ends, meeting.time_zone).getTime(), new Date(meeting.ends).getTime()))),
      }),
    })) !== undefined;
  return (
    <FormModal label={t('session.add')} onSubmit={submit}>
      <TextInput
        required
        label={t('session.title')}
        maxLength={200}
        value={title}
        onChange={(e) => setTitle(e.currentTarget.value)}
      />
      <Select
        required
        label={t('session.kindTitle')}
        data={['open', 'members-only', 'executive'].map((value) => ({ value, label: t(`session.kind.${value}`) }))}
        value={kind}
        onChange={setKind}
      />
      <TextInput
        required
        type="datetime-local"
        label={`${t('meeting.starts')} (${meeting.time_zone})`}
        value={starts}
        onChange={(e) => setStarts(e.currentTarget.value)}
      />
      <TextInput
        required
        type="datetime-local"
        label={`${t('meeting.ends')} (${meeting.time_zone})`}
        value={ends}
        onChange={(e) => setEnds(e.currentTarget.value)}
      />
    </FormModal>
  );
}

export function AgendaForm({ session }: { session: number }) {
  const { t } = useTranslation();
  const perform = useAct();
  const [text, setText] = useState('');
  const [minutes, setMinutes] = useState(30);
  const submit = async () => {
    const done = await perform({
      words: '',
      command: (contents) => ({ type: 'add-agenda-item', session, item: contents.add(text), minutes }),
    });
    if (done) setText('');
    return done !== undefined;
  };
  return (
    <FormModal label={t('session.addItem')} onSubmit={submit}>
      <TextInput
        required
        label={t('session.item')}
        maxLength={300}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      <NumberInput
        required
        label={t('session.minutes')}
        min={1}
        max={1440}
        value={minutes}
        onChange={(v) => setMinutes(Number(v))}
      />
    </FormModal>
  );
}

export function GuestForm({ meeting, onLink }: { meeting: MeetingPage; onLink: (link: string) => void }) {
  const { t } = useTranslation();
  const perform = useAct();
  const [name, setName] = useState('');
  const [sessions, setSessions] = useState<string[]>([]);
  const open = meeting.sessions.filter((session) => session.kind === 'open');
  const submit = async () => {
    const { secret, hash } = newLinkSecret();
    const done = await perform({
      words: t('words.admit-guest', { name, meeting: meeting.details?.title }),
      command: (contents) => ({
        type: 'admit-guest',
        meeting: meeting.id,
        profile: contents.add(JSON.stringify({ email: '', name, title: t('meeting.guest') })),
        sessions: sessions.map(Number),
        token_hash: hash,
      }),
    });
    if (done) onLink(`${window.location.origin}${base}/guest#${secret}`);
    return done !== undefined;
  };
  return (
    <FormModal label={t('meeting.admitGuest')} onSubmit={submit}>
      <TextInput
        required
        label={t('name')}
        maxLength={120}
        value={name}
        onChange={(e) => setName(e.currentTarget.value)}
      />
      {open.length === 0 && <Text c="dimmed">{t('meeting.noOpenSession')}</Text>}
      <Checkbox.Group label={t('meeting.guestSessions')} value={sessions} onChange={setSessions}>
        <Stack gap="xs" mt="xs">
          {open.map((session) => (
            <Checkbox key={session.id} value={String(session.id)} label={session.title} />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormModal>
  );
}

export function InviteForm({ meeting }: { meeting: number }) {
  const { t } = useTranslation();
  const perform = useAct();
  const [person, setPerson] = useState<string | null>(null);
  const submit = async () =>
    (await perform({
      words: '',
      command: () => ({ type: 'invite-representative', meeting, person: Number(person) }),
    })) !== undefined;
  return (
    <FormModal label={t('meeting.invite')} onSubmit={submit}>
      <PersonSelect value={person} onChange={setPerson} />
    </FormModal>
  );
}

export function CommitteeForm({ meeting }: { meeting: MeetingPage }) {
  const { t } = useTranslation();
  const perform = useAct();
  const { data: people } = useQuery(queries.people);
  const [person, setPerson] = useState<string | null>(null);
  const submit = async () =>
    (await perform({
      words: t('words.appoint-symposium-committee', {
        name: people?.people.find((p) => String(p.id) === person)?.name,
        meeting: meeting.details?.title,
      }),
      command: () => ({ type: 'appoint-symposium-committee', meeting: meeting.id, person: Number(person) }),
    })) !== undefined;
  return (
    <FormModal label={t('meeting.appointCommittee')} onSubmit={submit}>
      <PersonSelect value={person} onChange={setPerson} />
    </FormModal>
  );
}

export function MotionForm({ session }: { session?: number }) {
  const { t } = useTranslation();
  const perform = useAct();
  const { data: directory } = useQuery(queries.organizations);
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [method, setMethod] = useState<string | null>(session === undefined ? 'silence' : 'vote');
  const [options, setOptions] = useState('');
  const [recorded, setRecorded] = useState(false);
  const [source, setSource] = useState<string | null>(null);
  const list = options
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const submit = async () => {
    const done = await perform({
      words: '',
      command: (contents) => ({
        type: 'propose-motion',
        ...(session === undefined ? {} : { session }),
        purpose: source ? 'release' : 'resolution',
        text: contents.add(JSON.stringify({ text, title })),
        options: method === 'vote' ? list.map((option) => contents.add(option)) : [],
        method,
        recorded,
        ...(source ? { source: Number(source) } : {}),
      }),
    });
    if (done) [setTitle, setText, setOptions].forEach((clear) => clear(''));
    return done !== undefined;
  };
  return (
    <FormModal label={t('motion.propose')} onSubmit={submit}>
      <TextInput
        required
        label={t('motion.title')}
        maxLength={200}
        value={title}
        onChange={(e) => setTitle(e.currentTarget.value)}
      />
      <Textarea
        required
        label={t('motion.text')}
        autosize
        minRows={3}
        maxLength={15000}
        value={text}
        onChange={(e) => setText(e.currentTarget.value)}
      />
      {session !== undefined && (
        <Select
          required
          label={t('motion.methodTitle')}
          data={['vote', 'consensus'].map((value) => ({ value, label: t(`motion.method.${value}`) }))}
          value={method}
          onChange={setMethod}
        />
      )}
      {method === 'vote' && (
        <Textarea
          label={t('motion.options')}
          description={t('motion.optionsHint')}
          autosize
          minRows={2}
          value={options}
          onChange={(e) => setOptions(e.currentTarget.value)}
        />
      )}
      {method !== 'silence' && (
        <Checkbox
          label={t('motion.recordedLabel')}
          checked={recorded}
          onChange={(e) => setRecorded(e.currentTarget.checked)}
        />
      )}
      <Select
        clearable
        searchable
        label={t('motion.source')}
        description={t('motion.sourceHint')}
        data={(directory?.organizations ?? []).map((o) => ({ value: String(o.id), label: o.key }))}
        value={source}
        onChange={setSource}
      />
    </FormModal>
  );
}

export function AmendmentForm({ session }: { session: number }) {
  const { t } = useTranslation();
  const perform = useAct();
  const { data: charter } = useQuery(queries.charter);
  const [title, setTitle] = useState('');
  const [source, setSource] = useState<string>();
  const [from, setFrom] = useState('');
  const submit = async () =>
    (await perform({
      words: '',
      command: (contents) => ({
        type: 'propose-amendment',
        session,
        text: contents.add(JSON.stringify({ text: t('motion.amendmentText'), title })),
        charter: source ?? charter?.source,
        in_force_from: isoOf(toUtc(from, viewerZone())),
        recorded: true,
      }),
    })) !== undefined;
  return (
    <FormModal label={t('motion.amend')} onSubmit={submit}>
      <TextInput
        required
        label={t('motion.title')}
        maxLength={200}
        value={title}
        onChange={(e) => setTitle(e.currentTarget.value)}
      />
      <TextInput
        required
        type="datetime-local"
        label={t('motion.inForce')}
        value={from}
        onChange={(e) => setFrom(e.currentTarget.value)}
      />
      <Textarea
        required
        label={t('motion.newCharter')}
        autosize
        minRows={8}
        maxRows={18}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        value={source ?? charter?.source ?? ''}
        onChange={(e) => setSource(e.currentTarget.value)}
      />
    </FormModal>
  );
}
