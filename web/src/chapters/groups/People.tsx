// Who takes part in a group, who leads it or would, and whom of the committee it turns to.
import { Badge, Card, Group, Table, Text, Title } from '@mantine/core';

import type { Command } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { TextForm } from './WorkForms';
import { seenOf } from './terms';

type Page = Schemas['GroupPage'];

export function People({ group }: { group: Page }) {
  const { t } = useTranslation();
  return (
    <Card withBorder component="section" aria-label={t('group.members')}>
      <Title order={2} size="h4" mb="xs">
        {t('group.members')}
      </Title>
      {group.contact && <Text size="sm">{t('group.contactIs', { name: group.contact.name ?? t('erased') })}</Text>}
      {group.members.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t('group.nobodyIn')}
        </Text>
      ) : (
        <Members group={group} />
      )}
    </Card>
  );
}

function Members({ group }: { group: Page }) {
  const { t } = useTranslation();
  const offers = new Set(group.volunteers.map(({ id }) => id));
  return (
    <Table.ScrollContainer minWidth={300} type="native">
      <Table aria-label={t('group.members')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('organization.title')}</Table.Th>
            <Table.Th>{t('group.inSince')}</Table.Th>
            <Table.Th>{t('group.role')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {group.members.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td>{one.organization}</Table.Td>
              <Table.Td>
                <When time={one.since} dateOnly />
              </Table.Td>
              <Table.Td>
                <Group gap="xs">
                  <Roles group={group} organization={one.organization} volunteers={offers.has(one.id)} />
                  {group.may.includes('remove-from-group') && one.organization !== group.lead && (
                    <RemoveForm group={group} one={one} />
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function Roles({ group, organization, volunteers }: { group: Page; organization: string; volunteers: boolean }) {
  const { t } = useTranslation();
  const role = (key: 'lead' | 'convener' | 'volunteer') => (
    <Badge tt="none" variant="light" color={key === 'volunteer' ? 'gray' : 'ocean'}>
      {t(`group.${key}`)}
    </Badge>
  );
  if (organization === group.lead) return role('lead');
  return (
    <>
      {organization === group.convener && role('convener')}
      {volunteers && role('volunteer')}
    </>
  );
}

function RemoveForm({ group, one }: { group: Page; one: Schemas['Participation'] }) {
  const { t } = useTranslation();
  return (
    <TextForm
      label={t('group.remove', { organization: one.organization })}
      size="compact-sm"
      text={t('reason')}
      words={t('words.remove-from-group', { organization: one.organization, title: group.title ?? t('erased') })}
      command={(reason): Command => ({
        type: 'remove-from-group',
        group: group.id,
        organization: one.id,
        reason,
        seen: seenOf(group),
      })}
    />
  );
}
