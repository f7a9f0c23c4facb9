// Who is registered, their enrolment, and the Management Committee.
import { Badge, Card, Group, Stack, Table, Text, Title, Button } from '@mantine/core';
import { useState } from 'react';

import { newLink } from '../../acts/links';
import { ActButton } from '../../acts/ActButton';
import { ActForm } from '../../acts/ActForm';
import type { Act, Command } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import type { Schemas } from '../../api/client';
import { base } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { committeeQuery, peopleQuery } from './queries';
import type { Column } from '../../components/DataTable';
import { DataTable } from '../../components/DataTable';
import { LinkOnce } from '../../components/LinkOnce';
import { Query } from '../../components/Query';
import { isoOf, startOfDay } from '../../components/time';
import { useDay } from '../../components/useDay';
import { When } from '../../components/When';
import { CorrectForm } from './CorrectForm';
import { PersonSelect } from './PersonSelect';
import { RegisterForm } from './RegisterForm';
import { seenDecidedOn, seenPerson, usePersonNamed, usePersonSeen } from './usePersonNamed';
import { DayField, NumberField } from '../../components/fields';

type Person = Schemas['Person'];

export function People() {
  const { t } = useTranslation();
  const columns = useColumns();
  return (
    <Stack>
      <Title order={1}>{t('nav.people')}</Title>
      <Query of={committeeQuery}>{(bodies) => <Committee bodies={bodies} />}</Query>
      <Query of={peopleQuery}>
        {({ people, may }) => (
          <Card withBorder>
            <DataTable
              label={t('people.registered')}
              rows={people}
              rowKey={(row) => row.id}
              empty={t('people.none')}
              sortBy="name"
              aside={
                may.includes('register-person') ? (
                  <RegisterForm label={t('people.register')} variant="filled" />
                ) : undefined
              }
              columns={columns}
            />
          </Card>
        )}
      </Query>
    </Stack>
  );
}

function useColumns(): Column<Person>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('name'),
      text: (p) => p.name ?? '',
      cell: (p) => p.name ?? <Text c="dimmed">{t('erased')}</Text>,
    },
    { key: 'title', title: t('people.position'), text: (p) => p.title ?? '', cell: (p) => p.title },
    {
      key: 'organization',
      title: t('organization.title'),
      text: (p) => p.organization ?? '',
      cell: (p) => p.organization,
    },
    {
      key: 'enrolled',
      title: t('people.enrolment'),
      text: (p) => t(p.enrolled ? 'people.enrolled' : 'people.notEnrolled'),
      cell: (p) =>
        p.enrolled ? (
          <Badge variant="light" color="green" tt="none">
            {t('people.enrolled')}
          </Badge>
        ) : p.may?.includes('offer-enrolment') ? (
          <OfferButton person={p} />
        ) : (
          <Text c="dimmed">{t('people.notEnrolled')}</Text>
        ),
    },
    {
      key: 'act',
      title: t('table.actions'),
      text: () => '',
      cell: (p) => p.may?.includes('correct-person') && <CorrectForm person={p.id} profile={p} size="compact-sm" />,
    },
  ];
}

function OfferButton({ person }: { person: Person }) {
  const { t } = useTranslation();
  const perform = useAct();
  const [link, setLink] = useState<string>();
  const offer = async () => {
    const { secret, key } = newLink();
    const done = await perform({
      words: t('words.offer-enrolment', { name: person.name ?? t('erased') }),
      command: (): Command => ({
        type: 'offer-enrolment',
        person: person.id,
        link_key: key,
        until: isoOf(new Date(Date.now() + 7 * 86400000)),
        seen: seenDecidedOn(person),
      }),
    });
    if (done) setLink(`${window.location.origin}${base}/enrol#${secret}`);
  };
  return (
    <>
      <Button size="compact-sm" variant="light" onClick={() => void offer()}>
        {t('people.offer')}
      </Button>
      <LinkOnce
        title={t('people.linkTitle', { name: person.name ?? t('erased') })}
        hint={t('people.linkHint')}
        link={link}
        onClose={() => setLink(undefined)}
      />
    </>
  );
}

