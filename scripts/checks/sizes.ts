import fs from 'node:fs';
import ts from 'typescript';
import { sourcesUnder } from './files.ts';

/** What asks to be two. Lines that say something: blank ones and comments are free. */
const FILE_LINES = 300;
const FUNCTION_LINES = 50;

/** Texts, data and tests are long because there is much to say, not because they do too much. */
const FREE = /\/messages\/|^db\/demo\/|^scripts\/ui-gallery\/|\.test\.tsx?$|\/testing(\/|\.ts$)/;

/** Finds files and functions over the sizes at which they ask to be divided. */
export async function checkSizes(): Promise<{ ok: boolean; summary: string }> {
  const files = sourcesUnder('app', 'bin', 'scripts', 'bench', 'e2e').filter((file) => !FREE.test(file));
  let functions = 0;
  const faults: string[] = [];
  for (const file of files) {
    const source = ts.createSourceFile(
      file,
      fs.readFileSync(file, 'utf8'),
      ts.ScriptTarget.Latest,
      true,
      file.endsWith('x') ? ts.ScriptKind.TSX : undefined,
    );
    const code = codeLines(source);
    if (code.size > FILE_LINES) faults.push(`${file}: ${code.size} lines`);
    const visit = (node: ts.Node): void => {
      if (ts.isFunctionLike(node) && 'body' in node && node.body) {
        functions++;
        const body = node.body as ts.Node;
        const first = source.getLineAndCharacterOfPosition(body.getStart()).line;
        const last = source.getLineAndCharacterOfPosition(body.getEnd()).line;
        let lines = 0;
        for (let line = first; line <= last; line++) if (code.has(line)) lines++;
        if (lines > FUNCTION_LINES) faults.push(`${file}:${first + 1}: function of ${lines} lines`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  const summary = `${files.length} files of at most ${FILE_LINES} lines, ${functions} functions of at most ${FUNCTION_LINES}`;
  return faults.length === 0 && files.length > 0 ? { ok: true, summary } : { ok: false, summary: `too large\n${faults.join('\n')}\n` };
}

/** The lines on which a token stands. */
function codeLines(source: ts.SourceFile): Set<number> {
  const lines = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (node.getChildCount(source) === 0 && node.getWidth(source) > 0) {
      const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line;
      const last = source.getLineAndCharacterOfPosition(node.getEnd()).line;
      for (let line = first; line <= last; line++) lines.add(line);
    }
    for (const child of node.getChildren(source)) if (!ts.isJSDoc(child)) visit(child);
  };
  visit(source);
  return lines;
}
