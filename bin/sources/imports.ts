import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const TYPES_ONLY = /\b(?:import|export)\s+type\s[^;]*?\sfrom\s*'[^']+'/g;
const IMPORT = /\b(?:from|import)\s*\(?\s*'(\.{1,2}\/[^']+)'/g;
const PACKAGE_IMPORT =
  /\b(?:from|import|import\.meta\.resolve)\s*\(?\s*'((?:@[\w-]+\/)?[a-z][\w.-]*)(?:\/[^']*)?'/g;

type Direct = { files: readonly string[]; packages: readonly string[] };

/**
 * What each file imports at run time, without types. An instance reads each file once.
 */
export class Imports {
  readonly #direct = new Map<string, Direct>();

  /** The files that make up a program, itself included, as paths in the checkout. */
  of(program: string): ReadonlySet<string> {
    const found = new Set<string>();
    const left = [normalize(program)];
    for (let file = left.pop(); file !== undefined; file = left.pop()) {
      if (found.has(file)) continue;
      found.add(file);
      left.push(...this.#importedBy(file).files);
    }
    return found;
  }

  /** The packages that a program needs, without Node's own modules. */
  packagesOf(program: string): ReadonlySet<string> {
    return new Set([...this.of(program)].flatMap((file) => this.#importedBy(file).packages));
  }

  #importedBy(file: string): Direct {
    let imported = this.#direct.get(file);
    if (imported === undefined) {
      const text = /\.[mc]?[jt]sx?$/.test(file) && existsSync(file) ? readFileSync(file, 'utf8') : '';
      const code = text.replace(TYPES_ONLY, '');
      imported = {
        files: [...code.matchAll(IMPORT)].map(([, path = '']) => join(dirname(file), path)),
        packages: [...code.matchAll(PACKAGE_IMPORT)].map(([, name = '']) => name),
      };
      this.#direct.set(file, imported);
    }
    return imported;
  }
}
