// The bell: how much is new for the reader, the newest of it with ways to where it is, and that all of it was seen.
import { ActionIcon, Anchor, Button, Group, Indicator, List, Text, VisuallyHidden } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useRef } from 'react';

import type { Schemas } from '../api/client';
import type { Task } from '../chapters/chapter';
import type { News } from '../chapters/desk/news';
import { keyOf, useNews } from '../chapters/desk/news';
import '../chapters/desk/noticeWords';
import { taskKinds } from '../chapters/index';
import { When } from '../components/When';
import { useTranslation } from '../locales/i18n';
import { useBrowserNotices, useTelling } from './browserNotices';
import { Dropdown } from './Dropdown';

/** Loaded where it is looked at. */
const TellSwitch = lazy(() => import('./TellSwitch').then((its) => ({ default: its.TellSwitch })));

/** What one takes in at a glance; the desk has all of it. */
const mostListed = 8;

export function Bell() {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure();
  const news = useNews();
  const notices = useBrowserNotices();
  useTelling(news?.count, notices.isOn);
  const count = news?.count ?? 0;
  const panel = useRef<HTMLDivElement>(null);
  const seeAll = () => {
    // The button goes with what it is for; whoever pressed it stays in the list.
    panel.current?.focus();
    news?.seeAll();
  };
  const name = count > 0 ? t('bell.labelOf', { count }) : t('bell.label');
  return (
    <>
      <Dropdown
        label={name}
        opened={opened}
        onClose={close}
        panel={panel}
        target={
          <Indicator disabled={count === 0} label={count > 99 ? '99+' : count} size={18} color="red.8" offset={6}>
            <ActionIcon
              variant="subtle"
              size="lg"
              aria-label={name}
              aria-haspopup="dialog"
              aria-expanded={opened}
              onClick={toggle}
              data-testid="bell"
            >
              <IconBell size={20} aria-hidden />
            </ActionIcon>
          </Indicator>
        }
      >
        <Group justify="space-between" mb="xs">
          <Text fw={600}>{t('bell.label')}</Text>
          {count > 0 && (
            <Button size="compact-sm" variant="subtle" onClick={seeAll}>
              {t('bell.allSeen')}
            </Button>
          )}
        </Group>
        {news && count > 0 && <Newest news={news} onGo={close} />}
        {news?.count === 0 && <Text c="dimmed">{t('bell.nothing')}</Text>}
        {notices.isPossible && (
          <Suspense fallback={null}>
            <TellSwitch notices={notices} />
          </Suspense>
        )}
      </Dropdown>
      <VisuallyHidden role="status" aria-live="polite">
        {count > 0 ? name : ''}
      </VisuallyHidden>
    </>
  );
}

function Newest({ news: { recoveryAsked, tasks, notices }, onGo }: { news: News; onGo: () => void }) {
  const { t } = useTranslation();
  const firstTasks = tasks.slice(0, mostListed);
  const firstNotices = notices.slice(0, mostListed - firstTasks.length);
  const left = tasks.length + notices.length - firstTasks.length - firstNotices.length;
  return (
    <>
      <List listStyleType="none" spacing="xs" size="sm">
        {recoveryAsked && (
          <List.Item>
            <Anchor component={Link} to="/" onClick={onGo} inherit fw={600}>
              {t('notice.recoveryAsked')}
            </Anchor>
          </List.Item>
        )}
        {firstTasks.map((task) => (
          <NewTask key={keyOf(task)} task={task} onGo={onGo} />
        ))}
        {firstNotices.map((notice) => (
          <NewNotice key={notice.number} notice={notice} onGo={onGo} />
        ))}
      </List>
      <Anchor component={Link} to="/" size="sm" mt="xs" display="block" onClick={onGo}>
        {left > 0 ? t('bell.more', { count: left }) : t('bell.desk')}
      </Anchor>
    </>
  );
}

/** One that is done at the desk itself leads there, and so does one of a kind that this page does not know. */
function NewTask({ task, onGo }: { task: Task; onGo: () => void }) {
  const { t } = useTranslation();
  const its = taskKinds[task.kind];
  const { title, position } = task.about;
  return (
    <List.Item>
      <Anchor
        component={Link}
        to={its && !its.Action ? its.to(task.about) : '/'}
        hash={its?.Action ? undefined : its?.hash}
        onClick={onGo}
        inherit
      >
        {t(`desk.task.${task.kind}`, { title: title ?? '', position: (position ?? 0) + 1 })}
      </Anchor>
      {task.by && (
        <Text size="sm" c="dimmed">
          {t('desk.by')} <When time={task.by} />
        </Text>
      )}
    </List.Item>
  );
}

function NewNotice({ notice, onGo }: { notice: Schemas['Notice']; onGo: () => void }) {
  const { t } = useTranslation();
  const { kind, at, entry, by, person, organization, motion } = notice;
  const name = person?.name ?? t('erased');
  return (
    <List.Item>
      <Anchor component={Link} to={motion === null ? `/record/${entry}` : `/motions/${motion}`} onClick={onGo} inherit>
        {t(`notice.kind.${kind}`, { name, organization: organization ?? '', by: by?.name ?? name })}
      </Anchor>
      <Text size="sm" c="dimmed">
        <When time={at} />
      </Text>
    </List.Item>
  );
}
