import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { personalDataSources } from '../personal-data-sources.server.ts';
import { exportPersonalData } from '../use-cases/export-personal-data.server.ts';

/** The address alone gives nothing: taking data out is filed, so a button asks for it. */
export function loader(args: LoaderFunctionArgs) {
  return redirect(`/${requestOf(args).ctx.locale}/account`);
}

export async function action(args: ActionFunctionArgs) {
  const { ctx } = requestOf(args);
  const personId = args.params.personId ?? '';
  const exported = valueOrThrow(await exportPersonalData(ctx, { personId }, personalDataSources()), args.request);
  return downloadResponse(`${JSON.stringify(exported, null, 2)}\n`, {
    name: `personal-data-${personId}.json`,
    type: 'application/json; charset=utf-8',
  });
}
