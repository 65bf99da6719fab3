import { describe, expect, it } from 'vitest';
import { NO_ANSWERS } from './answers.ts';
import { partProgress } from './form-progress.ts';
import type { Asked, Standing } from './owed.ts';

const asked: Asked = { stages: [], choiceCount: 2, talkCount: 1, workshopIds: ['w1', 'w2'] };
const standing = (state: Standing['state'], answers: Partial<Standing['answers']> = {}): Standing => ({
  state,
  answers: { ...NO_ANSWERS, ...answers },
});

describe('how far an authority is with its form', () => {
  it('counts any answer to the intention as one, a draft as begun', () => {
    expect(partProgress('intention', standing('declined'), asked, [])).toBe('answered');
    expect(partProgress('intention', standing('chased'), asked, [])).toBe('none');
    expect(partProgress('intention', standing('chased'), asked, [{ intention: 'confirmed' }])).toBe('begun');
  });

  it('takes a draft of one part for no other, and empty fields for nothing', () => {
    const drafts = [{ 'choices.0': 'w1', 'talks.0.title': ' ', speak: '' }];
    expect(partProgress('workshops', standing('confirmed'), asked, drafts)).toBe('begun');
    expect(partProgress('talks', standing('confirmed'), asked, drafts)).toBe('none');
  });

  it('asks no talk of whoever will not speak, and no choice where there are no workshops', () => {
    expect(partProgress('talks', standing('confirmed', { speak: 'no' }), asked, [])).toBe('not-asked');
    expect(partProgress('talks', standing('confirmed', { talks: [{ title: 'T', abstract: '', lang: 'fr' }] }), asked, [])).toBe('answered');
    expect(partProgress('workshops', standing('confirmed'), { ...asked, workshopIds: [] }, [])).toBe('not-asked');
  });

  it('takes a workshop that was removed for no choice', () => {
    expect(partProgress('workshops', standing('confirmed', { choices: ['gone'] }), asked, [])).toBe('none');
    expect(partProgress('workshops', standing('confirmed', { choices: ['gone', 'w2'] }), asked, [])).toBe('answered');
  });
});
