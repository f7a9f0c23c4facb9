// The watch list as one types or pastes it, four kinds apart.
import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import { useTry } from '../../acts/useTry';
import { download } from '../../components/download';
import { LongTextField } from '../../components/fields';
import { ProblemAlert } from '../../components/ProblemAlert';
import { Section } from '../../components/Section';
import { useTranslation } from '../../locales/i18n';
import type { SeatOfLog } from '../keyboxes/shared';
import { keepList } from './watchKeeping';
import { watchFor } from './watching';
import type { Typed, WatchKind, WatchList } from './watchList';
import { bytesOf, largestList, sizeOf, typedAs, watchKinds } from './watchList';
import { metQuery } from './watchQueries';

interface Props {
  seat: SeatOfLog;
  box: Uint8Array;
  list: WatchList;
}

type ByKind<T> = Record<WatchKind, T>;
const byKind = <T,>(how: (kind: WatchKind) => T): ByKind<T> => ({
  networks: how('networks'),
  domains: how('domains'),
  mail: how('mail'),
  sectors: how('sectors'),
});

export function WatchForm({ seat, box, list }: Props) {
  const { t } = useTranslation();
  const [texts, setTexts] = useState(() => byKind((kind) => list[kind].join('\n')));
  const { problem, busy, wrong, isTooLarge, saved, save } = useSaving({ seat, box, list });
  return (
    <Section title={t('watch.list')}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save(byKind((kind) => typedAs(kind, texts[kind])));
        }}
      >
        <Stack gap="sm">
          {watchKinds.map((kind) => (
            <LongTextField
              key={kind}
              label={t(`watch.${kind}`)}
              description={t(`watch.${kind}Hint`)}
              maxRows={12}
              dir={kind === 'sectors' ? 'auto' : 'ltr'}
              spellCheck={kind === 'sectors'}
              value={texts[kind]}
              onChange={(text) => setTexts((now) => ({ ...now, [kind]: text }))}
              error={
                wrong[kind].length > 0 &&
                t('watch.wrong', { count: wrong[kind].length, values: wrong[kind].join(', ') })
              }
            />
          ))}
          {isTooLarge && <Text c="red">{t('watch.tooLarge')}</Text>}
          {problem && <ProblemAlert problem={problem} />}
          <Group>
            <Button type="submit" loading={busy}>
              {t('watch.save')}
            </Button>
            {sizeOf(saved) > 0 && (
              <Button
                variant="light"
                onClick={() => download('watch-list.json', `${JSON.stringify(saved, null, 1)}\n`)}
              >
                {t('watch.file')}
              </Button>
            )}
          </Group>
          <Text role="status" size="sm">
            {saved !== list && t('watch.saved')}
          </Text>
          <Text size="sm" c="dimmed">
            {t('watch.fileHint')}
          </Text>
        </Stack>
      </form>
    </Section>
  );
}

/** Nothing is kept while something of it is wrong. */
function useSaving({ seat, box, list }: Props) {
  const queryClient = useQueryClient();
  const { problem, busy, attempt } = useTry();
  const [wrong, setWrong] = useState(() => byKind((): string[] => []));
  const [isTooLarge, setTooLarge] = useState(false);
  const [saved, setSaved] = useState(list);
  const save = async (typed: ByKind<Typed>) => {
    const found = byKind((kind) => typed[kind].wrong);
    const next: WatchList = byKind((kind) => typed[kind].entries);
    const tooLarge = bytesOf(next) > largestList;
    setWrong(found);
    setTooLarge(tooLarge);
    if (tooLarge || Object.values(found).some((values) => values.length > 0)) return;
    await attempt(async () => {
      await keepList(box, seat, next);
      await watchFor(seat.organization, next);
      setSaved(next);
      await queryClient.invalidateQueries({ queryKey: metQuery(seat.organization).queryKey });
    });
  };
  return { problem, busy, wrong, isTooLarge, saved, save };
}
