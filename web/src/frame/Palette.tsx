// The palette: from anywhere to anything by typing. A list that the field governs, as WAI-ARIA describes a combobox.
import { Modal, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import { useEffect, useId, useState } from 'react';

import { addWords, useTranslation } from '../locales/i18n';
import type { Shown } from './found';
import { everythingThat, pagesThat } from './found';
import words from './palette.en.json';
import './palette.css';

addWords(words);

const typing_ms = 150;

interface Props {
  opened: boolean;
  onClose: () => void;
}

export function Palette({ opened, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('palette.label')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <Search onGo={onClose} />
    </Modal>
  );
}

function useFound(typed: string) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [text] = useDebouncedValue(typed.trim(), typing_ms);
  const { data, isFetching } = useQuery({
    queryKey: ['palette', text],
    queryFn: () => everythingThat(queryClient, text, t),
    staleTime: 0,
    gcTime: 0,
    meta: { shows: {} }, // it is found anew at each key
  });
  return { found: data ?? pagesThat(text, t), isSearching: isFetching || text !== typed.trim() };
}

function Search({ onGo }: { onGo: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const list = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { found, isSearching } = useFound(typed);
  const chosen = Math.min(at, found.length - 1);
  const go = (one: Shown | undefined) => {
    if (!one) return;
    onGo();
    void navigate({ to: one.to, ...(one.hash ? { hash: one.hash } : {}) });
  };
  const keys = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: chosen + 1, ArrowUp: chosen - 1 };
    const step = steps[event.key];
    if (step !== undefined) setAt((step + found.length) % Math.max(1, found.length));
    else if (event.key === 'Enter') go(found[chosen]);
    else return;
    event.preventDefault();
  };
  const idOf = (place: number) => `${list}-${place}`;
  useEffect(() => {
    document.getElementById(`${list}-${chosen}`)?.scrollIntoView({ block: 'nearest' });
  }, [list, chosen]);
  return (
    <>
      <TextInput
        data-autofocus
        role="combobox"
        aria-expanded={found.length > 0}
        aria-controls={list}
        aria-activedescendant={found.length > 0 ? idOf(chosen) : undefined}
        aria-autocomplete="list"
        aria-label={t('palette.label')}
        placeholder={t('palette.placeholder')}
        value={typed}
        onKeyDown={keys}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
      />
      <Text size="sm" c="dimmed" mt="xs" role="status">
        {found.length > 0 && t('palette.counted', { count: found.length })}
        {found.length === 0 && t(isSearching ? 'palette.searching' : 'palette.nothing')}
      </Text>
      <div role="listbox" id={list} aria-label={t('palette.results')} className="palette">
        {found.map((one, place) => (
          <Option key={place} id={idOf(place)} one={one} isChosen={place === chosen} onGo={() => go(one)} />
        ))}
      </div>
    </>
  );
}

function Option({ id, one, isChosen, onGo }: { id: string; one: Shown; isChosen: boolean; onGo: () => void }) {
  return (
    <div role="option" id={id} aria-selected={isChosen} tabIndex={-1} onClick={onGo} className="palette-option">
      <span className="breakable">
        {one.label}
        {one.hint && <small>{one.hint}</small>}
      </span>
      <small>{one.kind}</small>
    </div>
  );
}
