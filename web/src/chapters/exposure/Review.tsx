// All questions with what was answered, before the device encrypts it.
import { Button, Group, Stack, Text, Title, UnstyledButton } from '@mantine/core';

import { ProblemAlert } from '../../components/ProblemAlert';
import { useTranslation } from '../../locales/i18n';
import type { StepProps } from './Start';
import { answeredIn } from './Start';

interface Props extends StepProps {
  onEncrypt: () => void;
  /** What the main button says, where it doesn't encrypt a ballot. */
  action?: string;
  /** Takes the answers away as a file. */
  onSave?: () => void;
}

export function Review({ placed, given, open, problem, busy, onLast, onGo, onEncrypt, action, onSave }: Props) {
  const { t } = useTranslation();
  const count = answeredIn(given);
  const sets = [...new Set(placed.map(({ set }) => set))];
  return (
    <Stack gap="sm" data-testid="review">
      <Text role="status">{t('answering.begun', { count, all: placed.length })}</Text>
      {count === 0 && action === undefined && <Text>{t('answering.emptyHint')}</Text>}
      {problem && <ProblemAlert problem={problem} />}
      <Group>
        {/* The next key press goes on from here. */}
        <Button autoFocus loading={busy} onClick={onEncrypt}>
          {action ?? t(count === 0 ? 'answering.empty' : 'answering.encrypt')}
        </Button>
        {open > 0 && (
          <Button variant="light" onClick={onLast}>
            {t('answering.allAsLast', { count: open })}
          </Button>
        )}
        <Button variant="subtle" onClick={() => onGo(placed.length - 1)}>
          {t('answering.back')}
        </Button>
        {onSave && (
          <Button variant="subtle" onClick={onSave}>
            {t('answering.saveFile')}
          </Button>
        )}
      </Group>
      {busy && <Text size="sm">{t('answering.encrypting')}</Text>}
      {sets.map((set) => (
        <section key={set.id} aria-label={set.title}>
          <Title order={3} size="h5" mb="xs">
            {set.title}
          </Title>
          <ul className="plain-list">
            {placed.map((one, i) =>
              one.set === set ? (
                <Line key={one.question.id} one={one} names={given[one.question.id] ?? []} onGo={() => onGo(i)} />
              ) : null,
            )}
          </ul>
        </section>
      ))}
    </Stack>
  );
}

interface LineProps {
  one: StepProps['placed'][number];
  names: readonly string[];
  onGo: () => void;
}

function Line({ one: { question }, names, onGo }: LineProps) {
  const { t } = useTranslation();
  return (
    <li>
      <Group justify="space-between" gap="xs" wrap="nowrap" align="baseline">
        <div>
          <UnstyledButton className="row-link target" onClick={onGo}>
            {question.id}
            {question.name && `: ${question.name}`}
          </UnstyledButton>
          <Text size="sm" c="dimmed" visibleFrom="sm">
            {question.text}
          </Text>
        </div>
        <Text size="sm" ta="end" c={names.length === 0 ? 'dimmed' : undefined}>
          {names.length === 0 ? t('answering.notAnswered') : names.join(', ')}
        </Text>
      </Group>
    </li>
  );
}
