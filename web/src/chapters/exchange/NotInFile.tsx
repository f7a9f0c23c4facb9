// What a file that was taken along does not say.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { useTranslation } from '../../locales/i18n';
import { LeftOut } from './LeftOut';
import { type FileFormat, notInFileQuery } from './queries';

export function NotInFile({ id, format }: { id: string; format: FileFormat }) {
  const { t } = useTranslation();
  const { data } = useQuery(notInFileQuery(id, format));
  return (
    <div role="status">
      {data?.left_out.length === 0 && <Text size="sm">{t('exchange.allInFile')}</Text>}
      {data !== undefined && data.left_out.length > 0 && (
        <LeftOut all={data.left_out} title={t('exchange.notInFile', { format: format.toUpperCase() })} />
      )}
    </div>
  );
}
