import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';

import { Combobox } from './combobox.tsx';
import { Checkbox, ChoiceGroup, DateField, FileField, Form, fieldId, SelectField, TextareaField, TextField } from './forms.tsx';
import { ErrorSummary } from './states.tsx';

const FIELDS = {
  TextField: <TextField name="x" label="The label" hint="The hint" error="The error" required />,
  DateField: <DateField name="x" label="The label" hint="The hint" error="The error" required />,
  TextareaField: <TextareaField name="x" label="The label" hint="The hint" error="The error" required />,
  SelectField: <SelectField name="x" label="The label" hint="The hint" error="The error" required options={[]} />,
  FileField: <FileField name="x" label="The label" hint="The hint" error="The error" required />,
  Checkbox: <Checkbox name="x" label="The label" hint="The hint" error="The error" required />,
  Combobox: <Combobox name="x" label="The label" hint="The hint" error="The error" required source="/s" submit="Search" />,
};

/** The attributes of the element that carries an id. */
const tagWithId = (html: string, id: string) => new RegExp(`<[^>]*\\bid="${id}"[^>]*>`).exec(html)?.[0] ?? '';
const textOfId = (html: string, id: string) => new RegExp(`\\bid="${id}"[^>]*>(.*?)</p>`).exec(html)?.[1]?.replace(/<[^>]+>/g, '');

describe.each(Object.entries(FIELDS))('%s', (_name, field) => {
  const html = renderToStaticMarkup(field);
  const control = tagWithId(html, 'field-x');

  it('binds its label to its control', () => {
    expect(control).toMatch(/^<(input|textarea|select)/);
    expect(control).toContain('name="x"');
    expect(html).toMatch(/<label[^>]*for="field-x"[^>]*>The label/);
  });

  it('has its error, then its hint, read with the control', () => {
    const ids = /aria-describedby="([^"]+)"/.exec(control)?.[1]?.split(' ') ?? [];
    expect(ids.map((id) => textOfId(html, id))).toEqual(['The error', 'The hint']);
    expect(control).toContain('aria-invalid="true"');
    expect(control).toContain('required=""');
  });

  it('has no inline style, which the content policy would drop', () => {
    expect(html).not.toContain('style=');
  });
});

describe('ChoiceGroup', () => {
  const html = renderToStaticMarkup(
    <ChoiceGroup
      name="kind"
      label="Which?"
      error="Choose one"
      defaultValue="b"
      choices={[
        { value: 'a', label: 'A', hint: 'First' },
        { value: 'b', label: 'B', lang: 'ja' },
      ]}
    />,
  );

  it('asks its question in the legend of a fieldset described by the error', () => {
    expect(html).toMatch(/^<fieldset[^>]*aria-describedby="field-kind-error"[^>]*><legend[^>]*>Which\?<\/legend>/);
  });

  it('is reached by the error summary at its first choice', () => {
    expect(tagWithId(html, fieldId({ name: 'kind' }))).toMatch(/^<input[^>]*value="a"/);
  });

  it('keeps what was chosen, and each label bound to its choice', () => {
    const checked = /<input[^>]*checked[^>]*>/.exec(html)?.[0] ?? '';
    expect(checked).toContain('value="b"');
    expect(html).toContain('<label for="field-kind-2" lang="ja">B</label>');
    expect(tagWithId(html, 'field-kind-2')).toContain('value="b"');
  });
});

describe('ErrorSummary', () => {
  it('leads to each field by the id that the field carries, brackets in its name included', () => {
    const name = 'rows[0].mailbox';
    const summary = renderToStaticMarkup(<ErrorSummary title="Two errors" errors={[{ name, message: 'Missing' }]} />);
    const href = /href="#([^"]+)"/.exec(summary)?.[1] ?? 'none';
    expect(tagWithId(renderToStaticMarkup(<TextField name={name} label="Mailbox" />), href)).toContain('<input');
  });

  it('says nothing without errors', () => {
    expect(renderToStaticMarkup(<ErrorSummary title="No errors" errors={[]} />)).toBe('');
  });
});

describe('Form', () => {
  it('sends its hidden values with it, by POST, checked by the server', () => {
    const html = renderToStaticMarkup(
      <Form action="/x" hidden={{ token: 'a"b' }}>
        text
      </Form>,
    );
    expect(html).toMatch(/^<form[^>]*method="post"/);
    expect(html).toContain('<input type="hidden" name="token" value="a&quot;b"/>');
  });
});

describe('Combobox', () => {
  it('is a plain field with a submit button before any script runs', () => {
    const html = renderToStaticMarkup(<Combobox name="q" label="City" source="/s" submit="Search" valueName="cityId" defaultValue="28" />);
    expect(html).toContain('<button class="button button-quiet" type="submit">');
    expect(html).toMatch(/<ul[^>]*hidden=""/);
    expect(html).not.toContain('role="combobox"');
    expect(html).toMatch(/<input[^>]*name="cityId"[^>]*value="28"/);
  });
});
