/**
 * Where to go after signing in: the page that was asked for, when it is one of ours. Anything that a browser could take for another
 * site (`//x`, `/\x`, a scheme, control characters) or that would lead back to signing in gives `null`.
 */
export function readReturnPath(value: string | null | undefined): string | null {
  if (!value || value.length > 500 || !/^\/(fr|en|ja)(\/|$|\?)/.test(value)) return null;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (/[\\\u0000-\u0020\u007f-\u009f]/.test(value) || value.includes('//')) return null;
  return /^\/(fr|en|ja)\/(sign-in|sign-out)/.test(value) ? null : value;
}
