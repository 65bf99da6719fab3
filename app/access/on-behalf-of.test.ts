import { describe, expect, it } from 'vitest';
import type { Actor, Grant } from './actor.ts';
import { anonymous, commandLine } from './actor.ts';
import { enteredOnBehalfOf } from './on-behalf-of.ts';

const person = (...grants: Grant[]): Actor => ({ kind: 'person', personId: 'p', sessionId: 's', name: 'X', lang: 'fr', grants });

describe('what is entered for an authority', () => {
  it('is logged as such when a secretariat enters it', () => {
    expect(enteredOnBehalfOf(person({ role: 'secretariat', side: 'FR' }), 'bordeaux')).toEqual({ onBehalfOf: 'bordeaux' });
    expect(enteredOnBehalfOf(commandLine, 'bordeaux')).toEqual({ onBehalfOf: 'bordeaux' });
    expect(enteredOnBehalfOf(anonymous, 'bordeaux')).toEqual({ onBehalfOf: 'bordeaux' });
  });

  it('is the authority’s own when its editor enters it, also one who is at the secretariat too', () => {
    const editor: Grant = { role: 'authority-editor', organisationId: 'bordeaux' };
    expect(enteredOnBehalfOf(person(editor), 'bordeaux')).toEqual({});
    expect(enteredOnBehalfOf(person({ role: 'secretariat', side: 'FR' }, editor), 'bordeaux')).toEqual({});
  });

  it('is not the authority’s own when its reader or another’s editor enters it', () => {
    expect(enteredOnBehalfOf(person({ role: 'authority-reader', organisationId: 'bordeaux' }), 'bordeaux')).toEqual({
      onBehalfOf: 'bordeaux',
    });
    expect(enteredOnBehalfOf(person({ role: 'authority-editor', organisationId: 'nancy' }), 'bordeaux')).toEqual({
      onBehalfOf: 'bordeaux',
    });
  });
});
