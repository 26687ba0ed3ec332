import { relative, resolve } from 'node:path';
import { programOf } from '../../bin/check/sql/program.ts';
import { statementsOf } from '../../bin/check/sql/statements.ts';
import { toQuery } from '../../bin/check/sql/texts.ts';
import type { ServerRole } from '../../bin/stack/roles.ts';

export type Planned = { file: string; line: number; sql: string };

const ROOT = resolve(import.meta.dirname, '../..');

/** Every statement that the servers execute, in every way that its parts allow. */
export function serverStatements(): Planned[] {
  const isOfServer = (file: string) =>
    /^(kit|servers)\/.*(?<!\.test|\.builder|seed)\.ts$/.test(relative(ROOT, file));
  return statementsOf(programOf(ROOT), isOfServer).statements.flatMap(({ node, texts }) => {
    const source = node.getSourceFile();
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    return texts.map((text) => ({
      file: relative(ROOT, source.fileName),
      line,
      sql: toQuery(text).statement,
    }));
  });
}

/** Those that run on a server's database. What the kit executes is planned in the shop's. */
export function statementsOn(role: ServerRole, all: readonly Planned[]): Planned[] {
  return all.filter(
    ({ file }) => file.startsWith(`servers/${role}/`) || (role === 'shop' && file.startsWith('kit/')),
  );
}
