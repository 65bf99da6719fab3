import type { LoaderFunctionArgs } from 'react-router';
import { downloadResponse } from '#app/platform/http/download-response.ts';
import { requestOf } from '#app/platform/http/request-context.ts';
import { valueOrThrow } from '#app/platform/http/respond.ts';
import { readFile } from '../use-cases/read-file.server.ts';

/** Minutes written elsewhere, as they were handed in. */
export async function loader(args: LoaderFunctionArgs): Promise<Response> {
  const { ctx } = requestOf(args);
  const { meetingId = '', fileId = '' } = args.params;
  const { file, bytes } = valueOrThrow(await readFile(ctx, { meetingId, id: fileId }), args.request);
  return downloadResponse(bytes, { name: file.name, type: file.type });
}
