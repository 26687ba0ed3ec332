import type { Executor, Planning } from './transaction.ts';

/**
 * A statement, or part of one, with its values. `Row` is the author's claim about its rows; `npm run check` compares it,
 * and everything else about the statement, with the migrated databases.
 */
export class Sql<Row = unknown> {
  readonly #texts: readonly string[];
  readonly #between: readonly unknown[];

  constructor(texts: readonly string[], between: readonly unknown[]) {
    this.#texts = texts;
    this.#between = between;
  }

  execute(executor: Executor, planning?: Planning): Promise<{ rows: Row[] }> {
    const values: unknown[] = [];
    return executor.ask<Row>(this.#write(values), values, planning);
  }

  /** Returns the text with $1, $2, … in place of its values, and appends those to `values`. */
  #write(values: unknown[]): string {
    let text = this.#texts[0] ?? '';
    this.#between.forEach((part, at) => {
      text += part instanceof Sql ? part.#write(values) : `$${values.push(part)}`;
      text += this.#texts[at + 1] ?? '';
    });
    return text;
  }
}

function template<Row = unknown>(texts: TemplateStringsArray, ...between: readonly unknown[]): Sql<Row> {
  return new Sql<Row>(texts, between);
}

/** Makes a statement or part of one. What is in `${}` becomes a parameter, unless this tag made it. */
export const sql = Object.assign(template, {
  /** Values or parts joined by commas or other SQL. */
  join(items: readonly unknown[], separator: Sql = template`, `): Sql {
    const between = items.flatMap((item, at) => (at === 0 ? [item] : [separator, item]));
    return new Sql(
      Array.from({ length: between.length + 1 }, () => ''),
      between,
    );
  },
  /** A column name, such as `total` or `payments.total`. */
  ref(name: string): Sql {
    const quoted = name.split('.').map((part) => `"${part.replaceAll('"', '""')}"`);
    return new Sql([quoted.join('.')], []);
  },
});
