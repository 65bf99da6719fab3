import fc from 'fast-check';
import { partialDate } from '#app/lib/partial-date.ts';
import { type Block, checkDocument, type TextDocument } from '../domain/document.ts';

const words = fc.stringMatching(/^[\p{Script=Han}a-zé ,.]{1,12}$/u);
const marks = fc.subarray([
  { type: 'bold' },
  { type: 'italic' },
  { type: 'superscript' },
  { type: 'link', attrs: { href: 'https://a.example/' } },
]);
const inline = fc.oneof(
  fc.record({ type: fc.constant('text'), text: words, marks }),
  fc.constant({ type: 'hardBreak' }),
  fc.record({ type: fc.constant('footnote'), attrs: fc.record({ text: words }) }),
  fc.constant({ type: 'docRef', attrs: { number: '5' } }),
);
const content = fc.array(inline, { maxLength: 4 });
const id = fc.uuid();

const { flow } = fc.letrec<{ simple: unknown; flow: unknown }>((tie) => {
  const children = fc.array(tie('simple'), { minLength: 1, maxLength: 2 });
  const paragraph = fc.record({ type: fc.constant('paragraph'), content });
  const item = fc
    .tuple(paragraph, fc.array(tie('simple'), { maxLength: 1 }))
    .map(([first, rest]) => ({ type: 'listItem', content: [first, ...rest] }));
  const items = fc.array(item, { minLength: 1, maxLength: 2 });
  const cell = fc.record({
    type: fc.constantFrom('tableHeader', 'tableCell'),
    attrs: fc.record({ colspan: fc.integer({ min: 1, max: 3 }), rowspan: fc.constant(1) }),
    content: children,
  });
  const row = fc.record({ type: fc.constant('tableRow'), content: fc.array(cell, { minLength: 1, maxLength: 3 }) });
  const table = fc.record({ type: fc.constant('table'), content: fc.array(row, { minLength: 1, maxLength: 2 }) });
  return {
    simple: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      paragraph,
      fc.record({ type: fc.constant('bulletList'), content: items }),
      fc.record({ type: fc.constant('orderedList'), attrs: fc.record({ start: fc.integer({ min: 1, max: 9 }) }), content: items }),
      fc.record({ type: fc.constant('blockquote'), content: children }),
    ),
    flow: fc.oneof(tie('simple'), table),
  };
});

const inside = fc.array(flow, { minLength: 1, maxLength: 2 });
const block = fc.oneof(
  fc.record({ type: fc.constant('heading'), attrs: fc.record({ level: fc.constantFrom(2, 3, 4) }), content }),
  flow,
  fc.constantFrom({ type: 'horizontalRule' }, { type: 'attendanceList' }, { type: 'timelineGrid' }),
  fc.record({ type: fc.constant('decision'), attrs: fc.record({ id }), content: inside }),
  fc.record({
    type: fc.constant('statement'),
    attrs: fc.record({ id, speaker: words, personId: fc.option(id) }),
    content: inside,
  }),
  fc.record({
    type: fc.constant('action'),
    attrs: fc.record({ id, ownerId: fc.option(id), owner: words, due: fc.constantFrom(null, partialDate('2026-02')) }),
    content: inside,
  }),
);

/** Any document that can be written, in its one form. */
export const anyDocument: fc.Arbitrary<TextDocument> = fc
  .array(block as fc.Arbitrary<Block>, { minLength: 1, maxLength: 5 })
  .map((blocks) => {
    const checked = checkDocument({ type: 'doc', content: blocks });
    if (!checked.ok) throw new Error(JSON.stringify(checked.refusal));
    return checked.value;
  });
