// Oneself: passkeys, where one is signed in, calendars of one's devices, and tokens for programs.
import { Badge, Group, Stack, Text, Title } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { meQuery } from '../../api/queries';
import { Query } from '../../components/Query';
import { useTranslation } from '../../locales/i18n';
import { MailCard } from '../mail/shared';
import { CorrectForm } from '../people/shared';
import { Calendars } from './Calendars';
import { Hooks } from './Hooks';
import { KeptHere } from './KeptHere';
import { Passkeys } from './Passkeys';
import { Quotas } from './Quotas';
import { SecurityEvents } from './SecurityEvents';
import { SignIns } from './SignIns';
import { Tokens } from './Tokens';

type MePage = Schemas['Me'];

export function Me() {
  return <Query of={meQuery}>{(me) => <Content me={me} />}</Query>;
}

function Content({ me }: { me: MePage }) {
  const { t } = useTranslation();
  return (
    <Stack maw={900}>
      <Group justify="space-between">
        <Title order={1}>{me.profile.name}</Title>
        {!me.is_guest && <CorrectForm person={me.person} profile={me.profile} />}
      </Group>
      <Group>
        {me.organization && <Text>{me.organization.name}</Text>}
        {me.roles.map((role) => (
          <Badge key={role} tt="none" variant="light">
            {t(`role.${role}`)}
          </Badge>
        ))}
      </Group>
      {!me.is_guest && <Passkeys me={me} />}
      <SignIns me={me} />
      {me.has_seat && <KeptHere />}
      {me.passkeys.length > 0 && <Calendars me={me} />}
      {me.has_seat && <MailCard />}
      {me.has_seat && <Tokens me={me} />}
      <SecurityEvents isSecretary={me.roles.includes('secretary')} />
      {me.roles.includes('secretary') && <Hooks me={me} />}
      {me.roles.includes('secretary') && <Quotas />}
    </Stack>
  );
}
