import { describe, expect, it } from 'vitest';

import { show } from '../testing/page';
import { Between } from './Between';
import { viewerZone } from './time';
import { When } from './When';

const [starts, ends] = ['2027-02-10T08:00:00.000Z', '2027-02-10T16:00:00.000Z'];
const textOf = (shown: ReturnType<typeof show>) => shown.container.textContent ?? '';
const count = (text: string, part: string) => text.split(part).length - 1;

describe('from when to when', () => {
  it('says a day that is the same but once, with its weekday', () => {
    const text = textOf(show(<Between starts={starts} ends={ends} zone={viewerZone()} />));
    expect(count(text, '2027')).toBe(1);
    expect(text).toContain('Wed');
  });
  it('says both days where there are two', () => {
    const text = textOf(show(<Between starts={starts} ends="2027-02-12T16:00:00.000Z" zone={viewerZone()} />));
    expect(text).toContain('Wed');
    expect(text).toContain('Fri');
  });
  it('says another zone once, for both', () => {
    const text = textOf(show(<Between starts={starts} ends={ends} zone="Pacific/Kiritimati" />));
    expect(count(text, 'Pacific/Kiritimati')).toBe(1);
  });
  it('has a value for machines', () => {
    const { container } = show(<Between starts={starts} ends={ends} zone="UTC" />);
    expect(container.querySelector('time')?.getAttribute('datetime')).toBe(`${starts}/${ends}`);
  });
});

describe('what awaits somebody', () => {
  it('says the day of the week', () => expect(textOf(show(<When time={starts} weekday />))).toContain('Wed'));
  it('that does not says none', () => expect(textOf(show(<When time={starts} />))).not.toContain('Wed'));
});
