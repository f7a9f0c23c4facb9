// The bands with their limits, and what the score is and is not.
import { Text } from '@mantine/core';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';

export function Scale({ bands: { frequency, impact } }: { bands: Schemas['RiskBands'] }) {
  const { t } = useTranslation();
  return (
    <details data-testid="scale">
      <summary className="target">{t('risk.scale.title')}</summary>
      <Text size="sm" my="xs">
        {t('risk.scale.score')}
      </Text>
      <Text size="sm" mb="xs">
        {t('risk.scale.not')}
      </Text>
      {(
        [
          ['often', frequency],
          ['bad', impact],
        ] as const
      ).map(([name, all]) => (
        <div key={name}>
          <Text size="sm" fw={600}>
            {t(`risk.scale.${name}`)}
          </Text>
          <ol>
            {all.map((band) => (
              <li key={band}>
                <Text span size="sm">
                  {band}
                </Text>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </details>
  );
}
