/** What a server's database says about its own tables and functions. */
export type Catalogue = {
  isNotNull(table: number, column: number): boolean;
  /** The words that a CHECK allows a column, if it lists them. */
  wordsOf(table: number, column: number): ReadonlySet<string> | undefined;
  nameOf(table: number, column: number): string;
  /** By object id. */
  functions: ReadonlyMap<string, { name: string; strict: boolean; takesJson: boolean }>;
};
