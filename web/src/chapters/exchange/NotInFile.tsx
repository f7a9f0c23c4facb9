// What a file that was taken along does not say.
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';

import { useTranslation } from '../../locales/i18n';
import { LeftOut } from './LeftOut';
import { type FileFormat, notInFileQuery } from './queries';

interface NotInFileProps {
  format: FileFormat;
  /** Of one object with what it holds; of all that one reads where it is left out. */
  id?: string;
  /** The widest marking of which the file takes something. */
  marking?: string;
}

export function NotInFile(of: NotInFileProps) {
  const { t } = useTranslation();
  const { data } = useQuery(notInFileQuery(of));
  return (
    <div role="status">
      {data?.left_out.length === 0 && <Text size="sm">{t('exchange.allInFile')}</Text>}
      {data !== undefined && data.left_out.length > 0 && (
        <LeftOut all={data.left_out} title={t('exchange.notInFile', { format: of.format.toUpperCase() })} />
      )}
    </div>
  );
}
