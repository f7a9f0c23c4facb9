// A button that opens a small form; the form closes when what it asked for happened, and what is refused stands first in it.
import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';

import type { No } from '../acts/Dialogs';
import { useRefusals } from '../acts/useAct';
import { useTranslation } from '../locales/i18n';
import { ProblemAlert } from './ProblemAlert';

interface Props {
  label: string;
  title?: string;
  variant?: string;
  size?: string;
  color?: string;
  /** Of a form with long texts. */
  wide?: boolean;
  /** On the button that asks for it, if not the label. */
  submitLabel?: string;
  /** On the button that closes it without. */
  dismissLabel?: string;
  /** Each time that it comes to be so: somebody followed a link to the form (useAskedFor.ts). */
  isOpen?: boolean;
  onOpen?: () => void;
  onClose?: () => void;
  /** True when it happened. */
  onSubmit: () => Promise<boolean>;
  children: ReactNode;
}

export function FormModal({
  label,
  title,
  variant = 'light',
  size = 'sm',
  color,
  wide = false,
  submitLabel,
  dismissLabel,
  isOpen = false,
  onOpen,
  onClose,
  onSubmit,
  children,
}: Props) {
  const { t } = useTranslation();
  const { opened, busy, no, open, close, submit } = useForm({ isOpen, onOpen, onClose, onSubmit });
  return (
    <>
      <Button variant={variant} size={size} color={color} onClick={open}>
        {label}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={title ?? label}
        size={wide ? 'lg' : 'md'}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <form
          ref={beginsInFirstField}
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation(); // a form that was opened out of another one's dialog sends itself alone
            void submit();
          }}
        >
          <Stack>
            {no && <Refusal no={no} />}
            {children}
            <Group justify="flex-end">
              <Button variant="default" onClick={close}>
                {dismissLabel ?? t('cancel')}
              </Button>
              <Button type="submit" loading={busy}>
                {submitLabel ?? label}
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  );
}

/** What is marked has the focus once the dialog is there; without a mark it would be the button that closes it. */
function beginsInFirstField(form: HTMLFormElement | null) {
  if (!form || form.querySelector('[data-autofocus]')) return;
  form
    .querySelector('input:not(:disabled), textarea:not(:disabled), select:not(:disabled)')
    ?.setAttribute('data-autofocus', '');
}

type Course = Required<Pick<Props, 'isOpen' | 'onSubmit'>> & Pick<Props, 'onClose' | 'onOpen'>;

function useForm({ isOpen, onOpen, onClose, onSubmit }: Course) {
  const [opened, setOpened] = useState(isOpen);
  const [wasAsked, setWasAsked] = useState(isOpen);
  const [busy, setBusy] = useState(false);
  const [no, setNo] = useState<No>();
  useRefusals(opened, setNo);
  if (wasAsked !== isOpen) {
    setWasAsked(isOpen);
    if (isOpen) setOpened(true);
  }
  const close = () => {
    setOpened(false);
    onClose?.();
  };
  const submit = async () => {
    setBusy(true);
    setNo(undefined);
    if (await onSubmit()) close();
    setBusy(false);
  };
  const open = () => {
    onOpen?.();
    setNo(undefined);
    setOpened(true);
  };
  return { opened, busy, no, open, close, submit };
}

/** A long form is sent from its end: one is taken to what is refused. */
function Refusal({ no }: { no: No }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.focus();
  }, [no]);
  return (
    <div tabIndex={-1} ref={place}>
      <ProblemAlert problem={no.problem} />
      {no.instead}
    </div>
  );
}
