// How hard each quality of information would be hit, and why; what is not judged yet is left out.
import { Group, Text } from '@mantine/core';

import { LongTextField } from '../../../components/fields';
import { useTranslation } from '../../../locales/i18n';
import type { JudgedDraft } from '../draft';
import type { Quality } from '../vocabulary';
import { harms, qualities } from '../vocabulary';
import { Chosen } from './Chosen';
import { Part } from './Part';
import type { FieldsProps } from './props';
import '../risks.css';

export function Hurting({ draft, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const put = (quality: Quality, change: Partial<JudgedDraft>) =>
    onChange({ harms: { ...draft.harms, [quality]: { ...draft.harms[quality], ...change } } });
  return (
    <Part title={t('risk.hurts')}>
      <Text size="sm" c="dimmed">
        {t('riskForm.hurtsHint')}
      </Text>
      {qualities.map((quality) => {
        const { harm, why } = draft.harms[quality];
        const name = t(`risk.qualities.${quality}`);
        return (
          <Group key={quality} align="flex-start" className="risk-judged">
            <Chosen
              label={name}
              description={t(`riskForm.is.${quality}`)}
              all={harms}
              say={(one) => t(`risk.harm.${one}`)}
              value={harm}
              onChange={(chosen) => put(quality, { harm: chosen })}
            />
            {harm !== '' && (
              <LongTextField
                required
                label={t('riskForm.whyOf', { quality: name })}
                maxLength={1000}
                value={why}
                onChange={(reason) => put(quality, { why: reason })}
              />
            )}
          </Group>
        );
      })}
    </Part>
  );
}
