// What was done in one's name, by whom and when, and what to do where it is wrong; and who objects to what one is to settle. A notice leaves when it was seen on this device, or with time.
import { Alert, Anchor, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';

import type { Schemas } from '../../api/client';
import { Safely } from '../../components/Safely';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import './noticeWords';
import { useSeenNotices } from './seen';

type Notice = Schemas['Notice'];

/** Those that tell of a way to sign; the others tell of a seat, an office, or an objection. */
const ofKeys = [
  'link-offered',
  'passkey-added',
  'passkey-removed',
  'recovery-begun',
  'recovery-confirmed',
  'recovery-done',
];

export function Notices({ notices }: { notices: Notice[] }) {
  const { t } = useTranslation();
  const { isSeen, see } = useSeenNotices();
  const left = notices.filter(({ number }) => !isSeen(number));
  if (left.length === 0) return null;
  return (
    <Card withBorder component="section" aria-label={t('notice.heading')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4">
          {t('notice.heading')}
        </Title>
        {left.length > 1 && (
          <Button size="compact-sm" variant="subtle" onClick={() => see(left.map(({ number }) => number))}>
            {t('notice.allSeen')}
          </Button>
        )}
      </Group>
      <Stack gap="md">
        {left.map((notice) => (
          <Safely key={notice.number}>
            <Told notice={notice} onSeen={() => see([notice.number])} />
          </Safely>
        ))}
      </Stack>
    </Card>
  );
}

function Told({ notice, onSeen }: { notice: Notice; onSeen: () => void }) {
  const { t } = useTranslation();
  const { kind, at, entry, by, person, organization, motion } = notice;
  const name = person?.name ?? t('erased');
  return (
    <Group justify="space-between" wrap="nowrap" align="flex-start" data-testid={`notice-${kind}`}>
      <div>
        <Text>{t(`notice.kind.${kind}`, { name, organization: organization ?? '', by: by?.name ?? name })}</Text>
        <Text size="sm" c="dimmed">
          <When time={at} />.{' '}
          <Anchor component={Link} to={`/record/${entry}`} inherit underline="always">
            {t('notice.entry', { entry })}
          </Anchor>
          .{' '}
          {motion === null ? (
            t(ofKeys.includes(kind) ? 'notice.wrongKey' : 'notice.wrongSeat')
          ) : (
            <Anchor component={Link} to={`/motions/${motion}`} inherit underline="always">
              {t('notice.motion')}
            </Anchor>
          )}
        </Text>
      </div>
      <Button size="compact-sm" variant="light" onClick={onSeen} style={{ flexShrink: 0 }}>
        {t('notice.seen')}
      </Button>
    </Group>
  );
}

/** Stands until it lapses: nobody can say of a request that somebody else made that they have dealt with it. */
export function RecoveryAsked({ at }: { at: string }) {
  const { t } = useTranslation();
  return (
    <Alert color="red" role="alert" title={t('notice.recoveryAsked')} data-testid="recovery-asked">
      <When time={at} />. {t('notice.recoveryWrong')}
    </Alert>
  );
}
