// Asks for the passkey once more. What stands behind it stays as it was typed, and can't be read meanwhile.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter } from '@tanstack/react-router';

import { signIn } from '../acts/signIn';
import { useTry } from '../acts/useTry';
import { ProblemAlert } from '../components/ProblemAlert';
import { addWords, useTranslation } from '../locales/i18n';
import words from './again.en.json';

addWords(words);

interface Props {
  /** Who was signed in. */
  person: number;
  onDone: (isDone: boolean) => void;
}

export function SignInAgainDialog({ person, onDone }: Props) {
  const { t } = useTranslation();
  const { problem, busy, attempt } = useTry();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const { history } = useRouter();
  const enter = () =>
    attempt(async () => {
      const entered = await signIn();
      // Somebody else's passkey: nothing that stands here is theirs.
      if (entered.person !== person) window.location.reload();
      else onDone(true);
    });
  const leave = async () => {
    onDone(false);
    await navigate({ to: '/sign-in', state: { back: history.location.href } });
    queryClient.clear();
  };
  return (
    <Modal
      opened
      zIndex={500}
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      overlayProps={{ blur: 12 }}
      title={t('again.title')}
    >
      <Stack>
        <Text>{t('again.hint')}</Text>
        {problem && <ProblemAlert problem={problem} />}
        <Group justify="flex-end">
          <Button variant="default" onClick={() => void leave()}>
            {t('again.leave')}
          </Button>
          <Button
            data-autofocus
            loading={busy}
            leftSection={<IconKey size={18} aria-hidden />}
            onClick={() => void enter()}
          >
            {t('door.signIn')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
