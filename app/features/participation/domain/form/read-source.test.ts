import { expect, it } from 'vitest';
import { readSource } from './read-source.ts';

const MEETING = '0190f3c4-0000-7000-8000-000000000001';
const read = (fields: Record<string, string>) =>
  readSource(Object.fromEntries(Object.entries(fields).map(([key, value]) => [`source.${key}`, value])), '2026-03-16', [MEETING]);
const codes = (fields: Record<string, string>) => read(fields).faults.map(({ code }) => code);

it('takes a mail, a call and a letter with their day, and a wish voiced in a meeting with its paragraph', () => {
  for (const kind of ['mail', 'call', 'letter']) expect(codes({ kind, date: '2026-03-16' })).toEqual([]);
  const voiced = read({ kind: 'meeting', date: '2026-02-10', meetingId: MEETING.toUpperCase(), paragraph: ' 4.2 ', note: 'Tours\r\nn° 3' });
  expect(voiced).toEqual({
    source: { kind: 'meeting', date: '2026-02-10', meetingId: MEETING, paragraph: '4.2', note: 'Tours\nn° 3' },
    faults: [],
  });
});

it('refuses what nobody enters for another, and a day that is none or to come', () => {
  for (const kind of ['form', 'file', '', 'constructor']) expect(codes({ kind, date: '2026-03-16' })).toEqual(['source-missing']);
  for (const date of ['', '2026-02-30', '2026-3-1', '16/03/2026', '2026-03-17'])
    expect(codes({ kind: 'call', date })).toEqual(['source-day']);
});

it('refuses a meeting that the actor does not see', () => {
  for (const meetingId of ['', 'x', '\0', '0190f3c4-0000-7000-8000-000000000002'])
    expect(codes({ kind: 'meeting', date: '2026-03-16', meetingId })).toEqual(['source-meeting']);
});

it('names no meeting for what was not voiced in one', () => {
  expect(read({ kind: 'call', date: '2026-03-16', meetingId: MEETING, paragraph: '1' }).source).toMatchObject({
    meetingId: null,
    paragraph: '',
  });
});

it('refuses a paragraph or a note too long to be one', () => {
  expect(codes({ kind: 'call', date: '2026-03-16', note: 'x'.repeat(2001) })).toEqual(['too-long']);
  expect(codes({ kind: 'meeting', date: '2026-03-16', meetingId: MEETING, paragraph: 'x'.repeat(101) })).toEqual(['too-long']);
});
