import { ok, refuse } from '#app/lib/result.ts';
import type { Exporter } from '#app/platform/cli/exporter.ts';
import { renderDoc5 } from './documents/doc-5.server.ts';
import { renderIntentionForm } from './documents/intention-form-file.server.ts';
import { WHOLE_LIST } from './domain/list/intention-filter.ts';
import { participationTexts, refusalText } from './texts.ts';
import { findParticipant } from './use-cases/form-file/find-participant.server.ts';
import { readBlankForm, readFilledForm } from './use-cases/form-file/read-form-file.server.ts';
import { readCrossedList } from './use-cases/list/read-crossed-list.server.ts';

/** `export EDITION doc-5`: the crossed list of intentions, whole. */
export const doc5Exporter: Exporter = {
  document: 'doc-5',
  summary: 'the crossed list of intentions',
  async make(ctx, { edition, format, lang }) {
    const list = await readCrossedList(ctx, edition, { filter: WHOLE_LIST, lang, homeFirst: true });
    return list.ok ? ok(await renderDoc5(list.value, { format, lang })) : list;
  },
};

/** `export EDITION doc-6`: the intention form, blank, or filled with what is recorded of the authority that `--authority` names. */
export const doc6Exporter: Exporter = {
  document: 'doc-6',
  summary: 'the intention form, blank or of one authority',
  words: (refusal, lang) => refusalText(participationTexts(lang), refusal),
  async make(ctx, { edition, authority, format, lang }) {
    const own = authority === undefined ? null : await findParticipant(ctx, edition, authority);
    if (own && !own.ok) return own.refusal.code === 'not-found' ? refuse('not-found', { edition }) : own;
    const form = own ? await readFilledForm(ctx, own.value, lang, null) : await readBlankForm(ctx, edition, null);
    return form.ok ? ok(await renderIntentionForm(form.value, { format, lang })) : form;
  },
};
