// A button that opens a small form; the form closes when what it asked for happened, and what is refused stands first in it.
import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';

import type { No } from '../acts/Dialogs';
import { useRefusals } from '../acts/useAct';
import type { Problem } from '../api/client';
import { useTranslation } from '../locales/i18n';
import { ProblemAlert } from './ProblemAlert';
import { fieldIn, RefusedField } from './refusedField';

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
  /** True when it happened; or what it was refused with. */
  onSubmit: () => Promise<boolean | Problem>;
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
  const { opened, busy, no, atField, place, open, close, submit } = useForm({ isOpen, onOpen, onClose, onSubmit });
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
          ref={place}
          onSubmit={(event) => {
            event.preventDefault();
            event.stopPropagation(); // a form that was opened out of another one's dialog sends itself alone
            void submit();
          }}
        >
          <Stack>
            {no && !atField && <Refusal no={no} />}
            <RefusedField value={atField}>{children}</RefusedField>
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
  const [atField, setAtField] = useState<Problem>();
  const form = useRef<HTMLFormElement>(null);
  const place = useCallback((its: HTMLFormElement | null) => {
    form.current = its;
    beginsInFirstField(its);
  }, []);
  const tell = useCallback((told: No | undefined) => {
    setNo(told);
    setAtField(fieldIn(form.current, told?.problem.field) ? told?.problem : undefined);
  }, []);
  useRefusals(opened, tell);
  useEffect(() => fieldIn(form.current, atField?.field)?.focus(), [atField]);
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
    tell(undefined);
    const done = await onSubmit();
    if (done === true) close();
    else if (done) tell({ problem: done, instead: undefined });
    setBusy(false);
  };
  const open = () => {
    onOpen?.();
    tell(undefined);
    setOpened(true);
  };
  return { opened, busy, no, atField, place, open, close, submit };
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
