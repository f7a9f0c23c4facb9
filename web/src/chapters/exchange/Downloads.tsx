// All that one reads, as a file: what the command line writes on the host.
import { Button, Menu } from '@mantine/core';

import { useTranslation } from '../../locales/i18n';
import { fileAddress } from './fileAddress';

const formats = ['stix', 'misp', 'csv'] as const;

export function Downloads() {
  const { t } = useTranslation();
  return (
    <Menu>
      <Menu.Target>
        <Button variant="subtle">{t('exchange.download')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} component="a" href={fileAddress({ format })} download>
            {t(`exchange.formats.${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