function Committee({ bodies }: { bodies: Schemas['Bodies'] }) {
  const { t } = useTranslation();
  const perform = useAct();
  return (
    <Card withBorder>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t('people.committee')}
        </Title>
        {bodies.may.includes('resign-co-chair') && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() =>
              void perform({ words: t('words.resign-co-chair'), command: (): Command => ({ type: 'resign-co-chair' }) })
            }
          >
            {t('people.resign')}
          </Button>
        )}
      </Group>
      <Table aria-label={t('people.committee')} className="by-rows">
        <Table.Tbody>
          <Table.Tr>
            <Table.Th scope="row">{t('role.secretary')}</Table.Th>
            <Table.Td>{bodies.secretary?.name}</Table.Td>
            <Table.Td>{bodies.may.includes('appoint-secretary') && <SecretaryForm />}</Table.Td>
          </Table.Tr>
          {bodies.asked_secretary && <AskedSecretary asked={bodies.asked_secretary} may={bodies.may} />}
          {bodies.co_chairs.map((seat) => (
            <Table.Tr key={seat.position}>
              <Table.Th scope="row">{t('people.coChair', { number: seat.position + 1 })}</Table.Th>
              <Table.Td>
                {seat.person ? (
                  `${seat.person.name ?? t('erased')} (${seat.person.organization ?? ''})`
                ) : (
                  <Text c="dimmed">{t('organizations.vacant')}</Text>
                )}
              </Table.Td>
              <Table.Td>
                {seat.until && (
                  <Text size="sm" c="dimmed">
                    {t(new Date(seat.until) > new Date() ? 'until' : 'people.actingSince')}{' '}
                    <When time={seat.until} dateOnly />
                  </Text>
                )}
                {seat.founding && bodies.may.includes('seat-founding-co-chair') && (
                  <CoChairForm position={seat.position} months={seat.longest_months} />
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Card>
  );
}

function CoChairForm({ position, months }: { position: number; months: number }) {
  const { t } = useTranslation();
  const named = usePersonNamed();
  const seenOf = usePersonSeen();
  const [person, setPerson] = useState<string | null>(null);
  const [term, setTerm] = useState(months);
  const [now] = useState(() => new Date());
  const command = (who: string | null): Command => {
    const until = new Date(now);
    until.setUTCMonth(until.getUTCMonth() + term);
    return {
      type: 'seat-founding-co-chair',
      position,
      person: Number(who),
      until: isoOf(new Date(until.getTime() - 86400000)),
      seen: seenOf(who),
    };
  };
  const act = (): Act => ({
    words: t('words.seat-founding-co-chair', { name: named(person), number: position + 1 }),
    command: (): Command => command(person),
  });
  return (
    <ActForm label={t('people.seatCoChair')} act={act}>
      <PersonSelect value={person} onChange={setPerson} asks={command} />
      <NumberField required label={t('people.months')} min={1} max={months} value={term} onChange={setTerm} />
    </ActForm>
  );
}

/** One co-Chair said who is to be Secretary; another says the same, or not. */
function AskedSecretary({ asked, may }: { asked: NonNullable<Schemas['Bodies']['asked_secretary']>; may: string[] }) {
  const { t } = useTranslation();
  const day = useDay();
  const { person, from, asked_by, wording } = asked;
  const name = person.name ?? t('erased');
  const command = (): Command => ({
    type: 'appoint-secretary',
    person: person.id,
    from,
    seen: seenPerson(wording, person),
  });
  return (
    <Table.Tr data-testid="asked-secretary">
      <Table.Th scope="row">{t('people.askedSecretary', { by: asked_by.name ?? t('erased') })}</Table.Th>
      <Table.Td>
        {name}, {t('from')} <When time={from} />
      </Table.Td>
      <Table.Td>
        {may.includes('appoint-secretary') && (
          <ActButton
            size="compact-sm"
            words={t('words.appoint-secretary', { name, from: day(from) })}
            command={command}
          >
            {t('people.joinIn')}
          </ActButton>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function SecretaryForm() {
  const { t } = useTranslation();
  const named = usePersonNamed();
  const seenOf = usePersonSeen();
  const [person, setPerson] = useState<string | null>(null);
  const [from, setFrom] = useState('');
  const day = useDay();
  const [now] = useState(() => isoOf(new Date()));
  const asked = (who: string | null, begins: string): Command => ({
    type: 'appoint-secretary',
    person: Number(who),
    from: begins,
    seen: seenOf(who),
  });
  const act = (): Act => ({
    words: t('words.appoint-secretary', { name: named(person), from: day(from) }),
    command: (): Command => asked(person, isoOf(startOfDay(from))),
  });
  return (
    <ActForm label={t('people.appointSecretary')} act={act}>
      <PersonSelect
        value={person}
        onChange={setPerson}
        asks={(who) => asked(who, from ? isoOf(startOfDay(from)) : now)}
      />
      <DayField required label={t('from')} value={from} onChange={setFrom} />
    </ActForm>
  );
}
