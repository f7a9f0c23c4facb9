// A link that is shown once, to be copied and sent: nothing but a button closes it.
import { Alert, Button, Code, CopyButton, Group, Modal } from '@mantine/core';
import { useTranslation } from '../locales/i18n';

interface Props {
  title: string;
  hint: string;
  /** None is shown where there is none. */
  link: string | undefined;
  onClose: () => void;
}

export function LinkOnce({ title, hint, link, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={link !== undefined}
      onClose={onClose}
      title={title}
      closeOnClickOutside={false}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Alert mb="sm">{hint}</Alert>
      <Code block dir="ltr" className="wrap" data-testid="link">
        {link}
      </Code>
      <Group justify="flex-end" mt="sm">
        <CopyButton value={link ?? ''}>
          {({ copied, copy }) => (
            <Button data-autofocus variant={copied ? 'light' : 'filled'} onClick={copy}>
              {t(copied ? 'copied' : 'copy')}
            </Button>
          )}
        </CopyButton>
      </Group>
    </Modal>
  );
}
