import { act, renderHook, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';

import { show } from '../testing/page';
import { addWords, useTranslation } from './i18n';
import { sentenceIn } from './sentence';

const words = {
  boats: {
    far_one: '{{count}} boat',
    far_other: '{{count}} boats',
    size: '{{length, number}} m',
    name: 'The {{name}}',
  },
};
const said = (key: string, values?: Record<string, unknown>) => sentenceIn(words, 'en', key, values);

describe('a sentence', () => {
  it('has the form that its number wants', () => {
    expect(said('boats.far', { count: 1 })).toBe('1 boat');
    expect(said('boats.far', { count: 0 })).toBe('0 boats');
  });
  it('has its gaps filled, numbers as its language writes them where it asks for that', () => {
    expect(said('boats.name', { name: '{{name}}' })).toBe('The {{name}}');
    expect(said('boats.size', { length: 1234.5 })).toBe('1,234.5 m');
    expect(sentenceIn(words, 'de', 'boats.size', { length: 1234.5 })).toBe('1.234,5 m');
  });
  it('is nothing where the catalogue has none, nor where a key names a group of them', () => {
    expect(said('boats.near', { count: 2 })).toBeUndefined();
    expect(said('boats')).toBeUndefined();
    expect(said('toString')).toBeUndefined();
  });
  it('is never shown with a gap: whoever forgets a value is told while the page is made', () =>
    expect(() => said('boats.name', {})).toThrow('boats.name: nothing fills {{name}}'));
});

describe('words', () => {
  function Late() {
    const { t, i18n } = useTranslation();
    return (
      <>
        <p data-testid="late">{t('latecomers.greet', { name: 'Ada' })}</p>
        <p data-testid="else">{t('latecomers.none', { defaultValue: 'Nobody' })}</p>
        <p data-testid="exists">{String(i18n.exists('latecomers.greet'))}</p>
      </>
    );
  }
  it('that come later take their place when they come', () => {
    show(<Late />);
    expect(screen.getByTestId('late').textContent).toBe('latecomers.greet');
    expect(screen.getByTestId('else').textContent).toBe('Nobody');
    expect(screen.getByTestId('exists').textContent).toBe('false');
    act(() => addWords({ latecomers: { greet: 'Welcome, {{name}}' } }));
    expect(screen.getByTestId('late').textContent).toBe('Welcome, Ada');
    expect(screen.getByTestId('exists').textContent).toBe('true');
  });
  it('are said by whoever asked for them, and waited, with what they had before', () => {
    const { result } = renderHook(() => useTranslation().t);
    const asked = result.current;
    act(() => addWords({ laggards: { greet: 'Welcome after all, {{name}}' } }));
    expect(asked('laggards.greet', { name: 'Ada' })).toBe('Welcome after all, Ada');
  });
});
