// A button that opens a small form for one act; the form closes when it happened.
import type { ReactNode } from 'react';

import type { Schemas } from '../api/client';
import { FormModal } from '../components/FormModal';
import type { Act } from './act';
import { useAct } from './useAct';

interface Props {
  label: string;
  variant?: string;
  color?: string;
  size?: string;
  /** Of a form with long texts. */
  wide?: boolean;
  /** Somebody followed a link to it (useAskedFor.ts). */
  isOpen?: boolean;
  onOpen?: () => void;
  onClose?: () => void;
  /** What is asked for, of what the form holds when it is sent. */
  act: () => Act;
  onDone?: (receipt: Schemas['Receipt']) => void | Promise<void>;
  children: ReactNode;
}

export function ActForm({ act, onDone, ...form }: Props) {
  const perform = useAct();
  const submit = async () => {
    const receipt = await perform({ label: form.label, ...act() });
    if (receipt) await onDone?.(receipt);
    return receipt !== undefined;
  };
  return <FormModal {...form} onSubmit={submit} />;
}
