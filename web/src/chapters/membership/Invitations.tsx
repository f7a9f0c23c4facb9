// Additional representatives: asked for, cleared, waiting (clause 4.4).
import { Badge, Card, Group, Title } from '@mantine/core';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import { useMe } from '../../api/queries';
import { DataTable } from '../../components/DataTable';
import { LongTextField } from '../../components/fields';
import { seen } from '../../acts/seen';
import { useTranslation } from '../../locales/i18n';

export function Invitations({ meeting }: { meeting: Schemas['Meeting'] }) {
  const { t } = useTranslation();
  const { data: me } = useMe();
  if (meeting.state !== 'published' || me?.is_guest) return null;
  return (
    <Card withBorder>
      <Title order={2} size="h4" mb="sm">
        {t('invitation.heading')}
      </Title>
      <DataTable
        label={t('invitation.heading')}
        rows={meeting.invitations}
        rowKey={(row) => row.id}
        empty={t('invitation.none')}
        columns={[
          {
            key: 'name',
            title: t('name'),
            text: (i) => i.person.name ?? '',
            cell: (i) => i.person.name ?? t('erased'),
          },
          {
            key: 'organization',
            title: t('organization.title'),
            text: (i) => i.organization,
            cell: (i) => <span title={i.organization_name}>{i.organization}</span>,
          },
          {
            key: 'state',
            title: t('status.title'),
            text: (i) => t(`invitation.${i.state}`),
            cell: (i) => (
              <Badge tt="none" variant="light" title={i.reason ?? undefined}>
                {t(`invitation.${i.state}`)}
              </Badge>
            ),
          },
          {
            key: 'act',
            title: t('table.actions'),
            text: () => '',
            cell: (i) => <InvitationActions invitation={i} meeting={meeting} />,
          },
        ]}
      />
    </Card>
  );
}

type Invitation = Schemas['Invitation'];
type Meeting = Schemas['Meeting'];

/** Who is invited, to what, and by whom, as the page shows it. */
const seenOf = ({ wording, person, organization, organization_name }: Invitation, { details }: Meeting) =>
  seen(
    wording,
    [
      { name: person.name, title: person.title },
      { title: details?.title, place: details?.place },
    ],
    [organization, organization_name],
  );

function InvitationActions({ invitation, meeting }: { invitation: Invitation; meeting: Meeting }) {
  const { t } = useTranslation();
  const { id, may } = invitation;
  const name = invitation.person.name ?? '';
  return (
    <Group gap="xs">
      {may.includes('clear-invitation') && (
        <ActButton
          size="compact-sm"
          words={t('words.clear-invitation', { name })}
          command={() => ({ type: 'clear-invitation', invitation: id, seen: seenOf(invitation, meeting) })}
        >
          {t('invitation.clear')}
        </ActButton>
      )}
      {may.includes('refuse-invitation') && <RefuseForm invitation={invitation} meeting={meeting} />}
      {may.includes('withdraw-invitation') && (
        <ActButton size="compact-sm" variant="subtle" command={{ type: 'withdraw-invitation', invitation: id }}>
          {t('invitation.withdraw')}
        </ActButton>
      )}
    </Group>
  );
}

function RefuseForm({ invitation, meeting }: { invitation: Invitation; meeting: Meeting }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <ActForm
      label={t('invitation.refuse')}
      size="compact-sm"
      variant="default"
      act={() => ({
        words: t('words.refuse-invitation', { name: invitation.person.name ?? '' }),
        command: (contents): Command => ({
          type: 'refuse-invitation',
          invitation: invitation.id,
          reason: contents.add(reason),
          seen: seenOf(invitation, meeting),
        }),
      })}
    >
      <LongTextField required label={t('reason')} value={reason} onChange={setReason} />
    </ActForm>
  );
}
