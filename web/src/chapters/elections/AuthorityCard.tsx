// The credential authority's part: makes a secret credential for each Member on this device, publishes their public halves, and
// gives each to its voter. The host never sees a secret one.
import { Anchor, Button, Card, CopyButton, Group, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Command } from '../../acts/act';
import { useAct } from '../../acts/useAct';
import { base } from '../../api/client';
import { newCredential, publicCredential } from '../../ballot/cast';
import { sealFile } from '../../ballot/keyFile';
import { isText, mapOf } from '../../ballot/parse';
import { download } from '../../components/download';
import type { ElectionPage } from './standing';
import { NewKeyFileForm, useKeyFile } from './KeyFileFields';

type Members = NonNullable<ElectionPage['as_authority']>;
/** By the organization's key. */
type Credentials = Record<string, string>;

const purpose = (uuid: string) => `authority-${uuid}`;

export function AuthorityCard({ election, members }: { election: ElectionPage; members: Members }) {
  const { t } = useTranslation();
  const [credentials, setCredentials] = useState<Credentials>();
  return (
    <Card withBorder component="section" aria-label={t('elections.authority.yours')} data-testid="authority">
      <Stack gap="sm">
        <Title order={2} size="h4">
          {t('elections.authority.yours')}
        </Title>
        <Text>{t('elections.authority.explain')}</Text>
        {!credentials && <Make election={election} members={members} onMade={setCredentials} />}
        {!credentials && election.credentials_issued && <Reopen election={election} onOpened={setCredentials} />}
        {credentials && <Hand election={election} members={members} credentials={credentials} />}
      </Stack>
    </Card>
  );
}

function Make({
  election,
  members,
  onMade,
}: {
  election: ElectionPage;
  members: Members;
  onMade: (made: Credentials) => void;
}) {
  const { t } = useTranslation();
  const perform = useAct();
  const submit = async (passphrase: string) => {
    const made = Object.fromEntries(members.map(({ key }) => [key, newCredential()]));
    download(`credentials-${election.uuid}.json`, await sealFile(purpose(election.uuid), made, passphrase));
    // In ascending order, which tells nothing of whose is whose.
    const publicOnes = Object.values(made)
      .map((credential) => publicCredential(credential, election.uuid))
      .sort();
    const receipt = await perform({
      words: t('words.issue-credentials', { count: members.length }),
      command: (contents): Command => ({
        type: 'issue-credentials',
        election: election.id,
        organizations: members.map(({ organization }) => organization),
        credentials: contents.add(JSON.stringify(publicOnes)),
      }),
    });
    if (receipt) onMade(made);
  };
  return (
    <NewKeyFileForm
      label={t(election.credentials_issued ? 'elections.authority.makeAgain' : 'elections.authority.make')}
      onSubmit={submit}
    />
  );
}

function Reopen({ election, onOpened }: { election: ElectionPage; onOpened: (made: Credentials) => void }) {
  const { t } = useTranslation();
  const keyFile = useKeyFile(purpose(election.uuid));
  const submit = async () => {
    const content = await keyFile.open(mapOf(isText));
    if (content) onOpened(content);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        {keyFile.fields}
        <Button type="submit" variant="light">
          {t('elections.authority.reopen')}
        </Button>
      </Stack>
    </form>
  );
}

function Hand({
  election,
  members,
  credentials,
}: {
  election: ElectionPage;
  members: Members;
  credentials: Credentials;
}) {
  const { t } = useTranslation();
  // After the #, which browsers keep to themselves.
  const linkOf = (key: string) => `${location.origin}${base}/elections/${election.id}#${credentials[key] ?? ''}`;
  const mailOf = (key: string, email: string) =>
    `mailto:${email}?subject=${encodeURIComponent(t('elections.authority.subject'))}&body=${encodeURIComponent(
      t('elections.authority.body', { link: linkOf(key), organization: key }),
    )}`;
  return (
    <Stack gap="sm">
      <Text>{t('elections.authority.hand')}</Text>
      <Table.ScrollContainer minWidth={420}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('organization.title')}</Table.Th>
              <Table.Th>{t('elections.authority.voter')}</Table.Th>
              <Table.Th>{t('table.actions')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {members.map(({ key, person }) => (
              <Table.Tr key={key} data-testid="credential" data-link={linkOf(key)}>
                <Table.Td>{key}</Table.Td>
                <Table.Td>{person?.name ?? t('elections.authority.nobody')}</Table.Td>
                <Table.Td>
                  <Group gap="xs" wrap="nowrap">
                    <CopyButton value={linkOf(key)}>
                      {({ copied, copy }) => (
                        <Button size="compact-sm" variant="light" onClick={copy}>
                          {copied ? t('copied') : t('elections.authority.copy')}
                        </Button>
                      )}
                    </CopyButton>
                    {person?.email && (
                      <Anchor size="sm" href={mailOf(key, person.email)}>
                        {t('elections.authority.mail')}
                      </Anchor>
                    )}
                  </Group>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Stack>
  );
}
