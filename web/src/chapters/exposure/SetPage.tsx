// A question set to be read, by whoever decides on it or was asked it: all of its questions with their levels, and which say what an organization is.
import { Alert, Badge, Group, Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { Query } from '../../components/Query';
import { Safely } from '../../components/Safely';
import { useTranslation } from '../../locales/i18n';
import { questionSetQuery } from './queries';
import type { Question, QuestionGroup, QuestionSet } from './questionSet';
import { describing, fingerprintOf, readSet } from './questionSet';
import './readingWords';

export function SetPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/shell/exposure/sets/$id' });
  return (
    <Query of={questionSetQuery(id)}>
      {({ set: { facts }, questions }) => (
        <Stack maw={800}>
          {questions === null ? (
            <>
              <Title order={1}>{facts.name}</Title>
              <Text>{t('erased')}</Text>
            </>
          ) : (
            <Safely>
              <Whole facts={facts} text={questions.text} />
            </Safely>
          )}
        </Stack>
      )}
    </Query>
  );
}

interface Props {
  facts: Schemas['QuestionSetFacts'];
  text: string;
}

function Whole({ facts, text }: Props) {
  const { t } = useTranslation();
  const set = readSet(text);
  const { title, version, credit, rights, groups, questions } = set;
  const answers = questions.reduce((sum, { levels }) => sum + levels.length, 0);
  return (
    <>
      <Title order={1}>{title}</Title>
      <Text>{t('reading.summary', { version, questions: questions.length, answers })}</Text>
      <Fingerprint facts={facts} text={text} />
      <Marks set={set} />
      <Text size="sm" c="dimmed">
        {credit} {rights}
      </Text>
      {groups.map((group) => (
        <Under key={group.id} group={group} questions={questions.filter((one) => one.group === group.id)} />
      ))}
    </>
  );
}

/** What the Members decide on is what has this fingerprint, whatever a server shows. */
function Fingerprint({ facts: { fingerprint }, text }: Props) {
  const { t } = useTranslation();
  if (fingerprintOf(text) !== fingerprint)
    return (
      <Alert color="red" role="alert" className="breakable">
        {t('reading.another', { fingerprint })}
      </Alert>
    );
  return (
    <Text size="sm" className="breakable">
      {t('reading.sound', { fingerprint })}
    </Text>
  );
}

/** No program sees by a text whether it describes: whoever decides is told what to look for. */
function Marks({ set }: { set: QuestionSet }) {
  const { t } = useTranslation();
  const ids = describing(set);
  return (
    <Text data-testid="describing">
      {ids.length === 0 ? t('reading.undescribed') : t('reading.described', { questions: ids.join(', ') })}
    </Text>
  );
}

function Under({ group: { id, name, text }, questions }: { group: QuestionGroup; questions: Question[] }) {
  return (
    <Stack component="section" gap="sm" aria-label={`${id}: ${name}`}>
      <Title order={2} size="h4">
        {id}: {name}
      </Title>
      {text && <Text size="sm">{text}</Text>}
      {questions.map((question) => (
        <One key={question.id} question={question} />
      ))}
    </Stack>
  );
}

function One({ question: { id, name, text, choose, levels, from, describes } }: { question: Question }) {
  const { t } = useTranslation();
  return (
    <div>
      <Group gap="xs">
        <Title order={3} size="h5">
          {name === undefined ? id : `${id}: ${name}`}
        </Title>
        {describes === true && (
          <Badge tt="none" variant="light">
            {t('reading.describes')}
          </Badge>
        )}
      </Group>
      <Text>{text}</Text>
      {from !== undefined && <Text size="sm">{t('reading.fromList', { count: choose.max })}</Text>}
      {from === undefined && choose.max > 1 && <Text size="sm">{t('reading.upTo', { count: choose.max })}</Text>}
      <ul>
        {levels.map((level) => (
          <li key={level.name}>
            <Text size="sm">
              <strong>{level.name}</strong>: {level.evidence}
            </Text>
          </li>
        ))}
      </ul>
    </div>
  );
}
