import { join } from 'node:path';
import ts from 'typescript';

const HEAD = `
import { sql } from '../../../../kit/db/sql.ts';
import type { Executor } from '../../../../kit/db/transaction.ts';
declare const db: Executor;
declare const id: string;
export {};
`;

/** A program of in-memory sources, one per case, as if they were files in a subfolder of this one. */
export function programOfCases(root: string, cases: ReadonlyMap<string, string>): ts.Program {
  const folder = join(root, 'bin/check/sql/cases');
  const sources = new Map([...cases].map(([name, body]) => [join(folder, `${name}.ts`), `${HEAD}${body}`]));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2024,
    module: ts.ModuleKind.NodeNext,
    strict: true,
    skipLibCheck: true,
    allowImportingTsExtensions: true,
    noEmit: true,
    types: ['node'],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => sources.has(file) || fileExists(file);
  host.getSourceFile = (file, version, ...rest) => {
    const text = sources.get(file);
    return text === undefined
      ? getSourceFile(file, version, ...rest)
      : ts.createSourceFile(file, text, version);
  };
  host.getCurrentDirectory = () => root;
  return ts.createProgram([...sources.keys()], options, host);
}
