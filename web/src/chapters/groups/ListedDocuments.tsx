// Documents that a group wrote or works from: they lie elsewhere, and here stands where.
import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import { TextField } from '../../components/fields';
import { Safely } from '../../components/Safely';
import { WebLink } from '../../components/WebLink';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';

type Page = Schemas['GroupPage'];
type Listed = Schemas['ListedDocument'];

/** Nothing where there is none, and the reader can't list one. */
export function ListedDocuments({ group }: { group: Page }) {
  const { t } = useTranslation();
  const { documents, may } = group;
  if (documents.length === 0 && !may.includes('add-group-document')) return null;
  return (
    <Card withBorder component="section" aria-label={t('group.documents')} data-testid="documents">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t('group.documents')}
        </Title>
        {may.includes('add-group-document') && <AddDocument key={documents.length} group={group} />}
      </Group>
      <ul className="plain-list spaced">
        {documents.map((listed) => (
          <li key={listed.document}>
            <Safely>
              <Document listed={listed} group={group} />
            </Safely>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Document({ listed: { document, content, at }, group: { id, may } }: { listed: Listed; group: Page }) {
  const { t } = useTranslation();
  const title = content?.title ?? t('erased');
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start">
      <Stack gap={0}>
        {content?.link ? <WebLink link={content.link} words={title} /> : <Text>{title}</Text>}
        <Text size="sm" c="dimmed">
          {content?.version && `${content.version} · `}
          <When time={at} dateOnly />
        </Text>
        {content?.sha256 && (
          <Text size="sm" c="dimmed" className="breakable">
            SHA-256: {content.sha256}
          </Text>
        )}
      </Stack>
      {may.includes('drop-group-document') && (
        <ActButton
          size="sm"
          variant="subtle"
          aria-label={t('group.dropDocument', { title })}
          command={{ type: 'drop-group-document', group: id, document }}
        >
          {t('group.drop')}
        </ActButton>
      )}
    </Group>
  );
}

function AddDocument({ group }: { group: Page }) {
  const { t } = useTranslation();
  const [title, setTitle] = useState('');
  const [link, setLink] = useState('');
  const [version, setVersion] = useState('');
  const [sha256, setHash] = useState('');
  return (
    <ActForm
      label={t('group.addDocument')}
      act={() => ({
        words: '',
        command: (contents): Command => ({
          type: 'add-group-document',
          group: group.id,
          document: contents.add(
            JSON.stringify({ title, link, ...(version ? { version } : {}), ...(sha256 ? { sha256 } : {}) }),
          ),
        }),
      })}
    >
      <TextField required label={t('group.documentTitle')} maxLength={300} value={title} onChange={setTitle} />
      <TextField required type="url" label={t('group.link')} maxLength={2000} value={link} onChange={setLink} />
      <TextField label={t('group.documentVersion')} maxLength={100} value={version} onChange={setVersion} />
      <TextField label={t('group.documentHash')} maxLength={128} value={sha256} onChange={setHash} />
    </ActForm>
  );
}
