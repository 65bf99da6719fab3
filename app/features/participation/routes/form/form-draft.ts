import { type ActionFunctionArgs, redirect } from 'react-router';
import type { Locale } from '#app/lib/locale.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { statusOf } from '#app/platform/http/respond.ts';
import { formPath } from '../../addresses.ts';
import { formFields } from '../../forms.ts';
import { saveDraft } from '../../use-cases/form/save-draft.server.ts';

/** There is nothing to read here. */
export function loader(args: ActionFunctionArgs) {
  return redirect(formPath(requestOf(args).ctx.locale as Locale, args.params.participation ?? ''));
}

/** Keeps the draft of a form while it is typed; answers in JSON for the page's script. */
export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const fields = formFields(await args.request.formData());
  const saved = await saveDraft(ctx, { participationId: args.params.participation ?? '', fields });
  const init = { status: saved.ok ? 200 : statusOf(saved.refusal), headers: { 'cache-control': 'no-store' } };
  return Response.json(saved.ok ? { kept: saved.value.savedAt !== null } : { refusal: saved.refusal }, init);
}
