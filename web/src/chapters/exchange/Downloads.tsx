// All that one reads, or what is marked no stricter than one says, as a file; and what the file that was taken does not
// say. The command line writes the same on the host.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';

import type { Schemas } from '../../api/client';
import { useTranslation } from '../../locales/i18n';
import { fileAddress } from './fileAddress';
import { MarkingSelect } from './Marking';
import { NotInFile } from './NotInFile';
import type { FileFormat } from './queries';

const formats = ['stix', 'misp', 'csv'] as const;

export function Downloads() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('exchange.download')}
      </Button>
      <Modal
        opened={isOpen}
        onClose={() => {
          setOpen(false);
        }}
        title={t('exchange.downloadAll')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Files />
      </Modal>
    </>
  );
}

function Files() {
  const { t } = useTranslation();
  const [marking, setMarking] = useState<Schemas['Marking']>('red');
  const [taken, setTaken] = useState<FileFormat>();
  return (
    <Stack>
      <Text size="sm">{t('exchange.downloadHint')}</Text>
      <MarkingSelect
        label={t('exchange.widestTaken')}
        value={marking}
        onChange={(chosen) => {
          setMarking(chosen);
          setTaken(undefined);
        }}
      />
      <Group gap="xs">
        {formats.map((format) => (
          <Button
            key={format}
            variant="light"
            component="a"
            href={fileAddress({ format, marking })}
            download
            onClick={() => {
              setTaken(format);
            }}
          >
            {t(`exchange.formats.${format}`)}
          </Button>
        ))}
      </Group>
      {taken && <NotInFile format={taken} marking={marking} />}
    </Stack>
  );
}
