// Before a message goes to many: who exactly would be written to because of an act, and what. For the committee, which sends such messages.
import { Code, List, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import type { Command } from '../../acts/act';
import type { Schemas } from '../../api/client';
import { Loaded } from '../../components/Query';
import { useTranslation } from '../../locales/i18n';
import { previewQuery } from './queries';
import './words';

/** Nothing while the form does not say yet what would be asked for. */
export function WhoIsWritten({ command }: { command: Command | undefined }) {
  return command ? <Preview command={command} /> : null;
}

function Preview({ command }: { command: Command }) {
  const preview = useQuery(previewQuery(command));
  return <Loaded {...preview}>{(seen) => <Seen seen={seen} />}</Loaded>;
}

function Seen({ seen: { is_set_up, people, subject, text, invited, invitation } }: { seen: Schemas['MailPreview'] }) {
  const { t } = useTranslation();
  if (!is_set_up) return <Text size="sm">{t('mail.nobodyIsWritten')}</Text>;
  return (
    <>
      {(people.length > 0 || invited.length === 0) && (
        <Sent name="who-is-written" summary={t('mail.writtenTo', { count: people.length })} people={people}>
          {text && `${subject}\n\n${text}`}
        </Sent>
      )}
      {invited.length > 0 && (
        <Sent name="who-is-invited" summary={t('mail.invitedBy', { count: invited.length })} people={invited}>
          {invitation}
        </Sent>
      )}
    </>
  );
}

interface SentProps {
  name: string;
  summary: string;
  people: Schemas['Person'][];
  /** What they read. */
  children: string;
}

function Sent({ name, summary, people, children }: SentProps) {
  const { t } = useTranslation();
  return (
    <Text component="details" size="sm" data-testid={name}>
      <summary>{summary}</summary>
      <List size="sm" my="xs">
        {people.map((person) => (
          <List.Item key={person.id}>
            {[person.name ?? t('erased'), person.organization].filter(Boolean).join(', ')}
          </List.Item>
        ))}
      </List>
      {children && (
        <Code block className="wrap">
          {children}
        </Code>
      )}
    </Text>
  );
}
