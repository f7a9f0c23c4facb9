// The figures in the form in which they may leave the group, once it agreed: as a text to copy and as a file.
import { Alert, Button, Card, CopyButton, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../../locales/i18n';

import { download } from '../../components/download';
import { ExposureLinks } from './ExposureLinks';
import { releaseOf } from './release';
import type { Release as Of } from './release';
import { useReleaseText } from './releaseText';
import './strategicWords';
import { VerifiedRounds } from './VerifiedRounds';

export function Release() {
  const { t } = useTranslation();
  return (
    <Stack maw={1000}>
      <Group justify="space-between">
        <Title order={1}>{t('release.page')}</Title>
        <Group gap="xs">
          <ExposureLinks to={['strategic', 'trend']} />
        </Group>
      </Group>
      <Alert color="yellow" title={t('release.ruleTitle')} data-testid="release-rule">
        <Text size="sm">{t('release.rule')}</Text>
        <Text size="sm">
          {t('release.how')}{' '}
          <Link className="text-link" to="/decisions">
            {t('release.propose')}
          </Link>
        </Text>
      </Alert>
      <VerifiedRounds>
        {({ rounds, isWhole }) => {
          const release = isWhole ? releaseOf(rounds) : undefined;
          return release ? <Whole release={release} /> : <Text>{t('release.notWhole')}</Text>;
        }}
      </VerifiedRounds>
    </Stack>
  );
}

function Whole({ release }: { release: Of }) {
  const { t } = useTranslation();
  const text = useReleaseText()(release);
  const name = `exposure-${release.closes.slice(0, 10)}.txt`;
  return (
    <Card withBorder component="section" aria-label={t('release.text')}>
      <Text className="wrap" data-testid="release-text">
        {text}
      </Text>
      <Group mt="md" className="no-print">
        <CopyButton value={text}>
          {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'release.copied' : 'release.copy')}</Button>}
        </CopyButton>
        <Button variant="default" onClick={() => download(name, `${text}\n`, 'text/plain')}>
          {t('release.file')}
        </Button>
      </Group>
    </Card>
  );
}
