/** What was typed and what is wrong with it, when a form comes back. A PIN never comes back. */
export type Typed = { phone?: string; word?: string; wrong?: Wrong };
export type Wrong = { field: 'pin' | 'phone' | 'word' | null; text: string };
