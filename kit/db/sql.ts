import type { Executor } from './transaction.ts';

/**
 * SQL, whole or a part, with the values that stand in it. `Row` is what a statement's author says of its rows;
 * `npm run check` compares it, and everything else of the statement, with the migrated databases.
 */
export class Sql<Row = unknown> {
  readonly #texts: readonly string[];
  readonly #between: readonly unknown[];

  constructor(texts: readonly string[], between: readonly unknown[]) {
    this.#texts = texts;
    this.#between = between;
  }

  execute(executor: Executor): Promise<{ rows: Row[] }> {
    const values: unknown[] = [];
    return executor.ask<Row>(this.#write(values), values);
  }

  /** The text with its values as $1, $2, …, which are added to `values`. */
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

/** Writes a statement or a part of one: what stands in `${}` is a value, or SQL when the tag made it. */
export const sql = Object.assign(template, {
  /** Several values or parts, with commas or other SQL between them. */
  join(items: readonly unknown[], separator: Sql = template`, `): Sql {
    const between = items.flatMap((item, at) => (at === 0 ? [item] : [separator, item]));
    return new Sql(
      Array.from({ length: between.length + 1 }, () => ''),
      between,
    );
  },
  /** A column's name, as `total` or `payments.total`. */
  ref(name: string): Sql {
    const quoted = name.split('.').map((part) => `"${part.replaceAll('"', '""')}"`);
    return new Sql([quoted.join('.')], []);
  },
});
