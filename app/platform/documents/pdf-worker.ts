// The thread that sets pages: a compilation of some hundred rows holds its thread for a quarter of a second.
import { createRequire } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';

export type PdfJob = { id: number; template: string; data: string };
export type PdfAnswer = { id: number; bytes: Uint8Array } | { id: number; error: string };

const { NodeCompiler } = createRequire(import.meta.url)(
  '@myriaddreamin/typst-ts-node-compiler',
) as typeof import('@myriaddreamin/typst-ts-node-compiler');

/** Compilations after which an unused intermediate result is forgotten; without it memory grows with every document. */
const CACHE_AGE = 2;

const { root, fonts } = workerData as { root: string; fonts: string[] };
const compiler = NodeCompiler.create({
  workspace: root,
  fontArgs: [{ fontPaths: fonts }],
});

function compile(job: PdfJob): PdfAnswer {
  const result = compiler.compile({
    mainFilePath: `${root}${job.template}`,
    inputs: { data: job.data },
  });
  const document = result.result;
  if (!document)
    return {
      id: job.id,
      error: JSON.stringify(result.takeDiagnostics()?.shortDiagnostics ?? 'no diagnostics'),
    };
  return { id: job.id, bytes: compiler.pdf(document, { pdfStandard: 'ua-1' }) };
}

parentPort?.on('message', (job: PdfJob) => {
  let answer: PdfAnswer;
  try {
    answer = compile(job);
  } catch (error) {
    answer = {
      id: job.id,
      error: error instanceof Error ? error.message : String(error),
    };
  }
  compiler.evictCache(CACHE_AGE);
  parentPort?.postMessage(answer);
});
