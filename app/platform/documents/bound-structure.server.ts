import {
  PDFArray,
  type PDFCatalog,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFOperator,
  PDFOperatorNames,
  type PDFPage,
  type PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

const name = (text: string) => PDFName.of(text);
const marks = (kind: string, properties?: string) =>
  properties
    ? PDFOperator.of(PDFOperatorNames.BeginMarkedContentSequence, [name(kind), properties])
    : PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [name(kind)]);
const end = () => PDFOperator.of(PDFOperatorNames.EndMarkedContent);

/** Draws something as marked content of a kind: `Artifact` for what is no content of the document, else with its number on the page. */
export function markedAs(page: PDFPage, kind: string, draw: () => void, number?: number): void {
  page.pushOperators(marks(kind, number === undefined ? undefined : `<</MCID ${number}>>`));
  draw();
  page.pushOperators(end());
}

type Taken = { title: string; lang: PDFObject | undefined; since: number; pages: readonly PDFPage[] };

/**
 * The logical structure of a bound file (ISO 32000-1, 14.7): one `Document`, below it a `Part` for each document bound, below that
 * what the document brought. The keys of each document's parent tree are moved behind those before.
 */
export class BoundStructure {
  readonly #context: PDFContext;
  readonly #document: PDFRef;
  readonly #root: PDFRef;
  readonly #parts: PDFRef[] = [];
  readonly #parents: [number, PDFObject][] = [];
  readonly #roles: PDFDict;
  readonly #title: string;
  readonly #lang: string;
  #next = 0;

  constructor(context: PDFContext, title: string, lang: string) {
    this.#context = context;
    this.#document = context.nextRef();
    this.#root = context.nextRef();
    this.#roles = context.obj({});
    this.#title = title;
    this.#lang = lang;
  }

  #part(title: string, children: PDFObject, lang?: PDFObject): PDFRef {
    const part = this.#context.obj({ Type: 'StructElem', S: 'Part', P: this.#document, K: children });
    part.set(name('T'), PDFHexString.fromText(title));
    if (lang) part.set(name('Lang'), lang);
    const ref = this.#context.register(part);
    this.#parts.push(ref);
    return ref;
  }

  /** Takes a copied structure over; what was copied with it has object numbers above `since`. */
  take(tree: PDFDict, { title, lang, since, pages }: Taken): void {
    const kids = tree.lookup(name('K'));
    const top = kids instanceof PDFArray ? kids.asArray() : [tree.get(name('K')) as PDFObject];
    const part = this.#part(title, this.#context.obj(top), lang);
    for (const kid of top) {
      const element = this.#context.lookup(kid);
      if (element instanceof PDFDict) element.set(name('P'), part);
    }
    const offset = this.#next;
    for (const [key, parent] of numbersOf(tree.lookup(name('ParentTree')))) {
      this.#parents.push([key + offset, parent]);
      this.#next = Math.max(this.#next, key + offset + 1);
    }
    this.#move(since, offset, pages);
    const roles = tree.lookup(name('RoleMap'));
    if (roles instanceof PDFDict) for (const [role, meaning] of roles.entries()) if (!this.#roles.get(role)) this.#roles.set(role, meaning);
  }

  #move(since: number, offset: number, pages: readonly PDFPage[]): void {
    const moved = new Set<PDFDict>();
    const move = (dict: PDFObject | undefined) => {
      if (!(dict instanceof PDFDict) || moved.has(dict)) return;
      moved.add(dict);
      for (const key of ['StructParents', 'StructParent']) {
        const held = dict.get(name(key));
        if (held instanceof PDFNumber) dict.set(name(key), PDFNumber.of(held.asNumber() + offset));
      }
    };
    for (const [ref, object] of this.#context.enumerateIndirectObjects())
      if (ref.objectNumber > since) move(object instanceof PDFStream ? object.dict : object);
    for (const page of pages) {
      const annotations = page.node.lookup(name('Annots'));
      if (annotations instanceof PDFArray) for (let i = 0; i < annotations.size(); i++) move(annotations.lookup(i));
    }
  }

  /** Makes each page of an untagged document one element, so that those who listen to the file meet it at all. */
  addWhole(pages: readonly PDFPage[], title: string): void {
    for (const page of pages) tagWhole(page, 'P');
    this.#addPages(pages, title, {});
  }

  /** Adds a page that holds one picture, drawn as marked content number 0. */
  addFigure(page: PDFPage, title: string): void {
    this.#addPages([page], title, { S: 'Figure', Alt: PDFHexString.fromText(title) });
  }

  #addPages(pages: readonly PDFPage[], title: string, more: { S?: string; Alt?: PDFHexString }): void {
    const part = this.#part(title, this.#context.obj([]));
    const children = pages.map((page) => {
      const element = this.#context.obj({ Type: 'StructElem', S: 'P', P: part, Pg: page.ref, K: PDFNumber.of(0), ...more });
      const ref = this.#context.register(element);
      page.node.set(name('StructParents'), PDFNumber.of(this.#next));
      this.#parents.push([this.#next, this.#context.obj([ref])]);
      this.#next += 1;
      return ref;
    });
    (this.#context.lookup(part) as PDFDict).set(name('K'), this.#context.obj(children));
  }

  /** Writes the structure into the file. */
  write(catalog: PDFCatalog): void {
    const context = this.#context;
    const document = context.obj({ Type: 'StructElem', S: 'Document', P: this.#root, K: context.obj(this.#parts) });
    document.set(name('T'), PDFHexString.fromText(this.#title));
    document.set(name('Lang'), PDFHexString.fromText(this.#lang));
    context.assign(this.#document, document);
    const numbers = this.#parents.flatMap(([key, parent]) => [PDFNumber.of(key), parent]);
    const tree = context.register(context.obj({ Nums: context.obj(numbers) }));
    const root = context.obj({ Type: 'StructTreeRoot', K: this.#document, ParentTree: tree, ParentTreeNextKey: PDFNumber.of(this.#next) });
    root.set(name('RoleMap'), this.#roles);
    context.assign(this.#root, root);
    catalog.set(name('StructTreeRoot'), this.#root);
    catalog.set(name('MarkInfo'), context.obj({ Marked: true }));
  }
}

/** The whole content of a page as one piece of marked content, number 0. */
function tagWhole(page: PDFPage, role: string): void {
  const { context } = page.doc;
  const stream = (operator: PDFOperator, before = '') => context.register(context.stream(`${before}${operator}\n`));
  const contents = page.node.Contents();
  const own = contents instanceof PDFArray ? contents.asArray() : contents ? [page.node.get(name('Contents')) as PDFObject] : [];
  page.node.set(name('Contents'), context.obj([stream(marks(role, '<</MCID 0>>')), ...own, stream(end(), '\n')]));
}

/** The entries of a number tree (ISO 32000-1, 7.9.7), with its branches. */
function numbersOf(tree: PDFObject | undefined, depth = 0): [number, PDFObject][] {
  if (!(tree instanceof PDFDict) || depth > 20) return [];
  const found: [number, PDFObject][] = [];
  const numbers = tree.lookup(name('Nums'));
  if (numbers instanceof PDFArray)
    for (let i = 0; i + 1 < numbers.size(); i += 2) {
      const key = numbers.lookup(i);
      if (key instanceof PDFNumber) found.push([key.asNumber(), numbers.get(i + 1)]);
    }
  const kids = tree.lookup(name('Kids'));
  if (kids instanceof PDFArray) for (let i = 0; i < kids.size(); i++) found.push(...numbersOf(kids.lookup(i), depth + 1));
  return found;
}
