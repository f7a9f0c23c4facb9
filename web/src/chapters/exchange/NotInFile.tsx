// What a file that was taken along does not say.
import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';

import { useTranslation } from '../../locales/i18n';
import { LeftOut } from './LeftOut';
import { allNotInFileQuery, type FileFormat, notInFileQuery } from './queries';

interface NotInFileProps {
  format: FileFormat;
  /** Of one object with what it holds; of all that one reads where it is left out. */
  id?: string;
  /** The widest marking of which the file takes something. */
  marking?: string;
}

export function NotInFile(of: NotInFileProps) {
  const { t } = useTranslation();
  const [isAllAsked, setAllAsked] = useState(false);
  const { data } = useQuery(notInFileQuery(of));
  const { data: all, isFetching } = useQuery({ ...allNotInFileQuery(of), enabled: isAllAsked });
  const leftOut = all ?? data?.left_out ?? [];
  const isMore = leftOut.some(({ number, names }) => number > names.length);
  return (
    <div role="status">
      {data?.left_out.length === 0 && <Text size="sm">{t('exchange.allInFile')}</Text>}
      {leftOut.length > 0 && (
        <LeftOut all={leftOut} title={t('exchange.notInFile', { format: of.format.toUpperCase() })} />
      )}
      {isMore && all === undefined && (
        <Button
          size="compact-sm"
          variant="subtle"
          loading={isFetching}
          onClick={() => {
            setAllAsked(true);
          }}
        >
          {t('exchange.showAllLeftOut')}
        </Button>
      )}
    </div>
  );
}
