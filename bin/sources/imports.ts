import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const TYPES_ONLY = /\b(?:import|export)\s+type\s[^;]*?\sfrom\s*'[^']+'/g;
const IMPORT = /\b(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;

/**
 * Which of our files each file reads when it runs: its relative imports, without those of types. Each file is read once
 * in the life of one of these.
 */
export class Imports {
  readonly #direct = new Map<string, readonly string[]>();

  /** The files that a program is made of, itself included, as paths in the checkout. */
  of(program: string): ReadonlySet<string> {
    const found = new Set<string>();
    const left = [normalize(program)];
    for (let file = left.pop(); file !== undefined; file = left.pop()) {
      if (found.has(file)) continue;
      found.add(file);
      left.push(...this.#importedBy(file));
    }
    return found;
  }

  #importedBy(file: string): readonly string[] {
    let imported = this.#direct.get(file);
    if (imported === undefined) {
      const text = /\.[mc]?[jt]sx?$/.test(file) && existsSync(file) ? readFileSync(file, 'utf8') : '';
      imported = [...text.replace(TYPES_ONLY, '').matchAll(IMPORT)].map(([, path = '']) =>
        join(dirname(file), path),
      );
      this.#direct.set(file, imported);
    }
    return imported;
  }
}
