/** What office programs and pages bring along that is no text. */
const RUBBISH =
  'script, style, meta, link, title, xml, object, embed, iframe, svg, form, input, button, select, textarea, template, noscript';

/** What was pasted, cleaned, and whether pictures were left out. */
export type Cleaned = { html: string; pictures: boolean };

/**
 * HTML as the editor's schema can read it: without scripts, styles and the marks of office programs; Word's lists, which it writes as
 * paragraphs, as lists, and its notes as notes. The document is parsed apart, so that nothing in it runs or is fetched. The schema drops
 * whatever else it does not know.
 */
export function cleanPaste(html: string): Cleaned {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const pictures = page.querySelector('img, picture, canvas, video, v\\:imagedata') !== null;
  notesOfWord(page);
  for (const one of page.querySelectorAll(RUBBISH)) one.remove();
  for (const one of page.querySelectorAll('img, picture, canvas, video, audio')) one.remove();
  const comments = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (comments.nextNode()) found.push(comments.currentNode);
  listsOfWord(page);
  for (const one of found) one.parentNode?.removeChild(one);
  for (const one of page.querySelectorAll('*')) {
    if (one.localName.includes(':')) one.replaceWith(...one.childNodes);
    else emphasised(one);
  }
  for (const one of page.querySelectorAll('*')) clean(one);
  return { html: page.body.innerHTML, pictures };
}

/** Attributes that mean something to the schema; every other one goes. */
const MEANT = /^(href|colspan|rowspan|start|data-[a-z-]+)$/;

function clean(element: Element): void {
  for (const { name } of [...element.attributes]) if (!MEANT.test(name)) element.removeAttribute(name);
}

/** Programs write emphasis as style; the schema reads elements. A weight or slant taken back by style is none. */
function emphasised(element: Element): void {
  const style = element.getAttribute('style') ?? '';
  if (/^(b|strong)$/.test(element.localName) && /font-weight:\s*(normal|400)/i.test(style)) element.replaceWith(...element.childNodes);
  if (element.localName !== 'span') return;
  const wrap = (tag: string) => {
    const outer = element.ownerDocument.createElement(tag);
    outer.append(...element.childNodes);
    element.append(outer);
  };
  if (/font-weight:\s*(bold|[6-9]00)/i.test(style)) wrap('strong');
  if (/font-style:\s*italic/i.test(style)) wrap('em');
  if (/vertical-align:\s*super/i.test(style)) wrap('sup');
}

/** Word's footnotes: the call becomes the note, which Word writes at the end. */
function notesOfWord(page: Document): void {
  for (const call of page.querySelectorAll('a[href^="#_ftn"], a[href^="#_edn"]')) {
    const id = (call.getAttribute('href') ?? '').replace(/^#_/, '');
    const note = page.getElementById(id) ?? page.querySelector(`a[name="_${CSS.escape(id)}"]`)?.closest('div');
    if (!note || note.contains(call)) continue;
    const made = page.createElement('span');
    made.setAttribute('data-footnote', '');
    made.setAttribute(
      'data-text',
      (note.textContent ?? '')
        .replace(/^\s*\[?\w{1,4}\]?\s*/, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
    );
    call.replaceWith(made);
    note.remove();
  }
}

/** Word's lists: paragraphs whose style says `mso-list: l0 level2 lfo1`, with the sign or number written out before the words. */
function listsOfWord(page: Document): void {
  const open: { level: number; list: Element }[] = [];
  let last: Element | null = null;
  for (const line of page.querySelectorAll('p[style*="mso-list"], p[class*="MsoListParagraph"]')) {
    const style = line.getAttribute('style') ?? '';
    if (/mso-list:\s*(none|skip)/i.test(style)) continue;
    const level = Number(/level(\d)/i.exec(style)?.[1] ?? 1);
    const sign = takeSign(line);
    if (last === null || line.previousElementSibling !== last) open.length = 0;
    while (open.length > 0 && (open.at(-1)?.level ?? 0) > level) open.pop();
    if (open.length === 0 || (open.at(-1)?.level ?? 0) < level) {
      const list = page.createElement(/^[([]?(\d+|[a-z]|[ivx]+)[.)\]]/i.test(sign) ? 'ol' : 'ul');
      const item = open.at(-1)?.list.lastElementChild;
      if (item) item.append(list);
      else line.before(list);
      open.push({ level, list });
    }
    const item = page.createElement('li');
    open.at(-1)?.list.append(item);
    const paragraph = page.createElement('p');
    paragraph.append(...line.childNodes);
    item.append(paragraph);
    line.remove();
    last = open[0]?.list ?? null;
  }
}

/** Takes the written-out sign of a list's line off it. */
function takeSign(line: Element): string {
  const marked = line.querySelector('span[style*="mso-list:Ignore"], span[style*="mso-list: Ignore"]');
  const sign = (marked?.textContent ?? '').replaceAll(/\s+/g, '');
  marked?.remove();
  return sign;
}
