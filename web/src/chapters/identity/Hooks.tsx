// The community's hooks: which channels hear that something happened, and how that stands. For the Secretary.
import { Alert, Button, Card, Code, Group, Modal, Text, Title } from '@mantine/core';
import { queryOptions } from '@tanstack/react-query';
import { useState } from 'react';

import { renewSecret } from '../../acts/hook';
import { useChange } from '../../acts/useChange';
import type { Schemas } from '../../api/client';
import { answer, api } from '../../api/client';
import { FormModal } from '../../components/FormModal';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Query } from '../../components/Query';
import { When } from '../../components/When';
import { addWords, useTranslation } from '../../locales/i18n';
import type { AskForHook } from './HookForms';
import { ChangeHook, MakeHook } from './HookForms';
import words from './hooks.en.json';

addWords(words);

type Me = Schemas['Me'];
type Hook = Schemas['Hook'];

/** What becomes of messages stands beside the record, so no event tells of it. */
const looksAgainAfter_ms = 5_000;

const hooksQuery = queryOptions({
  queryKey: ['hooks'],
  queryFn: () => answer(api.GET('/api/hooks')),
  refetchInterval: looksAgainAfter_ms,
  meta: { shows: 'nothing' },
});

export function Hooks({ me }: { me: Me }) {
  const { t } = useTranslation();
  /** Asks for something, and shows how all of them stand then. */
  const { change: ask, problem } = useChange(hooksQuery);
  const [secret, setSecret] = useState<string>();
  return (
    <Card withBorder component="section" aria-label={t('hooks.title')}>
      <Title order={2} size="h4">
        {t('hooks.title')}
      </Title>
      <Text size="sm" c="dimmed" mb="xs">
        {t('hooks.hint')}
      </Text>
      {problem && <ProblemAlert problem={problem} />}
      <Query of={hooksQuery}>
        {({ hooks, most }) => (
          <>
            {hooks.length === 0 && <Text c="dimmed">{t('hooks.none')}</Text>}
            {hooks.map((hook) => (
              <HookRow key={hook.id} hook={hook} me={me} ask={ask} onSecret={setSecret} />
            ))}
            {hooks.length < most ? (
              <MakeHook me={me} onMade={(made) => void ask(() => Promise.resolve(setSecret(made)))} />
            ) : (
              <Text size="sm">{t('hooks.most', { count: most })}</Text>
            )}
          </>
        )}
      </Query>
      <SecretShown secret={secret} onClose={() => setSecret(undefined)} />
    </Card>
  );
}

function SecretShown({ secret, onClose }: { secret: string | undefined; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={secret !== undefined}
      onClose={onClose}
      title={t('hooks.secretTitle')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Alert mb="sm">{t('hooks.secretHint')}</Alert>
      <Code block className="wrap" data-testid="hook-secret">
        {secret}
      </Code>
    </Modal>
  );
}

interface RowProps {
  hook: Hook;
  me: Me;
  ask: AskForHook;
  onSecret: (secret: string) => void;
}

function HookRow({ hook, me, ask, onSecret }: RowProps) {
  const { t } = useTranslation();
  return (
    <div data-testid="hook" role="group" aria-label={hook.title}>
      <div className="breakable">
        <Text fw={500} mt="sm">
          {hook.title}
        </Text>
        <Text size="sm" c="dimmed">
          {hook.server} · {t(`hooks.forms.${hook.form}`)} · {t('hooks.madeBy', { name: hook.by ?? t('erased') })}
        </Text>
        <Text size="sm">{hook.kinds.map((kind) => t(`hooks.kind.${kind}`)).join('; ')}</Text>
        <HowItStands hook={hook} />
      </div>
      <HookActions hook={hook} me={me} ask={ask} onSecret={onSecret} />
    </div>
  );
}

function HowItStands({ hook }: { hook: Hook }) {
  const { t } = useTranslation();
  const { sent_at, next_at, waiting, missed, pause, trouble, status, detail } = hook;
  return (
    <>
      <Text size="sm" c="dimmed">
        {sent_at && (
          <>
            {t('hooks.sent')}: <When time={sent_at} />.{' '}
          </>
        )}
        {waiting > 0 && `${t('hooks.waiting', { count: waiting })}. `}
        {missed > 0 && `${t('hooks.missed', { count: missed })}. `}
        {next_at && !pause && (
          <>
            {t('hooks.next')}: <When time={next_at} />.
          </>
        )}
      </Text>
      {pause && (
        <Alert color="red" mt="xs" role="status">
          {t(`hooks.pause.${pause}`)}
        </Alert>
      )}
      {trouble !== 'none' && (
        <Alert color="yellow" mt="xs" role="status">
          {t(`hooks.trouble.${trouble}`, { status, detail })}
        </Alert>
      )}
    </>
  );
}

function HookActions({ hook, me, ask, onSecret }: RowProps) {
  const { t } = useTranslation();
  const [isTested, setTested] = useState(false);
  const id = { body: { id: hook.id } };
  const renew = () => ask(async () => onSecret((await renewSecret(me, hook.id)).secret));
  const test = async () => setTested(await ask(() => answer(api.POST('/api/hooks/test', id))));
  return (
    <>
      <Group gap="xs" mt="xs">
        <ChangeHook hook={hook} ask={ask} />
        <Button size="compact-sm" variant="subtle" onClick={() => void renew()}>
          {t('hooks.renew')}
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => void test()}>
          {t('hooks.test')}
        </Button>
        {hook.pause && (
          <Button
            size="compact-sm"
            variant="subtle"
            onClick={() => void ask(() => answer(api.POST('/api/hooks/resume', id)))}
          >
            {t('hooks.resume')}
          </Button>
        )}
        <FormModal
          label={t('hooks.end')}
          size="compact-sm"
          variant="subtle"
          onSubmit={() => ask(() => answer(api.POST('/api/hooks/end', id)))}
        >
          <Text>{t('hooks.endSure', { name: hook.title })}</Text>
        </FormModal>
      </Group>
      {isTested && (
        <Text size="sm" role="status">
          {t('hooks.tested')}
        </Text>
      )}
    </>
  );
}
