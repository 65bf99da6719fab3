import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from 'react-router';
import { requestOf } from '#app/platform/http/request-context.ts';
import { isSecure, tokenCookie } from '../session-cookie.ts';
import { signOut } from '../use-cases/end-sessions.server.ts';

/** Opening the address signs nobody out: a button does. */
export function loader(args: LoaderFunctionArgs) {
  return redirect(`/${requestOf(args).ctx.locale}`);
}

export async function action(args: ActionFunctionArgs) {
  const { ctx, publicUrl, setCookie } = requestOf(args);
  await signOut(ctx);
  setCookie(tokenCookie('session', '', 0, isSecure(publicUrl)));
  // What this browser keeps for the person (copies of texts under way) goes with them: the next one at this device finds nothing.
  return redirect(`/${ctx.locale}`, { headers: { 'clear-site-data': '"storage"' } });
}
