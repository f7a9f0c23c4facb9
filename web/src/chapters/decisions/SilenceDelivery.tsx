// Whether the text of a silence procedure came to everybody whose silence would count, and what is done about it.
import { Alert, Group, Spoiler, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { Command } from '../../acts/act';
import { ActButton } from '../../acts/ActButton';
import { ActForm } from '../../acts/ActForm';
import type { Schemas } from '../../api/client';
import { LongTextField } from '../../components/fields';
import { When } from '../../components/When';
import { useTranslation } from '../../locales/i18n';
import { seenOf } from './wording';

type Motion = Schemas['Motion'];
type Delivery = Schemas['SilenceDelivery'];

export function SilenceDelivery({ motion, title }: { motion: Motion; title: string }) {
  const { t } = useTranslation();
  const { delivery } = motion;
  if (!delivery) return null;
  return (
    <Stack gap="xs" data-testid="delivery">
      <Text size="sm">{t('delivery.reached', { count: delivery.asked, reached: delivery.reached })}</Text>
      {motion.state === 'open' && <Clock motion={motion} delivery={delivery} />}
      {delivery.unreached.length > 0 && <Unreached motion={motion} delivery={delivery} title={title} />}
      {delivery.told.map(({ key, words }) => (
        <Text key={key} size="sm" className="wrap">
          {t('delivery.toldOtherwise', { organization: key, way: words ?? t('erased') })}
        </Text>
      ))}
      {motion.may.includes('see-motion') && (
        <Group>
          <ActButton command={() => ({ type: 'see-motion', motion: motion.id, seen: seenOf(motion) })}>
            {t('delivery.see')}
          </ActButton>
        </Group>
      )}
    </Stack>
  );
}

/** Until when it runs, where that is not simply its deadline. */
function Clock({ motion, delivery }: { motion: Motion; delivery: Delivery }) {
  const { t } = useTranslation();
  const { hours } = delivery;
  if (delivery.stands)
    return (
      <Alert variant="light" color="yellow" title={t('delivery.stands')} data-testid="clock-stands">
        <Text size="sm">
          {t('delivery.lapses', { hours })} <When time={delivery.ends} zone={motion.time_zone} />
        </Text>
      </Alert>
    );
  if (delivery.waits) return <Text size="sm">{t('delivery.waits', { hours })}</Text>;
  if (delivery.ends === motion.deadline) return null;
  return (
    <Text size="sm" data-testid="clock-late">
      {t('delivery.late')} <When time={delivery.ends} zone={motion.time_zone} />
    </Text>
  );
}

/** Whom nothing reached yet; whoever may says of each how it was told. */
function Unreached({ motion, delivery, title }: { motion: Motion; delivery: Delivery; title: string }) {
  const { t } = useTranslation();
  const toTell = delivery.unreached.filter(({ may }) => may.includes('attest-delivery'));
  const names = delivery.unreached.map(({ key }) => key).join(', ');
  return (
    <>
      <Text size="sm" data-testid="unreached">
        {t('delivery.unreached', { organizations: names })}
      </Text>
      {toTell.length > 0 && (
        <Spoiler maxHeight={160} showLabel={t('delivery.showAll')} hideLabel={t('delivery.hideAll')}>
          <Stack gap="xs" component="ul" p={0} aria-label={t('delivery.toTell')}>
            {toTell.map((seat) => (
              <Group key={seat.key} component="li" justify="space-between">
                <Text size="sm">{seat.key}</Text>
                <TellForm motion={motion.id} seat={seat} title={title} />
              </Group>
            ))}
          </Stack>
        </Spoiler>
      )}
    </>
  );
}

function TellForm({ motion, seat, title }: { motion: number; seat: Schemas['SeatWithoutText']; title: string }) {
  const { t } = useTranslation();
  const [way, setWay] = useState('');
  return (
    <ActForm
      label={t('delivery.tell')}
      size="xs"
      act={() => ({
        words: t('words.attest-delivery', { organization: seat.key, title }),
        command: (contents): Command => ({
          type: 'attest-delivery',
          motion,
          organization: seat.organization,
          way: contents.add(way),
        }),
      })}
    >
      <LongTextField
        required
        label={t('delivery.way')}
        description={t('delivery.wayHint')}
        value={way}
        onChange={setWay}
      />
    </ActForm>
  );
}
