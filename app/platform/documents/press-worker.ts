// The thread that makes files: a list of some hundred rows holds its thread for a quarter of a second in any format.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import type { PressAnswer, PressJob, PressWork } from './press.server.ts';

const { NodeCompiler } = createRequire(import.meta.url)(
  '@myriaddreamin/typst-ts-node-compiler',
) as typeof import('@myriaddreamin/typst-ts-node-compiler');

/** Compilations after which an unused intermediate result is forgotten; without it memory grows with every document. */
const CACHE_AGE = 2;

const { root, fonts } = workerData as { root: string; fonts: string[] };
let compiler: InstanceType<typeof NodeCompiler> | undefined;

function typeset(template: string, data: string): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: fonts }] });
  try {
    const result = compiler.compile({ mainFilePath: `${root}${template}`, inputs: { data } });
    const document = result.result;
    if (!document) throw new Error(`the template did not compile: ${JSON.stringify(result.takeDiagnostics()?.shortDiagnostics ?? [])}`);
    return compiler.pdf(document, { pdfStandard: 'ua-1' });
  } finally {
    compiler.evictCache(CACHE_AGE);
  }
}

/** Each library is loaded with the first file of its format. */
async function make(work: PressWork): Promise<Uint8Array> {
  if (work.format === 'pdf') return typeset(work.template, work.data);
  if (work.format === 'docx') return (await import('./compose-docx.server.ts')).composeDocx(work.report);
  if (work.format === 'prose-docx') return (await import('./compose-prose-docx.server.ts')).composeProseDocx(work.prose);
  if (work.format === 'letters-docx') return (await import('./compose-letters-docx.server.ts')).composeLettersDocx(work.letters);
  if (work.format === 'form-docx') return (await import('./compose-form-docx.server.ts')).composeFormDocx(work.form);
  if (work.format === 'form-xlsx') return (await import('./compose-form-xlsx.server.ts')).composeFormXlsx(work.form);
  if (work.format === 'bind') return (await import('./compose-binding.server.ts')).composeBinding(work.binding);
  if (work.format === 'examine') return examine(work.content);
  return (await import('./compose-xlsx.server.ts')).composeXlsx(work.workbook);
}

async function examine(content: Extract<PressWork, { format: 'examine' }>['content']): Promise<Uint8Array> {
  const examined = await (await import('./compose-binding.server.ts')).examine(content);
  return new TextEncoder().encode(JSON.stringify(examined));
}

parentPort?.on('message', async ({ id, work }: PressJob) => {
  let answer: PressAnswer;
  try {
    answer = { id, bytes: await make(work) };
  } catch (error) {
    answer = { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
  parentPort?.postMessage(answer);
});
