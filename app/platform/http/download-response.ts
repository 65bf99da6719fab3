/**
 * A file to be saved: `name` may hold any script, `type` is its media type (with the charset where it is text), `plain` a
 * name for clients that do not read `filename*`; without it, what ASCII keeps of `name`.
 */
export type Download = { name: string; type: string; plain?: string };

/** The ASCII letters, digits, dots and dashes of a name, accents taken off; `download` where nothing is left before the extension. */
function asciiName(name: string): string {
  const [, stem = '', extension = ''] = /^(.*?)(\.\w+)?$/s.exec(name.normalize('NFKD').replace(/[^\w.-]+/g, '')) ?? [];
  return (stem.replace(/^[._-]+|[._-]+$/g, '') || 'download') + extension;
}

/** RFC 8187 `ext-value`: UTF-8 in percent-encoding, the marks that encodeURIComponent leaves and `attr-char` has not included. */
function extendedValue(name: string): string {
  const marks = (mark: string) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`;
  return `UTF-8''${encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, marks)}`;
}

/**
 * The response that a browser saves as a file under its name (RFC 6266: a name that every client reads, and the real one):
 * kept by no cache, and never taken for another type than the one said. The caller has authorised it.
 */
export function downloadResponse(content: Uint8Array | string, { name, type, plain = name }: Download): Response {
  return new Response(typeof content === 'string' ? content : Uint8Array.from(content), {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${asciiName(plain)}"; filename*=${extendedValue(name)}`,
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  });
}
