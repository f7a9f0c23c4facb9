// A page whose code is loaded when it is asked for. Where the server is gone and the page was never opened, the frame stays and says so: the
// router would load the whole document again, and leave for the browser's own page of errors.
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import type { AsyncRouteComponent } from '@tanstack/react-router';
import { lazyRouteComponent } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { Component } from 'react';

import { RefusedHere } from '../acts/problems';
import { useTry } from '../acts/useTry';
import { answer, api } from '../api/client';
import { ProblemAlert } from '../components/ProblemAlert';
import { useTranslation } from '../locales/i18n';

const asksServer = () => answer(api.GET('/api/community'));

/** Where the server is there and has no such code, it is a newer one: the router loads the document again, once. */
async function loaded<Pages>(load: () => Promise<Pages>): Promise<Pages> {
  try {
    return await load();
  } catch (error) {
    await asksServer().catch((why: unknown) => {
      throw new RefusedHere('unreachable', why);
    });
    throw error;
  }
}

/** The page of this name in what `load` gives. */
export function lazyPage<Name extends string>(
  load: () => Promise<Record<Name, ComponentType>>,
  name: Name,
): AsyncRouteComponent<object> {
  const Page: AsyncRouteComponent<object> = lazyRouteComponent(() => loaded(load), name);
  const Reached: AsyncRouteComponent<object> = () => (
    <Reachable>
      <Page />
    </Reachable>
  );
  Reached.preload = async () => Page.preload?.();
  return Reached;
}

const isUnreachable = (error: unknown) => error instanceof RefusedHere && error.key === 'unreachable';

/** What fails otherwise is told by whoever tells of failures. */
class Reachable extends Component<{ children: ReactNode }, { error?: unknown }> {
  override state: { error?: unknown } = {};

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }
  override render() {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    if (!isUnreachable(error)) throw error;
    return <Unreachable />;
  }
}

function Unreachable() {
  const { t } = useTranslation();
  const { attempt, busy, problem } = useTry();
  const again = () =>
    attempt(async () => {
      await asksServer();
      window.location.reload();
    });
  return (
    <Stack maw={700} data-testid="unreachable">
      <Title order={1}>{t('unreachable.title')}</Title>
      <Text>{t('unreachable.hint')}</Text>
      {problem && <ProblemAlert problem={problem} />}
      <Group>
        <Button loading={busy} onClick={() => void again()}>
          {t('unreachable.again')}
        </Button>
      </Group>
    </Stack>
  );
}
